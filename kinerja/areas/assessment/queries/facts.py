"""What lies on the table when somebody is rated: per RHK what was agreed, reached, proven and said. Set-based."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from kinerja.areas.assessment.models import Assessment, Review, RhkNote
from kinerja.areas.planning.models import Rhk, Skp
from kinerja.areas.reporting import queries as reporting
from kinerja.base.calendar.days import free_days
from kinerja.rules.assessment import suggestion
from kinerja.rules.codes import Rating, RhkKind
from kinerja.rules.planning import achievement
from kinerja.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class RhkFact:
    """One RHK with the achievements of its indicators, the suggestion from them, and the rater's own view of it."""

    rhk: Rhk
    indicators: tuple[reporting.Achieved, ...]
    average: Verdict[Decimal | None]
    suggested: Verdict[Rating | None]
    given: Rating | None = None

    @property
    def rating(self) -> Rating | None:
        """The rater's view; without one the suggestion."""
        return self.given or self.suggested.value

    @property
    def reports(self) -> int:
        return sum(each.progress.reports for each in self.indicators)

    @property
    def evidence(self) -> int:
        return sum(each.progress.evidence for each in self.indicators)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known of one person in a review. `skp` is None when none was agreed."""

    skp: Skp | None = None
    rhks: tuple[RhkFact, ...] = ()
    suggested: Verdict[Rating | None] = field(default_factory=lambda: Verdict(None))
    #: the confirmed free days that the shares of the targets were counted with
    free_days: frozenset[date] = frozenset()

    @property
    def achievements(self) -> list[Decimal | None]:
        return [each.verdict.value for rhk in self.rhks for each in rhk.indicators]


def facts_of(review: Review, person_ids: Iterable[UUID]) -> dict[UUID, Facts]:
    """The facts of several people, in four queries however many they are.

    Reports of the review's days count, against the part of the target that falls into them.
    """
    ids = list(person_ids)
    found = {each: Facts() for each in ids}
    agreed = _rhks_of_agreed(review, ids)
    skps = {rhk.skp_id: rhk.skp for rhk in agreed}
    if not skps:
        return found
    indicators = reporting.indicators_of_skps(skps)
    days = free_days(min(s.begins for s in skps.values()), max(s.ends for s in skps.values()))
    achieved = reporting.achievements(indicators, review.begins, review.ends, days)
    rhks: dict[UUID, list[RhkFact]] = {}
    for rhk in agreed:
        own = tuple(achieved[each.pk] for each in indicators if each.rhk_id == rhk.pk)
        given = Rating(rhk.given) if rhk.given else None
        rhks.setdefault(rhk.skp_id, []).append(_rhk_fact(review, rhk, own, given))
    for skp in skps.values():
        found[skp.person_id] = with_suggestion(review, skp, rhks[skp.pk], days)
    return found


def _rhks_of_agreed(review: Review, person_ids: list[UUID]) -> list[Any]:
    """The RHK of the SKP in force, each with what its rater said of it in this review (`given`). An SKP has some."""
    notes = RhkNote.objects.filter(
        rhk_id=OuterRef("pk"), assessment__review=review, assessment__in=Assessment.objects.in_force()
    )
    agreed = Skp.objects.agreed().filter(period_id=review.period_id, person_id__in=person_ids)
    rows = Rhk.objects.filter(skp__in=agreed).annotate(given=Subquery(notes.values("rating")[:1]))
    return list(rows.select_related("skp", "supports", "supports_iku"))


def _rhk_fact(review: Review, rhk: Rhk, own: tuple[reporting.Achieved, ...], given: Rating | None) -> RhkFact:
    average = achievement.average([each.verdict.value for each in own], on=review.ends)
    suggested = suggestion.rhk_rating(average.value, on=review.ends)
    return RhkFact(rhk, own, average, suggested, given)


def with_suggestion(review: Review, skp: Skp, rhks: Sequence[RhkFact], days: frozenset[date]) -> Facts:
    """The facts with the suggestion of the rating hasil kerja, from the RHK utama."""
    main = [each.rating for each in rhks if each.rhk.kind == RhkKind.UTAMA and each.rating is not None]
    within = frozenset(day for day in days if skp.begins <= day <= skp.ends)
    return Facts(skp, tuple(rhks), suggestion.work_rating(main, on=review.ends), within)
