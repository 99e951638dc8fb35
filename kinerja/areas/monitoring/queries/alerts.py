"""Warnings as pages show them, what worked so far, and how a superior has answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q

from kinerja.areas.monitoring.models import Alert
from kinerja.areas.monitoring.states import AlertState, Response
from kinerja.rules.monitoring.codes import DeviationCause

#: what usually helps, as long as experience says nothing else
USUAL = {
    DeviationCause.SENYAP: Response.TALK,
    DeviationCause.MELAMBAT: Response.HELP,
    DeviationCause.SEJAK_AWAL: Response.PLAN,
    DeviationCause.BATAS_HABIS: Response.COACH,
    DeviationCause.TIDAK_ADA: Response.TALK,
}
#: fewer answers are no experience
ENOUGH = 3


def standing_lines(person_ids: Iterable[UUID]) -> frozenset[UUID]:
    """The lines of these people with an open warning."""
    return frozenset(
        Alert.objects.open().filter(person_id__in=list(person_ids)).values_list("lineage", flat=True)
    )


def alerts_about(person_id: UUID) -> list[Alert]:
    """The open warnings about a person, the worst first."""
    return list(Alert.objects.open().filter(person_id=person_id).for_door().worst_first())


def alert_on(lineage: UUID) -> Alert | None:
    """The open warning on one line."""
    return Alert.objects.open().filter(lineage=lineage).first()


def alerts_for(superior_id: UUID, subordinate_ids: list[UUID]) -> list[Alert]:
    """What waits for a superior: about whom he rates, and what was passed on to him. The worst first."""
    mine = Alert.objects.open().for_superior(superior_id, subordinate_ids)
    return list(mine.for_door().worst_first())


def alerts_over(superior_id: UUID, subordinate_ids: list[UUID], limit: int = 10) -> list[Alert]:
    """The last ones that ended, with how."""
    mine = Q(person_id__in=subordinate_ids) | Q(escalated_to_id=superior_id) | Q(person_id=superior_id)
    return list(Alert.objects.ended().filter(mine).for_door().order_by("-ended_on", "-id")[:limit])


@dataclass(frozen=True, slots=True)
class Experience:
    """How often an answer to a cause was followed by recovery."""

    response: Response
    worked: int
    total: int


def experiences() -> dict[str, list[Experience]]:
    """By cause, what was answered and whether it worked, the most successful first. Of the whole government. One query."""
    rows = (
        Alert.objects.filter(worked__isnull=False)
        .exclude(response="")
        .values_list("cause", "response")
        .annotate(total=Count("pk"), good=Count("pk", filter=Q(worked=True)))
    )
    found: dict[str, list[Experience]] = {}
    for cause, response, total, good in rows:
        found.setdefault(cause, []).append(Experience(Response(response), good, total))
    for each in found.values():
        each.sort(key=lambda one: (-one.worked / one.total, -one.total))
    return found


def suggestion(cause: str, known: dict[str, list[Experience]]) -> Response:
    """What worked best when it was tried often enough, else what usually helps."""
    tried = [each for each in known.get(cause, []) if each.total >= ENOUGH and each.worked]
    return tried[0].response if tried else USUAL[DeviationCause(cause)]


@dataclass(frozen=True, slots=True)
class Answering:
    """A superior's own record: warnings, answered within the time, passed on for silence, recovered after an answer."""

    total: int
    in_time: int
    passed_on: int
    recovered: int


def answering_of(superior_id: UUID, year: int) -> Answering:
    """How a superior answered the warnings of a year. One query."""
    in_time = Q(answered_on__isnull=False, escalated_on__isnull=True)
    found = Alert.objects.filter(owner_id=superior_id, opened_on__year=year).aggregate(
        total=Count("pk"),
        in_time=Count("pk", filter=in_time),
        passed_on=Count("pk", filter=Q(escalated_on__isnull=False)),
        recovered=Count("pk", filter=Q(worked=True)),
    )
    return Answering(**found)


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """Warnings of one unit; no names."""

    unit: str
    opened: int
    acted: int
    recovering: int
    passed_on: int
    recovered: int
    closed: int


def counts_by_unit(year: int) -> list[UnitCounts]:
    """Each unit with warnings this year, the one with most unanswered first. One query."""

    def of(state: AlertState) -> Count:
        return Count("pk", filter=Q(state=state))

    rows = (
        Alert.objects.filter(opened_on__year=year)
        .values(name=F("unit__name"))
        .annotate(
            unanswered=of(AlertState.OPENED), acted=of(AlertState.ACTED), recovering=of(AlertState.RECOVERING),
            passed_on=Count("pk", filter=Q(escalated_on__isnull=False)), recovered=of(AlertState.RECOVERED),
            closed=of(AlertState.CLOSED),
        )
        .order_by("-unanswered", "-acted", "name")
    )  # fmt: skip
    return [
        UnitCounts(
            row["name"], row["unanswered"], row["acted"], row["recovering"], row["passed_on"], row["recovered"], row["closed"],
        )
        for row in rows
    ]  # fmt: skip


def unanswered_by_owner(owner_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How many warnings each of these superiors has not answered yet."""
    rows = Alert.objects.filter(owner_id__in=list(owner_ids), state=AlertState.OPENED)
    return dict(rows.values_list("owner_id").annotate(n=Count("pk")))


def silent_since(day: date) -> list[Alert]:
    """Unanswered warnings whose date is gone, not yet passed on."""
    rows = Alert.objects.filter(state=AlertState.OPENED, due_on__lt=day, escalated_on__isnull=True)
    return list(rows.select_for_update(of=("self",), skip_locked=True).for_door())
