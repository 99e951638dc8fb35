"""Who has to rate whom in a review: the rater of its last day, or his successor (regulations 1.11)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from kinerja.areas.assessment.models import Review
from kinerja.base.organization import lines
from kinerja.base.organization.models import Assignment, Person, RaterOverride, Unit
from kinerja.tools import clock

_RANK = {"DEFINITIF": 0, "PLT": 1, "PLH": 2}


@dataclass(frozen=True, slots=True)
class Duty:
    """Who rates `person_id` in a review: `rater_id` in `capacity` (DEFINITIF, PLT, PLH, KHUSUS), and why he.

    `unit_id` is the person's unit on the last day; `rater_unit_id` the unit through which the line runs.
    """

    person_id: UUID
    unit_id: UUID
    is_head: bool
    rater_id: UUID | None
    capacity: str
    rater_unit_id: UUID | None
    why: str


Heads = dict[UUID, list[tuple[UUID, str]]]


def heads_on(unit_ids: Iterable[UUID], day: date) -> Heads:
    """Per unit its heads on a day with their capacity, the definitive one first; nobody who has left."""
    return heads_between(unit_ids, day, day)[1]


def heads_between(unit_ids: Iterable[UUID], first: date, second: date) -> tuple[Heads, Heads]:
    """The heads on each of two days, in one query."""
    rows = Assignment.objects.filter(
        Q(during__contains=first) | Q(during__contains=second),
        position__is_head=True,
        unit_id__in=list(unit_ids),
    ).values_list("unit_id", "person_id", "kind", "during", "person__left_on")
    found: tuple[Heads, Heads] = ({}, {})
    for unit_id, person_id, kind, during, left_on in rows:
        for day, heads in zip((first, second), found, strict=True):
            if day in during and (left_on is None or left_on > day):
                heads.setdefault(unit_id, []).append((person_id, kind))
    for each in found:
        for heads_of_unit in each.values():
            heads_of_unit.sort(key=lambda head: _RANK[head[1]])
    return found


def duties(review: Review, person_ids: Iterable[UUID]) -> dict[UUID, Duty]:
    """The duties of several people; who held no post on the last day is not among them."""
    found = lines.lines_of(person_ids, review.ends)
    return {duty.person_id: duty for duty in _settled(review, found.values())}


def all_duties(review: Review) -> list[Duty]:
    """The duties of everybody who held a post on the review's last day."""
    return _settled(review, lines.all_lines(review.ends))


def duties_of_rater(review: Review, rater_id: UUID, headed_ids: Iterable[UUID]) -> list[Duty]:
    """Everybody this person has to rate in the review. `headed_ids`: the units he heads and all below them."""
    ids, today = list(headed_ids), clock.today()
    found = {line.person_id: line for line in lines.rated_by(rater_id, review.ends)}
    if today <= review.ends:
        return [_as_on_the_last_day(line) for line in found.values()]
    then, now = heads_between(ids, review.ends, today)
    for line in _orphaned(review, then, now):
        found.setdefault(line.person_id, line)
    known = now | {unit_id: [] for unit_id in ids if unit_id not in now}
    return [duty for duty in _settled(review, found.values(), known) if duty.rater_id == rater_id]


def _orphaned(review: Review, then: Heads, now: Heads) -> list[lines.Line]:
    """The lines of people whose rater of the last day has gone since, as far as this superior may inherit them."""
    gone = {
        person_id
        for unit_id, heads in then.items()
        for person_id, _kind in heads
        if person_id not in {here for here, _kind in now.get(unit_id, [])}
    }
    found = [line for person_id in gone for line in lines.rated_by(person_id, review.ends)]
    left = RaterOverride.objects.on(review.ends).filter(rater__left_on__lte=clock.today())
    without = list(left.values_list("person_id", flat=True))
    return found + (list(lines.lines_of(without, review.ends).values()) if without else [])


def _settled(review: Review, found: Iterable[lines.Line], known: Heads | None = None) -> list[Duty]:
    """Each line with the rater of the last day, or with who has taken his place since. `known`: heads of today."""
    each = [_as_on_the_last_day(line) for line in found]
    today = clock.today()
    if today <= review.ends:
        return each
    heads = dict(known or {})
    units = {duty.rater_unit_id for duty in each if duty.rater_unit_id} - set(heads)
    heads |= heads_on(units, today) if units else {}
    named = {duty.rater_id for duty in each if duty.rater_id and duty.capacity == "KHUSUS"}
    left = (
        set(Person.objects.filter(pk__in=named, left_on__lte=today).values_list("pk", flat=True))
        if named
        else set()
    )
    return [duty if _still_there(duty, heads, left) else _succeeded(duty, heads, today) for duty in each]


def _as_on_the_last_day(line: lines.Line) -> Duty:
    return Duty(
        line.person_id,
        line.unit_id,
        line.is_head,
        line.rater_id,
        line.capacity or "",
        line.rater_unit_id,
        line.why(),
    )


def _still_there(duty: Duty, heads: Heads, left: set[UUID]) -> bool:
    if duty.rater_id is None or duty.rater_id in left:
        return duty.rater_id is None
    if duty.capacity == "KHUSUS" or duty.rater_unit_id is None:
        return True
    return duty.rater_id in {person_id for person_id, _kind in heads.get(duty.rater_unit_id, [])}


def _succeeded(duty: Duty, heads: Heads, today: date) -> Duty:
    """The head of the same unit now; when there is none, the first one above."""
    unit_id = duty.rater_unit_id
    for _step in range(20):
        for person_id, kind in heads.get(unit_id, []) if unit_id else []:
            if person_id != duty.person_id:
                why = _(
                    "Penilai pada hari terakhir periode sudah pindah atau berhenti, maka penggantinya yang menilai."
                )
                return replace(duty, rater_id=person_id, capacity=kind, rater_unit_id=unit_id, why=why)
        parent = (
            Unit.objects.filter(pk=unit_id).values_list("parent_id", flat=True).first() if unit_id else None
        )
        if parent is None:
            break
        unit_id, heads = parent, heads_on([parent], today)
    why = _("Penilai sudah pindah atau berhenti dan belum ada penggantinya. Hubungi pengelola kepegawaian.")
    return replace(duty, rater_id=None, capacity="", why=why)
