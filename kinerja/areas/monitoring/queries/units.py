"""The board over units: each with everybody below it, counted in sets. No names of people."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.areas.monitoring.states import OPEN, AlertState
from kinerja.areas.planning.states import SkpState
from kinerja.base.organization.models import Unit
from kinerja.base.tenancy.context import current_id
from kinerja.rules.monitoring.codes import DeviationState

#: fewer people than this are no group: what is said of it is said of a person
A_GROUP = 5
#: parts of a unit on pace, in percent, from which its colour is calm, and from which it is not yet red
_GOOD, _FAIR = 90, 70
#: a forecast that can be reckoned, and one that does not reach its target
_KNOWN = [DeviationState.MENUJU_TARGET.value, DeviationState.DIAMATI.value, DeviationState.MENYIMPANG.value]
_BEHIND = _KNOWN[1:]

#: each step is kept: a planner that knows no sizes would join everybody with everything
_COUNTED = """
WITH RECURSIVE below AS (
  SELECT u.id AS top, u.id FROM organization_unit u WHERE u.instansi_id = %(instansi)s AND u.id = ANY(%(tops)s)
  UNION ALL
  SELECT b.top, u.id FROM below b
    JOIN organization_unit u ON u.instansi_id = %(instansi)s AND u.parent_id = b.id AND u.closed_on IS NULL
   WHERE b.top <> %(alone)s
),
people AS MATERIALIZED (
  SELECT b.top, a.person_id FROM below b
    JOIN organization_assignment a ON a.instansi_id = %(instansi)s AND a.unit_id = b.id AND a.kind = 'DEFINITIF'
     AND a.during @> %(day)s
    JOIN organization_person p ON p.instansi_id = %(instansi)s AND p.id = a.person_id
     AND (p.left_on IS NULL OR p.left_on > %(day)s)
),
lines AS MATERIALIZED (
  SELECT p.top, p.person_id, i.lineage FROM people p
    JOIN planning_skp s ON s.instansi_id = %(instansi)s AND s.person_id = p.person_id AND s.state = %(agreed)s
     AND s.begins <= %(day)s AND s.ends >= %(day)s
    JOIN planning_rhk k ON k.instansi_id = %(instansi)s AND k.skp_id = s.id
    JOIN planning_indicator i ON i.instansi_id = %(instansi)s AND i.rhk_id = k.id
),
reports AS (
  SELECT l.top, sum(t.waiting) AS waiting, max(t.last_sent_at) AS last_sent_at FROM lines l
    JOIN reporting_tally t ON t.instansi_id = %(instansi)s AND t.lineage = l.lineage GROUP BY l.top
),
persons AS (
  SELECT l.top, l.person_id, bool_or(o.state = ANY(%(behind)s)) AS behind FROM lines l
    JOIN monitoring_outlook o ON o.instansi_id = %(instansi)s AND o.lineage = l.lineage AND o.state = ANY(%(known)s)
   GROUP BY l.top, l.person_id
),
judged AS (
  SELECT top, count(*) AS known, count(*) FILTER (WHERE NOT behind) AS on_pace FROM persons GROUP BY top
),
warned AS (
  SELECT b.top, count(*) AS opened, count(*) FILTER (WHERE a.state = %(unanswered)s AND a.due_on < %(day)s) AS overdue
    FROM below b JOIN monitoring_alert a ON a.instansi_id = %(instansi)s AND a.unit_id = b.id AND a.state = ANY(%(open)s)
   GROUP BY b.top
),
counted AS (SELECT top, count(*) AS people FROM people GROUP BY top)
SELECT u.id, u.name, coalesce(c.people, 0), coalesce(j.known, 0), coalesce(j.on_pace, 0), coalesce(r.waiting, 0)::int,
       coalesce(w.opened, 0), coalesce(w.overdue, 0), r.last_sent_at
  FROM organization_unit u
  LEFT JOIN counted c ON c.top = u.id LEFT JOIN judged j ON j.top = u.id LEFT JOIN reports r ON r.top = u.id
  LEFT JOIN warned w ON w.top = u.id
 WHERE u.instansi_id = %(instansi)s AND u.id = ANY(%(tops)s)
 ORDER BY u.name, u.id
"""
_NOBODY = UUID(int=0)
#: what adds up over units
_ADDED = ("people", "known", "on_pace", "waiting", "opened", "overdue")


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit with everybody below: people, of how many a forecast is known, how many of these are on pace, what waits."""

    id: UUID
    name: str
    people: int
    known: int
    on_pace: int
    waiting: int
    opened: int
    overdue: int
    last_sent_at: datetime | None

    @property
    def share(self) -> Fraction | None:
        """Part of the people whose every forecast reaches its target, in percent; None where none is known."""
        return Fraction(100 * self.on_pace, self.known) if self.known else None

    @property
    def tone(self) -> str:
        """The colour beside the figure."""
        if self.share is None:
            return "netral"
        return "baik" if self.share >= _GOOD else "perhatian" if self.share >= _FAIR else "bahaya"

    @property
    def is_group(self) -> bool:
        """Whether its figures may be shown where anybody passes by."""
        return self.people >= A_GROUP and (self.known == 0 or self.known >= A_GROUP)

    def sort_key(self) -> tuple[bool, Fraction, int, int, str]:
        """The worst first: the smallest share on pace, then the most overdue warnings."""
        return self.share is None, self.share or Fraction(0), -self.overdue, -self.waiting, self.name


@dataclass(frozen=True, slots=True)
class UnitBoard:
    """A unit as a whole, the people in it itself, and the units right below."""

    total: UnitRow
    own: UnitRow | None
    units: list[UnitRow]

    def worst_first(self) -> list[UnitRow]:
        """The units right below, the worst first."""
        return sorted(self.units, key=UnitRow.sort_key)

    def for_passers_by(self) -> list[tuple[UnitRow, bool]]:
        """By name, each with whether its figures are shown. One hidden alone follows from the total: then another too."""
        hidden = {row.id for row in self.units if not row.is_group}
        shown = sorted((row for row in self.units if row.is_group), key=lambda row: (row.people, row.name))
        if len(hidden) == 1 and shown:
            hidden.add(shown[0].id)
        return [(row, row.id not in hidden) for row in self.units]


def unit_board(unit: Unit, today: date) -> UnitBoard:
    """The board of one unit. Two queries whatever the number of people; nobody holds two posts, so the parts add up."""
    children = list(Unit.objects.existing().below(unit).values_list("pk", flat=True))
    rows = counted([*children, unit.pk], today, alone=unit.pk)
    own = next(row for row in rows if row.id == unit.pk)
    return UnitBoard(_together(own, rows), own if children else None, [row for row in rows if row is not own])


def _together(unit: UnitRow, rows: list[UnitRow]) -> UnitRow:
    sums = {name: sum(getattr(row, name) for row in rows) for name in _ADDED}
    last = max((row.last_sent_at for row in rows if row.last_sent_at), default=None)
    return UnitRow(unit.id, unit.name, **sums, last_sent_at=last)


def counted(tops: list[UUID], today: date, alone: UUID = _NOBODY) -> list[UnitRow]:
    """These units, each with everybody below it; `alone` without. By name. One query."""
    asked: dict[str, Any] = {
        "instansi": current_id(), "tops": tops, "alone": alone, "day": today, "agreed": SkpState.AGREED.value,
        "known": _KNOWN, "behind": _BEHIND, "open": [state.value for state in OPEN], "unanswered": AlertState.OPENED.value,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, asked)
        return [UnitRow(*row) for row in cursor.fetchall()]


def top_units() -> list[Unit]:
    """The units without one above: usually the government itself."""
    return list(Unit.objects.existing().filter(parent__isnull=True).order_by("name"))
