"""Days: which are free, which an instansi adds, and when the network was away."""

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from kinerja.base.tenancy.models import TenantForeignKey, TenantModel


class FreeDayQuerySet(models.QuerySet["FreeDay"]):
    def confirmed(self) -> "FreeDayQuerySet":
        """Free days in force: confirmed and not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def of_year(self, year: int) -> "FreeDayQuerySet":
        return self.filter(day__year=year)


class FreeDay(TenantModel):
    """A day without work: a national holiday or joint leave confirmed by decree, or the instansi's own."""

    class Kind(models.TextChoices):
        NATIONAL = "NASIONAL", _("Hari libur nasional")
        JOINT_LEAVE = "CUTI_BERSAMA", _("Cuti bersama")
        OWN = "DAERAH", _("Libur daerah")

    day = models.DateField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    decree = models.CharField("Nomor keputusan", max_length=120)
    confirmed_by_id = models.UUIDField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = FreeDayQuerySet.as_manager()

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "day"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="calendar_freeday_once",
            )
        ]


class OutageQuerySet(models.QuerySet["Outage"]):
    def counting(self) -> "OutageQuerySet":
        """Those that move deadlines: not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class Outage(TenantModel):
    """The system or a region's network was away: deadlines inside it move for the people concerned."""

    during = DateTimeRangeField()
    reason = models.CharField(max_length=200)
    #: None: everybody in the instansi
    unit = TenantForeignKey("organization.Unit", null=True, blank=True, related_name="+")
    logged_by_id = models.UUIDField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_reason = models.CharField(max_length=200, blank=True, default="", db_default="")

    objects = OutageQuerySet.as_manager()

    class Meta:
        ordering = ["-during", "id"]
