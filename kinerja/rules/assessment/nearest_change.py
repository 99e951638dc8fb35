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
    """The fewest steps upward that give a better predikat, best predikat first; empty at the top.

    No rating is ever lowered. Two ways of the same length are both named, so that nobody is told to raise the
    work while the behaviour is what counts.
    """
    now = quadrant.TABLE[work, behaviour]
    better = [
        (to.height - work.height + toward.height - behaviour.height, RatingChange(to, toward, gained))
        for (to, toward), gained in quadrant.TABLE.items()
        if to.height >= work.height and toward.height >= behaviour.height and gained.height > now.height
    ]
    if not better:
        return Verdict((), (Step(_("{now} adalah predikat tertinggi."), {"now": now}),), CITES)
    fewest = min(steps for steps, _change in better)
    nearest = [change for steps, change in better if steps == fewest]
    nearest.sort(key=lambda change: -change.predicate.height)
    return Verdict(tuple(nearest), tuple(_told(work, behaviour, change) for change in nearest), CITES)


def _told(work: Rating, behaviour: Rating, change: RatingChange) -> Step:
    params = {"work": change.work, "behaviour": change.behaviour, "predicate": change.predicate}
    if change.behaviour is behaviour:
        template = _("Bila hasil kerja dinilai {work}, predikatnya menjadi {predicate}.")
    elif change.work is work:
        template = _("Bila perilaku kerja dinilai {behaviour}, predikatnya menjadi {predicate}.")
    else:
        template = _(
            "Bila hasil kerja dinilai {work} dan perilaku kerja {behaviour}, predikatnya menjadi {predicate}."
        )
    return Step(template, params, quadrant.CITES)


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
