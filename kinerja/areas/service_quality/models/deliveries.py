"""Volumes that came in many at once: a file somebody sent, or what a connected system delivered."""

from datetime import datetime, timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kinerja.base.tenancy.models import TenantForeignKey, TenantModel

#: how long a file that nobody imports is kept
KEPT = timedelta(days=1)


class Origin(models.TextChoices):
    COUNTER = "LOKET", _("Dihitung di loket")
    FILE = "BERKAS", _("Diimpor dari berkas")
    SYSTEM = "SISTEM", _("Dikirim sistem")


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def newest_first(self) -> "DeliveryQuerySet":
        return self.select_related("by", "system").order_by("-at", "-id")

    def abandoned(self, now: datetime) -> "DeliveryQuerySet":
        """Files that were looked at and left."""
        return self.filter(state__in=Delivery.OPEN, at__lt=now - KEPT)


class Delivery(TenantModel):
    """A file or a sending. Its rows lie here only until they are imported; what they did stands in `result`."""

    reaches = {"person": "by_id"}

    class State(models.TextChoices):
        READY = "SIAP", _("Siap diimpor")
        FAULTY = "BERMASALAH", _("Ada baris bermasalah")
        DONE = "SELESAI", _("Selesai")
        DISCARDED = "DIBATALKAN", _("Dibatalkan")

    OPEN = (State.READY, State.FAULTY)

    origin = models.CharField(max_length=8, choices=Origin.choices)
    state = models.CharField(max_length=12, choices=State.choices)
    by = TenantForeignKey("organization.Person", null=True, related_name="+")
    system = TenantForeignKey("access.ConnectedSystem", null=True, related_name="+")
    at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    file_name = models.CharField(max_length=200, blank=True)
    #: what was sent: SHA-256 of the file or of the body
    sha256 = models.CharField(max_length=64)
    #: the key of a connected system: the same key is the same sending
    key = models.UUIDField(null=True)
    reason = models.CharField("Alasan perubahan", max_length=300, blank=True)
    rows = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    #: header, and the rows that cannot be taken with what is wrong: the workbook to mend is made of it
    faulty = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    result = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "system", "key"],
                condition=Q(key__isnull=False),
                name="service_quality_delivery_key",
            )
        ]
        indexes = [models.Index(fields=["instansi", "-at"], name="service_quality_delivery_at")]

    def __str__(self) -> str:
        return self.file_name or str(_("Kiriman sistem"))

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def counts(self) -> dict[str, Any]:
        """Rows, new, changed, unchanged, blocked."""
        return dict(self.result)
