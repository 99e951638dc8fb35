"""Fixing the predikat: who may, when, in which order, and what is kept."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from kinerja.areas.assessment import actions
from kinerja.areas.assessment.errors import (
    AlreadySigned,
    AssessmentRefused,
    NothingToSign,
    NotTheRater,
    ReasonMissing,
    ReviewRefused,
    UnitFirst,
)
from kinerja.areas.assessment.models import Assessment
from kinerja.areas.assessment.tests.factories import Table, choose, colleague, set_unit, sign_budi
from kinerja.base.inbox.models import Message
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Assignment
from kinerja.base.organization.tests.factories import assign, make_position
from kinerja.tools import clock


def test_the_superior_signs_and_the_quadrant_gives_the_predikat(table: Table) -> None:
    signed = sign_budi(table)

    assert (signed.predicate, signed.state, signed.signed_by) == ("BAIK", "DITETAPKAN", table.sari)
    assert signed.receipt["signature"]["name"] == table.sari.full_name
    assert signed.receipt["signature"]["capacity"] == "DEFINITIF"
    assert signed.received_at is None


def test_the_employee_is_told_and_the_ledger_keeps_it(table: Table) -> None:
    signed = sign_budi(table)

    message = Message.objects.get(person=table.budi, kind="assessment.receipt")
    entry = Entry.objects.about("assessment.assessment", signed.pk)[0]
    assert str(signed.pk) in message.link
    assert "Baik" in message.title
    assert (entry.verb, entry.by_id, entry.also) == ("assessment.signed", table.sari.pk, table.budi.pk)


def test_what_was_asked_at_the_opening_is_done_when_everybody_is_rated(table: Table) -> None:
    asked = [
        tell(person, "assessment.review_opened", "Triwulan I 2026 dibuka", subject=table.review)
        for person in (table.sari, table.cast.kadis)
    ]
    second = colleague(table, "Tuti")

    sign_budi(table)
    assert not Message.objects.filter(pk__in=[each.pk for each in asked], done_at__isnull=False).exists()
    actions.sign(table.review, second, choice=choose(), by=table.sari)

    done = Message.objects.filter(pk__in=[each.pk for each in asked], done_at__isnull=False)
    assert [message.person_id for message in done] == [table.sari.pk]


def test_no_employee_is_fixed_before_the_unit(table: Table) -> None:
    with pytest.raises(UnitFirst, match="Predikat Puskesmas 01 belum ditetapkan"):
        actions.sign(table.review, table.budi, choice=choose(), by=table.sari)


def test_the_database_refuses_it_too(table: Table) -> None:
    draft = actions.save_draft(table.review, table.budi, choice=choose(), by=table.sari)

    with pytest.raises(DatabaseError, match="predikat of unit"), transaction.atomic():
        Assessment.objects.filter(pk=draft.pk).update(
            state="DITETAPKAN", signed_by=table.sari, signed_at=clock.now(), receipt={}
        )


def test_a_signed_row_cannot_be_changed_or_deleted(table: Table) -> None:
    signed = sign_budi(table)

    for change in ({"predicate": "SANGAT_BAIK"}, {"reason": "lain"}, {"state": "DRAF"}, {"receipt": {}}):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            Assessment.objects.filter(pk=signed.pk).update(**change)
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM assessment_assessment WHERE id = %s", [signed.pk])


def test_both_ratings_are_needed(table: Table) -> None:
    with pytest.raises(NothingToSign, match="Pilih dahulu"):
        sign_budi(table, choose(behaviour=""))


def test_a_running_review_cannot_be_signed_yet(table: Table) -> None:
    set_unit(table.review, table.cast.puskesmas, table.cast.kadis)

    with clock.at(date(2026, 3, 30)), pytest.raises(AssessmentRefused, match="belum berakhir"):
        actions.sign(table.review, table.budi, choice=choose(), by=table.sari)
    with clock.at(date(2026, 3, 31)):
        assert actions.sign(table.review, table.budi, choice=choose(), by=table.sari).is_signed


def test_nobody_else_signs(table: Table) -> None:
    set_unit(table.review, table.cast.puskesmas, table.cast.kadis)

    for stranger in (table.cast.kadis, table.cast.ratna, table.budi):
        with pytest.raises(NotTheRater, match="dinilai pejabat lain"):
            actions.sign(table.review, table.budi, choice=choose(), by=stranger)


def test_nobody_signs_for_himself(table: Table) -> None:
    draft = actions.save_draft(table.review, table.budi, choice=choose(), by=table.sari)

    with pytest.raises(DatabaseError, match="not_own_hand"), transaction.atomic():
        Assessment.objects.filter(pk=draft.pk).update(signed_by=table.budi)


def test_without_an_agreed_skp_there_is_nothing_to_rate(table: Table) -> None:
    table.example.budi_skp.state = "DRAF"
    table.example.budi_skp.save(update_fields=["state"])

    with pytest.raises(AssessmentRefused, match="SKP Budi Santoso belum disetujui"):
        sign_budi(table)


def test_a_closed_review_takes_no_signature(table: Table) -> None:
    set_unit(table.review, table.cast.puskesmas, table.cast.kadis)
    actions.close_review(
        table.review, by=table.cast.ratna, confirmed=True, reason="Batas nasional sudah lewat"
    )

    with pytest.raises(ReviewRefused, match="sudah ditutup"):
        actions.sign(table.review, table.budi, choice=choose(), by=table.sari)


def test_the_second_of_two_signatures_is_refused_with_the_name_of_the_first(table: Table) -> None:
    sign_budi(table)

    with pytest.raises(AlreadySigned, match="sudah ditetapkan Baik oleh Sari Wulandari"):
        sign_budi(table, choose("DIATAS", "DIATAS"))
    assert Assessment.objects.signed().get().predicate == "BAIK"


def test_the_capacity_of_an_acting_head_is_recorded(table: Table) -> None:
    set_unit(table.review, table.cast.puskesmas, table.cast.kadis)
    Assignment.objects.filter(person=table.sari).update(during=DateRange(date(2020, 1, 1), date(2026, 3, 1)))
    assign(
        table.cast.kadis,
        make_position(table.cast.puskesmas, "Kepala Puskesmas 01"),
        date(2026, 3, 1),
        kind="PLT",
    )

    signed = actions.sign(table.review, table.budi, choice=choose(), by=table.cast.kadis)

    assert (signed.rater_capacity, signed.receipt["signature"]["capacity"]) == ("PLT", "PLT")


@pytest.mark.parametrize(
    ("work", "behaviour", "says"),
    [
        ("DIATAS", "DIATAS", "Predikat Sangat Baik selalu perlu alasan"),
        ("SESUAI", "DIBAWAH", "Predikat Kurang selalu perlu alasan"),
        ("DIATAS", "SESUAI", "sedangkan sarannya sesuai ekspektasi"),
    ],
)
def test_a_choice_that_needs_a_reason_is_refused_without_one(
    table: Table, work: str, behaviour: str, says: str
) -> None:
    with pytest.raises(ReasonMissing, match=says):
        sign_budi(table, choose(work, behaviour, reason="baik sekali"))


def test_a_choice_as_suggested_needs_no_reason(table: Table) -> None:
    assert sign_budi(table, choose(reason="")).is_signed


def test_weak_behaviour_names_what_to_work_on(table: Table) -> None:
    with pytest.raises(ReasonMissing, match="BerAKHLAK mana"):
        sign_budi(table, choose("SESUAI", "DIBAWAH"))

    signed = sign_budi(table, choose("SESUAI", "DIBAWAH", weak_values=["AK"]))
    assert (signed.predicate, signed.weak_values) == ("KURANG", ["AK"])


def test_identical_marks_across_the_team_need_a_reason_from_the_third(table: Table) -> None:
    sign_budi(table, choose(reason=""))
    for name in ("Ani", "Beni"):
        person = colleague(table, name)
        choice = choose("SESUAI", "SESUAI", reason="")
        if name == "Ani":
            actions.sign(table.review, person, choice=choice, by=table.sari)
        else:
            with pytest.raises(ReasonMissing, match="2 pegawai lain di tim ini dinilai sama persis"):
                actions.sign(table.review, person, choice=choice, by=table.sari)


def test_different_marks_in_the_team_lift_that(table: Table) -> None:
    sign_budi(table, choose("DIATAS", "SESUAI"))
    actions.sign(table.review, colleague(table, "Ani"), choice=choose(reason=""), by=table.sari)

    signed = actions.sign(table.review, colleague(table, "Beni"), choice=choose(reason=""), by=table.sari)

    assert signed.is_signed
