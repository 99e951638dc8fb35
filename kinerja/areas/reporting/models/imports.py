"""Reports sent as a workbook: looked at first, imported whole or not at all."""

from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from kinerja.base.tenancy.models import TenantForeignKey, TenantModel


class ReportImportQuerySet(models.QuerySet["ReportImport"]):
    def for_door(self) -> "ReportImportQuerySet":
        return self.select_related("person")

    def of(self, person_id: UUID) -> "ReportImportQuerySet":
        return self.filter(person_id=person_id)

    def unfinished(self) -> "ReportImportQuerySet":
        """Looked at and not imported."""
        return self.filter(state__in=ReportImport.OPEN)


class ReportImport(TenantModel):
    """A file of one's own reports: `rows` to be written, or `faults` to be mended in its `content`; all go once it is done."""

    reaches = {"person": "person_id"}

    class State(models.TextChoices):
        READY = "SIAP", _("Siap diimpor")
        FAULTY = "BERMASALAH", _("Ada baris bermasalah")
        DONE = "SELESAI", _("Selesai")

    OPEN = (State.READY, State.FAULTY)

    person = TenantForeignKey("organization.Person", related_name="+")
    state = models.CharField(max_length=12, choices=State.choices)
    file_name = models.CharField(max_length=150)
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField()
    #: how the file was read, and the columns nobody knows
    described = models.CharField(max_length=200)
    ignored = models.JSONField(default=list)
    header = models.JSONField(default=list)
    rows = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    faults = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    #: of a file with faults, every row as it was: [number, cells]
    content = models.JSONField(default=list)
    #: rows of the file, to be written, there already, faulty
    read = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    faulty = models.PositiveIntegerField(default=0)

    objects = ReportImportQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "-id"]
        indexes = [
            models.Index(fields=["instansi", "person", "-uploaded_at"], name="reporting_import_person")
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def is_done(self) -> bool:
        return self.state == self.State.DONE
