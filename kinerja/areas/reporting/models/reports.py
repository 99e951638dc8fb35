"""What was done, with evidence. A report is never edited: a correction is a new row that names the old one."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from kinerja.areas.reporting.states import COUNTING, PROVABLE, REPORT_MOVES, TONES, ReportState
from kinerja.base.tenancy.context import current_id
from kinerja.base.tenancy.models import Instansi, TenantForeignKey, TenantModel


class ReportQuerySet(models.QuerySet["Report"]):
    def for_door(self) -> "ReportQuerySet":
        return self.select_related(
            "person", "indicator__rhk__skp__period", "decided_by", "corrects", "service"
        )

    def counting(self) -> "ReportQuerySet":
        """The reports that count as progress."""
        return self.filter(state__in=COUNTING)

    def between(self, begin: date, end: date) -> "ReportQuerySet":
        return self.filter(day__range=(begin, end))

    def of(self, person_id: UUID) -> "ReportQuerySet":
        return self.filter(person_id=person_id)

    def of_these(self, person_ids: Iterable[UUID]) -> "ReportQuerySet":
        return self.filter(person_id__in=list(person_ids))

    def waiting_for(self, person_ids: list[UUID]) -> "ReportQuerySet":
        """Sent by these people and not yet looked at, oldest first."""
        return self.filter(person_id__in=person_ids, state=ReportState.SUBMITTED).order_by("sent_at")

    def for_page(self) -> "ReportQuerySet":
        """With what a line of a list says: indicator and number of files, in the order of the days."""
        return self.with_evidence_count().select_related("indicator").order_by("day", "sent_at", "id")

    def newest_first(self) -> "ReportQuerySet":
        return self.order_by("-sent_at", "-id")

    def with_evidence_count(self) -> Any:
        """Each with `files`: how many pieces of evidence are still there."""
        return self.annotate(files=Count("evidence", filter=Q(evidence__removed_at__isnull=True)))


class Report(TenantModel):
    """Progress on an indicator on a day. `id` is made by the client, so that a retry writes nothing twice."""

    reaches = {"person": "person_id", "unit": "unit_id"}

    person = TenantForeignKey("organization.Person", related_name="reports")
    indicator = TenantForeignKey("planning.Indicator", related_name="reports")
    #: the unit of the SKP it belongs to
    unit = TenantForeignKey("organization.Unit", related_name="+")
    day = models.DateField()
    value = models.DecimalField(max_digits=18, decimal_places=4)
    note = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=ReportState.choices, default=ReportState.SUBMITTED)
    #: when it reached us, and when the device says it was written
    sent_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True)
    #: why it came after the days the instansi gives
    late_reason = models.CharField(max_length=300, blank=True, db_default="", default="")
    #: seconds by which the device's clock stood behind ours when it sent (ahead: below zero); None for a page's own form
    clock_off = models.IntegerField(null=True)
    corrects = TenantForeignKey("self", null=True, related_name="corrected_by")
    reason = models.TextField("Alasan perbaikan, penarikan atau pengembalian", blank=True)
    decided_by = TenantForeignKey("organization.Person", null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    #: the service whose volume it repeats; None for what a person reported
    service = TenantForeignKey("service_quality.Service", null=True, related_name="+")

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ReportState.values), name="reporting_report_state"),
            models.UniqueConstraint(
                fields=["instansi", "corrects"],
                condition=Q(corrects__isnull=False),
                name="reporting_report_one_correction",
            ),
            models.UniqueConstraint(
                fields=["instansi", "indicator", "day"],
                condition=Q(service__isnull=False),
                name="reporting_report_fed_once",
            ),
        ]
        indexes = [
            models.Index(fields=["instansi", "person", "day"], name="reporting_report_person_day"),
            models.Index(fields=["instansi", "indicator", "day"], name="reporting_report_indicator"),
            models.Index(
                fields=["instansi", "person", "sent_at"],
                condition=Q(state=ReportState.SUBMITTED),
                name="reporting_report_waiting",
            ),
        ]

    @property
    def is_fed(self) -> bool:
        """Whether it repeats a service's volume, which nobody typed here."""
        return self.service_id is not None

    def counts(self) -> bool:
        return self.state in COUNTING

    @property
    def tone(self) -> str:
        """The colour of its state, always beside the word."""
        return TONES[self.state]

    def can(self, verb: str) -> bool:
        """Whether the table of moves has `verb` from the state it is in."""
        return (self.state, verb) in REPORT_MOVES

    @property
    def is_provable(self) -> bool:
        """Whether more evidence may still be added."""
        return self.state in PROVABLE

    @property
    def is_submitted(self) -> bool:
        return self.state == ReportState.SUBMITTED

    @property
    def is_returned(self) -> bool:
        return self.state == ReportState.RETURNED


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def for_door(self) -> "EvidenceQuerySet":
        return self.select_related("report__person", "report__indicator__rhk__skp")

    def there(self) -> "EvidenceQuerySet":
        """Whose file is still kept."""
        return self.filter(removed_at__isnull=True)

    def removed(self) -> "EvidenceQuerySet":
        """Whose file is gone, as personal data."""
        return self.filter(removed_at__isnull=False)

    def with_hash(self, sha256: str) -> "EvidenceQuerySet":
        return self.filter(sha256=sha256)


class Evidence(TenantModel):
    """A photo or PDF of a report. The file lies outside the database under its hash; hash and act stay when it is removed."""

    reaches = {"person": "report__person_id", "unit": "report__unit_id"}

    class Kind(models.TextChoices):
        PHOTO = "FOTO", _("Foto")
        PDF = "PDF", _("PDF")

    report = TenantForeignKey(Report, related_name="evidence")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    name = models.CharField(max_length=150)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    removed_by = TenantForeignKey("organization.Person", null=True, related_name="+")
    removal_reason = models.CharField(max_length=300, blank=True)
    #: when it was compared with earlier evidence
    compared_at = models.DateTimeField(null=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["added_at", "id"]
        indexes = [
            models.Index(fields=["instansi", "report"], name="reporting_evidence_report"),
            models.Index(fields=["instansi", "sha256"], name="reporting_evidence_hash"),
        ]

    @property
    def is_there(self) -> bool:
        return self.removed_at is None

    @property
    def is_photo(self) -> bool:
        return self.kind == self.Kind.PHOTO


class Tally(models.Model):
    """What the counting reports of a line add up to. Kept by the database (tally.sql); the application only reads it.

    `lineage` is an indicator's: the same in every version of the SKP. The last figure is that of the latest day, on it the
    one sent last; `latest_sent_at` and `latest_id` say which report that is.
    """

    pk = models.CompositePrimaryKey("instansi_id", "lineage")
    instansi = models.ForeignKey(
        Instansi, models.PROTECT, related_name="+", default=current_id, editable=False, db_index=False
    )
    lineage = models.UUIDField(editable=False)
    reports = models.PositiveIntegerField()
    total = models.DecimalField(max_digits=28, decimal_places=4)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    last_value = models.DecimalField(max_digits=18, decimal_places=4, null=True)
    latest_sent_at = models.DateTimeField(null=True)
    latest_id = models.UUIDField(null=True)
    last_sent_at = models.DateTimeField(null=True)
    #: files, reports with a file, and reports nobody has looked at
    evidence = models.PositiveIntegerField()
    proven = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()
