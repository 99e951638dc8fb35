"""The unit's predikat: set by the leader above, replaced by a new row, raced by nobody."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from kinerja.areas.assessment import actions, queries
from kinerja.areas.assessment.errors import (
    NotTheLeaderAbove,
    ReasonMissing,
    ReviewRefused,
    UnitPredicateRefused,
)
from kinerja.areas.assessment.models import UnitPredicate
from kinerja.areas.assessment.tests.factories import Table, set_unit
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Assignment
from kinerja.base.organization.tests.factories import assign, make_head, make_position, make_unit
from kinerja.rules.codes import OrganisationPredicate
from kinerja.tools import clock


def test_the_head_above_sets_it_with_both_inputs_kept(table: Table) -> None:
    row = set_unit(table.review, table.cast.puskesmas, table.cast.kadis)

    assert (row.predicate, row.expectation, row.suggested) == ("BAIK", "SESUAI", "BAIK")
    assert str(row.average) == "100.00"
    assert row.is_current


def test_the_units_head_is_told(table: Table) -> None:
    set_unit(table.review, table.cast.puskesmas, table.cast.kadis)

    message = Message.objects.get(person=table.sari, kind="assessment.unit_predicate")
    assert message.title == "Predikat Puskesmas 01: Baik"


def test_the_leadership_may_set_any_unit_but_its_own(table: Table) -> None:
    row = set_unit(table.review, table.cast.puskesmas, table.cast.walikota, leads_all=True)

    assert row.by == table.cast.walikota


def test_nobody_else_sets_it(table: Table) -> None:
    for stranger in (table.sari, table.budi, table.cast.ratna):
        with pytest.raises(NotTheLeaderAbove, match="ditetapkan oleh pimpinan di atasnya, Hasan Basri"):
            set_unit(table.review, table.cast.puskesmas, stranger)


def test_a_leader_of_all_does_not_judge_the_unit_he_heads(table: Table) -> None:
    with pytest.raises(NotTheLeaderAbove):
        set_unit(table.review, table.cast.puskesmas, table.sari, leads_all=True)


def test_without_a_head_above_the_next_one_sets_it(table: Table) -> None:
    Assignment.objects.filter(person=table.cast.kadis).update(
        during=DateRange(date(2020, 1, 1), date(2026, 4, 1))
    )

    assert queries.setter_of(table.cast.puskesmas).person_id == table.cast.walikota.pk


def test_an_acting_head_above_sets_it(table: Table) -> None:
    Assignment.objects.filter(person=table.cast.kadis).update(
        during=DateRange(date(2020, 1, 1), date(2026, 4, 1))
    )
    post = make_position(table.cast.dinkes, "Kepala Dinas Kesehatan")
    assign(table.cast.ratna, post, date(2026, 4, 1), kind="PLT")

    assert set_unit(table.review, table.cast.puskesmas, table.cast.ratna).by == table.cast.ratna


def test_a_change_is_a_new_row_that_names_the_old(table: Table) -> None:
    old = set_unit(table.review, table.cast.puskesmas, table.cast.kadis)

    new = set_unit(table.review, table.cast.puskesmas, table.cast.kadis, "ISTIMEWA", seen=old.pk)

    old.refresh_from_db()
    assert (old.is_current, old.predicate, new.replaces) == (False, "BAIK", old)
    assert [row.predicate for row in queries.unit_history(table.review, table.cast.puskesmas)] == [
        "ISTIMEWA",
        "BAIK",
    ]
    assert (
        Entry.objects.about("assessment.unitpredicate", new.pk)[0].verb
        == "assessment.unit_predicate_replaced"
    )


def test_whoever_did_not_see_the_row_in_force_is_refused(table: Table) -> None:
    set_unit(table.review, table.cast.puskesmas, table.cast.kadis)

    with pytest.raises(UnitPredicateRefused, match="baru saja ditetapkan orang lain"):
        set_unit(table.review, table.cast.puskesmas, table.cast.kadis, "KURANG")
    assert UnitPredicate.objects.get().predicate == "BAIK"


def test_the_database_keeps_one_in_force_and_never_changes_a_row(table: Table) -> None:
    row = set_unit(table.review, table.cast.puskesmas, table.cast.kadis)

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        UnitPredicate.objects.filter(pk=row.pk).update(predicate="KURANG")
    row.pk, row.id = None, None
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.parametrize("reason", ["", "bagus", " " * 40])
def test_a_reason_is_needed(table: Table, reason: str) -> None:
    with pytest.raises(ReasonMissing, match="paling sedikit 20"):
        set_unit(table.review, table.cast.puskesmas, table.cast.kadis, reason=reason)


def test_before_the_last_day_nothing_is_set(table: Table) -> None:
    with clock.at(date(2026, 3, 30)), pytest.raises(UnitPredicateRefused, match="belum berakhir"):
        set_unit(table.review, table.cast.puskesmas, table.cast.kadis)


def test_in_a_closed_review_nothing_is_set(table: Table) -> None:
    actions.close_review(table.review, by=table.cast.ratna, confirmed=True, reason="Batas nasional lewat")

    with pytest.raises(ReviewRefused, match="sudah ditutup"):
        set_unit(table.review, table.cast.puskesmas, table.cast.kadis)


def test_without_an_skp_of_its_head_there_is_no_suggestion(table: Table) -> None:
    found = queries.unit_facts(table.review, table.cast.dinkes)

    assert (found.average, found.suggested.value) == (None, None)
    assert [iku.name for iku in found.ikus] == ["Persentase layanan kesehatan sesuai standar"]


def test_the_list_holds_the_units_below_down_to_the_next_head(table: Table) -> None:
    bidang = make_unit("Bidang tanpa pimpinan", table.cast.dinkes)
    make_head(make_unit("Seksi", bidang), "Tono")
    make_head(make_unit("UPTD", table.cast.puskesmas), "Rini")
    headed = [table.cast.dinkes.pk]
    below = [table.cast.dinkes.pk, table.cast.puskesmas.pk, *[u.pk for u in (bidang, *bidang.children.all())]]

    rows = queries.units_of_setter(table.review, headed, below, leads_all=False)

    assert [row.unit.name for row in rows] == ["Bidang tanpa pimpinan", "Puskesmas 01", "Seksi"]
    assert [row.suggested for row in rows] == [None, OrganisationPredicate.BAIK, None]


def test_the_top_has_nobody_above_and_falls_to_the_leadership(table: Table) -> None:
    rows = queries.units_of_setter(table.review, [table.cast.pemda.pk], [table.cast.pemda.pk], leads_all=True)

    assert [row.unit.name for row in rows] == ["Pemerintah Kota Jambi"]
