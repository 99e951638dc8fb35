"""IPPD: the index of how well a regional government is run, one of the three factors of the basic TPP."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kinerja.rules import parameters
from kinerja.rules.allowance.codes import IppdPart
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Kepmendagri 900-4700/2020", "", date(2020, 1, 1), None, Standing.KNOWN, ("S24", "S25"), "4"),
)


def score(parts: Mapping[IppdPart, Decimal], *, on: date) -> Verdict[Decimal]:
    """The index (0 to 1000): each part's score (0 to 1000) times its weight. A part without score counts 0.

    Refused outside 0 to 1000 and before the first table.
    """
    weights = parameters.table("allowance.ippd.weights", on=on)
    steps, total = [], Decimal(0)
    for row in weights.rows:
        part = IppdPart(row["part"])
        if part not in parts:
            steps.append(Step(_("{part} belum ada, dihitung nol."), {"part": part}, level=Level.WARNING))
            continue
        own = _within(f"parts.{part}", parts[part], on)
        points = own * row["percent"] / 100
        total += points
        params = {"part": part, "score": own, "percent": row["percent"], "points": points}
        steps.append(
            Step(_("{part}: {score} × {percent:persen} = {points}."), params, (weights.cite,), points)
        )
    steps.append(Step(_("Skor IPPD {total}."), {"total": total}, CITES, total))
    return Verdict(total, tuple(steps), CITES)


def factor(score: Decimal, *, on: date) -> Verdict[Decimal]:
    """The factor (percent) of a score: the highest row that the score reaches."""
    _within("score", score, on)
    table = parameters.table("allowance.ippd.factors", on=on)
    row = next(each for each in table.rows if score >= each["at_least"])
    percent = Decimal(row["percent"])
    params = {"score": score, "least": row["at_least"], "percent": percent}
    step = Step(
        _("Skor IPPD {score}, paling sedikit {least}: faktor {percent:persen}."), params, (table.cite,)
    )
    return Verdict(percent, (step,), CITES)


def _within(field: str, number: Decimal, on: date) -> Decimal:
    highest = parameters.value("allowance.ippd.highest", on=on)
    if not number.is_finite() or not 0 <= number <= highest:
        raise Refused(field, _("Skor harus dari 0 sampai {most}."), {"most": highest})
    return number
