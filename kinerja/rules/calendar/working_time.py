"""How many minutes a working day has, when it begins, and what a span of days adds up to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.working_days import FIVE_DAY_WEEKEND, NO_FREE_DAYS, SUNDAY, is_working_day

CITES = (
    Citation("Perpres 21/2023", in_force_from=date(2023, 1, 1), page="4"),
    Citation(
        "Perpres 21/2023", "jam kerja", date(2023, 1, 1), standing=Standing.SOURCE, sources=("S30",), page="4"
    ),
)
MOST_DAYS = 4 * 100


@dataclass(frozen=True, slots=True)
class DaySpan:
    """Two days and all between them."""

    begins: date
    ends: date


@record
@dataclass(frozen=True, slots=True)
class WorkingDay:
    """Minutes without breaks; when the day begins, in minutes after midnight; none on a day without work."""

    minutes: int
    begins: int | None


def day(
    when: date,
    *,
    free_days: frozenset[date] = NO_FREE_DAYS,
    six_days: bool = False,
    ramadan: DaySpan | None = None,
) -> Verdict[WorkingDay]:
    """The week's minutes in equal parts. Begin and end of Ramadan are decided every year and come in as an argument."""
    if not is_working_day(when, free_days, weekend=_weekend(six_days)):
        step = Step(_("{day} bukan hari kerja."), {"day": when}, (CITES[0],))
        return Verdict(WorkingDay(0, None), (step,), CITES)
    fasting = _within(ramadan, when)
    minutes, week, start = _figures(when, six_days, fasting)
    template = _("{day}: {minutes} menit, mulai {hour}.{minute}, pekan {week} menit.")
    if fasting:
        template = _("{day} dalam Ramadan: {minutes} menit, mulai {hour}.{minute}, pekan {week} menit.")
    hour, minute = divmod(int(start.value), 6 * 10)
    step = Step(
        template,
        {
            "day": when,
            "minutes": minutes,
            "hour": f"{hour:02d}",
            "minute": f"{minute:02d}",
            "week": week.value,
        },
        (week.cite, start.cite),
    )
    return Verdict(WorkingDay(minutes, int(start.value)), (step,), CITES)


def span(
    begins: date,
    ends: date,
    *,
    free_days: frozenset[date] = NO_FREE_DAYS,
    six_days: bool = False,
    ramadan: DaySpan | None = None,
) -> Verdict[int]:
    """Minutes of all working days between two days, both included; at most 400 days at once."""
    count = (ends - begins).days + 1
    if not 1 <= count <= MOST_DAYS:
        raise Refused(
            "ends", _("Antara hari pertama dan terakhir harus 1 sampai {most} hari."), {"most": MOST_DAYS}
        )
    weekend = _weekend(six_days)
    total = working = 0
    for number in range(count):
        when = begins + timedelta(days=number)
        if is_working_day(when, free_days, weekend=weekend):
            total += _figures(when, six_days, _within(ramadan, when))[0]
            working += 1
    step = Step(_("{days} hari kerja, {minutes} menit."), {"days": working, "minutes": total}, (CITES[0],))
    return Verdict(total, (step,), CITES)


def _figures(when: date, six_days: bool, fasting: bool) -> tuple[int, parameters.Figure, parameters.Figure]:
    week = parameters.figure("working_time.ramadan_week" if fasting else "working_time.week", on=when)
    start = parameters.figure("working_time.ramadan_start" if fasting else "working_time.start", on=when)
    return int(week.value) // (6 if six_days else 5), week, start


def _weekend(six_days: bool) -> frozenset[int]:
    return frozenset({SUNDAY}) if six_days else FIVE_DAY_WEEKEND


def _within(ramadan: DaySpan | None, when: date) -> bool:
    return ramadan is not None and ramadan.begins <= when <= ramadan.ends
