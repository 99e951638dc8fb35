"""One superior's people in a review, one person's page, and the receipts a person may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kinerja.areas.assessment.models import Assessment, Review, UnitPredicate
from kinerja.areas.assessment.queries.facts import Facts, facts_of
from kinerja.areas.assessment.queries.raters import Duty, duties, duties_of_rater
from kinerja.areas.assessment.queries.reviews import is_due, open_reviews
from kinerja.areas.assessment.queries.units import unit_predicates, units_of_setter
from kinerja.areas.monitoring.models import Feedback
from kinerja.areas.reporting import queries as reporting
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.states import COUNTING
from kinerja.base.access.principal import Principal
from kinerja.base.organization.models import Assignment, Person, Unit
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


def duties_to_rate(review: Review, who: Principal) -> list[Duty]:
    """The people this superior has to rate in the review."""
    return duties_of_rater(review, who.person.pk, who.headed_ids if who.leads else [])


def duty_to_rate(review: Review, rater_id: UUID, person_id: UUID) -> Duty | None:
    """The duty of one person in the review when it is this rater's, else None."""
    duty = duties(review, [person_id]).get(person_id)
    return duty if duty and duty.rater_id == rater_id else None


def team(review: Review, who: Principal) -> list[TeamRow]:
    """The superior's list: who still waits first, then by name."""
    mine = {duty.person_id: duty for duty in duties_to_rate(review, who)}
    people = [p for p in Person.objects.filter(pk__in=list(mine)) if is_due(p)]
    ids = [person.pk for person in people]
    found = {
        row.person_id: row for row in Assessment.objects.in_force().filter(review=review, person_id__in=ids)
    }
    units = {duty.unit_id for duty in mine.values()}
    names = dict(Unit.objects.filter(pk__in=units).values_list("pk", "name"))
    current, facts, titles = unit_predicates(review, units), facts_of(review, ids), titles_of(review, ids)
    rows = [
        TeamRow(
            person, mine[person.pk], names[mine[person.pk].unit_id], titles.get(person.pk, ""),
            found.get(person.pk), current.get(mine[person.pk].unit_id), facts[person.pk],
        )
        for person in people
    ]  # fmt: skip
    order = {"RATER": 0, "UNIT": 1, "SKP": 2, "NOBODY": 3}
    return sorted(rows, key=lambda row: (order[row.waits_for], row.person.name))


def titles_of(review: Review, person_ids: Sequence[UUID]) -> dict[UUID, str]:
    """The post each person held on the review's last day."""
    seats = Assignment.objects.on(review.ends).filter(person_id__in=list(person_ids), kind="DEFINITIF")
    return dict(seats.values_list("person_id", "position__title"))


def curves(review: Review, rows: Sequence[TeamRow]) -> list[UnitCurve]:
    """Per unit among the rows that has a predikat: the spread of its people, its head not among them."""
    units = {row.duty.unit_id: (row.unit_name, row.unit_predicate) for row in rows if row.unit_predicate}
    heads = Assignment.objects.on(review.ends).filter(unit_id__in=list(units), position__is_head=True)
    ratings = (
        Assessment.objects.in_force()
        .filter(review=review, unit_id__in=list(units))
        .exclude(predicate="")
        .exclude(person_id__in=heads.values("person_id"))
    )
    counts = {unit_id: dict.fromkeys(Predicate, 0) for unit_id in units}
    for unit_id, code in ratings.values_list("unit_id", "predicate"):
        counts[unit_id][Predicate(code)] += 1
    found = []
    for unit_id, (name, current) in units.items():
        predicate = OrganisationPredicate(current.predicate)
        verdict = distribution.check(predicate, counts[unit_id], on=review.ends)
        found.append(UnitCurve(unit_id, name, predicate, counts[unit_id], verdict))
    return sorted(found, key=lambda curve: curve.unit_name)


def assessment_in_force(review: Review, person_id: UUID) -> Assessment | None:
    return Assessment.objects.for_door().in_force().filter(review=review, person_id=person_id).first()


def alike(review: Review, rater_id: UUID, person_id: UUID, work: Rating, behaviour: Rating) -> int:
    """How many others this rater has signed with exactly these ratings, while nobody got others; else 0."""
    others = Assessment.objects.signed().filter(review=review, rater_id=rater_id).exclude(person_id=person_id)
    pairs = list(others.values_list("work", "behaviour"))
    return len(pairs) if all(pair == (work.value, behaviour.value) for pair in pairs) else 0


def paces(review: Review, facts: Facts) -> dict[UUID, Verdict[Pace]]:
    """Where each indicator stands in its year on the review's last day (today while the review runs)."""
    indicators = [each.indicator for rhk in facts.rhks for each in rhk.indicators]
    return reporting.pace_of(indicators, min(clock.today(), review.ends))


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


def leader_default(review: Review, person_id: UUID) -> Verdict[Rating] | None:
    """For the head of a unit with a predikat: his own rating hasil kerja follows it (regulations 1.9, not verified)."""
    headed = Assignment.objects.on(review.ends).filter(
        person_id=person_id, position__is_head=True, kind="DEFINITIF"
    )
    for unit_id in headed.values_list("unit_id", flat=True):
        current = unit_predicates(review, [unit_id]).get(unit_id)
        if current:
            return organisation_predicate.leader_rating(OrganisationPredicate(current.predicate))
    return None


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
    """For "Hari ini". Nothing to count outside of open reviews whose last day has come."""
    to_rate = units = 0
    due = None
    for review in open_reviews() if who.leads else []:
        if clock.today() < review.ends:
            continue
        mine = [duty.person_id for duty in duties_to_rate(review, who)]
        done = Assessment.objects.signed().filter(review=review, person_id__in=mine).count()
        rows = units_of_setter(review, who.headed_unit_ids, who.headed_ids, leads_all=False)
        to_rate, units = to_rate + len(mine) - done, units + sum(row.current is None for row in rows)
        due = min(due or review.fill_until, review.fill_until)
    unread = Assessment.objects.signed().filter(person_id=who.person.pk, received_at__isnull=True).count()
    return Waiting(to_rate, units, unread, due)
