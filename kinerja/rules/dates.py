"""Days further on, refused in a sentence where the calendar of Python ends."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from kinerja.rules.refusal import Refused
from kinerja.rules.wording import gettext_noop as _

_ONE_DAY = timedelta(days=1)


def years_after(day: date, years: int, field: str) -> date:
    """The same day `years` later; 29 February becomes the 28th where there is none. Refused past the year 9999."""
    return months_after(day, years * 12, field)


def months_after(day: date, months: int, field: str) -> date:
    """The same day `months` later, or the last day of a shorter month. Refused past the year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        raise _too_far(field)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(start: date, months: int, field: str) -> date:
    """The last day of so many whole months that begin with `start`: 15 January and six months end on 14 July.

    Where the last month is too short for that day, its end. Refused past the year 9999.
    """
    if start.day == 1:
        return months_after(start, months, field) - _ONE_DAY
    return months_after(start - _ONE_DAY, months, field)


def days_after(day: date, days: int, field: str) -> date:
    """`days` calendar days later. Refused past the year 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise _too_far(field) from None


def _too_far(field: str) -> Refused:
    return Refused(field, _("Tanggal terlalu jauh."))
