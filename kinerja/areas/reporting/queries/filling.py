"""What was decided about late reports, and what is opened again for whom."""

from datetime import date
from uuid import UUID

from kinerja.areas.reporting.models import FillingRule, Opening
from kinerja.base.organization.models import Unit


def filling_rule() -> FillingRule:
    """The instansi's own; one that decides nothing when there is none. One query."""
    return FillingRule.objects.first() or FillingRule()


def is_opened(person_id: UUID, unit_id: UUID, day: date, today: date) -> bool:
    """Whether a locked day is open for this person today, by himself or through a unit above his."""
    rows = Opening.objects.in_force(today).holding([day])
    return rows.of_somebody(person_id, list(_upward(unit_id))).exists()


def _upward(unit_id: UUID) -> list[UUID]:
    """The unit and all above it."""
    found: list[UUID] = []
    at: UUID | None = unit_id
    while at is not None and at not in found:
        found.append(at)
        at = Unit.objects.filter(pk=at).values_list("parent_id", flat=True).first()
    return found
