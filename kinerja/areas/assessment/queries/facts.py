"""What lies on the table when somebody is rated: per RHK what was agreed, reached, proven and said. Set-based."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

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

    @property
    def achievements(self) -> list[Decimal | None]:
        return [each.verdict.value for rhk in self.rhks for each in rhk.indicators]


def facts_of(review: Review, person_ids: Iterable[UUID]) -> dict[UUID, Facts]:
    """The facts of several people, in at most six queries however many they are.

    Reports of the review's days count, against the part of the target that falls into them.
    """
    ids = list(person_ids)
    found = {each: Facts() for each in ids}
    skps = {skp.pk: skp for skp in _agreed(review, ids)}
    if not skps:
        return found
    indicators = reporting.indicators_of_skps(skps)
    days = free_days(min(s.begins for s in skps.values()), max(s.ends for s in skps.values()))
    achieved = reporting.achievements(indicators, review.begins, review.ends, days)
    given = _given(review, ids)
    rhks: dict[UUID, list[RhkFact]] = {}
    for rhk in Rhk.objects.filter(skp_id__in=list(skps)).select_related("supports", "supports_iku"):
        own = tuple(achieved[each.pk] for each in indicators if each.rhk_id == rhk.pk)
        rhks.setdefault(rhk.skp_id, []).append(_rhk_fact(review, rhk, own, given.get(rhk.pk)))
    for skp in skps.values():
        found[skp.person_id] = with_suggestion(review, skp, rhks.get(skp.pk, []))
    return found


def _agreed(review: Review, person_ids: list[UUID]) -> list[Skp]:
    return list(Skp.objects.agreed().filter(period_id=review.period_id, person_id__in=person_ids))


def _given(review: Review, person_ids: list[UUID]) -> dict[UUID, Rating]:
    rows = RhkNote.objects.filter(
        assessment__review=review,
        assessment__person_id__in=person_ids,
        assessment__in=Assessment.objects.in_force(),
    ).exclude(rating="")
    return {rhk_id: Rating(code) for rhk_id, code in rows.values_list("rhk_id", "rating")}


def _rhk_fact(review: Review, rhk: Rhk, own: tuple[reporting.Achieved, ...], given: Rating | None) -> RhkFact:
    average = achievement.average([each.verdict.value for each in own], on=review.ends)
    suggested = suggestion.rhk_rating(average.value, on=review.ends)
    return RhkFact(rhk, own, average, suggested, given)


def with_suggestion(review: Review, skp: Skp, rhks: Sequence[RhkFact]) -> Facts:
    """The facts with the suggestion of the rating hasil kerja, from the RHK utama."""
    main = [each.rating for each in rhks if each.rhk.kind == RhkKind.UTAMA and each.rating is not None]
    return Facts(skp, tuple(rhks), suggestion.work_rating(main, on=review.ends))
