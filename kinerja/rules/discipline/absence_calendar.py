"""From dates to the punishment of each year: working days absent, the longest run, and short hours.

Each calendar year is counted for itself. A run is counted through New Year: the table says nothing else, so the
sentence about it is marked as not verified.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.dates import months_after
from kinerja.rules.discipline import absence
from kinerja.rules.discipline.absence import AbsenceLevel
from kinerja.rules.discipline.codes import WorkingWeek
from kinerja.rules.discipline.working_time import is_next, works
from kinerja.rules.parameters import whole
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    *absence.CITES,
    Citation("Peraturan BKN 6/2022", in_force_from=date(2022, 1, 1), standing=Standing.KNOWN, page="5"),
)
_THROUGH_NEW_YEAR = Citation("PP 94/2021", in_force_from=date(2021, 1, 1), standing=Standing.UNSURE, page="5")
_MINUTES_OF_A_DAY = 1_440


@dataclass(frozen=True, slots=True)
class ShortTime:
    """Minutes not worked on a day on which the person did come."""

    day: date
    minutes: int

    def __post_init__(self) -> None:
        if not 0 <= self.minutes <= _MINUTES_OF_A_DAY:
            raise Refused("minutes", _("Harus dari 0 sampai {most}."), {"most": _MINUTES_OF_A_DAY})


@record
@dataclass(frozen=True, slots=True)
class YearOfAbsence:
    """`longest_run` has a working day in the year; salary stops on the first of the month after its limit was reached."""

    year: int
    days: int
    short_minutes: int
    longest_run: int
    level: AbsenceLevel
    salary_stops_from: date | None


def by_year(
    absent: frozenset[date],
    *,
    free_days: frozenset[date] = frozenset(),
    short: tuple[ShortTime, ...] = (),
    week: WorkingWeek = WorkingWeek.LIMA_HARI,
) -> Verdict[tuple[YearOfAbsence, ...]]:
    """One entry for each calendar year that holds absence or short hours, in order, by the rules at its end.

    Dates that are no working days are left out with a warning. Refused when a day is both absent and short.
    """
    for place, each in enumerate(short):
        if each.day in absent:
            text = _("{day} sudah dihitung tidak masuk sehari penuh.")
            raise Refused(f"short.{place}.day", text, {"day": each.day})
    steps: list[Step] = []
    working = [day for day in sorted(absent) if works(day, free_days, week)]
    minutes: dict[int, int] = {}
    for each in short:
        if each.minutes and works(each.day, free_days, week):
            minutes[each.day.year] = minutes.get(each.day.year, 0) + each.minutes
    left_out = len(absent) - len(working)
    if left_out:
        text = _("{count} tanggal bukan hari kerja dan tidak dihitung.")
        steps.append(Step(text, {"count": left_out}, (design("5"),), level=Level.WARNING))
    runs = _runs(working, free_days, week)
    years = sorted({day.year for day in working} | minutes.keys())
    found = tuple(_of_year(year, working, minutes.get(year, 0), runs, steps) for year in years)
    if not found:
        steps.append(Step(_("Tidak ada hari kerja yang ditinggalkan.")))
    return Verdict(found, tuple(steps), CITES)


def _runs(
    working: Sequence[date], free_days: frozenset[date], week: WorkingWeek
) -> tuple[tuple[date, ...], ...]:
    """Absent working days without a working day between them, as runs."""
    runs: list[list[date]] = []
    for day in working:
        if runs and is_next(runs[-1][-1], day, free_days, week):
            runs[-1].append(day)
        else:
            runs.append([day])
    return tuple(tuple(run) for run in runs)


def _of_year(
    year: int, working: Sequence[date], minutes: int, runs: Sequence[Sequence[date]], steps: list[Step]
) -> YearOfAbsence:
    on = date(year, 12, 31)
    days = sum(1 for day in working if day.year == year)
    upto = [[day for day in run if day.year <= year] for run in runs if any(day.year == year for day in run)]
    run = max(upto, key=len, default=[])
    found = absence.measured(days, len(run), minutes, None, on)
    steps.append(Step(_("Tahun {year}:"), {"year": str(year)}))
    steps.extend(found.steps)
    stops = None
    if found.value.salary_stops:
        tenth = run[whole("discipline.absence.consecutive_days", on=on) - 1]
        stops = months_after(tenth.replace(day=1), 1, "absent")
        text = _("Hari kerja berturut-turut terakhir yang menentukan {tenth}: gaji dihentikan mulai {stops}.")
        steps.append(Step(text, {"tenth": tenth, "stops": stops}, absence.CITES))
        if run[0].year < year:
            text = _(
                "Rangkaian itu dimulai {first}, di tahun sebelumnya; apakah dihitung lewat pergantian tahun belum diverifikasi."
            )
            steps.append(Step(text, {"first": run[0]}, (_THROUGH_NEW_YEAR,), level=Level.WARNING))
    return YearOfAbsence(year, days, minutes, len(run), found.value, stops)
