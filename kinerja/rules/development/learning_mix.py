"""10-20-70: how much is learned in class, from others and from the work itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.development.codes import LearningWay
from kinerja.rules.limits import between
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "UU 20/2023", "Pasal 49", date(2023, 1, 1), standing=Standing.SOURCE, sources=("S41",), page="7"
    ),
)
MOST_HOURS = 10**9


@record
@dataclass(frozen=True, slots=True)
class LearningMix:
    """Exact shares; together 1."""

    in_class: Fraction
    from_others: Fraction
    at_work: Fraction


def mix(in_class: int, from_others: int, at_work: int, *, on: date) -> Verdict[LearningMix]:
    """The shares of the planned or reached hours, each against the blend. Advice, no limit of law."""
    hours = {"in_class": in_class, "from_others": from_others, "at_work": at_work}
    for name, each in hours.items():
        between(name, each, 0, MOST_HOURS)
    total = sum(hours.values())
    if not total:
        raise Refused("at_work", _("Isi jam paling sedikit pada satu cara belajar."))
    wanted = (
        parameters.figure("learning.mix.in_class", on=on),
        parameters.figure("learning.mix.from_others", on=on),
        parameters.figure("learning.mix.at_work", on=on),
    )
    shares = [Fraction(each, total) for each in hours.values()]
    steps = tuple(
        Step(
            _("Belajar {way}: {share:bagian}, anjuran {wanted:persen}."),
            {"way": way, "share": share, "wanted": figure.value},
            (figure.cite,),
        )
        for way, share, figure in zip(LearningWay, shares, wanted, strict=True)
    )
    return Verdict(LearningMix(*shares), steps, CITES)
