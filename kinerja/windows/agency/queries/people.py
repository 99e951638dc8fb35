"""People as the agency sees them: found by name, NIP or unit, each with post, line of superiors and history."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet

from kinerja.base.access.models import RoleGrant
from kinerja.base.accounts.models import Activation, User
from kinerja.base.organization import lines
from kinerja.base.organization.models import Assignment, Change, Person, RaterOverride
from kinerja.tools import clock

PAGE = 50
MOST_ABOVE = 6


def people_page(text: str, kind: str, number: Any, day: date) -> Page[Person]:
    """One page of people. `kind`: "" serving, "tanpa-jabatan" serving without a post, "berhenti" gone."""
    found = _of_kind(kind, day).search(text).order_by("name", "pk")
    if text and not found.exists():
        found = _of_kind(kind, day).filter(_works_in(text, day)).order_by("name", "pk")
    held = Assignment.objects.on(day).definitive().select_related("position", "unit")
    return Paginator(found.prefetch_related(Prefetch("assignments", held, to_attr="held")), PAGE).get_page(
        number
    )


def _of_kind(kind: str, day: date) -> Any:
    if kind == "berhenti":
        return Person.objects.left_by(day)
    serving = Person.objects.serving(day)
    if kind == "tanpa-jabatan":
        return serving.exclude(pk__in=Assignment.objects.on(day).definitive().values("person"))
    return serving


def _works_in(text: str, day: date) -> Q:
    return Q(pk__in=Assignment.objects.on(day).filter(unit__name__icontains=text).values("person"))


@dataclass(frozen=True, slots=True)
class Superior:
    """One step of the line above a person: who, in which capacity, and why."""

    person: Person | None
    why: str


def line_above(person: Person, day: date) -> list[Superior]:
    """The line of superiors, nearest first, up to where it ends."""
    found: list[lines.Line] = []
    seen, current = {person.pk}, person.pk
    while len(found) < MOST_ABOVE:
        line = lines.line_of(current, day)
        if line is None:
            break
        found.append(line)
        if line.rater_id is None or line.rater_id in seen:
            break
        seen.add(line.rater_id)
        current = line.rater_id
    people = Person.objects.in_bulk([line.rater_id for line in found if line.rater_id])
    return [Superior(people.get(line.rater_id) if line.rater_id else None, line.why()) for line in found]


@dataclass(frozen=True, slots=True)
class Account:
    """Whether the person can come in, and how."""

    is_open: bool
    has_password: bool
    last_seen: Any
    code_until: Any


def account_of(person_id: UUID) -> Account | None:
    """The state of a person's account; None when there is none."""
    user = User.objects.filter(pk=person_id).first()
    if user is None:
        return None
    code = Activation.objects.filter(
        user=user, kind=Activation.Kind.CODE, used_at__isnull=True, expires_at__gt=clock.real_now()
    ).first()
    return Account(user.is_active, user.has_usable_password(), user.last_login, code and code.expires_at)


def posts_of(person: Person) -> QuerySet[Assignment]:
    """Every post the person held, holds or will hold, newest first."""
    return Assignment.objects.filter(person=person).select_related("position", "unit").order_by("-during")


def grants_of(person: Person) -> QuerySet[RoleGrant]:
    return RoleGrant.objects.filter(person=person).select_related("unit").order_by("-during")


def overrides_of(person: Person, day: date) -> QuerySet[RaterOverride]:
    """Named exceptions in force or to come."""
    found: QuerySet[RaterOverride] = (
        RaterOverride.objects.after(day).filter(person=person).select_related("rater")
    )
    return found.order_by("during")


def changes_of(subject_id: UUID, most: int = 50) -> list[Change]:
    """The newest changes of a unit, post, person or team; each with `author`, the name of who did it."""
    changes = list(Change.objects.filter(subject_id=subject_id).order_by("-at")[:most])
    authors = Person.objects.in_bulk({change.by_id for change in changes if change.by_id})
    for change in changes:
        change.author = authors.get(change.by_id)  # type: ignore[attr-defined]
    return changes
