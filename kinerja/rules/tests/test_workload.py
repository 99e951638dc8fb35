"""Ceilings of the forms, and soft deadlines: the same whenever asked, even over the window, another one next month."""

from collections import Counter
from datetime import date, time

import pytest

from kinerja.rules.workload import ceiling, measured_peak, shown_before, soft_moment

DAYS = [date(2026, 7, day) for day in (8, 9, 10)]
JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)
UNITS = [f"unit-{number}" for number in range(4_950)]


@pytest.mark.parametrize(("leads", "minutes"), [(False, 15), (True, 20)])
def test_the_ceilings(leads, minutes):
    assert ceiling(leads=leads, on=JUNE) == minutes


def test_a_moment_can_be_reckoned_again_by_anybody():
    assert soft_moment("unit-1", JUNE, DAYS).isoformat() == "2026-07-09T08:30:00"
    assert soft_moment("unit-1", JUNE, DAYS) == soft_moment("unit-1", JUNE, DAYS)


def test_moments_lie_in_office_hours_on_quarters_and_evenly():
    moments = Counter(soft_moment(unit, JUNE, DAYS) for unit in UNITS)

    assert len(moments) == 99
    assert {moment.date() for moment in moments} == set(DAYS)
    assert min(moment.time() for moment in moments) == time(8)
    assert max(moment.time() for moment in moments) == time(16)
    assert max(moments.values()) < 2 * 50


def test_next_month_nearly_every_unit_has_another_place():
    same = [unit for unit in UNITS if soft_moment(unit, JUNE, DAYS) == soft_moment(unit, JULY, DAYS)]

    assert len(same) < 0.03 * len(UNITS)


def test_when_it_is_shown():
    assert shown_before(JUNE).days == 3
    assert measured_peak(JUNE) == 60
