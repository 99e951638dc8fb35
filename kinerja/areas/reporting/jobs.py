"""What follows from the ledger (linked indicators follow, new evidence is compared) and from the hour (soft deadlines)."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from kinerja.areas.reporting.actions import remind_softly
from kinerja.areas.reporting.actions.comparing import compare
from kinerja.areas.reporting.actions.feeding import feed
from kinerja.areas.reporting.models import Report
from kinerja.areas.service_quality.queries import services_of_delivery
from kinerja.tools.jobs.queue import later
from kinerja.tools.jobs.registry import job

#: several reports in a row are compared at once
PAUSE = timedelta(seconds=5)


@job("reporting.feed_service")
def feed_service(instansi_id: UUID, subject_type: str, subject_id: str) -> None:
    """A service counted, corrected, or got another population."""
    feed(Q(service_id=subject_id))


@job("reporting.feed_delivery")
def feed_delivery(instansi_id: UUID, subject_type: str, subject_id: str) -> None:
    """A file or another system brought volumes of several services."""
    feed(Q(service_id__in=services_of_delivery(UUID(subject_id))))


@job("reporting.feed_skp")
def feed_skp(instansi_id: UUID, subject_type: str, subject_id: str) -> None:
    """An SKP was agreed: what was counted since its first day is its progress."""
    feed(Q(rhk__skp_id=subject_id))


@job("reporting.feed_period")
def feed_period(instansi_id: UUID, subject_type: str, subject_id: str) -> None:
    """A period was opened (again): catch up with what was counted or corrected meanwhile."""
    feed(Q(rhk__skp__period_id=subject_id))


@job("reporting.remind_softly")
def remind(instansi_id: UUID) -> None:
    """Units whose soft deadline is near are told, in the days before a month is locked."""
    remind_softly()


@job("reporting.sent", in_sets=True)
def sent(
    instansi_id: UUID, *, subject_type: str = "", subject_id: str = "", subject_ids: Sequence[str] = ()
) -> None:
    """Reports or more evidence arrived: their people's new evidence is compared, once for several reports in a row."""
    found = Report.objects.filter(pk__in=subject_ids or [subject_id]).values_list("person_id", flat=True)
    people = sorted({str(person_id) for person_id in found})
    if len(people) == 1:
        later("reporting.compare", instansi_id, debounce=people[0], wait=PAUSE, people=people)
    elif people:
        later("reporting.compare", instansi_id, wait=PAUSE, people=people)


@job("reporting.compare")
def compare_evidence(instansi_id: UUID, people: list[str]) -> None:
    """Compare what these people sent with what was there before."""
    compare([UUID(each) for each in people])
