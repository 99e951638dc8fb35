"""SKP Bawahan: everybody a superior rates today and how far their SKP is; who needs something comes first."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kinerja.areas.planning.models import Period, Skp
from kinerja.areas.planning.states import SkpState
from kinerja.base.access.principal import Principal
from kinerja.base.organization.models import Assignment, Person

#: what waits for the superior first, then who has written nothing, then what is in work, then what is done
_ORDER: dict[str | None, int] = {
    SkpState.PROPOSED: 0,
    None: 1,
    SkpState.RETURNED: 2,
    SkpState.DRAFT: 3,
    SkpState.AGREED: 4,
}


@dataclass
class Row:
    """One subordinate; `skp` is the version in work, else the one in force, else None."""

    person: Person
    post: str
    unit: str
    skp: Skp | None
    has_agreed: bool

    @property
    def state(self) -> str | None:
        return self.skp.state if self.skp else None


def rows(who: Principal, period: Period) -> list[Row]:
    """The subordinates of the person who asks, worst first. Three queries."""
    ids = who.subordinate_ids
    in_work, agreed = _skps(ids, period)
    seats: Any = Assignment.objects.on(who.day).filter(person_id__in=ids, kind=Assignment.Kind.DEFINITIVE)
    found = [
        Row(
            person=seat.person,
            post=seat.position.title,
            unit=seat.unit.name,
            skp=in_work.get(seat.person_id) or agreed.get(seat.person_id),
            has_agreed=seat.person_id in agreed,
        )
        for seat in seats.select_related("person", "position", "unit")
    ]
    return sorted(found, key=_urgency)


def _skps(person_ids: list[UUID], period: Period) -> tuple[dict[UUID, Skp], dict[UUID, Skp]]:
    in_work: dict[UUID, Skp] = {}
    agreed: dict[UUID, Skp] = {}
    for skp in Skp.objects.current().filter(person_id__in=person_ids, period=period):
        skp.period = period
        (agreed if skp.is_agreed else in_work)[skp.person_id] = skp
    return in_work, agreed


def _urgency(row: Row) -> tuple[int, str, str]:
    waiting = (
        row.skp.proposed_at.isoformat() if row.skp and row.skp.is_proposed and row.skp.proposed_at else ""
    )
    return _ORDER.get(row.state, 3), waiting, row.person.name


def counts(found: list[Row]) -> dict[str, int]:
    """How many wait, have written nothing, are in work, are agreed."""
    return {
        "waiting": sum(row.state == SkpState.PROPOSED for row in found),
        "missing": sum(row.skp is None for row in found),
        "in_work": sum(row.state in (SkpState.DRAFT, SkpState.RETURNED) for row in found),
        "agreed": sum(row.state == SkpState.AGREED for row in found),
    }
