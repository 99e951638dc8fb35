"""What a running disciplinary punishment cuts from the TPP, and in which month of its running."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules.allowance import rule_sets
from kinerja.rules.allowance.codes import CuttingPunishment, PerkadaPart, TppExample
from kinerja.rules.allowance.perkada import Perkada, PunishmentRate
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PP 94/2021", "", date(2021, 1, 1), None, Standing.SOURCE, ("S35",), "4"),
    Citation("Permentan 68/2012", "", date(2012, 1, 1), None, Standing.UNSURE, ("S34",), "4"),
    design("4"),
)
MOST_PUNISHMENTS = 12


@record
@dataclass(frozen=True, slots=True)
class PunishmentFact:
    """A punishment, the day it takes effect, and the last day it held when it was ended early or lifted."""

    kind: CuttingPunishment
    starts: date
    ends: date | None = None

    def __post_init__(self) -> None:
        if self.ends is not None and self.ends < self.starts:
            raise Refused("ends", _("Hari terakhir tidak boleh sebelum hari pertama."))


@record
@dataclass(frozen=True, slots=True)
class PunishmentCut:
    """`number` is the month of the running, from 1; `months` how many there are, 0 when it runs until it is ended."""

    percent: Decimal
    kind: CuttingPunishment | None = None
    number: int = 0
    months: int = 0


def cut(
    punishments: Sequence[PunishmentFact],
    *,
    month: date,
    rule_set: TppExample = TppExample.NASIONAL,
    perkada: Perkada | None = None,
) -> Verdict[PunishmentCut]:
    """The cut in this month, in percent; of several punishments the heaviest counts.

    As in discipline.punishments the first month cut is the one in which a punishment takes effect when that is on the
    first, else the one after; a suspension, which has no number of months, cuts from the month of its first day.
    What the decree does not name follows the national table: moderate 25 %, suspension 100 %, others 0.
    """
    if len(punishments) > MOST_PUNISHMENTS:
        raise Refused("punishments", _("Paling banyak {most} hukuman."), {"most": MOST_PUNISHMENTS})
    first = month.replace(day=1)
    decree = rule_sets.chosen(rule_set, perkada, first)
    cites = (decree.cite(PerkadaPart.PUNISHMENTS),)
    heaviest, running, steps = PunishmentCut(Decimal(0)), 0, []
    for fact in punishments:
        rate = _rate(decree, fact.kind, first)
        number = (first.year - fact.starts.year) * 12 + first.month - fact.starts.month + 1
        if rate.months and fact.starts.day > 1:
            number -= 1
        params = {
            "kind": fact.kind,
            "percent": rate.percent,
            "number": number,
            "months": rate.months,
            "starts": fact.starts,
        }
        if number < 1 or (fact.ends is not None and fact.ends < first) or 0 < rate.months < number:
            steps.append(Step(_("{kind} sejak {starts} tidak berjalan pada bulan ini."), params, cites))
            continue
        template = (
            _("{kind}, bulan ke-{number} dari {months}: potongan {percent:persen}.")
            if rate.months
            else _("{kind} sejak {starts}: potongan {percent:persen}.")
        )
        steps.append(Step(template, params, cites, rate.percent))
        running += 1
        if heaviest.kind is None or rate.percent > heaviest.percent:
            heaviest = PunishmentCut(rate.percent, fact.kind, number, rate.months)
    if running > 1:
        steps.append(Step(_("Dari beberapa hukuman yang berjalan, yang terberat dihitung."), {}, CITES[2:]))
    return Verdict(heaviest, tuple(steps), (*cites, *CITES[2:]))


def _rate(decree: Perkada, kind: CuttingPunishment, on: date) -> PunishmentRate:
    for each in decree.punishments:
        if each.kind is kind:
            return each
    national = rule_sets.example(TppExample.NASIONAL, on=on).value
    return next(each for each in national.punishments if each.kind is kind)
