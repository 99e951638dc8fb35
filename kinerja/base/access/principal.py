"""Who is asking: the person, the post held today, the units headed, the roles granted. One query a request."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db import connection

from kinerja.base.access.roles import Role
from kinerja.base.organization.lines import rated_by
from kinerja.base.organization.models import Person
from kinerja.tools import clock

_PERSON = ("id", "instansi_id", "nip", "name", "title_before", "title_after", "status", "left_on")
_WHO = """
SELECT p.id, p.instansi_id, p.nip, p.name, p.title_before, p.title_after, p.status, p.left_on,
       i.name, i.code, seat.unit_id, seat.unit_name, seat.title,
       ARRAY(SELECT a.unit_id FROM organization_assignment a JOIN organization_position q
               ON q.instansi_id = a.instansi_id AND q.id = a.position_id AND q.is_head
             WHERE a.instansi_id = p.instansi_id AND a.person_id = p.id AND a.during @> %(day)s),
       ARRAY(SELECT g.role || ':' || coalesce(g.unit_id::text, '') FROM access_rolegrant g
             WHERE g.instansi_id = p.instansi_id AND g.person_id = p.id AND g.during @> %(day)s),
       EXISTS (SELECT 1 FROM organization_rateroverride o
                WHERE o.instansi_id = p.instansi_id AND o.rater_id = p.id AND o.during @> %(day)s),
       (SELECT count(*) FROM inbox_message m
         WHERE m.instansi_id = p.instansi_id AND m.person_id = p.id AND m.read_at IS NULL)
  FROM organization_person p
  JOIN tenancy_instansi i ON i.id = p.instansi_id
  LEFT JOIN LATERAL (
    SELECT a.unit_id, u.name AS unit_name, q.title
      FROM organization_assignment a
      JOIN organization_unit u ON u.instansi_id = a.instansi_id AND u.id = a.unit_id
      JOIN organization_position q ON q.instansi_id = a.instansi_id AND q.id = a.position_id
     WHERE a.instansi_id = p.instansi_id AND a.person_id = p.id AND a.kind = 'DEFINITIF' AND a.during @> %(day)s
     LIMIT 1) seat ON true
 WHERE p.id = %(person)s
"""
_SUBTREE = """
WITH RECURSIVE below AS (
  SELECT id FROM organization_unit WHERE id = ANY(%(roots)s)
  UNION
  SELECT u.id FROM organization_unit u JOIN below b ON u.parent_id = b.id
) SELECT id FROM below
"""


@dataclass
class Principal:
    """The person who asks, with everything the matrix needs. `person` has its identity loaded, the rest on demand."""

    person: Person
    instansi_name: str
    instansi_code: str
    unit_id: UUID | None
    unit_name: str
    position_title: str
    headed_unit_ids: tuple[UUID, ...]
    grants: tuple[tuple[Role, UUID | None], ...]
    rates_by_override: bool
    unread: int
    day: date = field(default_factory=clock.today)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Every role this person has today, derived and granted."""
        derived = {Role.EMPLOYEE, Role.SUPERIOR}
        if self.headed_unit_ids:
            derived.add(Role.UNIT_HEAD)
        return frozenset(derived | {role for role, _unit in self.grants})

    @property
    def leads(self) -> bool:
        """Whether "Tim saya" makes sense: heads a unit or rates somebody by a named exception."""
        return bool(self.headed_unit_ids) or self.rates_by_override

    @cached_property
    def subordinate_ids(self) -> list[UUID]:
        """The people this person rates today."""
        return [line.person_id for line in rated_by(self.person.pk, self.day)] if self.leads else []

    @cached_property
    def headed_ids(self) -> list[UUID]:
        """The units this person heads, and all below them."""
        return subtree(self.headed_unit_ids)

    def granted_unit_ids(self, role: Role) -> list[UUID]:
        """The units a granted role reaches: each granted unit and all below it."""
        return subtree([unit for granted, unit in self.grants if granted == role and unit is not None])


def subtree(roots: list[UUID] | tuple[UUID, ...]) -> list[UUID]:
    """The ids of units and all units below them today."""
    if not roots:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_SUBTREE, {"roots": list(roots)})
        return [row[0] for row in cursor.fetchall()]


def load(person_id: UUID, day: date | None = None) -> Principal | None:
    """Who `person_id` is today; None when no such person exists in this instansi or he has left."""
    day = day or clock.today()
    with connection.cursor() as cursor:
        cursor.execute(_WHO, {"person": person_id, "day": day})
        row = cursor.fetchone()
    if row is None or (row[7] is not None and row[7] <= day):
        return None
    grants = tuple(
        (Role(role), UUID(unit) if unit else None) for role, unit in (text.split(":", 1) for text in row[14])
    )
    return Principal(
        person=Person.from_db("default", _PERSON, row[:8]),
        instansi_name=row[8],
        instansi_code=row[9],
        unit_id=row[10],
        unit_name=row[11] or "",
        position_title=row[12] or "",
        headed_unit_ids=tuple(row[13]),
        grants=grants,
        rates_by_override=row[15],
        unread=row[16],
        day=day,
    )
