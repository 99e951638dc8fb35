"""Deadlines in working days, over the free days that an official confirmed."""

from __future__ import annotations

from datetime import date

from kinerja.rules.citation import Citation
from kinerja.rules.limits import between
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.working_days import (
    FIVE_DAY_WEEKEND,
    NO_FREE_DAYS,
    SUNDAY,
    add_working_days,
    count_working_days,
)

CITES = (Citation("Perpres 21/2023", "hari kerja", date(2023, 1, 1), page="4"),)
MOST_DAYS = 4 * 100


def after(
    start: date, days: int, *, free_days: frozenset[date] = NO_FREE_DAYS, six_days: bool = False
) -> Verdict[date]:
    """The day that is `days` working days (1–400) after `start`, which itself does not count."""
    between("days", days, 1, MOST_DAYS)
    end = add_working_days(start, days, free_days, weekend=_weekend(six_days))
    step = Step(
        _("{days} hari kerja setelah {start}: {end}."), {"days": days, "start": start, "end": end}, CITES
    )
    return Verdict(end, (step,), CITES)


def count(
    start: date, end: date, *, free_days: frozenset[date] = NO_FREE_DAYS, six_days: bool = False
) -> Verdict[int]:
    """Working days from `start` to `end`, both included, at most 400 days apart."""
    if not 0 <= (end - start).days < MOST_DAYS:
        raise Refused(
            "end", _("Antara hari pertama dan terakhir harus 1 sampai {most} hari."), {"most": MOST_DAYS}
        )
    days = count_working_days(start, end, free_days, weekend=_weekend(six_days))
    step = Step(
        _("{days} hari kerja dari {start} sampai {end}."), {"days": days, "start": start, "end": end}, CITES
    )
    return Verdict(days, (step,), CITES)


def _weekend(six_days: bool) -> frozenset[int]:
    return frozenset({SUNDAY}) if six_days else FIVE_DAY_WEEKEND
