"""Who rates whom on this day, and why. The one module that answers it.

The line (PermenPANRB 6/2022; roles in docs/reference/regulations, section 1.2): a member of a unit is rated by the
unit's head; a head by the head of the unit above. A vacant head's post is filled by its Plt. or Plh.; when there is
none, or when the head is the person himself, the line climbs. A named override goes before all of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from kinerja.base.tenancy.context import current_id

#: The heads are found from their posts (OFFSET 0 keeps the order): of ranges the planner expects one row in two hundred to hold
#: a day, and would read everybody's assignments instead.
#: One row per person: the rater, his capacity, the unit through which the line runs, and how often it climbed.
_WITH_LINES = """
WITH RECURSIVE
tree AS (
  SELECT unit_id, parent_id FROM organization_unitperiod
   WHERE instansi_id = %(instansi)s AND during @> %(day)s
),
heads AS (
  SELECT DISTINCT ON (p.unit_id) p.unit_id, a.person_id, a.kind
    FROM organization_position p
    CROSS JOIN LATERAL (
      SELECT id, person_id, kind FROM organization_assignment
       WHERE instansi_id = p.instansi_id AND position_id = p.id AND during @> %(day)s OFFSET 0) a
   WHERE p.instansi_id = %(instansi)s AND p.is_head
   ORDER BY p.unit_id, array_position(ARRAY['DEFINITIF','PLT','PLH'], a.kind::text), a.id
),
{reach}seats AS (
  SELECT a.person_id, a.unit_id FROM organization_assignment a
   WHERE a.instansi_id = %(instansi)s AND a.kind = 'DEFINITIF' AND a.during @> %(day)s {people}
),
up AS (
  SELECT t.unit_id AS seat, t.unit_id, t.parent_id, 0 AS steps FROM tree t
   WHERE t.unit_id IN (SELECT unit_id FROM seats)
  UNION ALL
  SELECT u.seat, t.unit_id, t.parent_id, u.steps + 1 FROM up u JOIN tree t ON t.unit_id = u.parent_id
   WHERE u.steps < 20
),
lines AS (
  SELECT DISTINCT ON (s.person_id) s.person_id, h.person_id AS rater_id, h.kind AS capacity, u.unit_id, u.steps
    FROM seats s
    JOIN up u ON u.seat = s.unit_id
    JOIN heads h ON h.unit_id = u.unit_id AND h.person_id <> s.person_id
   ORDER BY s.person_id, u.steps
),
final AS (
  SELECT s.person_id, s.unit_id AS seat,
         coalesce(o.rater_id, l.rater_id) AS rater_id,
         CASE WHEN o.id IS NOT NULL THEN 'KHUSUS' ELSE l.capacity END AS capacity,
         l.unit_id, coalesce(l.steps, 0) AS steps, own.person_id IS NOT NULL AS is_head,
         coalesce(o.reason, '') AS reason
    FROM seats s
    LEFT JOIN lines l ON l.person_id = s.person_id
    LEFT JOIN heads own ON own.unit_id = s.unit_id AND own.person_id = s.person_id
    LEFT JOIN organization_rateroverride o
      ON o.instansi_id = %(instansi)s AND o.person_id = s.person_id AND o.during @> %(day)s
)
"""
_LINES = """
SELECT f.person_id, f.seat, f.rater_id, f.capacity, f.unit_id, f.steps, f.is_head, f.reason FROM final f {where}
"""


#: Below one superior: his units, through headless units down to the next heads, and of units that have another head only
#: that head. A superset, found without the whole tree.
_REACH = """
reach AS (
  SELECT unit_id, true AS open FROM heads WHERE person_id = %(rater)s
  UNION
  SELECT t.unit_id, h.person_id IS NULL OR h.person_id = %(rater)s
    FROM reach r JOIN tree t ON t.parent_id = r.unit_id LEFT JOIN heads h ON h.unit_id = t.unit_id
   WHERE r.open
),
"""
_BELOW = """
   AND (a.unit_id IN (SELECT unit_id FROM reach WHERE open)
        OR a.person_id IN (SELECT h.person_id FROM heads h JOIN reach r USING (unit_id))
        OR a.person_id IN (SELECT person_id FROM organization_rateroverride
                            WHERE instansi_id = %(instansi)s AND rater_id = %(rater)s AND during @> %(day)s))
"""


@dataclass(frozen=True, slots=True)
class Line:
    """Who rates `person_id`, in which capacity (DEFINITIF, PLT, PLH, KHUSUS), through which unit, after how many climbs."""

    person_id: UUID
    unit_id: UUID
    rater_id: UUID | None
    capacity: str | None
    rater_unit_id: UUID | None
    climbed: int
    is_head: bool
    override_reason: str

    def why(self) -> str:
        """The reason in one sentence, the same for the person and for whoever looks at his line."""
        if self.rater_id is None:
            return _("Tidak ada pimpinan yang terisi sampai unit teratas. Hubungi pengelola kepegawaian.")
        if self.capacity == "KHUSUS":
            return _("Ditetapkan khusus: %(reason)s") % {"reason": self.override_reason}
        acting = {"PLT": _(" sebagai Plt."), "PLH": _(" sebagai Plh.")}.get(self.capacity or "", "")
        expected = 1 if self.is_head else 0
        if self.climbed > expected:
            return _(
                "Pimpinan unitnya belum terisi, maka yang menilai pimpinan unit di atasnya%(acting)s."
            ) % {"acting": acting}
        if self.is_head:
            return _("Yang memimpin unit dinilai pimpinan unit di atasnya%(acting)s.") % {"acting": acting}
        return _("Yang bertugas di unit dinilai pimpinan unitnya%(acting)s.") % {"acting": acting}


def _read(day: date, people: str, where: str, reach: str = "", **extra: Any) -> list[Line]:
    sql = _WITH_LINES.format(people=people, reach=reach) + _LINES.format(where=where)
    with connection.cursor() as cursor:
        cursor.execute(sql, {"instansi": current_id(), "day": day, **extra})
        return [Line(*row) for row in cursor.fetchall()]


def _read_many(day: date, people: str, **extra: Any) -> list[Line]:
    """As `_read`, for many people: right after an import the planner knows no sizes and would loop inside loops."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
    found = _read(day, people, "", **extra)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = on")
    return found


def line_of(person_id: UUID, on: date) -> Line | None:
    """The line of one person on a day; None when the person held no post then."""
    found = _read(on, "AND a.person_id = %(person)s", "", person=person_id)
    return found[0] if found else None


def lines_of(person_ids: Iterable[UUID], on: date) -> dict[UUID, Line]:
    """The lines of several people, in one set."""
    found = _read_many(on, "AND a.person_id = ANY(%(persons)s)", persons=list(person_ids))
    return {line.person_id: line for line in found}


def all_lines(on: date) -> list[Line]:
    """The lines of everybody in the instansi."""
    return _read_many(on, "")


def rated_by(rater_id: UUID, on: date) -> list[Line]:
    """The people a superior rates on a day, in one query."""
    return _read(on, _BELOW, "WHERE f.rater_id = %(rater)s", _REACH, rater=rater_id)


@dataclass(frozen=True, slots=True)
class Seat:
    """A person on a superior's list: name with titles, post and unit of that day, and in which capacity he is rated."""

    person_id: UUID
    name: str
    position_title: str
    unit_id: UUID
    unit_name: str
    capacity: str


_SEATS = """
SELECT f.person_id,
       concat_ws(', ', nullif(concat_ws(' ', nullif(p.title_before, ''), p.name), ''), nullif(p.title_after, '')),
       q.title, f.seat, u.name, f.capacity
  FROM final f
  JOIN organization_person p ON p.instansi_id = %(instansi)s AND p.id = f.person_id
  JOIN organization_unit u ON u.instansi_id = %(instansi)s AND u.id = f.seat
  JOIN organization_assignment a ON a.instansi_id = %(instansi)s AND a.person_id = f.person_id
   AND a.kind = 'DEFINITIF' AND a.during @> %(day)s
  JOIN organization_position q ON q.instansi_id = %(instansi)s AND q.id = a.position_id
 WHERE f.rater_id = %(rater)s AND p.left_on IS NULL
 ORDER BY p.name, p.id
"""


def seats_rated_by(rater_id: UUID, on: date) -> list[Seat]:
    """The people a superior rates on a day, with name, post and unit, in one query."""
    sql = _WITH_LINES.format(people=_BELOW, reach=_REACH) + _SEATS
    with connection.cursor() as cursor:
        cursor.execute(sql, {"instansi": current_id(), "day": on, "rater": rater_id})
        return [Seat(*row) for row in cursor.fetchall()]


def is_rater_of(rater_id: UUID, person_id: UUID, on: date) -> bool:
    """Whether `rater_id` rates `person_id` on a day."""
    line = line_of(person_id, on)
    return line is not None and line.rater_id == rater_id
