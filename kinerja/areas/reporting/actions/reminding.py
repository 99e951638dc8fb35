"""Before a unit's soft deadline: a word to those who have not reported anything for the month that will be locked."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import dateformat
from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Skp
from kinerja.areas.reporting import queries, verbs
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.queries.soft import Window, before, window_of
from kinerja.base.inbox.models import Message
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Assignment, Unit
from kinerja.tools import clock
from kinerja.tools.ui import formats

#: so long before the unit's moment
AHEAD = timedelta(hours=1)
KIND = "reporting.soft_deadline"


@transaction.atomic
def remind_softly() -> int:
    """Remind the units whose soft deadline comes within the hour, each person once a month. Returns how many people."""
    now, today = clock.now(), clock.today()
    rule = queries.filling_rule()
    window = window_of(rule, before(today)) if rule.soft_days else None
    if window is None or today not in window.days:
        return 0
    units = Unit.objects.existing().values_list("pk", flat=True)
    near = {unit for unit in units if now < window.moment_of(unit) <= now + AHEAD}
    people = _without_report(near, window) if near else {}
    for person, unit in people.items():
        _remind(person, unit, window)
    if people:
        record(
            verbs.SOFTLY_REMINDED, rule, by=None, rows=len(people), month=window.month, people=len(people),
            topics=[topics.inbox(person) for person in people],
        )  # fmt: skip
    return len(people)


def _without_report(units: set[UUID], window: Window) -> dict[UUID, UUID]:
    """Person and unit of those in these units with an SKP in force, nothing reported of the month, and not told yet."""
    today = clock.today()
    seats = Assignment.objects.on(today).filter(unit_id__in=units, kind=Assignment.Kind.DEFINITIVE)
    found = dict(seats.values_list("person_id", "unit_id"))
    agreed = set(Skp.objects.agreed_on(today).filter(person_id__in=found).values_list("person_id", flat=True))
    end = (window.month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    reported = set(
        Report.objects.of_these(found).between(window.month, end).values_list("person_id", flat=True)
    )
    since = datetime.combine(window.days[0], time(), clock.WIB)
    told = Message.objects.filter(kind=KIND, person_id__in=found, sent_at__gte=since)
    reported |= set(told.values_list("person_id", flat=True))
    return {person: unit for person, unit in found.items() if person in agreed - reported}


def _remind(person: UUID, unit: UUID, window: Window) -> None:
    words = {
        "month": dateformat.format(window.month, "F Y"),
        "hour": formats.hour(window.moment_of(unit)),
        "last": formats.day(window.last),
    }
    tell(
        person,
        KIND,
        _("Laporan %(month)s: batas lunak unit Anda hari ini %(hour)s") % words,
        body=_(
            "Belum ada laporan Anda untuk %(month)s. Jam ini anjuran, agar tidak semua orang mengirim pada menit terakhir; "
            "laporan diterima sampai %(last)s dan tidak terlambat sebelum itu."
        )
        % words,
        link=f"{reverse('reporting:fill_month')}?bulan={window.month:%Y-%m}",
    )
