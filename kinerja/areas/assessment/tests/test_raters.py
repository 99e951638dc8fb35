"""Who rates whom in a review: the rater of its last day, or his successor."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange

from kinerja.areas.assessment import queries
from kinerja.areas.assessment.actions import sign
from kinerja.areas.assessment.queries.raters import duties_of_rater
from kinerja.areas.assessment.tests.factories import Table, choose, set_unit
from kinerja.base.access import principal
from kinerja.base.organization.models import Assignment, Person, RaterOverride
from kinerja.base.organization.tests.factories import assign, make_person, make_position
from kinerja.tools import clock

APRIL = date(2026, 4, 1)


def duty(table: Table) -> queries.Duty:
    return queries.duties(table.review, [table.budi.pk])[table.budi.pk]


def end(person: Person, day: date = APRIL) -> None:
    Assignment.objects.filter(person=person).update(during=DateRange(date(2020, 1, 1), day))


def successor(table: Table, kind: str = "DEFINITIF") -> Person:
    person = make_person("Rina Hartati")
    assign(person, make_position(table.cast.puskesmas, "Kepala Puskesmas 01"), APRIL, kind=kind)
    return person


def test_the_head_of_the_last_day_rates(table: Table) -> None:
    found = duty(table)

    assert (found.rater_id, found.capacity, found.unit_id) == (
        table.sari.pk,
        "DEFINITIF",
        table.cast.puskesmas.pk,
    )


def test_when_he_has_moved_his_successor_rates(table: Table) -> None:
    end(table.sari)
    rina = successor(table)

    assert duty(table).rater_id == rina.pk
    assert "penggantinya yang menilai" in duty(table).why


def test_a_successor_who_acts_rates_as_plt(table: Table) -> None:
    end(table.sari)
    rina = successor(table, "PLT")

    assert (duty(table).rater_id, duty(table).capacity) == (rina.pk, "PLT")


def test_without_a_successor_the_superior_of_the_rater_rates(table: Table) -> None:
    end(table.sari)

    assert duty(table).rater_id == table.cast.kadis.pk


def test_a_rater_who_retired_is_succeeded_though_his_seat_was_not_ended(table: Table) -> None:
    Person.objects.filter(pk=table.sari.pk).update(left_on=APRIL)

    assert duty(table).rater_id == table.cast.kadis.pk


def test_the_person_who_moves_away_is_still_rated_by_the_old_rater(table: Table) -> None:
    end(table.budi)
    assign(table.budi, make_position(table.cast.inspektorat, "Auditor"), APRIL)

    assert duty(table).rater_id == table.sari.pk
    assert table.budi.pk in {each.person_id for each in duties_of_rater(table.review, table.sari.pk, [])}


def test_nobody_succeeds_to_rating_himself(table: Table) -> None:
    end(table.sari)
    end(table.budi)
    assign(table.budi, make_position(table.cast.puskesmas, "Kepala Puskesmas 01"), APRIL)

    assert duty(table).rater_id == table.cast.kadis.pk


def test_a_named_rater_stays_after_the_exception_has_ended(table: Table) -> None:
    RaterOverride.objects.create(
        person=table.budi, rater=table.cast.ratna, during=DateRange(date(2026, 1, 1), APRIL), reason="SK 12"
    )

    assert (duty(table).rater_id, duty(table).capacity) == (table.cast.ratna.pk, "KHUSUS")


def test_a_named_rater_who_left_gives_way_to_the_unit(table: Table) -> None:
    RaterOverride.objects.create(
        person=table.budi, rater=table.cast.ratna, during=DateRange(date(2026, 1, 1), None), reason="SK 12"
    )
    Person.objects.filter(pk=table.cast.ratna.pk).update(left_on=APRIL)

    assert duty(table).rater_id == table.sari.pk


def test_when_everybody_above_is_gone_it_is_said(table: Table) -> None:
    for person in (table.sari, table.cast.kadis, table.cast.walikota):
        end(person)

    assert duty(table).rater_id is None
    assert "Hubungi pengelola kepegawaian" in duty(table).why


def test_the_successor_finds_the_people_on_his_list_and_signs(table: Table) -> None:
    set_unit(table.review, table.cast.puskesmas, table.cast.kadis)
    end(table.sari)
    rina = successor(table)
    who = principal.load(rina.pk)
    assert who is not None

    rows = queries.team(table.review, who).rows

    assert [row.person for row in rows] == [table.budi]
    signed = sign(table.review, table.budi, choice=choose(), by=rina)
    assert (signed.rater_id, signed.receipt["signature"]["name"]) == (rina.pk, "Rina Hartati")


def test_the_list_and_each_persons_own_duty_agree(table: Table) -> None:
    end(table.sari)
    successor(table)
    with clock.at(date(2026, 4, 5)):
        everybody = queries.raters.all_duties(table.review)
        for rater_id in {each.rater_id for each in everybody if each.rater_id}:
            who = principal.load(rater_id)
            assert who is not None
            mine = duties_of_rater(table.review, rater_id, who.headed_ids)
            assert {each.person_id for each in mine} == {
                each.person_id for each in everybody if each.rater_id == rater_id
            }


def test_while_the_review_runs_the_line_of_its_last_day_counts(table: Table) -> None:
    with clock.at(date(2026, 2, 2)):
        assert duty(table).rater_id == table.sari.pk
