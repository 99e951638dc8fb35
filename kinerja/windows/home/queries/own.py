"""What "Hari ini", the inbox and the profile show. It only asks the rooms; it decides nothing."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Subquery
from django.db.models.functions import Coalesce

from kinerja.areas.assessment import queries as assessment
from kinerja.areas.monitoring import queries as monitoring
from kinerja.areas.monitoring.models import Alert
from kinerja.areas.planning.models import Skp
from kinerja.areas.planning.states import SkpState
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.queries import soft
from kinerja.base.access.principal import Principal
from kinerja.base.inbox.models import Message
from kinerja.base.organization import lines
from kinerja.base.organization.models import Person, RaterDispute

#: statements about the own superior that the profile lists
DISPUTES = 10


@dataclass(slots=True)
class RhkRow:
    """One RHK of mine with where each of its indicators stands today, the worst first."""

    statement: str
    standings: list[monitoring.Standing] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a leader."""

    reports: int
    skps: int
    alerts: int
    assessments: assessment.Waiting


@dataclass(frozen=True, slots=True)
class Today:
    """The three things of "Hari ini", and for leaders what waits. `skp_state`: of the SKP in work when none is agreed."""

    due: list[Message]
    rhks: list[RhkRow]
    skp_state: str
    waiting: Waiting | None
    unread_receipts: int
    outlooks: dict[UUID, Any]
    soft: soft.SoftDeadline | None


def today(who: Principal) -> Today:
    """Everything on the first page."""
    rhks = _rhks(who.person.pk, who.day)
    waiting = assessment.waiting_for(who)
    outlooks, rule, for_leader = _kept(who, waiting)
    return Today(
        due=list(Message.objects.of(who.person.pk).waiting().order_by("due_on")[:5]),
        rhks=rhks,
        skp_state="" if rhks else _skp_state(who.person.pk),
        waiting=for_leader,
        unread_receipts=waiting.unread_receipts,
        outlooks=outlooks,
        soft=soft.soft_deadline(rule, who.unit_id, who.day),
    )


def _rhks(person_id: UUID, day: date) -> list[RhkRow]:
    rows: dict[UUID, RhkRow] = {}
    for standing in monitoring.standings_of(person_id, day):
        line = standing.indicator
        rows.setdefault(line.rhk_id, RhkRow(line.statement)).standings.append(standing)
    for row in rows.values():
        row.standings.sort(key=lambda standing: standing.rank)
    return list(rows.values())


def _skp_state(person_id: UUID) -> str:
    found = Skp.objects.current().filter(person_id=person_id).order_by("-begins", "-version").first()
    return found.state if found else ""


def _kept(
    who: Principal, waiting: assessment.Waiting
) -> tuple[dict[UUID, Any], dict[str, Any] | None, Waiting | None]:
    """My outlooks, the rule of soft deadlines, and for a leader what waits. One query, and the one for whom he rates."""
    parts: list[Any] = [monitoring.outlooks_within(), soft.rule_within()]
    if who.leads:
        ids = who.subordinate_ids
        parts.append(_count(Report.objects.waiting_for(ids)))
        parts.append(_count(Skp.objects.filter(person_id__in=ids, state=SkpState.PROPOSED)))
        parts.append(_count(Alert.objects.unanswered_for(who.person.pk, ids)))
    outlooks, rule, *counts = Person.objects.filter(pk=who.person.pk).values_list(*parts).get()
    if not who.leads:
        return monitoring.outlooks_from(outlooks), rule, None
    reports, skps, alerts = counts
    return monitoring.outlooks_from(outlooks), rule, Waiting(reports, skps, alerts, waiting)


def _count(rows: Any) -> Coalesce:
    """The number of rows as a part of another query."""
    return Coalesce(Subquery(rows.order_by().values("instansi").annotate(n=Count("*")).values("n")), 0)


def messages(person_id: UUID) -> list[Message]:
    """The newest hundred messages: tasks that wait first, by due date, then the rest, newest first."""
    rows = list(Message.objects.of(person_id)[:100])
    waiting = [row for row in rows if row.due_on and not row.done_at]
    waiting.sort(key=lambda row: row.due_on or date.max)
    return waiting + [row for row in rows if row not in waiting]


@dataclass(frozen=True, slots=True)
class Profile:
    """My own data, who rates me today and why, and what I said about it, newest first."""

    person: Person
    line: lines.Line | None
    rater: Person | None
    disputes: list[RaterDispute]

    @property
    def open_dispute(self) -> RaterDispute | None:
        """The statement that waits for an answer: until then no second one is taken."""
        return next((row for row in self.disputes if row.state == RaterDispute.State.OPEN), None)


def profile(who: Principal) -> Profile:
    person = Person.objects.get(pk=who.person.pk)
    line = lines.line_of(person.pk, who.day)
    rater = Person.objects.filter(pk=line.rater_id).first() if line and line.rater_id else None
    said = RaterDispute.objects.filter(person=person).order_by("-filed_at")
    disputes = said.select_related("owner", "proposed_rater", "settled_by")[:DISPUTES]
    return Profile(person, line, rater, list(disputes))
