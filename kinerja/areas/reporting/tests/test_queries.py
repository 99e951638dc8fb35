"""Progress, achievement and pace in sets, and the days of a month."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.tests.factories import make_indicator
from kinerja.areas.reporting import queries
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.factories import make_evidence, make_patients, make_report
from kinerja.base.organization.tests.cast import Cast
from kinerja.rules.codes import PaceState
from kinerja.tools import clock

JULY = date(2026, 7, 1)


def of(indicator: Indicator, begin: date = date(2026, 1, 1), end: date = JULY) -> queries.Progress:
    return queries.progress_of([indicator.pk], begin, end)[indicator.pk]


def test_counts_are_added_up(patients: Indicator) -> None:
    make_report(patients, value=10)
    make_report(patients, value="2.5")

    assert of(patients).value == Decimal("12.5")
    assert of(patients).reports == 2


def test_a_mean_is_taken_of_what_was_reported(patients: Indicator) -> None:
    level = make_indicator(patients.rhk, "Kepuasan pasien", consolidation="AVERAGE", target=90)
    for value in (80, 90, 100, 81):
        make_report(level, value=value)

    assert of(level).value == Decimal("87.75")


def test_the_last_known_figure_may_be_older_than_the_span(patients: Indicator) -> None:
    level = make_indicator(patients.rhk, "Ketersediaan obat", consolidation="TAKE_LAST_KNOWN", target=95)
    make_report(level, date(2026, 2, 1), 91)
    make_report(level, date(2026, 2, 3), 93)

    found = of(level, begin=date(2026, 4, 1))

    assert (found.value, found.reports, found.last_day) == (Decimal(93), 0, None)


@pytest.mark.parametrize("state", [ReportState.RETURNED, ReportState.WITHDRAWN, ReportState.CORRECTED])
def test_what_does_not_count_is_left_out(patients: Indicator, state: str) -> None:
    make_report(patients, value=4)
    make_report(patients, value=100, state=state)

    assert of(patients).value == Decimal(4)


def test_reports_outside_the_days_are_left_out(patients: Indicator) -> None:
    make_report(patients, date(2026, 3, 31), 5)
    make_report(patients, date(2026, 4, 1), 7)
    make_report(patients, date(2026, 7, 1), 11)

    assert of(patients, date(2026, 4, 1), date(2026, 6, 30)).value == Decimal(7)


def test_evidence_that_was_removed_is_not_counted(patients: Indicator) -> None:
    report = make_report(patients)
    make_evidence(report)
    make_evidence(report, removed_at=clock.now())
    make_report(patients)

    assert (of(patients).evidence, of(patients).proven) == (1, 1)


def test_without_reports_there_is_no_figure(patients: Indicator) -> None:
    assert of(patients) == queries.Progress(patients.pk)


def test_progress_of_many_is_one_query(patients: Indicator, django_assert_num_queries: Any) -> None:
    many = [make_indicator(patients.rhk, f"Indikator {n}") for n in range(5)]

    with django_assert_num_queries(1):
        queries.progress_of([each.pk for each in many], JULY, JULY)


def test_a_quarter_is_measured_against_its_part_of_the_target(patients: Indicator) -> None:
    make_report(patients, date(2026, 5, 5), 150)

    found = queries.achievements([patients], date(2026, 4, 1), date(2026, 6, 30), frozenset())[patients.pk]

    assert found.target.low == Decimal(149)  # 65 of 261 working days of 600
    assert found.verdict.value is not None
    assert round(found.verdict.value) == 101


def test_the_whole_year_is_measured_against_the_whole_target(patients: Indicator) -> None:
    make_report(patients, value=300)

    found = queries.achievements([patients], date(2026, 1, 1), date(2026, 12, 31))[patients.pk]

    assert found.verdict.value == Decimal(50)


def test_no_report_has_no_achievement(patients: Indicator) -> None:
    found = queries.achievements([patients], date(2026, 1, 1), date(2026, 12, 31))[patients.pk]

    assert found.verdict.value is None
    assert found.verdict.steps


def test_pace_compares_with_what_is_due_today(patients: Indicator) -> None:
    make_report(patients, JULY - timedelta(days=1), 100)

    verdict = queries.pace_of([patients], JULY)[patients.pk]

    assert verdict.value.state is PaceState.BERISIKO
    assert verdict.steps[0].sentence() == "100 dari 600 pasien, seharusnya 298 hari ini"


def test_a_report_of_tomorrow_is_not_in_the_pace_of_today(patients: Indicator) -> None:
    make_report(patients, JULY + timedelta(days=1), 100)

    assert queries.pace_of([patients], JULY)[patients.pk].value.achieved is None


def test_nothing_asked_is_no_query(db: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert queries.progress_of([], JULY, JULY) == {}
        assert queries.pace_of([], JULY) == {}
        assert queries.achievements([], JULY, JULY) == {}


def test_the_newest_reports_come_first_with_their_files(kota: Cast, patients: Indicator) -> None:
    old, new = make_report(patients), make_report(patients)
    make_evidence(new)
    other = make_patients(kota.ratna)
    make_report(other)

    rows = queries.latest_reports([kota.budi.pk], 5)

    assert [(row.pk, row.files) for row in rows] == [(new.pk, 1), (old.pk, 0)]


def test_who_never_reported_is_missing_from_the_last_moments(kota: Cast, patients: Indicator) -> None:
    report = make_report(patients)

    assert queries.last_sent_of([kota.budi.pk, kota.ratna.pk]) == {kota.budi.pk: report.sent_at}


def test_a_month_has_every_day_with_its_mark(kota: Cast, patients: Indicator) -> None:
    make_report(patients, date(2026, 6, 1))
    make_evidence(make_report(patients, date(2026, 6, 2)))
    make_report(patients, date(2026, 6, 3), state=ReportState.RETURNED)

    days = queries.days_of_month(kota.budi.pk, 2026, 6)

    assert len(days) == 30
    assert [days[date(2026, 6, n)].mark for n in (1, 2, 3, 4)] == ["TANPA_BUKTI", "CUKUP", "KOSONG", "KOSONG"]
    assert days[date(2026, 6, 3)].returned == 1
