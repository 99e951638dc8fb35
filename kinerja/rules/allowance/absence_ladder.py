"""Ladders of absence: some decrees cut by the number of days of absence in the month, and days in a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules import money
from kinerja.rules.allowance import rule_sets
from kinerja.rules.allowance.attendance_codes import MOST_DAYS
from kinerja.rules.allowance.codes import PerkadaPart, TppExample
from kinerja.rules.allowance.perkada import LadderStep, Perkada
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Aturan TPP Pemprov Jambi 2019", "", date(2019, 1, 1), None, Standing.SOURCE, ("S29",), "4"),
    design("4"),
)


@record
@dataclass(frozen=True, slots=True)
class LadderCut:
    """What the ladder cuts from the TPP."""

    percent: Decimal
    rupiah: int


def cut(
    tpp: int,
    absent: int,
    in_a_row: int | None = None,
    *,
    on: date,
    rule_set: TppExample = TppExample.JAMBI_2019,
    perkada: Perkada | None = None,
) -> Verdict[LadderCut]:
    """Rupiah of the whole TPP, half up. `in_a_row`: the longest run of these days; none given means all of them."""
    money.rupiah("tpp", tpp)
    found = percent(
        absent, absent if in_a_row is None else in_a_row, on=on, rule_set=rule_set, perkada=perkada
    )
    rupiah = money.half_up(tpp * money.units(found.value), money.WHOLE)
    params = {"percent": found.value, "tpp": tpp, "rupiah": rupiah}
    step = Step(
        _("Potongan {percent:persen} dari Rp{tpp} = Rp{rupiah}."), params, found.cites, Decimal(rupiah)
    )
    return Verdict(LadderCut(found.value, rupiah), (*found.steps, step), found.cites)


def percent(
    absent: int,
    in_a_row: int,
    *,
    on: date,
    rule_set: TppExample = TppExample.JAMBI_2019,
    perkada: Perkada | None = None,
) -> Verdict[Decimal]:
    """The highest step of the ladder that these days of absence reach; 0 without a step."""
    decree = rule_sets.chosen(rule_set, perkada, on)
    if not 0 <= absent <= MOST_DAYS:
        raise Refused("absent", _("Jumlah hari harus dari 0 sampai {most}."), {"most": MOST_DAYS})
    if not 0 <= in_a_row <= absent:
        raise Refused("in_a_row", _("Hari berturut-turut harus dari 0 sampai jumlah hari tidak masuk."))
    cites = (decree.cite(PerkadaPart.LADDER), design("4"))
    reached = [each for each in decree.ladder if (in_a_row if each.in_a_row else absent) >= each.days]
    if not reached:
        return Verdict(Decimal(0), (), cites)
    highest = max(reached, key=_percent)
    template = (
        _("Tidak masuk {run} hari berturut-turut: potongan {percent:persen}.")
        if highest.in_a_row
        else _("Tidak masuk {days} hari: potongan {percent:persen}.")
    )
    params = {"days": absent, "run": in_a_row, "percent": highest.percent}
    step = Step(template, params, cites[:1], highest.percent)
    return Verdict(highest.percent, (step,), cites)


def _percent(step: LadderStep) -> Decimal:
    return step.percent
