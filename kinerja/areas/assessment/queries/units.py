"""The predikat of units: who sets it, from which two inputs, and which units wait for whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef

from kinerja.areas.assessment.models import Assessment, CurveNote, Review, UnitPredicate
from kinerja.areas.assessment.queries.facts import Facts, facts_of
from kinerja.areas.assessment.queries.raters import Heads, heads_between, heads_on
from kinerja.areas.planning.models import Iku
from kinerja.base.organization.models import Assignment, Person, Unit
from kinerja.rules.assessment import organisation_predicate
from kinerja.rules.codes import OrganisationPredicate
from kinerja.rules.planning import achievement
from kinerja.rules.verdict import Verdict
from kinerja.rules.wording import half_up
from kinerja.tools import clock


@dataclass(frozen=True, slots=True)
class Setter:
    """Who sets a unit's predikat (None: nobody above), and who heads the unit itself."""

    person_id: UUID | None
    name: str
    own_head_id: UUID | None


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """The first input: what the unit's head achieved on its Perjanjian Kinerja, and the suggestion from it."""

    head: Person | None
    facts: Facts
    ikus: Sequence[Iku]
    achieved: Verdict[Decimal | None]
    suggested: Verdict[OrganisationPredicate | None]

    @property
    def average(self) -> Decimal | None:
        return self.achieved.value

    @property
    def average_shown(self) -> Decimal | None:
        """Rounded as the table keeps it."""
        return None if self.achieved.value is None else half_up(self.achieved.value, 2)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit on the list of the leader above."""

    unit: Unit
    head: Person | None
    people: int
    signed: int
    current: UnitPredicate | None
    suggested: OrganisationPredicate | None


def unit_predicate(review: Review, unit_id: UUID) -> UnitPredicate | None:
    """The one in force."""
    return UnitPredicate.objects.of(review.pk).in_force().filter(unit_id=unit_id).first()


def unit_predicates(review: Review, unit_ids: Iterable[UUID]) -> dict[UUID, UnitPredicate]:
    rows = UnitPredicate.objects.of(review.pk).in_force().filter(unit_id__in=list(unit_ids))
    return {row.unit_id: row for row in rows}


def unit_history(review: Review, unit: Unit) -> list[UnitPredicate]:
    """Every predikat the unit had in the review, newest first."""
    return list(UnitPredicate.objects.of(review.pk).filter(unit=unit))


def setter_of(unit: Unit) -> Setter:
    """The first head above the unit, today, who does not head the unit itself."""
    parent_id = unit.parent_id
    heads = heads_on([each for each in (unit.pk, parent_id) if each], clock.today())
    own = heads[unit.pk][0][0] if unit.pk in heads else None
    for _step in range(20):
        if parent_id is None:
            break
        for person_id, _kind in heads.get(parent_id, []):
            if person_id != own:
                return Setter(person_id, Person.objects.get(pk=person_id).full_name, own)
        parent_id = Unit.objects.get(pk=parent_id).parent_id
        heads = heads_on([parent_id], clock.today()) if parent_id else {}
    return Setter(None, "", own)


def unit_facts(review: Review, unit: Unit) -> UnitFacts:
    """What the leader above looks at before he sets the predikat."""
    heads = heads_on([unit.pk], review.ends).get(unit.pk, [])
    head = Person.objects.filter(pk=heads[0][0]).first() if heads else None
    facts = facts_of(review, [head.pk])[head.pk] if head else Facts()
    ikus = Iku.objects.filter(agreement__unit=unit, agreement__period_id=review.period_id)
    achieved = achievement.average(facts.achievements, on=review.ends)
    suggested = organisation_predicate.suggestion(achieved.value, on=review.ends)
    return UnitFacts(head, facts, list(ikus), achieved, suggested)


def units_of_setter(
    review: Review, headed: Iterable[UUID], below: Iterable[UUID], leads_all: bool
) -> list[UnitRow]:
    """The units whose predikat this leader sets, by name. `headed`: his own units; `below`: those and all under them.

    For the leadership of the instansi also the units at the top, which have nobody above them.
    """
    headed, ids = set(headed), set(below)
    units = {unit.pk: unit for unit in Unit.objects.existing().filter(pk__in=ids)}
    then, now = heads_between(ids, review.ends, clock.today())
    mine = [unit for unit in units.values() if _falls_to(unit, units, now, headed)]
    if leads_all:
        known = {unit.pk for unit in mine}
        mine += [unit for unit in Unit.objects.existing().filter(parent__isnull=True) if unit.pk not in known]
    return _rows(review, sorted(mine, key=lambda unit: unit.name), then)


def units_waiting(review: Review, headed: Iterable[UUID], below: Iterable[UUID]) -> int:
    """How many units wait for this leader to set their predikat. Two queries."""
    ids = list(below)
    if len(ids) <= len(set(headed)):
        return 0
    set_already = UnitPredicate.objects.in_force().filter(review=review, unit_id=OuterRef("pk"))
    units = {u.pk: u for u in Unit.objects.existing().filter(pk__in=ids).annotate(is_set=Exists(set_already))}
    heads = heads_on(ids, clock.today())
    return sum(not unit.is_set and _falls_to(unit, units, heads, set(headed)) for unit in units.values())


def _falls_to(unit: Unit, units: Mapping[UUID, Unit], heads: Heads, headed: set[UUID]) -> bool:
    """Whether the first other head above the unit is the head of one of `headed`."""
    if unit.pk in headed:
        return False
    own = heads[unit.pk][0][0] if unit.pk in heads else None
    parent_id = unit.parent_id
    while parent_id is not None and parent_id in units:
        if parent_id in headed:
            return any(person_id != own for person_id, _kind in heads.get(parent_id, []))
        if any(person_id != own for person_id, _kind in heads.get(parent_id, [])):
            return False
        parent_id = units[parent_id].parent_id
    return False


def _rows(review: Review, units: Sequence[Unit], then: Heads) -> list[UnitRow]:
    ids = [unit.pk for unit in units]
    heads = {unit_id: then[unit_id][0][0] for unit_id in ids if unit_id in then}
    people = Person.objects.in_bulk(list(heads.values()))
    facts = facts_of(review, heads.values())
    led = {unit_id: (people[head_id], facts[head_id]) for unit_id, head_id in heads.items()}
    current = unit_predicates(review, ids)
    seats = _counts(Assignment.objects.on(review.ends).filter(unit_id__in=ids, kind="DEFINITIF"))
    signed = _counts(Assessment.objects.signed().filter(review=review, unit_id__in=ids))
    return [
        UnitRow(
            unit, led[unit.pk][0] if unit.pk in led else None, seats.get(unit.pk, 0), signed.get(unit.pk, 0),
            current.get(unit.pk), _suggested(review, led[unit.pk][1]) if unit.pk in led else None,
        )
        for unit in units
    ]  # fmt: skip


def _counts(rows: Any) -> dict[UUID, int]:
    return dict(rows.values_list("unit_id").annotate(count=Count("id")))


def _suggested(review: Review, facts: Facts) -> OrganisationPredicate | None:
    average = achievement.average(facts.achievements, on=review.ends).value
    return organisation_predicate.suggestion(average, on=review.ends).value


def curve_notes(review: Review, unit_ids: Iterable[UUID]) -> dict[UUID, CurveNote]:
    """The newest reason per unit for a spread that departs from the pattern."""
    rows = (
        CurveNote.objects.filter(review=review, unit_id__in=list(unit_ids))
        .select_related("by")
        .order_by("at")
    )
    return {row.unit_id: row for row in rows}
