"""The quarters of the demonstration's year: when each is opened, rated and closed, and which are over on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kinerja.tools.clock import WIB

#: days after a quarter's end by which everybody who is rated has been rated
RATED_AFTER = 24
#: an open review may still be worked on for so many days at least
STILL_OPEN = 6
#: the day that is shown when the year has no rated quarter yet
GOOD_DAY = (11, 24)


@dataclass(frozen=True, slots=True)
class Quarter:
    """One period of assessment. `is_open`: the newest one, which is still being worked on."""

    name: str
    begins: date
    ends: date
    fill_until: date
    is_open: bool

    def day(self, number: int, hour: int, minute: int = 0) -> datetime:
        """So many days after the quarter's end, moved from a weekend to the Friday before."""
        day = self.ends + timedelta(days=number)
        return datetime.combine(weekday(day), time(hour, minute), tzinfo=WIB)


def weekday(day: date) -> date:
    """The day itself, or the Friday before its weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def quarter_ends(year: int) -> tuple[date, ...]:
    return date(year, 3, 31), date(year, 6, 30), date(year, 9, 30), date(year, 12, 31)


def next_report(last: date, step: int) -> date:
    """The day of the next report: `step` days later, but none passes over the last working day of a quarter."""
    following = last + timedelta(days=step)
    closing = [weekday(end) for end in quarter_ends(last.year)]
    return min([following, *(end for end in closing if last < end)])


def rated_quarters(today: date) -> Iterator[Quarter]:
    """The quarters of the year whose rating is over on `today`, oldest first."""
    ends = [end for end in quarter_ends(today.year) if end + timedelta(days=RATED_AFTER) <= today]
    for number, end in enumerate(ends, start=1):
        is_open = number == len(ends)
        month_after = (end + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        until = max(month_after, today + timedelta(days=STILL_OPEN)) if is_open else month_after
        name = f"Triwulan {('I', 'II', 'III', 'IV')[number - 1]} {end.year}"
        yield Quarter(name, end.replace(month=end.month - 2, day=1), end, until, is_open)


def day_to_show(today: date) -> date:
    """Today; while the year has nothing rated yet, a day of the year before, when nearly everything had happened."""
    return today if any(True for _each in rated_quarters(today)) else date(today.year - 1, *GOOD_DAY)
