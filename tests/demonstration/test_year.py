"""The demonstration's year of one small government: what was written in sets keeps what the actions keep."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from kinerja.adapters.jambi.quarters import day_to_show, next_report, quarter_ends, rated_quarters, weekday
from kinerja.areas.assessment import queries
from kinerja.areas.assessment.models import Assessment, CurveNote, Review, RhkNote, UnitPredicate
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.ledger.verifying import verify
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Installation, Instansi
from kinerja.rules.recompute import differences
from kinerja.tools import clock

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[list[object]]:
    """Muaro Jambi's year; yields the fingerprints of loading it twice."""
    fingerprints: list[object] = []
    with django_db_blocker.unblock(), override_settings(DEMO=True):  # type: ignore[attr-defined]
        for last in (False, True):
            with transaction.atomic():
                call_command("load_demo", "--only", "muaro-jambi", "--today", DAY.isoformat())
                with inside(Instansi.objects.get(code="muaro-jambi").pk):
                    fingerprints.append(_fingerprint())
                    if last:
                        yield fingerprints
                transaction.set_rollback(True)


def _fingerprint() -> list[object]:
    rows = Assessment.objects.order_by("person__nip", "signed_at")
    return list(rows.values_list("pk", "person__nip", "predicate", "reason", "signed_at", "received_at"))


def everything() -> list[Assessment]:
    return list(Assessment.objects.select_related("review", "unit").order_by("signed_at", "pk"))


def test_the_same_seed_gives_the_same_receipts(loaded: list[object]) -> None:
    assert loaded[0] == loaded[1]
    assert len(everything()) > 200


def test_every_receipt_recomputes_to_the_same(loaded: list[object]) -> None:
    assert [row.pk for row in everything() if differences(row.receipt or {})] == []


def test_a_units_predikat_comes_before_every_signature_in_it(loaded: list[object]) -> None:
    known = {(row.review_id, row.unit_id): row.at for row in UnitPredicate.objects.all()}
    assert [
        row for row in everything() if known[row.review_id, row.unit_id] >= (row.signed_at or clock.now())
    ] == []


def test_the_rater_of_the_last_day_signed_and_nobody_for_himself(loaded: list[object]) -> None:
    for review in Review.objects.all():
        duties = queries.duties(review, Person.objects.values_list("pk", flat=True))
        for row in Assessment.objects.filter(review=review):
            assert row.signed_by_id == row.rater_id == duties[row.person_id].rater_id != row.person_id
            assert row.rater_capacity == duties[row.person_id].capacity


def test_nothing_was_signed_before_its_quarter_was_over_nor_in_the_future(loaded: list[object]) -> None:
    for row in everything():
        assert row.signed_at is not None
        assert row.review.ends < row.signed_at.astimezone(clock.WIB).date() <= DAY
        assert row.received_at is None or row.signed_at < row.received_at


def test_a_receipt_counts_who_got_the_same_before(loaded: list[object]) -> None:
    before: dict[tuple[object, object], list[tuple[str, str]]] = {}
    for row in everything():
        pairs = before.setdefault((row.review_id, row.rater_id), [])
        alike = len(pairs) if set(pairs) <= {(row.work, row.behaviour)} else 0
        assert row.receipt is not None
        assert row.receipt["inputs"]["alike"] == alike
        pairs.append((row.work, row.behaviour))


def test_a_written_reason_stands_wherever_the_rules_ask_for_one(loaded: list[object]) -> None:
    assert all(len(row.reason) >= 20 for row in everything())
    for review in Review.objects.all():
        progress = queries.review_progress(review)
        assert progress.signed == Assessment.objects.filter(review=review).count()


def test_past_quarters_are_whole_and_closed_and_the_newest_is_open(loaded: list[object]) -> None:
    first, second, newest = Review.objects.order_by("begins")
    assert (first.state, second.state, newest.state) == ("DITUTUP", "DITUTUP", "DIBUKA")
    assert queries.review_progress(first).missing == queries.review_progress(second).missing == ()
    assert newest.fill_until > DAY


def test_whoever_got_a_receipt_was_told_once_and_its_notes_name_his_results(loaded: list[object]) -> None:
    told = Message.objects.filter(kind="assessment.receipt").values_list("subject_id", flat=True)
    assert sorted(told) == sorted(row.pk for row in everything())
    assert set(RhkNote.objects.values_list("assessment", flat=True)) == set(told)


def test_every_spread_that_departs_from_the_pattern_has_its_reason(loaded: list[object]) -> None:
    assert CurveNote.objects.exists()
    assert all(len(note.text) >= 20 for note in CurveNote.objects.all())


def test_weak_results_appear_in_no_unit_that_could_exist(loaded: list[object]) -> None:
    assert {row.predicate for row in everything()} <= {"BAIK", "SANGAT_BAIK"}


def test_the_chain_is_whole_and_the_ledger_counts_every_row(loaded: list[object]) -> None:
    found = verify(Instansi.objects.get(code="muaro-jambi").pk)
    assert found.whole
    for review in Review.objects.all():
        entries = Entry.objects.filter(verb="demo.ratings_loaded", subject_id=review.pk)
        rows = [Assessment, UnitPredicate, CurveNote]
        assert sum(entry.rows for entry in entries) == sum(
            model.objects.filter(review=review).count() for model in rows
        )


def test_another_day_is_shown_by_a_moved_clock(loaded: list[object]) -> None:
    assert timedelta(seconds=Installation.shift_seconds()) == DAY - clock.today()


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2026, 4, 23), []),
        (date(2026, 4, 24), ["I"]),
        (date(2026, 11, 24), ["I", "II", "III"]),
        (date(2026, 12, 31), ["I", "II", "III"]),
    ],
)
def test_a_quarter_is_shown_when_its_rating_is_over(day: date, names: list[str]) -> None:
    assert [quarter.name for quarter in rated_quarters(day)] == [f"Triwulan {name} 2026" for name in names]


def test_early_in_a_year_the_year_before_is_shown() -> None:
    assert day_to_show(date(2027, 2, 10)) == date(2026, 11, 24)
    assert day_to_show(date(2026, 11, 25)) == date(2026, 11, 25)


@pytest.mark.parametrize("step", [4, 15, 60, 92])
def test_no_report_passes_over_the_end_of_a_quarter(step: int) -> None:
    day, reported = date(2026, 1, 27), []
    while day.year == 2026:
        reported.append(day)
        day = next_report(day, step)
    assert {weekday(end) for end in quarter_ends(2026)} <= set(reported)
