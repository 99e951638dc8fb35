"""What follows from the ledger (volumes, SKP and periods move linked indicators) and from the hour (soft deadlines)."""

from uuid import UUID

from django.db.models import Q

from kinerja.areas.reporting.actions import remind_softly
from kinerja.areas.reporting.actions.feeding import feed
from kinerja.areas.service_quality.queries import services_of_delivery
from kinerja.tools.jobs.registry import job


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
