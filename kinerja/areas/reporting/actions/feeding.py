"""Feed: what a service counted becomes the progress of the indicators that are linked to it. Nobody types it twice.

A fed report repeats the volume of its day and follows it; the history of the figure is the volume's. Days that somebody had
reported before keep what was reported. In a closed period nothing changes: whom it concerns is told instead.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Indicator, Share
from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.areas.reporting import queries, verbs
from kinerja.areas.reporting.actions.writing import topics_of
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.service_quality.queries import Asked, figures
from kinerja.base.inbox.models import Message
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger.recording import record
from kinerja.base.organization.changing import queue
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.keys import uuid7
from kinerja.tools.ui import formats

_THERE = """
SELECT v.lineage, r.day, r.id, r.value, r.state, r.service_id
  FROM planning_indicator v
  JOIN reporting_report r ON r.instansi_id = v.instansi_id AND r.indicator_id = v.id
 WHERE v.instansi_id = %(instansi)s AND v.lineage = ANY(%(lineages)s)
   AND (r.service_id IS NOT NULL OR r.state IN ('DIKIRIM', 'DITERIMA'))
"""
_INSERT = """
INSERT INTO reporting_report (id, instansi_id, person_id, indicator_id, unit_id, day, value, note, state, sent_at, reason,
                              service_id)
SELECT f.id, %s, %s, %s, %s, f.day, f.value, '', 'DITERIMA', %s, '', %s
  FROM unnest(%s::uuid[], %s::date[], %s::numeric[]) AS f(id, day, value)
"""
_UPDATE = """
UPDATE reporting_report r SET value = f.value, state = f.state, service_id = %s, sent_at = %s
  FROM unnest(%s::uuid[], %s::numeric[], %s::text[]) AS f(id, value, state)
 WHERE r.instansi_id = %s AND r.id = f.id
"""


@dataclass(frozen=True, slots=True)
class _There:
    """A report of the line on a day: fed by a service, or typed (service None)."""

    id: UUID
    value: Decimal
    state: str
    service_id: UUID | None


@dataclass
class _Change:
    """What one indicator's reports lack: days to add, and reports to change to (value, state)."""

    added: dict[date, Decimal] = field(default_factory=dict)
    changed: dict[UUID, tuple[date, Decimal, str]] = field(default_factory=dict)

    def days(self) -> list[date]:
        return sorted([*self.added, *(day for day, _value, _state in self.changed.values())])


@transaction.atomic
def feed(linked: Any) -> int:
    """Bring the reports of these indicators in step with the volumes. Returns how many indicators changed.

    `linked` narrows the indicators (a filter of Indicator): those of a service, an SKP or a period.
    """
    rows = Indicator.objects.filter(linked, service__isnull=False, rhk__skp__state=SkpState.AGREED)
    indicators = list(rows.select_related("rhk__skp", "service").order_by("id"))
    for service_id in sorted({str(each.service_id) for each in indicators}):
        queue(f"reporting.feed:{service_id}")  # of two jobs at once the second sees what the first wrote
    lines = queries.lines_for_update([each.pk for each in indicators])
    asked = {each.pk: _asked(each) for each in indicators}
    wanted, there = figures(asked.values()), _there(each.lineage for each in indicators)
    done = 0
    for each in indicators:
        change = _change(each, wanted[asked[each.pk]], there.get(each.lineage, {}))
        if not change.days():
            continue
        if lines[each.pk].period_state != PeriodState.OPEN:
            _tell_too_late(each, change)
            continue
        _write(each, change, lines[each.pk])
        done += 1
    return done


def _asked(indicator: Indicator) -> Asked:
    skp = indicator.rhk.skp
    assert indicator.service_id is not None, "only linked indicators are asked for"
    officer = skp.person_id if indicator.share == Share.OFFICER else None
    return Asked(indicator.service_id, indicator.figure, officer, skp.begins, skp.ends)


def _there(lineages: Iterable[UUID]) -> dict[UUID, dict[date, list[_There]]]:
    """The reports of these lines by day, those of earlier versions of the SKP included. One query."""
    found: dict[UUID, dict[date, list[_There]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_THERE, {"instansi": current_id(), "lineages": list(lineages)})
        for lineage, day, *rest in cursor.fetchall():
            found.setdefault(lineage, {}).setdefault(day, []).append(_There(*rest))
    return found


def _change(indicator: Indicator, wanted: dict[date, Decimal], there: dict[date, list[_There]]) -> _Change:
    change = _Change()
    for day, value in wanted.items():
        reports = there.get(day, [])
        if any(each.service_id is None for each in reports):
            continue  # somebody reported this day: what he said stays
        same = (value, ReportState.ACCEPTED, indicator.service_id)
        if not reports:
            change.added[day] = value
        elif (reports[0].value, reports[0].state, reports[0].service_id) != same:
            change.changed[reports[0].id] = (day, value, ReportState.ACCEPTED)
    skp = indicator.rhk.skp
    for day, reports in there.items():
        for each in reports:
            no_more = day not in wanted and skp.begins <= day <= skp.ends
            if each.service_id is not None and no_more and each.state != ReportState.WITHDRAWN:
                change.changed[each.id] = (day, each.value, ReportState.WITHDRAWN)
    return change


def _write(indicator: Indicator, change: _Change, line: queries.Line) -> None:
    now, service_id = clock.now(), indicator.service_id
    with connection.cursor() as cursor:
        if change.added:
            ids = [uuid7() for _day in change.added]
            about: list[Any] = [current_id(), line.person_id, indicator.pk, line.unit_id, now, service_id]
            cursor.execute(_INSERT, [*about, ids, list(change.added), list(change.added.values())])
        if change.changed:
            values = [value for _day, value, _state in change.changed.values()]
            states = [str(state) for _day, _value, state in change.changed.values()]
            cursor.execute(_UPDATE, [service_id, now, list(change.changed), values, states, current_id()])
    said = [[day, value] for day, value in change.added.items()]
    said += [[day, value, state] for day, value, state in change.changed.values()]
    record(
        verbs.FED,
        indicator,
        by=None,
        also=service_id,
        rows=len(said),
        topics=topics_of(line.person_id, line.unit_id, line.rater_id),
        figures=said,
    )


def _tell_too_late(indicator: Indicator, change: _Change) -> None:
    """A volume changed after the period was closed: the result stays, its owner hears of it, once for the same days."""
    days, skp = change.days(), indicator.rhk.skp
    body = _(
        "Volume layanan “%(service)s” berubah untuk %(n)d hari (%(first)s sampai %(last)s) sesudah periodenya ditutup. "
        "Capaian “%(indicator)s” tidak diubah. Bila harus ikut berubah, minta pengelola kepegawaian membuka "
        "kembali periodenya."
    ) % {
        "service": indicator.service, "n": len(days), "first": formats.day(days[0]), "last": formats.day(days[-1]),
        "indicator": indicator.name,
    }  # fmt: skip
    if Message.objects.filter(person_id=skp.person_id, kind="reporting.volume_too_late", body=body).exists():
        return
    tell(
        skp.person_id,
        "reporting.volume_too_late",
        _("Volume layanan berubah sesudah periode ditutup"),
        body=body,
        link=reverse("planning:skp", args=[skp.pk]),
        subject=indicator,
    )
