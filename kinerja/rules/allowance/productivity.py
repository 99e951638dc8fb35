"""The productivity factor: which part of the performance share a month's evaluation gives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kinerja.rules import money
from kinerja.rules.allowance import rule_sets
from kinerja.rules.allowance.codes import HoldReason, PerkadaPart, TppExample
from kinerja.rules.allowance.perkada import Perkada
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import Predicate
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Kepmendagri 900-4700/2020", "", date(2020, 1, 1), None, Standing.KNOWN, ("S25",), "4"),
    design("4"),
)
_FULL = Decimal(100)


def factor(
    predicate: Predicate | None = None,
    achievement: Decimal | None = None,
    held: HoldReason | None = None,
    *,
    on: date,
    rule_set: TppExample = TppExample.NASIONAL,
    perkada: Perkada | None = None,
) -> Verdict[Decimal]:
    """The factor in percent, from the achievement where the decree has such a table, or else from the predikat.

    Without an evaluation it is 0; when the evaluation is missing through somebody else (`held`), nothing is cut.
    """
    decree = rule_sets.chosen(rule_set, perkada, on)
    if achievement is not None:
        money.percentage("achievement", achievement, most=money.ONE_PERCENT)
    cites = (decree.cite(PerkadaPart.PRODUCTIVITY),)
    if decree.achievement and achievement is not None:
        return _by_achievement(decree, achievement, cites)
    if predicate is not None:
        percent = next(each.percent for each in decree.productivity if each.predicate is predicate)
        params = {"predicate": predicate, "percent": percent}
        step = Step(_("Predikat {predicate}: faktor {percent:persen}."), params, cites, percent)
        return Verdict(percent, (step,), CITES)
    if held is not None:
        step = Step(
            _("Evaluasi belum ada karena {held}: potongan ditahan, bagian kinerja utuh."),
            {"held": held},
            CITES,
            _FULL,
        )
        return Verdict(_FULL, (step,), CITES)
    percent = decree.without_evaluation
    step = Step(
        _("Evaluasi tidak diserahkan: faktor {percent:persen}."), {"percent": percent}, CITES, percent
    )
    return Verdict(percent, (step,), CITES)


def _by_achievement(decree: Perkada, achievement: Decimal, cites: tuple[Citation, ...]) -> Verdict[Decimal]:
    reached = [each for each in decree.achievement if achievement >= each.at_least]
    percent = max((each.percent for each in reached), default=Decimal(0))
    params = {"achievement": achievement, "percent": percent}
    step = Step(_("Capaian {achievement:persen}: faktor {percent:persen}."), params, cites, percent)
    return Verdict(percent, (step,), CITES)
