"""Talks as pages list them."""

from collections.abc import Iterable
from uuid import UUID

from kinerja.areas.monitoring.models import Talk


def next_talk(person_id: UUID) -> Talk | None:
    """The planned talk of one employee."""
    return Talk.objects.planned().about(person_id).for_door().first()


def talks_of(person_id: UUID, limit: int = 20) -> list[Talk]:
    """One employee's talks: the planned one first, then the newest."""
    rows = Talk.objects.about(person_id).for_door()
    return list(rows.order_by("state", "-day", "-id")[:limit])


def talks_with(person_ids: Iterable[UUID], limit: int = 100) -> list[Talk]:
    """The planned talks with these employees, the soonest first."""
    return list(Talk.objects.planned().with_any(person_ids).for_door().order_by("day", "id")[:limit])
