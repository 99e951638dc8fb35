"""From clock times to attendance codes: lateness (TL1–TL4), leaving early (PSW1–PSW4), absence (TK).

The hours of the shift come in as minutes of the day; Ramadan hours and flexible schemes are thus arguments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kinerja.rules.allowance import rule_sets
from kinerja.rules.allowance.codes import (
    AttendanceCode,
    DayStatus,
    HoldReason,
    PerkadaPart,
    TppExample,
)
from kinerja.rules.allowance.perkada import DAY, Perkada
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Kepmendagri 900-4700/2020", "", date(2020, 1, 1), None, Standing.KNOWN, ("S25",), "4"),
    design("4"),
)
#: a shift and its clock times may reach into the next day
LATEST = 2 * DAY
MOST_DAYS = 31


@record
@dataclass(frozen=True, slots=True)
class DayCodes:
    """The codes of one day. `late` and `early` in minutes; `without_clock`: how many of the codes lack a clock time."""

    codes: tuple[AttendanceCode, ...]
    late: int = 0
    early: int = 0
    without_clock: int = 0


@record
@dataclass(frozen=True, slots=True)
class WorkDay:
    """One working day of a person. Minutes count from midnight of `day`; a clock time that is missing is None.

    `held`: the day's codes are not applied, since their cause lies with somebody else.
    """

    day: date
    shift_start: int
    shift_end: int
    clock_in: int | None = None
    clock_out: int | None = None
    status: DayStatus = DayStatus.HADIR
    held: HoldReason | None = None

    def __post_init__(self) -> None:
        _check_times(self.shift_start, self.shift_end, self.clock_in, self.clock_out)


@record
@dataclass(frozen=True, slots=True)
class HeldCode:
    """A code that was found and is held, not applied."""

    code: AttendanceCode
    day: date | None
    reason: HoldReason


@record
@dataclass(frozen=True, slots=True)
class AttendanceTally:
    """The codes of a month. `no_clock_in`: how many of the TL4 lack the clock time, `no_clock_out`: of the PSW4.

    `in_a_row`: the longest run of absences on successive working days; `leave`: days of approved leave and the like.
    """

    counts: Mapping[AttendanceCode, int] = field(default_factory=dict)
    no_clock_in: int = 0
    no_clock_out: int = 0
    in_a_row: int = 0
    leave: Mapping[DayStatus, int] = field(default_factory=dict)
    held: tuple[HeldCode, ...] = ()

    def __post_init__(self) -> None:
        for name, counts in (("counts", self.counts), ("leave", self.leave)):
            for code, count in counts.items():
                if not 0 <= count <= MOST_DAYS:
                    raise _too_many(f"{name}.{code}")
        for name, part, code in (
            ("no_clock_in", self.no_clock_in, AttendanceCode.TL4),
            ("no_clock_out", self.no_clock_out, AttendanceCode.PSW4),
            ("in_a_row", self.in_a_row, AttendanceCode.TK),
        ):
            if not 0 <= part <= self.counts.get(code, 0):
                raise Refused(name, _("Harus dari 0 sampai jumlah {code}."), {"code": code.value})


def _too_many(where: str) -> Refused:
    return Refused(where, _("Jumlah hari harus dari 0 sampai {most}."), {"most": MOST_DAYS})


def day_codes(
    shift_start: int,
    shift_end: int,
    clock_in: int | None = None,
    clock_out: int | None = None,
    status: DayStatus = DayStatus.HADIR,
    *,
    on: date,
    rule_set: TppExample = TppExample.NASIONAL,
    perkada: Perkada | None = None,
) -> Verdict[DayCodes]:
    """The codes of one day; times are minutes since midnight (07:30 = 450). Neither clock time: TK alone."""
    decree = rule_sets.chosen(rule_set, perkada, on)
    _check_times(shift_start, shift_end, clock_in, clock_out)
    cites = (decree.cite(PerkadaPart.CODES),)
    if status is not DayStatus.HADIR:
        step = Step(_("{status}: tidak ada kode kehadiran."), {"status": status}, CITES)
        return Verdict(DayCodes(()), (step,), CITES)
    found = _found(_bands(decree), shift_start, shift_end, clock_in, clock_out)
    return Verdict(found, tuple(_told(found, cites)), CITES)


def month_codes(
    days: Sequence[WorkDay],
    *,
    month: date,
    rule_set: TppExample = TppExample.NASIONAL,
    perkada: Perkada | None = None,
) -> Verdict[AttendanceTally]:
    """The codes of all working days of a month, which must come in order, none twice.

    `month` is any day of it; the rule set must hold on its first day.
    """
    decree = rule_sets.chosen(rule_set, perkada, month.replace(day=1))
    bands, cites = _bands(decree), (decree.cite(PerkadaPart.CODES),)
    counts: dict[AttendanceCode, int] = {}
    leave: dict[DayStatus, int] = {}
    held: list[HeldCode] = []
    steps: list[Step] = []
    no_in = no_out = run = longest = 0
    before: date | None = None
    for place, work in enumerate(days):
        before = _next(before, work.day, month, place)
        if work.status is not DayStatus.HADIR:
            leave[work.status] = leave.get(work.status, 0) + 1
            run = 0
            continue
        found = _found(bands, work.shift_start, work.shift_end, work.clock_in, work.clock_out)
        if not found.codes:
            run = 0
            continue
        if work.held is not None:
            run = 0
            held += [HeldCode(code, work.day, work.held) for code in found.codes]
            steps.append(_held(work.day, found, work.held))
            continue
        for code in found.codes:
            counts[code] = counts.get(code, 0) + 1
        if found is _ABSENT:
            run += 1
            longest = max(longest, run)
        else:
            run = 0
            no_in += work.clock_in is None
            no_out += work.clock_out is None
        steps.append(_day(work.day, found, cites))
    steps.append(Step(_("{days} hari kerja diperiksa."), {"days": len(days)}, CITES))
    tally = AttendanceTally(counts, no_in, no_out, longest, leave, tuple(held))
    return Verdict(tally, tuple(steps), CITES)


_Bands = tuple[tuple[tuple[int, AttendanceCode], ...], tuple[tuple[int, AttendanceCode], ...]]


def _bands(decree: Perkada) -> _Bands:
    """Of lateness and of leaving early: (from how many minutes, code), the highest first."""
    late: list[tuple[int, AttendanceCode]] = []
    early: list[tuple[int, AttendanceCode]] = []
    for each in decree.codes:
        if each.code is not AttendanceCode.TK:
            (late if each.code.startswith("TL") else early).append((each.from_minutes, each.code))
    return tuple(sorted(late, reverse=True)), tuple(sorted(early, reverse=True))


def _found(bands: _Bands, start: int, end: int, clock_in: int | None, clock_out: int | None) -> DayCodes:
    if clock_in is None and clock_out is None:
        return _ABSENT
    late = 0 if clock_in is None else max(0, clock_in - start)
    early = 0 if clock_out is None else max(0, end - clock_out)
    if not late and not early and clock_in is not None and clock_out is not None:
        return _PRESENT
    lacking = (clock_in is None) + (clock_out is None)
    first = AttendanceCode.TL4 if clock_in is None else _band(bands[0], late)
    last = AttendanceCode.PSW4 if clock_out is None else _band(bands[1], early)
    return DayCodes(tuple(code for code in (first, last) if code is not None), late, early, lacking)


_PRESENT = DayCodes(())
_ABSENT = DayCodes((AttendanceCode.TK,))


def _band(band: tuple[tuple[int, AttendanceCode], ...], minutes: int) -> AttendanceCode | None:
    for least, code in band:
        if minutes >= least:
            return code
    return None


def _check_times(start: int, end: int, clock_in: int | None, clock_out: int | None) -> None:
    for name, minute in (
        ("shift_start", start),
        ("shift_end", end),
        ("clock_in", clock_in),
        ("clock_out", clock_out),
    ):
        if minute is not None and not 0 <= minute < LATEST:
            raise Refused(name, _("Menit harus dari 0 sampai {most}."), {"most": LATEST - 1})
    if end <= start:
        raise Refused("shift_end", _("Jam pulang harus sesudah jam masuk."))
    if clock_in is not None and clock_out is not None and clock_out < clock_in:
        raise Refused("clock_out", _("Absen pulang tidak boleh sebelum absen masuk."))


def _next(before: date | None, day: date, month: date, place: int) -> date:
    if (day.year, day.month) != (month.year, month.month):
        raise Refused(f"days.{place}.day", _("{day} tidak termasuk bulan ini."), {"day": day})
    if before is not None and day <= before:
        raise Refused(f"days.{place}.day", _("Hari harus berurutan dan tidak berulang."))
    return day


def _told(found: DayCodes, cites: tuple[Citation, ...]) -> list[Step]:
    if not found.codes:
        minutes_of = {"late": found.late, "early": found.early}
        template = (
            _(
                "Terlambat {late} menit, pulang {early} menit lebih awal: di bawah batas, tidak ada kode kehadiran."
            )
            if found.late or found.early
            else _("Tepat waktu: tidak ada kode kehadiran.")
        )
        return [Step(template, minutes_of, cites)]
    if found is _ABSENT:
        return [
            Step(_("Tidak ada absen masuk dan pulang: {code} saja."), {"code": found.codes[0].value}, CITES)
        ]
    steps = []
    for code in found.codes:
        minutes = found.late if code.startswith("TL") else found.early
        params = {"code": code.value, "minutes": minutes}
        if not minutes:
            template = _("Tanpa waktu absen: {code}.")
        elif code.startswith("TL"):
            template = _("Terlambat {minutes} menit: {code}.")
        else:
            template = _("Pulang {minutes} menit lebih awal: {code}.")
        steps.append(Step(template, params, cites))
    return steps


def _day(day: date, found: DayCodes, cites: tuple[Citation, ...]) -> Step:
    params = {"day": day, "codes": ", ".join(found.codes), "late": found.late, "early": found.early}
    if found is _ABSENT:
        return Step(_("{day}: {codes}, tidak ada absen masuk dan pulang."), params, cites)
    if found.without_clock:
        return Step(_("{day}: {codes}, satu waktu absen tidak ada."), params, cites)
    return Step(_("{day}: {codes}, terlambat {late} menit, pulang {early} menit lebih awal."), params, cites)


def _held(day: date, found: DayCodes, reason: HoldReason) -> Step:
    params = {"day": day, "codes": ", ".join(found.codes), "reason": reason}
    return Step(_("{day}: {codes} ditahan, {reason}."), params, CITES)
