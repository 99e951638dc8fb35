"""One superior's people in a review, one person's page, and the receipts a person may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kinerja.areas.assessment.models import Assessment, Review, UnitPredicate
from kinerja.areas.assessment.queries.facts import Facts, facts_of
from kinerja.areas.assessment.queries.raters import Duty, duties, duties_of_rater
from kinerja.areas.assessment.queries.reviews import is_due, open_reviews
from kinerja.areas.assessment.queries.units import unit_predicates, units_waiting
from kinerja.areas.monitoring.models import Feedback
from kinerja.areas.reporting import queries as reporting
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.states import COUNTING
from kinerja.base.access.principal import Principal
from kinerja.base.organization.models import Assignment, Person
from kinerja.rules.assessment import distribution, organisation_predicate
from kinerja.rules.codes import OrganisationPredicate, Predicate, Rating
from kinerja.rules.monitoring.pace import Pace
from kinerja.rules.verdict import Verdict
from kinerja.tools import clock


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One person on "Penilaian Bawahan"."""

    person: Person
    duty: Duty
    unit_name: str
    title: str
    assessment: Assessment | None
    unit_predicate: UnitPredicate | None
    facts: Facts

    @property
    def waits_for(self) -> str:
        """UNIT, SKP, RATER or NOBODY: on whom the receipt waits."""
        if self.assessment and self.assessment.is_signed:
            return "NOBODY"
        if self.facts.skp is None:
            return "SKP"
        return "RATER" if self.unit_predicate else "UNIT"


@dataclass(frozen=True, slots=True)
class UnitCurve:
    """The spread of predikat in a unit, drafts included, beside the pattern of the unit's predikat."""

    unit_id: UUID
    unit_name: str
    predicate: OrganisationPredicate
    counts: dict[Predicate, int]
    verdict: Verdict[distribution.Curve]


@dataclass(frozen=True, slots=True)
class Team:
    """One superior's people in a review, and the spread of predikat in their units."""

    rows: list[TeamRow]
    curves: list[UnitCurve]


def duties_to_rate(review: Review, who: Principal) -> list[Duty]:
    """The people this superior has to rate in the review."""
    return duties_of_rater(review, who.person.pk, who.headed_ids if who.leads else [])


def duty_to_rate(review: Review, rater_id: UUID, person_id: UUID) -> Duty | None:
    """The duty of one person in the review when it is this rater's, else None."""
    duty = duties(review, [person_id]).get(person_id)
    return duty if duty and duty.rater_id == rater_id else None


def team(review: Review, who: Principal) -> Team:
    """The superior's list: who still waits first, then by name; and the spread in each of his people's units."""
    mine = {duty.person_id: duty for duty in duties_to_rate(review, who)}
    seats = [seat for seat in _seats(review, list(mine)) if is_due(seat.person)]
    ids, unit_ids = [seat.person_id for seat in seats], {duty.unit_id for duty in mine.values()}
    ratings = _ratings(review, ids, unit_ids)
    found = {row.person_id: row for row in ratings}
    current, facts = unit_predicates(review, unit_ids), facts_of(review, ids)
    rows = [
        TeamRow(
            seat.person, mine[seat.person_id], seat.unit.name, seat.position.title,
            found.get(seat.person_id), current.get(seat.unit_id), facts[seat.person_id],
        )
        for seat in seats
    ]  # fmt: skip
    order = {"RATER": 0, "UNIT": 1, "SKP": 2, "NOBODY": 3}
    rows.sort(key=lambda row: (order[row.waits_for], row.person.name))
    return Team(rows, _curves(review, rows, ratings))


def _ratings(review: Review, person_ids: list[UUID], unit_ids: set[UUID]) -> list[Any]:
    """What is in force for these people and for everybody in these units; `is_head`: the unit's own head."""
    heads = Assignment.objects.on(review.ends).filter(
        person_id=OuterRef("person_id"), unit_id=OuterRef("unit_id"), position__is_head=True
    )
    rows = Assessment.objects.in_force().filter(
        Q(person_id__in=person_ids) | Q(unit_id__in=unit_ids), review=review
    )
    return list(rows.annotate(is_head=Exists(heads)).defer("receipt"))


def _seats(review: Review, person_ids: list[UUID]) -> list[Assignment]:
    """The definitive post of each person on the review's last day, with person, post and unit."""
    seats = Assignment.objects.on(review.ends).filter(person_id__in=person_ids, kind="DEFINITIF")
    return list(seats.select_related("person", "position", "unit"))


def seat_of(review: Review, person_id: UUID) -> Assignment | None:
    """The definitive post of one person on the review's last day, with person, post and unit."""
    return next(iter(_seats(review, [person_id])), None)


def _curves(review: Review, rows: Sequence[TeamRow], ratings: Sequence[Any]) -> list[UnitCurve]:
    """Per unit among the rows that has a predikat: the spread of its people, its head not among them."""
    units = {row.duty.unit_id: row for row in rows if row.unit_predicate}
    counts = {unit_id: dict.fromkeys(Predicate, 0) for unit_id in units}
    for rating in ratings:
        if rating.unit_id in counts and rating.predicate and not rating.is_head:
            counts[rating.unit_id][Predicate(rating.predicate)] += 1
    found = [_curve(review, row, counts[unit_id]) for unit_id, row in units.items()]
    return sorted(found, key=lambda curve: curve.unit_name)


def _curve(review: Review, row: TeamRow, counts: dict[Predicate, int]) -> UnitCurve:
    assert row.unit_predicate is not None
    predicate = OrganisationPredicate(row.unit_predicate.predicate)
    verdict = distribution.check(predicate, counts, on=review.ends)
    return UnitCurve(row.duty.unit_id, row.unit_name, predicate, counts, verdict)


def assessment_in_force(review: Review, person_id: UUID) -> Assessment | None:
    return Assessment.objects.for_door().in_force().filter(review=review, person_id=person_id).first()


def alike(review: Review, rater_id: UUID, person_id: UUID, work: Rating, behaviour: Rating) -> int:
    """How many others this rater has signed with exactly these ratings, while nobody got others; else 0."""
    others = Assessment.objects.signed().filter(review=review, rater_id=rater_id).exclude(person_id=person_id)
    pairs = list(others.values_list("work", "behaviour"))
    return len(pairs) if all(pair == (work.value, behaviour.value) for pair in pairs) else 0


def paces(review: Review, facts: Facts) -> dict[UUID, Verdict[Pace]]:
    """Where each indicator stands in its year on the review's last day (today while the review runs).

    One query; none when the review began with the year and is over, since its own figures are the year's then.
    """
    achieved = [each for rhk in facts.rhks for each in rhk.indicators]
    day = min(clock.today(), review.ends)
    if facts.skp and facts.skp.begins == review.begins and day == review.ends:
        return {
            each.indicator.pk: reporting.pace_from(each.indicator, each.progress, day, facts.free_days)
            for each in achieved
        }
    return reporting.pace_of([each.indicator for each in achieved], day, facts.free_days)


@dataclass(frozen=True, slots=True)
class Tally:
    """Reports and pieces of evidence of one indicator in the review's days that do not count, and why."""

    uncounted: dict[str, int]
    removed: int
    figures: tuple[str, ...]


def tallies(review: Review, facts: Facts) -> dict[UUID, Tally]:
    """Per indicator the counted figures in the order of days, reports that do not count by state, removed evidence."""
    ids = [each.indicator.pk for rhk in facts.rhks for each in rhk.indicators]
    figures: dict[UUID, list[str]] = {each: [] for each in ids}
    uncounted: dict[UUID, dict[str, int]] = {each: {} for each in ids}
    rows = Report.objects.between(review.begins, review.ends).filter(indicator_id__in=ids)
    for indicator_id, state, value in rows.order_by("day", "sent_at", "id").values_list(
        "indicator_id", "state", "value"
    ):
        if state in COUNTING:
            figures[indicator_id].append(f"{value.normalize():f}")
        else:
            uncounted[indicator_id][state] = uncounted[indicator_id].get(state, 0) + 1
    removed = dict.fromkeys(ids, 0)
    gone = Evidence.objects.filter(report__in=rows, removed_at__isnull=False)
    for indicator_id in gone.values_list("report__indicator_id", flat=True):
        removed[indicator_id] += 1
    return {each: Tally(uncounted[each], removed[each], tuple(figures[each])) for each in ids}


def feedback_in(review: Review, person_id: UUID) -> list[Feedback]:
    """What was said to this person since the review began, newest first."""
    rows = Feedback.objects.filter(person_id=person_id, at__date__gte=review.begins)
    return list(rows.select_related("by", "rhk").order_by("-at"))


def leader_default(duty: Duty, current: UnitPredicate | None) -> Verdict[Rating] | None:
    """For the head of a unit with a predikat: his own rating hasil kerja follows it (regulations 1.9, not verified)."""
    if current is None or not duty.is_head:
        return None
    return organisation_predicate.leader_rating(OrganisationPredicate(current.predicate))


def receipts_of(person_id: UUID) -> list[Assessment]:
    """Every predikat this person was given, newest first, replaced ones too; never a draft."""
    return list(Assessment.objects.for_door().decided().filter(person_id=person_id).order_by("-signed_at"))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for one person: people to rate and units to set in open reviews, receipts not yet opened."""

    to_rate: int
    units: int
    unread_receipts: int
    due_on: date | None


def waiting_for(who: Principal) -> Waiting:
    """For "Hari ini". Nothing to rate outside of open reviews whose last day has come."""
    to_rate = units = 0
    due = None
    for review in open_reviews() if who.leads else []:
        if clock.today() < review.ends:
            continue
        mine = [duty.person_id for duty in duties_to_rate(review, who)]
        left, waiting = (
            _still_waiting(review, mine),
            units_waiting(review, who.headed_unit_ids, who.headed_ids),
        )
        if left or waiting:
            due = min(due or review.fill_until, review.fill_until)
        to_rate, units = to_rate + left, units + waiting
    unread = Assessment.objects.signed().filter(person_id=who.person.pk, received_at__isnull=True).count()
    return Waiting(to_rate, units, unread, due)


def has_rated_everybody(review: Review, rater_id: UUID) -> bool:
    """Whether nobody whom this person rated from the review's last day on still waits. Three queries."""
    return not _still_waiting(review, [duty.person_id for duty in duties_of_rater(review, rater_id, ())])


def _still_waiting(review: Review, person_ids: list[UUID]) -> int:
    """How many of these people get a predikat and have none yet. One query."""
    signed = Assessment.objects.signed().filter(review=review, person_id=OuterRef("pk"))
    people = Person.objects.filter(~Exists(signed), pk__in=person_ids).only("status", "standing")
    return sum(is_due(person) for person in people)
