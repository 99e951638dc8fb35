"""What the attendance codes of a month cut: the sum of count × percentage by the decree's table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules.allowance import rule_sets
from kinerja.rules.allowance.attendance_codes import AttendanceTally, HeldCode
from kinerja.rules.allowance.codes import AttendanceCode, DayStatus, PerkadaPart, TppExample
from kinerja.rules.allowance.perkada import Perkada
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Kepmendagri 900-4700/2020", "", date(2020, 1, 1), None, Standing.KNOWN, ("S25",), "4"),
    design("4"),
)


@record
@dataclass(frozen=True, slots=True)
class CutLine:
    """`count` times `each` percent; `about` is the code, the kind of leave, or None for a missing clock time."""

    about: AttendanceCode | DayStatus | None
    count: int
    each: Decimal
    percent: Decimal


@record
@dataclass(frozen=True, slots=True)
class AttendanceCuts:
    """`percent` is the sum of the lines, and may exceed 100; `held` are codes that were not applied."""

    percent: Decimal
    lines: tuple[CutLine, ...]
    held: tuple[HeldCode, ...]


def cuts(
    tally: AttendanceTally,
    *,
    on: date,
    rule_set: TppExample = TppExample.NASIONAL,
    perkada: Perkada | None = None,
) -> Verdict[AttendanceCuts]:
    """The percentages of the codes in the tally, and their sum. What is held is named and not applied."""
    decree = rule_sets.chosen(rule_set, perkada, on)
    cite = (decree.cite(PerkadaPart.CODES),)
    lines = _lines(tally, decree)
    total = sum((line.percent for line in lines), Decimal(0))
    steps = [_told(line, cite) for line in lines]
    steps += [
        Step(
            _("{code} ditahan dan tidak dipotong: {reason}."),
            {"code": held.code.value, "reason": held.reason},
            CITES[1:],
        )
        for held in tally.held
    ]
    steps.append(Step(_("Jumlah potongan kehadiran {total:persen}."), {"total": total}, CITES, total))
    return Verdict(AttendanceCuts(total, lines, tally.held), tuple(steps), CITES)


def _lines(tally: AttendanceTally, decree: Perkada) -> tuple[CutLine, ...]:
    """In the order of the decree's table; a missing clock time has a line of its own when the decree rates it."""
    lacking = {AttendanceCode.TL4: tally.no_clock_in, AttendanceCode.PSW4: tally.no_clock_out}
    rated = decree.missing_clock is not None
    found = []
    for rate in decree.codes:
        count = tally.counts.get(rate.code, 0) - (lacking.get(rate.code, 0) if rated else 0)
        if count:
            found.append(CutLine(rate.code, count, rate.percent, count * rate.percent))
    unclocked = sum(lacking.values())
    if decree.missing_clock is not None and unclocked:
        found.append(CutLine(None, unclocked, decree.missing_clock, unclocked * decree.missing_clock))
    for leave in decree.leave:
        days = tally.leave.get(leave.status)
        if days:
            found.append(CutLine(leave.status, days, leave.percent, days * leave.percent))
    return tuple(found)


def _told(line: CutLine, cite: tuple[Citation, ...]) -> Step:
    params = {"count": line.count, "each": line.each, "percent": line.percent}
    if line.about is None:
        template = _("Tanpa absen masuk atau pulang: {count} × {each:persen} = {percent:persen}.")
        return Step(template, params, cite, line.percent)
    about = line.about.value if isinstance(line.about, AttendanceCode) else line.about
    template = _("{about}: {count} × {each:persen} = {percent:persen}.")
    return Step(template, {"about": about, **params}, cite, line.percent)
