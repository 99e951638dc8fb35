"""Pusat kendali in figures, roles, disputes, and the ledger."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import Q, QuerySet

from kinerja.base.access.models import RoleGrant
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person, RaterDispute
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock

PAGE = 50
_COUNTS = """
SELECT (SELECT count(*) FROM organization_person WHERE left_on IS NULL OR left_on > %(day)s),
       (SELECT count(*) FROM organization_unit WHERE closed_on IS NULL),
       (SELECT count(*) FROM organization_person p WHERE (left_on IS NULL OR left_on > %(day)s) AND p.id NOT IN (
          SELECT a.person_id FROM organization_assignment a WHERE a.kind = 'DEFINITIF' AND a.during @> %(day)s)),
       (SELECT count(*) FROM organization_position q JOIN organization_unit u ON u.id = q.unit_id
         WHERE q.is_head AND q.closed_on IS NULL AND u.closed_on IS NULL AND q.id NOT IN (
          SELECT a.position_id FROM organization_assignment a
           WHERE a.single_seat AND a.kind = 'DEFINITIF' AND a.during @> %(day)s)),
       (SELECT count(*) FROM accounts_user WHERE instansi_id = %(instansi)s AND is_active AND password LIKE '!%%'),
       (SELECT count(*) FROM organization_raterdispute WHERE state = 'TERBUKA'),
       (SELECT count(*) FROM organization_raterdispute WHERE state = 'TERBUKA' AND due_on < %(day)s)
"""
_FILLING = """
WITH seats AS (
  SELECT a.unit_id, a.person_id FROM organization_assignment a
   WHERE a.instansi_id = %(instansi)s AND a.kind = 'DEFINITIF' AND a.during @> %(day)s
), latest AS (
  SELECT DISTINCT ON (person_id) person_id, state FROM planning_skp
   WHERE instansi_id = %(instansi)s AND period_id = %(period)s AND state <> 'DIGANTI'
   ORDER BY person_id, (state = 'DISETUJUI') DESC, version DESC
)
SELECT u.id, u.name, count(*), count(*) FILTER (WHERE l.state = 'DISETUJUI'),
       count(*) FILTER (WHERE l.state = 'DIAJUKAN'), count(*) FILTER (WHERE l.state IS NULL)
  FROM seats s JOIN organization_unit u ON u.instansi_id = %(instansi)s AND u.id = s.unit_id
  LEFT JOIN latest l ON l.person_id = s.person_id
 GROUP BY u.id, u.name
 ORDER BY count(*) FILTER (WHERE l.state = 'DISETUJUI')::numeric / count(*), count(*) DESC, u.name
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of Pusat kendali, all for one day."""

    people: int
    units: int
    without_post: int
    vacant_heads: int
    not_activated: int
    open_disputes: int
    overdue_disputes: int


def counts(day: date) -> Counts:
    """Every figure in one query."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, {"day": day, "instansi": current_id()})
        return Counts(*cursor.fetchone())


@dataclass(frozen=True, slots=True)
class Filling:
    """How far the people of a unit are with their SKP of a period."""

    unit_id: Any
    name: str
    people: int
    agreed: int
    proposed: int
    missing: int


def filling(period_id: Any, day: date) -> list[Filling]:
    """Pengisian SKP by unit, the emptiest first."""
    with connection.cursor() as cursor:
        cursor.execute(_FILLING, {"day": day, "period": period_id, "instansi": current_id()})
        return [Filling(*row) for row in cursor.fetchall()]


def grants_page(text: str, kind: str, number: Any, day: date) -> Page[RoleGrant]:
    """Granted roles in force and to come, or with `kind` "selesai" the ended ones."""
    grants = (
        RoleGrant.objects.filter(during__endswith__lte=day)
        if kind == "selesai"
        else RoleGrant.objects.after(day)
    )
    if text:
        grants = grants.filter(Q(person__name__icontains=text) | Q(person__nip__startswith=text))
    found = grants.select_related("person", "unit").order_by("role", "person__name", "pk")
    return Paginator(found, PAGE).get_page(number)


def disputes_page(kind: str, number: Any) -> Page[RaterDispute]:
    """Open disputes by due date, or with `kind` "selesai" the settled ones, newest first."""
    found = RaterDispute.objects.select_related(
        "person", "owner", "shown_rater", "proposed_rater", "settled_by"
    )
    if kind == "selesai":
        found = found.filter(state=RaterDispute.State.SETTLED).order_by("-settled_at", "pk")
    else:
        found = found.filter(state=RaterDispute.State.OPEN).order_by("due_on", "filed_at", "pk")
    return Paginator(found, PAGE).get_page(number)


def disputes_of(person: Person) -> QuerySet[RaterDispute]:
    """A person's own, newest first."""
    mine = RaterDispute.objects.filter(person=person)
    return mine.select_related("owner", "shown_rater", "proposed_rater", "settled_by").order_by("-filed_at")


def ledger_page(verb: str, person: Person | None, day: date | None, number: Any) -> Page[Any]:
    """Entries of the ledger, newest first; by verb, by whom they were done or whom they concern, by day."""
    found = Entry.objects.newest_first()
    if verb:
        found = found.filter(verb=verb)
    if person is not None:
        found = found.filter(Q(by_id=person.pk) | Q(subject_id=person.pk) | Q(also=person.pk))
    if day is not None:
        begin = datetime.combine(day, time(), clock.WIB)
        found = found.filter(at__gte=begin, at__lt=begin + timedelta(days=1))
    page: Page[Any] = Paginator(found, PAGE).get_page(number)
    ids = (
        {entry.by_id for entry in page}
        | {entry.subject_id for entry in page}
        | {entry.also for entry in page}
    )
    names = Person.objects.in_bulk([key for key in ids if key])
    for entry in page:
        entry.author, entry.about, entry.second = (
            names.get(entry.by_id), names.get(entry.subject_id), names.get(entry.also)
        )  # fmt: skip
    return page
