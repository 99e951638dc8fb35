"""Periods of assessment: which there are, how far each is, who is still missing."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from kinerja.areas.assessment.models import Assessment, Review, UnitPredicate
from kinerja.areas.assessment.queries.raters import Duty, all_duties
from kinerja.areas.assessment.states import AssessmentState, ReviewState
from kinerja.areas.planning.models import Period, Skp
from kinerja.base.organization.models import Person, Unit

#: who has no predikat when there was no work in the period (regulations 1.11, not verified): words of Kedudukan hukum
AWAY = (
    "cltn",
    "cuti di luar tanggungan",
    "cuti luar tanggungan",
    "pemberhentian sementara",
    "diberhentikan sementara",
)


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody without a predikat, and why."""

    person_id: UUID
    name: str
    unit_name: str
    why: str


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """How far a review is: people to rate, signed and drafted; units with and without a predikat; who is missing."""

    people: int
    signed: int
    drafts: int
    units: int
    units_set: int
    missing: tuple[Missing, ...]


def reviews() -> list[Review]:
    """Every review of the instansi, newest first."""
    return list(Review.objects.select_related("period"))


def open_reviews() -> list[Review]:
    return list(Review.objects.open())


def review_to_show(everything: list[Review], chosen: str = "") -> Review | None:
    """Of all reviews the one asked for, else the open one that ends first, else the newest."""
    for review in everything:
        if str(review.pk) == chosen:
            return review
    running = [review for review in everything if review.state == "DIBUKA"]
    return running[-1] if running else (everything[0] if everything else None)


def hold_open(review_id: UUID) -> bool:
    """Whether the review is open; if so nobody closes it before this transaction ends (several may hold it)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT state FROM assessment_review WHERE id = %s FOR SHARE", [review_id])
        row = cursor.fetchone()
    return row is not None and row[0] == ReviewState.OPEN


def overlapping_review(begins: date, ends: date) -> Review | None:
    return Review.objects.filter(begins__lte=ends, ends__gte=begins).first()


def review_named(period: Period, name: str) -> Review | None:
    return Review.objects.filter(period=period, name=name).first()


def workload(review: Review) -> dict[UUID, int]:
    """How many people each rater has to rate."""
    return dict(Counter(duty.rater_id for duty in due_in(review) if duty.rater_id))


def due_in(review: Review) -> list[Duty]:
    """Everybody who should get a predikat: held a post on the last day, is a civil servant, and was not away."""
    duties = all_duties(review)
    people = {
        p.pk: p
        for p in Person.objects.filter(pk__in=[d.person_id for d in duties]).only("status", "standing")
    }
    return [duty for duty in duties if is_due(people[duty.person_id])]


def is_due(person: Person) -> bool:
    """Whether a person gets a predikat: a civil servant who was not away (regulations 1.11)."""
    standing = person.standing.lower()
    return person.status != Person.Status.NON_ASN and not any(word in standing for word in AWAY)


def review_progress(review: Review) -> ReviewProgress:
    """How far the review is. Eight queries, however many people."""
    duties = due_in(review)
    states = dict(Assessment.objects.in_force().filter(review=review).values_list("person_id", "state"))
    with_skp = set(
        Skp.objects.agreed().filter(period_id=review.period_id).values_list("person_id", flat=True)
    )
    current = UnitPredicate.objects.in_force().filter(review=review)
    units_set = set(current.values_list("unit_id", flat=True))
    unsigned = [duty for duty in duties if states.get(duty.person_id) != AssessmentState.SIGNED]
    people = Person.objects.in_bulk([duty.person_id for duty in unsigned])
    names = dict(Unit.objects.filter(pk__in={duty.unit_id for duty in unsigned}).values_list("pk", "name"))
    missing = [
        Missing(
            duty.person_id, people[duty.person_id].full_name, names[duty.unit_id],
            _why(duty, states, with_skp, units_set),
        )
        for duty in unsigned
    ]  # fmt: skip
    missing.sort(key=lambda row: (row.unit_name, row.name))
    units = {duty.unit_id for duty in duties}
    return ReviewProgress(
        people=len(duties),
        signed=len(duties) - len(unsigned),
        drafts=sum(states.get(duty.person_id) == AssessmentState.DRAFT for duty in duties),
        units=len(units),
        units_set=len(units & units_set),
        missing=tuple(missing),
    )


def _why(duty: Duty, states: dict[UUID, str], with_skp: set[UUID], units_set: set[UUID]) -> str:
    if duty.rater_id is None:
        return _("Belum ada penilai; perbaiki pimpinan unitnya")
    if duty.person_id not in with_skp:
        return _("SKP belum disetujui")
    if duty.unit_id not in units_set:
        return _("Predikat unit belum ditetapkan")
    if duty.person_id in states:
        return _("Masih draf, belum ditandatangani penilai")
    return _("Belum dinilai")
