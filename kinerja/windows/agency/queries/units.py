"""The tree of units, one unit with everything in it, posts, Plt./Plh. and teams."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Prefetch, Q, QuerySet
from django.urls import reverse

from kinerja.base.organization.models import Assignment, Position, Team, TeamMember, Unit

PAGE = 50


def tree(day: date) -> list[dict[str, Any]]:
    """All existing units as nested nodes for the tree piece, each with the number of people in it."""
    counts = dict(
        Assignment.objects.on(day).definitive().values_list("unit").annotate(people=Count("pk")).order_by()
    )
    units = list(Unit.objects.existing().order_by("name").only("pk", "name", "parent_id", "kind"))
    by_parent: dict[UUID | None, list[Unit]] = {}
    known = {unit.pk for unit in units}
    for unit in units:
        by_parent.setdefault(unit.parent_id if unit.parent_id in known else None, []).append(unit)
    return [_node(unit, by_parent, counts, 0) for unit in by_parent.get(None, [])]


def _node(
    unit: Unit, by_parent: dict[UUID | None, list[Unit]], counts: dict[UUID, int], depth: int
) -> dict[str, Any]:
    children = [_node(child, by_parent, counts, depth + 1) for child in by_parent.get(unit.pk, [])]
    return {
        "label": unit.name, "url": reverse("agency:unit", args=[unit.pk]), "open": depth < 1, "children": children,
        "note": people_words(counts.get(unit.pk, 0)),
    }  # fmt: skip


def people_words(count: int) -> str:
    return f"{count} pegawai"


def units_page(text: str, number: Any) -> Page[Unit]:
    """Units found by name or UNOR ID."""
    found = Unit.objects.search(text).select_related("parent").order_by("name", "pk")
    return Paginator(found, PAGE).get_page(number)


def positions_of(unit: Unit, day: date) -> Any:
    """The posts of a unit with their holders of the day, the head's first."""
    held = Assignment.objects.on(day).select_related("person").order_by("kind", "person__name")
    return (
        Position.objects.filter(unit=unit)
        .filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))
        .prefetch_related(Prefetch("assignments", held, to_attr="held"))
        .order_by("-is_head", "title")
    )


def posts_page(text: str, kind: str, number: Any, day: date) -> Page[Any]:
    """Open posts by title or unit; `kind` "kosong": head's posts that nobody holds."""
    held = Assignment.objects.on(day).select_related("person").order_by("kind", "person__name")
    found = Position.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day)).select_related("unit")
    if text:
        found = found.filter(Q(title__icontains=text) | Q(unit__name__icontains=text))
    if kind == "kosong":
        found = vacant_heads(found, day)
    found = found.prefetch_related(Prefetch("assignments", held, to_attr="held")).order_by(
        "unit__name", "-is_head", "title"
    )
    return Paginator(found, PAGE).get_page(number)


def vacant_heads(posts: QuerySet[Position], day: date) -> QuerySet[Position]:
    """Head's posts without a definitive holder."""
    held = Assignment.objects.on(day).definitive().filter(single_seat=True).values("position")
    vacant = posts.filter(is_head=True, closed_on__isnull=True, unit__closed_on__isnull=True)
    return vacant.exclude(pk__in=held)


def acting_page(kind: str, number: Any, day: date) -> Page[Assignment]:
    """Plt. and Plh.: in force and to come, or with `kind` "selesai" the ended ones."""
    acting = Assignment.objects.acting().select_related("person", "position", "unit")
    found = acting.filter(during__endswith__lte=day) if kind == "selesai" else acting.after(day)
    return Paginator(found.order_by("-during", "pk"), PAGE).get_page(number)


def teams_page(text: str, kind: str, number: Any, day: date) -> Page[Team]:
    """Teams in force or to come, or with `kind` "selesai" the ended ones."""
    teams = Team.objects.filter(during__endswith__lte=day) if kind == "selesai" else Team.objects.after(day)
    if text:
        teams = teams.filter(Q(name__icontains=text) | Q(leader__name__icontains=text))
    return Paginator(teams.select_related("leader", "unit").order_by("name", "pk"), PAGE).get_page(number)


def members_of(team: Team) -> QuerySet[TeamMember]:
    return TeamMember.objects.filter(team=team).select_related("person").order_by("person__name")
