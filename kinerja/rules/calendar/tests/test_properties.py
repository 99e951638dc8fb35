"""What holds for every input of the rules of working days and hours."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.calendar import working_days, working_time

days = st.dates(date(2023, 1, 1), date(2040, 12, 31))
free = st.frozensets(days, max_size=5)


@given(days, st.integers(0, 60), free, st.booleans())
def test_a_span_is_the_sum_of_its_days(begins, length, free_days, six):
    ends = begins + timedelta(days=length)
    ramadan = working_time.DaySpan(begins + timedelta(days=3), begins + timedelta(days=32))
    each = [
        working_time.day(
            begins + timedelta(days=n), free_days=free_days, six_days=six, ramadan=ramadan
        ).value.minutes
        for n in range(length + 1)
    ]

    total = working_time.span(begins, ends, free_days=free_days, six_days=six, ramadan=ramadan).value
    assert total == sum(each)


@given(days, free, days, st.booleans())
def test_a_free_day_more_never_adds_minutes(begins, free_days, day, six):
    ends = begins + timedelta(days=30)
    before = working_time.span(begins, ends, free_days=free_days, six_days=six).value

    assert working_time.span(begins, ends, free_days=free_days | {day}, six_days=six).value <= before


@given(days, st.integers(1, 60), st.integers(0, 20), free)
def test_deadlines_come_in_the_order_of_their_days(start, count, more, free_days):
    first = working_days.after(start, count, free_days=free_days).value
    later = working_days.after(start + timedelta(days=more), count, free_days=free_days).value
    longer = working_days.after(start, count + more, free_days=free_days).value

    assert start < first <= later
    assert first <= longer
    assert working_days.count(start + timedelta(days=1), first, free_days=free_days).value == count


@given(days, st.integers(1, 60), free)
def test_a_unit_of_six_days_is_never_slower(start, count, free_days):
    five = working_days.after(start, count, free_days=free_days).value

    assert working_days.after(start, count, free_days=free_days, six_days=True).value <= five
