"""Periods and working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import PeriodKind
from kinerja.rules.periods import Period, month, period_of, quarter, year
from kinerja.rules.working_days import SUNDAY, add_working_days, count_working_days, is_working_day

days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
kinds = st.sampled_from(PeriodKind)


@pytest.mark.parametrize(
    ("period", "name", "start", "end"),
    [
        (year(2026), "Tahun 2026", date(2026, 1, 1), date(2026, 12, 31)),
        (quarter(2026, 1), "Triwulan I 2026", date(2026, 1, 1), date(2026, 3, 31)),
        (quarter(2026, 4), "Triwulan IV 2026", date(2026, 10, 1), date(2026, 12, 31)),
        (month(2028, 2), "Februari 2028", date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_a_period_has_its_name_and_its_days(period, name, start, end):
    assert (period.name, period.start, period.end) == (name, start, end)


@given(kinds, days)
def test_every_day_lies_in_exactly_one_period_of_a_kind(kind, day):
    period = period_of(kind, day)

    assert day in period
    assert day not in period.next
    assert period.next.start == period.end + timedelta(days=1)


@given(st.integers(2000, 2100))
def test_a_year_consists_of_its_quarters_and_months(number):
    whole = year(number)

    for kind, count in ((PeriodKind.TRIWULANAN, 4), (PeriodKind.BULANAN, 12), (PeriodKind.TAHUNAN, 1)):
        parts = whole.within(kind)
        assert [part.number for part in parts] == list(range(1, count + 1))
        assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)


def test_a_quarter_consists_of_three_months():
    assert [part.name for part in quarter(2026, 2).within(PeriodKind.BULANAN)] == [
        "April 2026",
        "Mei 2026",
        "Juni 2026",
    ]


def test_a_month_does_not_consist_of_quarters():
    with pytest.raises(ValueError, match="tidak terdiri atas"):
        month(2026, 1).within(PeriodKind.TRIWULANAN)


@pytest.mark.parametrize(
    ("kind", "number"), [("TAHUNAN", 2), ("TRIWULANAN", 5), ("BULANAN", 13), ("BULANAN", 0)]
)
def test_a_period_that_does_not_exist_is_refused(kind, number):
    with pytest.raises(ValueError, match="tidak ada"):
        Period(PeriodKind(kind), 2026, number)


def test_an_appeal_of_fourteen_working_days():
    """docs/reference/regulations/5, vector 5.7: 5 September is a holiday."""
    assert add_working_days(date(2025, 9, 1), 14, {date(2025, 9, 5)}) == date(2025, 9, 22)


def test_both_ends_are_counted():
    assert count_working_days(date(2026, 1, 5), date(2026, 1, 9)) == 5
    assert count_working_days(date(2026, 1, 9), date(2026, 1, 5)) == 0


def test_a_unit_that_works_on_saturdays():
    saturday = date(2026, 1, 10)

    assert not is_working_day(saturday)
    assert is_working_day(saturday, weekend={SUNDAY})
    assert count_working_days(date(2026, 1, 5), date(2026, 1, 11), weekend={SUNDAY}) == 6
    assert add_working_days(date(2026, 1, 9), 1, weekend={SUNDAY}) == saturday


@given(days, st.integers(1, 60), st.frozensets(days, max_size=10))
def test_adding_and_counting_agree(start, count, free_days):
    end = add_working_days(start, count, free_days)

    assert is_working_day(end, free_days)
    assert count_working_days(start + timedelta(days=1), end, free_days) == count


@pytest.mark.parametrize("count", [0, -1])
def test_no_working_day_cannot_be_added(count):
    with pytest.raises(ValueError, match="paling sedikit satu"):
        add_working_days(date(2026, 1, 5), count)


def test_a_calendar_without_working_days_is_refused_instead_of_searched_forever():
    with pytest.raises(ValueError, match="Tidak ada hari kerja"):
        add_working_days(date(2026, 1, 5), 1, weekend=range(7))
