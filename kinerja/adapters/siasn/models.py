"""One import: who sent which file, what it would change, what it changed. Never the file's content,
never a NIK.
"""

from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from kinerja.base.organization.models import Person
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel

#: how long the workbook of problems is kept for its uploader
PROBLEMS_KEPT = timedelta(days=7)
#: how long a file that nobody imports is kept
UPLOAD_KEPT = timedelta(hours=24)


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    def newest_first(self) -> "ImportRunQuerySet":
        return self.select_related("uploaded_by").order_by("-uploaded_at")

    def abandoned(self, now: datetime) -> "ImportRunQuerySet":
        """Imports that were sent, looked at and left."""
        return self.filter(state__in=ImportRun.OPEN, uploaded_at__lt=now - UPLOAD_KEPT)

    def with_old_problems(self, now: datetime) -> "ImportRunQuerySet":
        """Imports whose workbook of problems has been kept long enough."""
        return self.filter(has_problems_file=True, uploaded_at__lt=now - PROBLEMS_KEPT)


class ImportRun(TenantModel):
    """A file that was sent. `result` holds counts, samples and masked problems for the pages."""

    class Kind(models.TextChoices):
        PEOPLE = "PEGAWAI", _("Pegawai (SIASN)")
        UNITS = "UNIT", _("Unit organisasi")

    class State(models.TextChoices):
        RECEIVED = "DITERIMA", _("Menunggu diperiksa")
        READY = "SIAP", _("Siap diimpor")
        FAULTY = "BERMASALAH", _("Ada baris bermasalah")
        WAITING = "MENUNGGU", _("Menunggu diimpor")
        DONE = "SELESAI", _("Selesai")
        REFUSED = "DITOLAK", _("Ditolak")
        DISCARDED = "DIBATALKAN", _("Dibatalkan")

    #: states in which the uploaded file still lies on the disk
    OPEN = (State.RECEIVED, State.READY, State.FAULTY, State.WAITING)

    #: states in which a job has still to do something
    UNDER_WAY = (State.RECEIVED, State.WAITING)

    kind = models.CharField(max_length=8, choices=Kind.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RECEIVED)
    #: None: sent by a command on the server
    uploaded_by = TenantForeignKey(Person, null=True, related_name="+")
    uploaded_at = models.DateTimeField()
    file_name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    skip_bad_rows = models.BooleanField(default=False)
    #: the sentence of a refusal of the whole file
    refusal = models.TextField(blank=True)
    result = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    has_problems_file = models.BooleanField(default=False)
    finished_at = models.DateTimeField(null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["instansi", "-uploaded_at"], name="siasn_importrun_newest")]

    def __str__(self) -> str:
        return self.file_name

    @property
    def tenant(self) -> UUID:
        """The id of the government it belongs to."""
        return cast(UUID, self.instansi_id)

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def problems_kept_until(self) -> datetime:
        return self.uploaded_at + PROBLEMS_KEPT
