"""Roll calls and ceremonies: what staying away costs by position, and what follows that is not money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules import money
from kinerja.rules.allowance import rule_sets
from kinerja.rules.allowance.attendance_codes import MOST_DAYS
from kinerja.rules.allowance.codes import (
    EventAction,
    EventKind,
    EventOutcome,
    EventPosition,
    HoldReason,
    PerkadaPart,
    TppExample,
    TppStaff,
)
from kinerja.rules.allowance.perkada import DAY, EventRate, Perkada
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "Ketentuan Pemkot Jambi, Desember 2025", "", date(2025, 12, 1), None, Standing.SOURCE, ("S32",), "4"
    ),
    Citation(
        "Ketentuan setelah Lebaran 2019 di Jambi", "", date(2019, 6, 1), None, Standing.SOURCE, ("S33",), "4"
    ),
    design("4"),
)
#: what no decree says: which rate comes first, that no more than the TPP is cut, that a cut may be held
_OWN = (design("4"),)


@record
@dataclass(frozen=True, slots=True)
class EventFact:
    """What happened to a person at one event. `held`: the cut is held, since its cause lies with somebody else."""

    event: EventKind
    outcome: EventOutcome
    held: HoldReason | None = None


@record
@dataclass(frozen=True, slots=True)
class EventLine:
    """One event that the decree answers with a cut or an action; `held` when it is not applied."""

    event: EventKind
    outcome: EventOutcome
    percent: Decimal
    held: HoldReason | None


@record
@dataclass(frozen=True, slots=True)
class EventCuts:
    """`percent` is the sum of the lines that are not held; `rupiah` of the whole TPP; `actions` each once."""

    percent: Decimal
    rupiah: int
    lines: tuple[EventLine, ...]
    actions: tuple[EventAction, ...]


def cut(
    tpp: int,
    events: Sequence[EventFact],
    staff: TppStaff = TppStaff.PNS,
    structural: bool = False,
    *,
    on: date,
    rule_set: TppExample = TppExample.KOTA_JAMBI_2025,
    perkada: Perkada | None = None,
) -> Verdict[EventCuts]:
    """The cuts and actions of a month's events for this person. The rupiah never exceed the TPP.

    The rate of the own kind of position comes first, for a structural official then that of PNS, then that for everyone.
    """
    money.rupiah("tpp", tpp)
    decree = rule_sets.chosen(rule_set, perkada, on)
    if len(events) > MOST_DAYS:
        raise Refused("events", _("Paling banyak {most} kegiatan sebulan."), {"most": MOST_DAYS})
    found = [
        (fact, rate)
        for fact in events
        if (rate := _rate(decree, fact.event, fact.outcome, _positions(staff, structural)))
    ]
    lines = tuple(EventLine(fact.event, fact.outcome, rate.percent, fact.held) for fact, rate in found)
    percent = sum((line.percent for line in lines if line.held is None), Decimal(0))
    rupiah = money.half_up(tpp * min(money.WHOLE, money.units(percent)), money.WHOLE)
    actions = tuple(
        dict.fromkeys(action for fact, rate in found if fact.held is None for action in rate.actions)
    )
    cites = (decree.cite(PerkadaPart.EVENTS),)
    steps = [_told(line, cites) for line in lines]
    steps += [Step(_("Tindakan: {action}."), {"action": action}, cites) for action in actions]
    params = {"percent": percent, "tpp": tpp, "rupiah": rupiah}
    basis = (*cites, *_OWN)
    steps.append(
        Step(_("Potongan {percent:persen} dari Rp{tpp} = Rp{rupiah}."), params, basis, Decimal(rupiah))
    )
    return Verdict(EventCuts(percent, rupiah, lines, actions), tuple(steps), basis)


def list_outcome(
    event: EventKind,
    sent: int | None = None,
    *,
    on: date,
    rule_set: TppExample = TppExample.KOTA_JAMBI_2025,
    perkada: Perkada | None = None,
) -> Verdict[EventOutcome]:
    """Whether the official who sends the attendance list was late: `sent` in minutes of the day, None when never.

    On the minute of the deadline it is in time. Refused when the decree sets no deadline for this event.
    """
    decree = rule_sets.chosen(rule_set, perkada, on)
    if sent is not None and not 0 <= sent < DAY:
        raise Refused("sent", _("Menit harus dari 0 sampai {most}."), {"most": DAY - 1})
    rate = _rate(decree, event, EventOutcome.DAFTAR_TERLAMBAT, (EventPosition.SEMUA,))
    if rate is None or rate.deadline is None:
        raise Refused(
            "event", _("Aturan ini tidak menetapkan batas kirim daftar untuk {event}."), {"event": event}
        )
    late = sent is None or sent > rate.deadline
    outcome = EventOutcome.DAFTAR_TERLAMBAT if late else EventOutcome.IKUT
    template = (
        _("Daftar hadir {event} tidak dikirim sampai pukul {deadline}: terlambat.")
        if late
        else _("Daftar hadir {event} dikirim dalam batas, pukul {deadline}.")
    )
    hour, minute = divmod(rate.deadline, 60)
    params = {"event": event, "deadline": f"{hour:02}.{minute:02}"}
    cites = (decree.cite(PerkadaPart.EVENTS),)
    return Verdict(outcome, (Step(template, params, cites),), cites)


def _positions(staff: TppStaff, structural: bool) -> tuple[EventPosition, ...]:
    """Whose rates hold for this person, the most special first."""
    if staff.is_contract:
        return (EventPosition.PPPK, EventPosition.SEMUA)
    if structural:
        return (EventPosition.STRUKTURAL, EventPosition.PNS, EventPosition.SEMUA)
    return (EventPosition.PNS, EventPosition.SEMUA)


def _rate(
    decree: Perkada, event: EventKind, outcome: EventOutcome, positions: tuple[EventPosition, ...]
) -> EventRate | None:
    rates = [each for each in decree.events if each.event is event and each.outcome is outcome]
    for position in positions:
        for each in rates:
            if each.position is position:
                return each
    return None


def _told(line: EventLine, cites: tuple[Citation, ...]) -> Step:
    params = {"event": line.event, "outcome": line.outcome, "percent": line.percent, "held": line.held}
    if line.held is not None:
        return Step(_("{event}, {outcome}: {percent:persen} ditahan, {held}."), params, _OWN)
    return Step(_("{event}, {outcome}: {percent:persen}."), params, cites, line.percent)
