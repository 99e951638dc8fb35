"""How many were served on each day: what was counted is kept in entries that are only ever added."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kinerja.areas.service_quality.models.catalogue import Service
from kinerja.areas.service_quality.models.deliveries import Delivery, Origin
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel


class Figure(models.TextChoices):
    """What an indicator may take from a service."""

    SERVED = "DILAYANI", _("Jumlah yang dilayani")
    STANDARD = "STANDAR", _("Jumlah yang dilayani sesuai standar")
    SHARE = "PERSEN_STANDAR", _("Persentase yang dilayani sesuai standar")
    COVERAGE = "CAKUPAN", _("Capaian SPM: dilayani sesuai standar dibagi sasaran setahun, dalam persen")

    @property
    def is_ratio(self) -> bool:
        """Known anew each day for all days so far; the others are counts of the day."""
        return self in (Figure.SHARE, Figure.COVERAGE)

    @property
    def needs_standard(self) -> bool:
        return self != Figure.SERVED


class VolumeQuerySet(models.QuerySet["Volume"]):
    def between(self, begin: date, end: date) -> "VolumeQuerySet":
        return self.filter(day__range=(begin, end))


class Volume(TenantModel):
    """How many were served on a day, by a named officer or by nobody in particular."""

    service = TenantForeignKey(Service, related_name="volumes")
    day = models.DateField()
    officer = TenantForeignKey("organization.Person", null=True, related_name="+")
    served = models.PositiveIntegerField(default=0)
    to_standard = models.PositiveIntegerField(null=True)

    objects = VolumeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "service", "day", "officer"],
                nulls_distinct=False,
                name="service_quality_volume_once",
            ),
            models.CheckConstraint(
                condition=Q(to_standard__isnull=True) | Q(to_standard__lte=F("served")),
                name="service_quality_volume_standard",
            ),
        ]


class Entry(TenantModel):
    """One statement about a day's volume: so many more (at the counter), or so many in all. Only added.

    `id` is made by the client, so that a retry counts nothing twice.
    """

    service = TenantForeignKey(Service, related_name="entries")
    day = models.DateField()
    officer = TenantForeignKey("organization.Person", null=True, related_name="+")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    #: what the day's figures became, and by how much they changed
    served = models.PositiveIntegerField()
    to_standard = models.PositiveIntegerField(null=True)
    added = models.IntegerField()
    added_standard = models.IntegerField(default=0)
    #: the file or sending it came with
    delivery = TenantForeignKey(Delivery, null=True, related_name="entries")
    reason = models.CharField("Alasan perbaikan", max_length=300, blank=True)
    by = TenantForeignKey("organization.Person", null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["instansi", "service", "day"], name="service_quality_entry_day"),
            models.Index(
                fields=["instansi", "delivery"],
                name="service_quality_entry_delivery",
                condition=Q(delivery__isnull=False),
            ),
        ]

    @property
    def is_correction(self) -> bool:
        return bool(self.reason)
