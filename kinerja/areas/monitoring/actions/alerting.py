"""Warnings by themselves: opened when a deviation lasts, mended and recovered by the figures, passed on once for silence."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.monitoring import verbs
from kinerja.areas.monitoring.actions.forecasting import refresh
from kinerja.areas.monitoring.models import Alert, AlertStep, Outlook
from kinerja.areas.monitoring.queries import (
    away_of,
    experiences,
    silent_since,
    standing_lines,
    suggestion,
    unanswered_by_owner,
)
from kinerja.areas.monitoring.states import ALERT_MOVES, AlertState
from kinerja.base.calendar.days import free_days
from kinerja.base.inbox.sending import settle, tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.lines import lines_of
from kinerja.rules.monitoring.codes import DeviationState
from kinerja.rules.working_days import add_working_days
from kinerja.tools import clock
from kinerja.tools.ui import formats

#: working days a superior has to answer; unanswered ones he gets at a time, the worst first: who gets eighty reads none
ANSWER_DAYS, AT_ONCE = 5, 5
#: days for which the forecast must hold before a warning is over
STAYS_WELL = timedelta(days=7)
_AHEAD = timedelta(days=90)


@transaction.atomic
def watch(person_ids: Iterable[UUID]) -> list[Outlook]:
    """Reckon these people's lines, then let warnings follow. The ledger comes last: it holds the end of the chain."""
    people = list(person_ids)
    rows = refresh(people, standing_lines(people))
    by_line = {row.lineage: row for row in rows}
    standing = Alert.objects.open().filter(person_id__in=people).select_for_update(of=("self",)).for_door()
    followed = set()
    for alert in standing:
        followed.add(alert.lineage)
        _follow(alert, by_line.get(alert.lineage))
    _open([row for row in rows if row.state == DeviationState.MENYIMPANG and row.lineage not in followed])
    return rows


def _follow(alert: Alert, row: Outlook | None) -> None:
    today = clock.today()
    if row is None:
        _end(alert, AlertStep.Kind.CLOSED, _("SKP-nya tidak berlaku lagi."))
        return
    if row.margin is not None and row.margin != alert.margin:
        alert.margin = row.margin
        alert.save(update_fields=["margin"])
    if row.state == DeviationState.MENUJU_TARGET:
        if alert.can("mend"):
            alert.recovering_since = today
            _moved(alert, "mend", AlertStep.Kind.MENDING)
            _record(verbs.ALERT_MENDING, alert)
        elif alert.recovering_since and today - alert.recovering_since >= STAYS_WELL:
            _recover(alert)
    elif row.state == DeviationState.MENYIMPANG and alert.state == AlertState.RECOVERING:
        alert.recovering_since = None
        verb = "relapse_answered" if alert.response else "relapse_unanswered"
        _moved(alert, verb, AlertStep.Kind.RELAPSED)
        _record(verbs.ALERT_RELAPSED, alert)


def _moved(alert: Alert, verb: str, kind: AlertStep.Kind, text: str = "") -> None:
    alert.state = ALERT_MOVES[alert.state, verb]
    alert.save()
    AlertStep.objects.create(alert=alert, kind=kind, text=text, at=clock.now())


def _recover(alert: Alert) -> None:
    """The target has been within reach for days: both are told, and what was done counts as having worked."""
    _end(alert, AlertStep.Kind.RECOVERED, "")


def _end(alert: Alert, kind: AlertStep.Kind, text: str) -> None:
    recovered = kind is AlertStep.Kind.RECOVERED
    alert.ended_on = clock.today()
    if alert.response:
        alert.worked = recovered
    _moved(alert, "recover" if recovered else "close", kind, text)
    settle(alert.pk)
    if recovered:
        title = _("Pulih: %(name)s") % {"name": alert.indicator.name}
        for person_id in (alert.person_id, alert.owner_id):
            tell(person_id, "alert.recovered", title[:200], link=_address(alert), subject=alert)
        days = (alert.ended_on - alert.opened_on).days
        record(
            verbs.ALERT_RECOVERED, alert, by=None, also=alert.person_id, topics=_heard(alert), days=days, worked=alert.worked
        )  # fmt: skip
    else:
        record(verbs.ALERT_CLOSED, alert, by=None, also=alert.person_id, topics=_heard(alert), reason=text)


def _open(rows: list[Outlook]) -> None:
    """A warning to the superior for each, the worst first, as many as he can answer; the others follow when there is room."""
    if not rows:
        return
    today = clock.today()
    lines = lines_of({row.person_id for row in rows}, today)
    waiting = unanswered_by_owner({line.rater_id for line in lines.values() if line.rater_id})
    due_on = add_working_days(today, ANSWER_DAYS, free_days(today, today + _AHEAD))
    known = experiences()
    for row in sorted(rows, key=lambda each: each.margin or 0):
        line = lines.get(row.person_id)
        if line is None or line.rater_id is None or waiting.get(line.rater_id, 0) >= AT_ONCE:
            continue
        waiting[line.rater_id] = waiting.get(line.rater_id, 0) + 1
        _open_one(row, line.unit_id, line.rater_id, due_on, str(suggestion(row.cause, known)))


def _open_one(row: Outlook, unit_id: UUID, owner_id: UUID, due_on: date, suggested: str) -> None:
    alert = Alert.objects.create(
        person_id=row.person_id, unit_id=unit_id, lineage=row.lineage, indicator_id=row.indicator_id,
        owner_id=owner_id, cause=row.cause, why=row.forecast_steps + row.deviation_steps, suggested=suggested,
        opened_on=row.day, due_on=due_on, margin=row.margin or 0,
    )  # fmt: skip
    AlertStep.objects.create(alert=alert, kind=AlertStep.Kind.OPENED, at=clock.now())
    name = alert.indicator.name
    tell(
        alert.owner_id, "alert", (_("Perlu ditangani: %(name)s") % {"name": name})[:200],
        body=_("Perkiraan akhir tahun meleset dari target. Baca faktanya, lalu catat apa yang Anda lakukan."),
        link=_address(alert), due_on=due_on, subject=alert,
    )  # fmt: skip
    tell(
        alert.person_id, "alert.own", (_("Perkiraan meleset: %(name)s") % {"name": name})[:200],
        body=_("Atasan Anda melihat fakta yang sama. Buka untuk meminta bantuan."), link=_address(alert), subject=alert,
    )  # fmt: skip
    percent = None if row.percent is None else str(row.percent)
    record(
        verbs.ALERT_OPENED, alert, by=None, also=alert.person_id, topics=_heard(alert), indicator=name, cause=alert.cause,
        percent=percent, due_on=due_on,
    )  # fmt: skip


@transaction.atomic
def pass_on_silence() -> int:
    """Unanswered warnings whose date is gone reach the superior's superior, once each. Outages move the date first."""
    today, count = clock.today(), 0
    for alert in silent_since(today):
        due = _moved_by_outages(alert, today)
        if due >= today:
            alert.due_on = due
            alert.save(update_fields=["due_on"])
            continue
        count += 1
        _pass_on(alert, today)
    return count


def _moved_by_outages(alert: Alert, today: date) -> date:
    away = away_of([alert.unit_id], alert.opened_on, today)[alert.unit_id]
    gone = {each.begins + timedelta(n) for each in away for n in range((each.ends - each.begins).days + 1)}
    free = free_days(alert.opened_on, alert.opened_on + _AHEAD)
    return add_working_days(alert.opened_on, ANSWER_DAYS, free | gone)


def _pass_on(alert: Alert, today: date) -> None:
    line = lines_of([alert.owner_id], today).get(alert.owner_id)
    alert.escalated_on, alert.escalated_to_id = today, line.rater_id if line else None
    alert.save(update_fields=["escalated_on", "escalated_to"])
    AlertStep.objects.create(alert=alert, kind=AlertStep.Kind.ESCALATED, at=clock.now())
    if alert.escalated_to_id is not None:
        words = {"name": alert.owner.full_name, "day": formats.day(alert.due_on)}
        tell(
            alert.escalated_to_id, "alert.passed_on",
            (_("Belum dijawab: %(name)s") % {"name": alert.indicator.name})[:200],
            body=_("%(name)s belum menjawab peringatan ini sampai %(day)s. Ingatkan, atau tangani sendiri.") % words,
            link=_address(alert), subject=alert,
        )  # fmt: skip
    record(
        verbs.ALERT_ESCALATED, alert, by=None, also=alert.escalated_to_id, topics=_heard(alert),
        owner=str(alert.owner_id), due_on=alert.due_on,
    )  # fmt: skip


def _record(verb: object, alert: Alert) -> None:
    record(verb, alert, by=None, also=alert.person_id, topics=_heard(alert))  # type: ignore[arg-type]


def _heard(alert: Alert) -> list[str]:
    people = [alert.person_id, alert.owner_id, alert.escalated_to_id]
    return [topics.person(alert.person_id), *(topics.inbox(each) for each in people if each)]


def _address(alert: Alert) -> str:
    return reverse("monitoring:alert", args=[alert.pk])
