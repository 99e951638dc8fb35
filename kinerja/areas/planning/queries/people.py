"""Where a person stands on a day, as an SKP keeps it: post, unit, and whether results come from the agreement."""

from datetime import date
from typing import Any
from uuid import UUID

from kinerja.base.organization.models import Assignment, Person, Unit
from kinerja.rules.codes import PositionKind

#: units whose head takes results from the Perjanjian Kinerja (pimpinan unit kerja mandiri)
INDEPENDENT = frozenset(
    {
        Unit.Kind.PEMERINTAH_DAERAH,
        Unit.Kind.SEKRETARIAT,
        Unit.Kind.DINAS,
        Unit.Kind.UPTD,
        Unit.Kind.PUSKESMAS,
        Unit.Kind.SEKOLAH,
    }
)
_JPT = frozenset({PositionKind.JPT_UTAMA, PositionKind.JPT_MADYA, PositionKind.JPT_PRATAMA, "KEPALA_DAERAH"})


def seat_of(person_id: UUID, day: date) -> Assignment | None:
    """The definitive post of a person on a day, with position and unit."""
    seats: Any = Assignment.objects.on(day).filter(person_id=person_id, kind=Assignment.Kind.DEFINITIVE)
    seat: Assignment | None = seats.select_related("position", "unit").first()
    return seat


def heads_independently(seat: Assignment) -> bool:
    """JPT, or head of an independent unit: results come from the Perjanjian Kinerja (regulations 1.4)."""
    position = seat.position
    return bool(position.is_head and (position.kind in _JPT or seat.unit.kind in INDEPENDENT))


def head_of(unit_id: UUID, day: date) -> Assignment | None:
    """Who heads a unit on a day: the definitive head before Plt. before Plh.; None when vacant."""
    heads: Any = Assignment.objects.on(day).filter(unit_id=unit_id, position__is_head=True)
    found: list[Assignment] = list(heads.select_related("person", "position"))
    order = [kind.value for kind in (Assignment.Kind.DEFINITIVE, Assignment.Kind.PLT, Assignment.Kind.PLH)]
    return min(found, key=lambda head: order.index(head.kind), default=None)


def heads(unit_id: UUID, person_id: UUID, day: date) -> bool:
    """Whether a person holds the head's post of a unit on a day, in whatever capacity."""
    seats: Any = Assignment.objects.on(day).filter(unit_id=unit_id, position__is_head=True)
    return bool(seats.filter(person_id=person_id).exists())


def ancestors(unit_id: UUID) -> list[UUID]:
    """The units above a unit today, nearest first."""
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    found: list[UUID] = []
    above = parents.get(unit_id)
    while above is not None and above not in found:
        found.append(above)
        above = parents.get(above)
    return found


def head_above(unit_id: UUID, person_id: UUID, day: date) -> Person | None:
    """The nearest head above a unit who is somebody else; None at the top."""
    for above in ancestors(unit_id):
        head = head_of(above, day)
        if head is not None and head.person_id != person_id:
            person: Person = head.person
            return person
    return None
