"""What would change the predikat: the nearest rating that gives a better one. Ratings, never percentages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.rules.assessment import quadrant, suggestion
from kinerja.rules.citation import design
from kinerja.rules.codes import Predicate, Rating, RhkKind
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (*quadrant.CITES, design("1"))


@record
@dataclass(frozen=True, slots=True)
class RatingChange:
    """Both ratings after the change and the predikat that the quadrant then gives."""

    work: Rating
    behaviour: Rating
    predicate: Predicate


def nearest_change(work: Rating, behaviour: Rating) -> Verdict[tuple[RatingChange, ...]]:
    """`quadrant.nearest` as receipts keep it: the fewest steps upward that give a better predikat, best first."""
    found = quadrant.nearest(work, behaviour)
    changes = (RatingChange(**change.inputs, predicate=change.value) for change in found.value)
    return Verdict(tuple(changes), found.steps, CITES)


@dataclass(frozen=True, slots=True)
class RatedRhk:
    """One RHK with the rating it was given."""

    statement: str
    rating: Rating
    kind: RhkKind = RhkKind.UTAMA


def held_down(results: Sequence[RatedRhk], *, on: date) -> Verdict[tuple[str, ...]]:
    """Help only: the RHK utama that kept the suggestion of the rating hasil kerja from being higher.

    Those below expectation when there are any, else those that only meet it; none when the suggestion is the
    highest. The rating itself stays the rater's judgement.
    """
    main = [result for result in results if result.kind is RhkKind.UTAMA]
    suggested = suggestion.work_rating([result.rating for result in main], on=on).value
    if suggested is None or suggested is Rating.DIATAS:
        return Verdict((), (Step(_("Tidak ada RHK utama yang menahan saran hasil kerja.")),), CITES)
    lowest = min((result.rating for result in main), key=lambda rating: rating.height)
    holding = [result for result in main if result.rating is lowest]
    steps = [
        Step(
            _("“{rhk}” dinilai {rating} dan menahan saran hasil kerja."),
            {"rhk": result.statement, "rating": result.rating},
            (design("1"),),
        )
        for result in holding
    ]
    steps.append(
        Step(_("Ini hanya bantuan; rating hasil kerja tetap penilaian penilai atas keseluruhannya."))
    )
    return Verdict(tuple(result.statement for result in holding), tuple(steps), CITES)
