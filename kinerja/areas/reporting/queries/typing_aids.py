"""What spares typing: the newest day's reports, templates for a post, a draft, what a month still lacks."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from kinerja.areas.reporting.models import Draft, Report, Template

#: how long a draft is offered
DRAFT_DAYS = 14


def newest_day_before(person_id: UUID, day: date) -> list[Report]:
    """What one reported on the last day before `day` that has reports, with indicators. One query."""
    mine = Report.objects.of(person_id).counting()
    newest = mine.filter(day__lt=day).order_by("-day").values("day")[:1]
    return list(mine.filter(day=newest).select_related("indicator").order_by("sent_at", "id"))


def templates_for(person_id: UUID, post: str) -> list[Template]:
    """One's own templates, then the agency's that fit the post. One query."""
    found = list(Template.objects.offered_to(person_id))
    return [each for each in found if each.owner_id] + [
        each for each in found if not each.owner_id and each.fits(post)
    ]


def draft_of(person_id: UUID) -> dict[str, Any] | None:
    """The draft with when it was kept and which of its keys were sent meanwhile; None without one. Two queries at most."""
    draft = Draft.objects.filter(person_id=person_id).first()
    if draft is None:
        return None
    keys = {row["key"] for row in draft.content.get("rows", {}).values() if _is_key(row.get("key", ""))}
    sent = (
        {str(pk) for pk in Report.objects.filter(pk__in=keys).values_list("pk", flat=True)} if keys else set()
    )
    return {"content": draft.content, "saved_at": draft.saved_at, "sent": sent}


def reported_on(
    person_id: UUID, lineages: Iterable[UUID], begin: date, end: date
) -> dict[tuple[UUID, date], Any]:
    """What one reported for these lines, by line and day, added up. One query."""
    rows = (
        Report.objects.of(person_id)
        .counting()
        .between(begin, end)
        .filter(indicator__lineage__in=list(lineages))
        .values_list("indicator__lineage", "day", "value")
    )
    found: dict[tuple[UUID, date], Any] = {}
    for lineage, day, value in rows:
        found[lineage, day] = found.get((lineage, day), 0) + value
    return found


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
