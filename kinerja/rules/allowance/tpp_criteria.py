"""The TPP of a class: the basic TPP times the percentage of each criterion that the decree gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules import money, parameters
from kinerja.rules.allowance import rule_sets
from kinerja.rules.allowance.codes import PerkadaPart, TppCriterion, TppExample, WorkloadTest
from kinerja.rules.allowance.perkada import Perkada, job_class_of
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Kepmendagri 900-4700/2020", "", date(2020, 1, 1), None, Standing.SOURCE, ("S25", "S26"), "4"),
)
#: hours of the longest month
MOST_HOURS = 744
_WORKLOAD = {
    WorkloadTest.PALING_SEDIKIT: "allowance.workload.minimum",
    WorkloadTest.BATAS_NORMAL: "allowance.workload.normal",
}


@record
@dataclass(frozen=True, slots=True)
class CriterionPart:
    """What one criterion adds to the TPP of a class, in whole rupiah."""

    criterion: TppCriterion
    percent: Decimal
    rupiah: int


@record
@dataclass(frozen=True, slots=True)
class ClassTpp:
    """The TPP of a class a month; `parts` add up to `total`."""

    total: int
    basic: int
    parts: tuple[CriterionPart, ...]


def tpp(
    job_class: int,
    criteria: frozenset[TppCriterion],
    *,
    on: date,
    basic: int | None = None,
    rule_set: TppExample = TppExample.LUBUKLINGGAU_2022,
    perkada: Perkada | None = None,
) -> Verdict[ClassTpp]:
    """Σ basic × percentage over the criteria that the position meets, rounded half up once.

    `basic` replaces the decree's table of basic TPP. A criterion that the decree gives this class nothing for adds 0.
    Refused for a class that the decree's table misses, and when nothing was given as basic.
    """
    job_class_of("job_class", job_class)
    decree = rule_sets.chosen(rule_set, perkada, on)
    amount = _basic(job_class, basic, decree)
    percents = [
        (each.criterion, each.percent)
        for code in TppCriterion
        for each in decree.criteria
        if each.criterion is code and code in criteria and each.lowest <= job_class <= each.highest
    ]
    running, totals = 0, []
    for _code, percent in percents:
        running += money.units(percent)
        totals.append(money.half_up(amount * running, money.WHOLE))
    parts = tuple(
        CriterionPart(code, percent, part)
        for (code, percent), part in zip(percents, money.differences(totals), strict=True)
    )
    total = totals[-1] if totals else 0
    cite = (decree.cite(PerkadaPart.CRITERIA),)
    steps = [
        Step(
            _("Basic TPP kelas {job_class}: Rp{basic}."),
            {"job_class": job_class, "basic": amount},
            (decree.cite(PerkadaPart.BASIC),),
            Decimal(amount),
        )
    ]
    steps += [
        Step(
            _("Kriteria {criterion}: {percent:persen} = Rp{rupiah}."),
            {"criterion": part.criterion, "percent": part.percent, "rupiah": part.rupiah},
            cite,
            Decimal(part.rupiah),
        )
        for part in parts
    ]
    steps.append(Step(_("TPP sebulan Rp{total}."), {"total": total}, CITES, Decimal(total)))
    return Verdict(ClassTpp(total, amount, parts), tuple(steps), CITES)


def _basic(job_class: int, given: int | None, decree: Perkada) -> int:
    if given is not None:
        return money.rupiah("basic", given)
    for each in decree.basic:
        if each.job_class == job_class:
            return each.rupiah
    raise Refused(
        "job_class", _("Kelas {job_class} tidak ada dalam tabel basic TPP."), {"job_class": job_class}
    )


def workload(hours: Decimal, test: WorkloadTest = WorkloadTest.PALING_SEDIKIT, *, on: date) -> Verdict[bool]:
    """Whether the hours worked in a month meet the criterion of workload; the decree says by which limit."""
    if not hours.is_finite() or not 0 <= hours <= MOST_HOURS:
        raise Refused("hours", _("Jam kerja sebulan harus dari 0 sampai {most}."), {"most": MOST_HOURS})
    least = parameters.figure(_WORKLOAD[test], on=on)
    meets = hours >= least.value
    template = (
        _("{hours} jam sebulan, paling sedikit {least}: kriteria beban kerja terpenuhi.")
        if meets
        else _("{hours} jam sebulan, paling sedikit {least}: kriteria beban kerja belum terpenuhi.")
    )
    return Verdict(meets, (Step(template, {"hours": hours, "least": least.value}, (least.cite,)),), CITES)
