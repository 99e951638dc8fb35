"""Soft deadlines: before a month is locked each unit has an hour of its own, so that not everybody comes at the last one.

The hour follows from the unit and the month alone: anybody can reckon it again, and next month another unit is first.
It is advice: nothing is late by it, and the lock is the same for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Subquery
from django.db.models.functions import JSONObject

from kinerja.areas.reporting.models import FillingRule
from kinerja.base.calendar.days import free_days
from kinerja.rules.working_days import is_working_day
from kinerja.rules.workload import shown_before, soft_moment
from kinerja.tools import clock

ONE_DAY = timedelta(days=1)
#: how far back the working days of a window are looked for
FARTHEST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Window:
    """The working days over which the soft deadlines of a month are spread; `last`: the day it may be reported on at last."""

    month: date
    days: Sequence[date]
    last: date

    def moment_of(self, unit_id: UUID) -> datetime:
        """The unit's soft deadline: the same whenever it is asked, another one next month."""
        return soft_moment(str(unit_id), self.month, self.days).replace(tzinfo=clock.WIB)


@dataclass(frozen=True, slots=True)
class SoftDeadline:
    """What "Hari ini" says: the month, the unit's own moment, and the day after which the month is locked."""

    month: date
    moment: datetime
    last: date


def rule_within() -> Subquery:
    """The instansi's rule as a part of another query; `soft_deadline` reads it."""
    return Subquery(
        FillingRule.objects.values(found=JSONObject(locks_on="locks_on", soft_days="soft_days"))[:1]
    )


def soft_deadline(found: dict[str, Any] | None, unit_id: UUID | None, today: date) -> SoftDeadline | None:
    """The unit's soft deadline of the month that is locked next; None where none is set, or it is far away.

    Asks for the free days, one query, only near a lock.
    """
    rule = FillingRule(**found) if found else FillingRule()
    if unit_id is None or rule.soft_days is None:
        return None
    last = last_day_of(rule, before(today))
    if last is None or not today <= last or today < last - FARTHEST:
        return None
    window = window_of(rule, before(today))
    if window is None or today < window.days[0] - shown_before(today):
        return None
    return SoftDeadline(window.month, window.moment_of(unit_id), window.last)


def before(today: date) -> date:
    """The first day of the month that is over."""
    return (today.replace(day=1) - ONE_DAY).replace(day=1)


def last_day_of(rule: FillingRule, month: date) -> date | None:
    """The last day on which days of this month may be reported."""
    locked = rule.locked_from(month)
    return None if locked is None else locked - ONE_DAY


def window_of(rule: FillingRule, month: date) -> Window | None:
    """The window of a month: as many working days as the agency said, up to the last day. One query."""
    last = last_day_of(rule, month)
    if last is None or rule.soft_days is None:
        return None
    free = free_days(last - FARTHEST, last)
    days = [last - timedelta(days=n) for n in range(FARTHEST.days)]
    working = [day for day in days if is_working_day(day, free)][: rule.soft_days]
    return Window(month, sorted(working), last) if working else None
