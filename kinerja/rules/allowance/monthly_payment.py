"""The TPP of one person for one month: performance and discipline, less the cuts, rounded half up once at the end.

Each line is the difference of two running totals that are rounded half up; so the lines equal the total to the rupiah.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules import money
from kinerja.rules.allowance import (
    absence_ladder,
    attendance_codes,
    attendance_cuts,
    event_cuts,
    productivity,
    punishment_cuts,
    rule_sets,
)
from kinerja.rules.allowance.attendance_codes import AttendanceTally, WorkDay
from kinerja.rules.allowance.codes import (
    AttendanceCode,
    CuttingPunishment,
    DayStatus,
    DeductionBase,
    EventAction,
    EventKind,
    HoldReason,
    PerkadaPart,
    TppExample,
    TppLineKind,
    TppStaff,
)
from kinerja.rules.allowance.event_cuts import EventFact
from kinerja.rules.allowance.perkada import Perkada
from kinerja.rules.allowance.punishment_cuts import PunishmentFact
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import Predicate
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PP 12/2019", "Pasal 58", date(2019, 1, 1), None, Standing.SOURCE, ("S26",), "4"),
    Citation("Kepmendagri 900-4700/2020", "", date(2020, 1, 1), None, Standing.KNOWN, ("S25",), "4"),
    design("4"),
)

About = AttendanceCode | DayStatus | EventKind | CuttingPunishment | None


@record
@dataclass(frozen=True, slots=True)
class TppLine:
    """One line of the slip. `percent` as the decree has it; `rupiah` is negative for a cut."""

    kind: TppLineKind
    about: About
    count: int
    percent: Decimal
    rupiah: int


@record
@dataclass(frozen=True, slots=True)
class HeldCut:
    """A cut that was found and is not applied; `about` None is the evaluation."""

    about: AttendanceCode | EventKind | None
    day: date | None
    reason: HoldReason


@record
@dataclass(frozen=True, slots=True)
class TppPayment:
    """`paid` = `performance` + `discipline` − `cuts`, and the sum of the lines. `tpp` is the whole TPP of the class."""

    paid: int
    tpp: int
    performance: int
    discipline: int
    cuts: int
    lines: tuple[TppLine, ...]
    actions: tuple[EventAction, ...]
    held: tuple[HeldCut, ...]


def payment(
    tpp: int,
    tally: AttendanceTally,
    month: date,
    predicate: Predicate | None = None,
    achievement: Decimal | None = None,
    evaluation_held: HoldReason | None = None,
    staff: TppStaff = TppStaff.PNS,
    structural: bool = False,
    events: Sequence[EventFact] = (),
    punishments: Sequence[PunishmentFact] = (),
    rule_set: TppExample = TppExample.NASIONAL,
    perkada: Perkada | None = None,
) -> Verdict[TppPayment]:
    """What is paid for the month that holds `month`, by the rule set that holds on its first day.

    Never negative and never above the TPP. Without an evaluation the performance part is that of the decree (0).
    """
    money.rupiah("tpp", tpp)
    first = month.replace(day=1)
    decree = rule_sets.chosen(rule_set, perkada, first)
    rated = productivity.factor(predicate, achievement, evaluation_held, on=first, perkada=decree)
    cut = attendance_cuts.cuts(tally, on=first, perkada=decree)
    absent = tally.counts.get(AttendanceCode.TK, 0)
    ladder = absence_ladder.percent(absent, tally.in_a_row, on=first, perkada=decree)
    attended = event_cuts.cut(tpp, events, staff, structural, on=first, perkada=decree) if events else None
    punished = punishment_cuts.cut(punishments, month=first, perkada=decree)
    own = _staff(decree, staff, first)
    entries = _entries(decree, cut.value, absent, ladder.value, attended)
    lines = _lines(tpp, own, decree, rated.value, entries, punished.value)
    found = TppPayment(
        sum(line.rupiah for line in lines),
        tpp,
        lines[0].rupiah,
        lines[1].rupiah,
        -sum(line.rupiah for line in lines[2:]),
        lines,
        () if attended is None else attended.value.actions,
        _held(tally, attended, evaluation_held if predicate is None and achievement is None else None),
    )
    steps = (
        _opening(tpp, staff, own, decree),
        *rated.steps,
        *cut.steps,
        *ladder.steps,
        *(() if attended is None else attended.steps[:-1]),
        *punished.steps,
        *_closing(found),
    )
    return Verdict(found, steps, CITES)


def from_days(
    tpp: int,
    days: Sequence[WorkDay],
    month: date,
    predicate: Predicate | None = None,
    achievement: Decimal | None = None,
    evaluation_held: HoldReason | None = None,
    staff: TppStaff = TppStaff.PNS,
    structural: bool = False,
    events: Sequence[EventFact] = (),
    punishments: Sequence[PunishmentFact] = (),
    rule_set: TppExample = TppExample.NASIONAL,
    perkada: Perkada | None = None,
) -> Verdict[TppPayment]:
    """The whole chain of a month: clock times of its working days, their codes, the cuts, and what is paid."""
    coded = attendance_codes.month_codes(days, month=month, rule_set=rule_set, perkada=perkada)
    paid = payment(
        tpp,
        coded.value,
        month,
        predicate,
        achievement,
        evaluation_held,
        staff,
        structural,
        events,
        punishments,
        rule_set,
        perkada,
    )
    return Verdict(paid.value, (*coded.steps, *paid.steps), CITES)


def formula(
    tpp: int,
    factor: Decimal,
    deductions: Decimal,
    base: DeductionBase = DeductionBase.DISIPLIN,
    punishment: Decimal = Decimal(0),
    performance: Decimal = Decimal(60),
) -> Verdict[int]:
    """The formula alone, from percentages: productivity factor, sum of deductions, punishment, performance share."""
    money.rupiah("tpp", tpp)
    for name, percent in (("factor", factor), ("punishment", punishment), ("performance", performance)):
        money.percentage(name, percent)
    money.percentage("deductions", deductions, most=money.ONE_PERCENT)
    share = money.units(performance)
    totals = _totals(
        tpp, money.WHOLE, share, money.units(factor), ((base, deductions),), money.units(punishment)
    )
    steps = (
        Step(_("Bagian kinerja Rp{rupiah}."), {"rupiah": totals[0]}, CITES, Decimal(totals[0])),
        Step(
            _("Bagian disiplin Rp{rupiah}."),
            {"rupiah": totals[1] - totals[0]},
            CITES,
            Decimal(totals[1] - totals[0]),
        ),
        Step(
            _("Potongan {percent:persen} dari {base}: Rp{rupiah}."),
            {"percent": deductions, "base": base, "rupiah": totals[1] - totals[2]},
            CITES,
            Decimal(totals[1] - totals[2]),
        ),
        Step(
            _("Potongan hukuman {percent:persen}: Rp{rupiah}."),
            {"percent": punishment, "rupiah": totals[2] - totals[3]},
            CITES,
            Decimal(totals[2] - totals[3]),
        ),
        Step(_("Dibayar Rp{rupiah}."), {"rupiah": totals[3]}, CITES, Decimal(totals[3])),
    )
    return Verdict(totals[3], steps, CITES)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A cut before it is rupiah."""

    kind: TppLineKind
    about: About
    count: int
    percent: Decimal
    base: DeductionBase


def _entries(
    decree: Perkada,
    cut: attendance_cuts.AttendanceCuts,
    absent: int,
    ladder: Decimal,
    attended: Verdict[event_cuts.EventCuts] | None,
) -> list[_Entry]:
    """Every cut that is applied, but for punishments."""
    entries = [
        _Entry(TppLineKind.KEHADIRAN, line.about, line.count, line.percent, decree.deduction_base)
        for line in cut.lines
    ]
    if ladder:
        entries.append(_Entry(TppLineKind.JENJANG, None, absent, ladder, decree.event_base))
    if attended is not None:
        entries += [
            _Entry(TppLineKind.KEGIATAN, line.event, 1, line.percent, decree.event_base)
            for line in attended.value.lines
            if line.held is None
        ]
    return entries


def _totals(
    tpp: int,
    own: int,
    share: int,
    factor: int,
    cuts: Sequence[tuple[DeductionBase, Decimal]],
    punishment: int,
) -> list[int]:
    """Running totals: performance, with discipline, after each entry (from discipline first), after punishment."""
    whole = money.WHOLE
    unit, scale = tpp * own, whole**3
    performance = share * factor
    totals = [money.half_up(unit * performance, scale)]
    left = whole
    together = performance + (whole - share) * left
    totals.append(money.half_up(unit * together, scale))
    for base, percent in cuts:
        if base is DeductionBase.DISIPLIN:
            left = max(0, left - money.units(percent))
            together = performance + (whole - share) * left
            totals.append(money.half_up(unit * together, scale))
    left = whole
    for base, percent in cuts:
        if base is DeductionBase.TOTAL:
            left = max(0, left - money.units(percent))
            totals.append(money.half_up(unit * together * left, scale * whole))
    totals.append(money.half_up(unit * together * left * (whole - punishment), scale * whole * whole))
    return totals


def _lines(
    tpp: int,
    own: int,
    decree: Perkada,
    factor: Decimal,
    entries: list[_Entry],
    punished: punishment_cuts.PunishmentCut,
) -> tuple[TppLine, ...]:
    """Performance, discipline, the cuts from discipline, the cuts from everything, and the punishment if one runs."""
    entries.sort(key=_from_everything)
    share = money.units(decree.performance)
    cuts = [(entry.base, entry.percent) for entry in entries]
    totals = _totals(tpp, own, share, money.units(factor), cuts, money.units(punished.percent))
    parts = money.differences(totals)
    lines = [
        TppLine(TppLineKind.KINERJA, None, 1, decree.performance, parts[0]),
        TppLine(TppLineKind.DISIPLIN, None, 1, decree.discipline, parts[1]),
    ]
    lines += [
        TppLine(entry.kind, entry.about, entry.count, entry.percent, part)
        for entry, part in zip(entries, parts[2:-1], strict=True)
    ]
    if punished.kind is not None:
        lines.append(TppLine(TppLineKind.HUKUMAN, punished.kind, 1, punished.percent, parts[-1]))
    return tuple(lines)


def _from_everything(entry: _Entry) -> bool:
    return entry.base is DeductionBase.TOTAL


def _staff(decree: Perkada, staff: TppStaff, on: date) -> int:
    """The part of the TPP for this kind of employee; what the decree does not name follows the national table."""
    for each in decree.staff:
        if each.staff is staff:
            return money.units(each.percent)
    national = rule_sets.example(TppExample.NASIONAL, on=on).value
    return next(money.units(each.percent) for each in national.staff if each.staff is staff)


def _held(
    tally: AttendanceTally, attended: Verdict[event_cuts.EventCuts] | None, evaluation: HoldReason | None
) -> tuple[HeldCut, ...]:
    found = [HeldCut(each.code, each.day, each.reason) for each in tally.held]
    if attended is not None:
        found += [HeldCut(line.event, None, line.held) for line in attended.value.lines if line.held]
    if evaluation is not None:
        found.append(HeldCut(None, None, evaluation))
    return tuple(found)


def _opening(tpp: int, staff: TppStaff, own: int, decree: Perkada) -> Step:
    percent = Decimal(own) / money.ONE_PERCENT
    params = {"tpp": tpp, "basis": decree.legal_basis, "staff": staff, "percent": percent}
    return Step(
        _("TPP Rp{tpp}; {staff} menerima {percent:persen} menurut {basis}."),
        params,
        (decree.cite(PerkadaPart.STAFF),),
        Decimal(tpp),
    )


_TOLD: Mapping[TppLineKind, str] = {
    TppLineKind.KINERJA: _("Bagian kinerja, {percent:persen} dari TPP kali faktor: Rp{rupiah}."),
    TppLineKind.DISIPLIN: _("Bagian disiplin, {percent:persen} dari TPP: Rp{rupiah}."),
    TppLineKind.KEHADIRAN: _("Potongan kehadiran {percent:persen}: Rp{rupiah}."),
    TppLineKind.JENJANG: _("Potongan jumlah hari tidak masuk {percent:persen}: Rp{rupiah}."),
    TppLineKind.KEGIATAN: _("Potongan kegiatan {percent:persen}: Rp{rupiah}."),
    TppLineKind.HUKUMAN: _("Potongan hukuman {percent:persen}: Rp{rupiah}."),
}


def _closing(found: TppPayment) -> list[Step]:
    """One sentence for each kind of line, and one for what is paid."""
    sums: dict[TppLineKind, tuple[Decimal, int]] = {}
    for line in found.lines:
        percent, rupiah = sums.get(line.kind, (Decimal(0), 0))
        sums[line.kind] = (percent + line.percent, rupiah + line.rupiah)
    steps = [
        Step(_TOLD[kind], {"percent": percent, "rupiah": abs(rupiah)}, CITES, Decimal(rupiah))
        for kind, (percent, rupiah) in sums.items()
    ]
    steps.append(Step(_("Dibayar Rp{rupiah}."), {"rupiah": found.paid}, CITES, Decimal(found.paid)))
    return steps
