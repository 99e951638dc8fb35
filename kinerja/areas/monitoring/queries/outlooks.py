"""Where indicators are expected to end, as kept."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from kinerja.areas.monitoring.models import Outlook

#: what a line under a pace bar needs
_SHORT = ("indicator_id", "state", "forecast_steps")


def outlooks_of(person_id: UUID) -> dict[UUID, Outlook]:
    """A person's outlooks by the indicator in force. One query."""
    return {row.indicator_id: row for row in Outlook.objects.filter(person_id=person_id)}


def outlook_of(lineage: UUID) -> Outlook | None:
    """The outlook of one line."""
    return Outlook.objects.filter(lineage=lineage).first()


def outlooks_within() -> ArraySubquery:
    """A person's outlooks as a part of another query about people; `outlooks_from` reads it."""
    rows = Outlook.objects.filter(person_id=OuterRef("pk"))
    return ArraySubquery(rows.values(found=JSONObject(**{name: name for name in _SHORT})))


def outlooks_from(found: Iterable[Mapping[str, Any]]) -> dict[UUID, Outlook]:
    """By the indicator in force, what `outlooks_within` brought."""
    rows = (Outlook(**{**each, "indicator_id": UUID(each["indicator_id"])}) for each in found)
    return {row.indicator_id: row for row in rows}
