"""The dry run: the act is done, the lines are compared, and everything is undone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from kinerja.base.organization import lines
from kinerja.base.organization.models import Person

MOST = 50


@dataclass(frozen=True, slots=True)
class Moved:
    """Somebody who would be rated by somebody else."""

    person: Person
    before: Person | None
    after: Person | None


@dataclass(frozen=True, slots=True)
class Consequences:
    """Who would be rated by whom after an act: how many in all, and the first of them by name."""

    day: date
    count: int
    people: tuple[Moved, ...]


class _Undo(Exception):
    """Takes the dry run back."""


def dry_run(act: Callable[[], Any], day: date) -> Consequences:
    """What `act` would change about who rates whom on `day`. Refusals of the act come through as they are."""
    before = {line.person_id: line.rater_id for line in lines.all_lines(day)}
    after: dict[Any, Any] = {}
    try:
        with transaction.atomic():
            act()
            after = {line.person_id: line.rater_id for line in lines.all_lines(day)}
            raise _Undo
    except _Undo:
        pass
    changed = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    names = sorted(Person.objects.filter(pk__in=changed), key=lambda person: person.name)[:MOST]
    raters = Person.objects.in_bulk(
        {rater for person in names for rater in (before.get(person.pk), after.get(person.pk)) if rater}
    )
    rows = tuple(
        Moved(each, raters.get(before.get(each.pk)), raters.get(after.get(each.pk))) for each in names
    )
    return Consequences(day, len(changed), rows)
