"""Outages move deadlines by themselves: what was left of the time when one began is given back when it ended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection

from kinerja.base.tenancy.context import current_id
from kinerja.tools.clock import WIB

#: an outage of a unit concerns everybody in it and below; without a unit, the whole instansi
_OF_PEOPLE = """
WITH RECURSIVE seats AS (
  SELECT a.person_id, a.unit_id FROM organization_assignment a
   WHERE a.instansi_id = %(instansi)s AND a.person_id = ANY(%(people)s)
     AND a.during && daterange(%(begin)s::date, %(end)s::date, '[]')
),
up AS (
  SELECT person_id, unit_id FROM seats
  UNION
  SELECT u.person_id, o.parent_id FROM up u
    JOIN organization_unit o ON o.instansi_id = %(instansi)s AND o.id = u.unit_id
   WHERE o.parent_id IS NOT NULL
)
SELECT DISTINCT p.person_id, lower(c.during) AS begins, upper(c.during), c.reason
  FROM unnest(%(people)s::uuid[]) AS p(person_id)
  JOIN calendar_outage c ON c.instansi_id = %(instansi)s AND c.withdrawn_at IS NULL
   AND c.during && tstzrange(%(begin)s::date, %(end)s::date + interval '1 day')
   AND (c.unit_id IS NULL OR EXISTS (SELECT 1 FROM up u WHERE u.person_id = p.person_id AND u.unit_id = c.unit_id))
 ORDER BY p.person_id, begins
"""


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which somebody could not work with the system, and why."""

    begins: datetime
    ends: datetime
    reason: str = ""


def spans_of(people: Iterable[UUID], begin: date, end: date) -> dict[UUID, list[Span]]:
    """The outages that concerned each of these people between two days, by their beginning. One query."""
    asked = list(people)
    found: dict[UUID, list[Span]] = {each: [] for each in asked}
    if asked:
        with connection.cursor() as cursor:
            cursor.execute(
                _OF_PEOPLE, {"instansi": current_id(), "people": asked, "begin": begin, "end": end}
            )
            for person, begins, ends, reason in cursor.fetchall():
                found[person].append(Span(begins, ends, reason))
    return found


def moved(deadline: datetime, spans: Sequence[Span]) -> datetime:
    """The deadline after all outages it fell into: what was left when one began is added to its end. `spans` by beginning."""
    for each in spans:
        if each.begins <= deadline < each.ends:
            deadline = each.ends + (deadline - each.begins)
    return deadline


def end_of(day: date) -> datetime:
    """The last moment of a day in WIB: when a deadline of a day is over."""
    return datetime.combine(day, time(23, 59, 59), WIB)


def moved_day(day: date, spans: Sequence[Span]) -> date:
    """As `moved`, for what is due on a day: an outage in its last hour carries it into the next day."""
    return moved(end_of(day), spans).astimezone(WIB).date()


#: how far back an outage may have begun that still moves a deadline of today
LOOK_BACK = timedelta(days=31)
