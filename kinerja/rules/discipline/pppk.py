"""PPPK: when a contract may be extended, when to act before it ends, and what a missed target allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Predicate
from kinerja.rules.dates import days_after, last_day, months_after
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

_SINCE = date(2018, 1, 1)
CITES = (Citation("PP 49/2018", "Pasal 37", _SINCE, standing=Standing.SOURCE, sources=("S39",), page="5"),)
_TERMINATION = Citation(
    "PP 49/2018", "Pasal 35(9), 53(2)c", _SINCE, standing=Standing.SOURCE, sources=("S39",), page="5"
)
_PART_TIME = Citation("KepmenPANRB 16/2025", "", date(2025, 1, 1), standing=Standing.KNOWN, page="5")


@record
@dataclass(frozen=True, slots=True)
class Extension:
    """`is_blocked`: no extension may be prepared; `awaits_decision`: because the PPK has not decided yet."""

    is_blocked: bool
    awaits_decision: bool


@record
@dataclass(frozen=True, slots=True)
class ContractAlert:
    """`reached` is the alert that is on (180, 90, 30 …), `next_on` the day of the next one."""

    days_left: int
    reached: int | None
    next_on: date | None


def extension(
    starts: date,
    ends: date,
    predicate: Predicate | None = None,
    *,
    ppk_decision: date | None = None,
    part_time: bool = False,
) -> Verdict[Extension]:
    """Whether the contract may be extended, by need, performance and competence and with the PPK's consent.

    Blocked while no predicate is known, and for a weak one until the PPK's decision is recorded.
    """
    if ends < starts:
        raise Refused(
            "ends", _("Perjanjian tidak dapat berakhir sebelum mulai, {starts}."), {"starts": starts}
        )
    steps = list(_length(starts, ends, part_time))
    if predicate is None:
        text = _("Predikat kinerja belum ada: perpanjangan belum dapat disiapkan.")
        steps.append(Step(text, {}, CITES, level=Level.ERROR))
        return Verdict(Extension(True, False), tuple(steps), CITES)
    table = parameters.table("discipline.pppk.blocking", on=ends)
    if all(row["predicate"] != predicate.value for row in table.rows):
        text = _(
            "Predikat {predicate}: perpanjangan dapat disiapkan, dengan persetujuan PPK dan tembusan kepada BKN."
        )
        steps.append(Step(text, {"predicate": predicate}, CITES))
        return Verdict(Extension(False, False), tuple(steps), CITES)
    if ppk_decision is None:
        text = _("Predikat {predicate}: perpanjangan ditahan sampai keputusan PPK dicatat.")
        steps.append(Step(text, {"predicate": predicate}, (table.cite, _TERMINATION), level=Level.ERROR))
        return Verdict(Extension(True, True), tuple(steps), CITES)
    text = _("Predikat {predicate}: PPK sudah memutus pada {decided}; ikuti keputusan itu.")
    steps.append(Step(text, {"predicate": predicate, "decided": ppk_decision}, (table.cite,)))
    return Verdict(Extension(False, False), tuple(steps), CITES)


def alerts(ends: date, today: date) -> Verdict[ContractAlert]:
    """Which alert before the end of the contract is on, and when the next one comes."""
    table = parameters.table("discipline.pppk.alerts", on=ends)
    left = (ends - today).days
    if left < 0:
        text = _("Perjanjian sudah berakhir {ends}.")
        step = Step(text, {"ends": ends}, (table.cite,), level=Level.WARNING)
        return Verdict(ContractAlert(left, None, None), (step,), (table.cite,))
    limits = [row["days_before"] for row in table.rows]
    reached = min((limit for limit in limits if limit >= left), default=None)
    coming = max((limit for limit in limits if limit < left), default=None)
    on = days_after(ends, -coming, "ends") if coming else None
    text = _("Perjanjian berakhir {ends}, {left} hari lagi.")
    level = Level.NOTE if reached is None else Level.WARNING
    step = Step(text, {"ends": ends, "left": left}, (table.cite,), level=level)
    return Verdict(ContractAlert(left, reached, on), (step,), (table.cite,))


def proposal_deadline(ends: date) -> Verdict[date]:
    """The last day to propose an extension in the cases that PermenPANRB 70/2020 names."""
    figure = parameters.figure("discipline.pppk.proposal_months", on=ends)
    last = months_after(ends, -int(figure.value), "ends")
    text = _("Perjanjian berakhir {ends}; usul perpanjangan paling lambat {months} bulan sebelumnya, {last}.")
    step = Step(text, {"ends": ends, "months": figure.value, "last": last}, (figure.cite,))
    return Verdict(last, (step,), (figure.cite,))


def may_be_terminated(target_reached: bool) -> Verdict[bool]:
    """Whether the result allows honourable termination not on own request: when the agreed target is not reached."""
    text = (
        _("Target yang disepakati tercapai: kinerja bukan alasan pemutusan.")
        if target_reached
        else _(
            "Target tidak tercapai: PPK dapat memutus perjanjian dengan hormat tidak atas permintaan sendiri."
        )
    )
    return Verdict(not target_reached, (Step(text, {}, (_TERMINATION,)),), (_TERMINATION,))


def _length(starts: date, ends: date, part_time: bool) -> tuple[Step, ...]:
    least = parameters.figure("discipline.pppk.least_months", on=starts)
    year = last_day(starts, int(least.value), "starts")
    if part_time and ends != year:
        text = _("PPPK paruh waktu: perjanjian satu tahun, sampai {year}, bukan {ends}.")
        return (Step(text, {"year": year, "ends": ends}, (_PART_TIME,), level=Level.WARNING),)
    if part_time:
        text = _(
            "PPPK paruh waktu: evaluasi triwulanan dan tahunan menjadi dasar perpanjangan atau pengangkatan penuh."
        )
        return (Step(text, {}, (_PART_TIME,)),)
    if ends < year:
        text = _("Masa perjanjian paling sedikit satu tahun, sampai {year}.")
        return (Step(text, {"year": year}, (least.cite,), level=Level.WARNING),)
    return ()
