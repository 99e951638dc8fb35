"""Working days for the clocks of discipline: refused in a sentence where the calendar holds none."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta

from kinerja.rules import parameters
from kinerja.rules.discipline.codes import WorkingWeek
from kinerja.rules.parameters import Figure
from kinerja.rules.refusal import Refused
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.working_days import FIVE_DAY_WEEKEND, SUNDAY, add_working_days, is_working_day

_WEEKENDS: dict[WorkingWeek, frozenset[int]] = {
    WorkingWeek.LIMA_HARI: FIVE_DAY_WEEKEND,
    WorkingWeek.ENAM_HARI: frozenset({SUNDAY}),
    WorkingWeek.JADWAL: frozenset(),
}
_ONE_DAY = timedelta(days=1)


def works(day: date, free_days: Container[date], week: WorkingWeek = WorkingWeek.LIMA_HARI) -> bool:
    """Whether somebody with this week works on the day."""
    return is_working_day(day, free_days, weekend=_WEEKENDS[week])


def working_days_after(start: date, days: int, free_days: Container[date], field: str) -> date:
    """`days` working days after `start`, which does not count; refused when the calendar has no such day."""
    try:
        return add_working_days(start, days, free_days)
    except (ValueError, OverflowError):
        raise Refused(field, _("Hari kerja sesudah {day} tidak dapat dihitung."), {"day": start}) from None


def deadline(name: str, start: date, free_days: Container[date], field: str) -> tuple[date, Figure]:
    """The last day of a clock of this name in working days after `start`, and its figure as of `start`."""
    figure = parameters.figure(name, on=start)
    return working_days_after(start, int(figure.value), free_days, field), figure


def is_next(day: date, later: date, free_days: Container[date], week: WorkingWeek) -> bool:
    """Whether no working day lies between the two."""
    day += _ONE_DAY
    while day < later:
        if works(day, free_days, week):
            return False
        day += _ONE_DAY
    return True
