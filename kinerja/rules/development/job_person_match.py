"""Kesenjangan kompetensi and job person match (JPM)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, design
from kinerja.rules.development.codes import MatchBand
from kinerja.rules.limits import between
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PermenPANRB 38/2017", in_force_from=date(2017, 1, 1), page="7"),
    design("7"),
)
HIGHEST_LEVEL = 5


@dataclass(frozen=True, slots=True)
class Competence:
    """One competence with the level that the post requires (1–5) and the level that is held (0–5)."""

    name: str
    required: int
    held: int


@record
@dataclass(frozen=True, slots=True)
class CompetenceGap:
    """How many levels are missing."""

    name: str
    gap: int


@record
@dataclass(frozen=True, slots=True)
class JobMatch:
    """`jpm` in percent, exact; only positive gaps are listed."""

    jpm: Fraction
    band: MatchBand
    gaps: tuple[CompetenceGap, ...]


def match(competences: Sequence[Competence], *, on: date) -> Verdict[JobMatch]:
    """Σ min(held, required) / Σ required × 100. A level above the required one makes up for no other."""
    if not competences:
        raise Refused("competences", _("Isi paling sedikit satu kompetensi."))
    for place, each in enumerate(competences):
        between(f"competences.{place}.required", each.required, 1, HIGHEST_LEVEL)
        between(f"competences.{place}.held", each.held, 0, HIGHEST_LEVEL)
    optimal = parameters.figure("match.optimal", on=on)
    enough = parameters.figure("match.enough", on=on)
    required = sum(each.required for each in competences)
    held = sum(min(each.held, each.required) for each in competences)
    jpm = Fraction(held * 100, required)
    band = MatchBand.KURANG_MEMENUHI
    if jpm >= enough.value:
        band = MatchBand.MASIH_MEMENUHI
    if jpm >= optimal.value:
        band = MatchBand.MEMENUHI
    gaps = tuple(
        CompetenceGap(each.name, each.required - each.held)
        for each in competences
        if each.held < each.required
    )
    steps = [Step(_("{name}: kurang {gap} tingkat."), {"name": each.name, "gap": each.gap}) for each in gaps]
    steps.append(
        Step(
            _("JPM {held} dari {required} = {jpm:persen}: {band} (mulai {enough:persen} dan {optimal:persen})."),
            {"held": held, "required": required, "jpm": jpm, "band": band, "enough": enough.value,
             "optimal": optimal.value},
            (optimal.cite, design("7")),
        )
    )  # fmt: skip
    return Verdict(JobMatch(jpm, band, gaps), tuple(steps), CITES)
