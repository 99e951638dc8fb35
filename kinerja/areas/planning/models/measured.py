"""What an IKU and an individual indicator share."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kinerja.areas.service_quality.models import Figure
from kinerja.base.tenancy.models import TenantForeignKey
from kinerja.rules.codes import Consolidation, Polarity


class Frequency(models.TextChoices):
    DAILY = "HARIAN", _("Harian")
    MONTHLY = "BULANAN", _("Bulanan")
    QUARTERLY = "TRIWULANAN", _("Triwulanan")
    YEARLY = "TAHUNAN", _("Tahunan")


class Measured(models.Model):
    """What an IKU and an individual indicator share: target, unit, direction, consolidation."""

    name = models.CharField(max_length=300)
    unit_of_measure = models.CharField("Satuan", max_length=60)
    polarity = models.CharField(max_length=10, choices=Polarity.choices(), default=Polarity.MAXIMIZE)
    consolidation = models.CharField(
        max_length=16, choices=Consolidation.choices(), default=Consolidation.SUM
    )
    frequency = models.CharField(max_length=10, choices=Frequency.choices, default=Frequency.MONTHLY)
    target = models.DecimalField(max_digits=18, decimal_places=4)
    #: the upper end when the target is a range (STABILIZE)
    target_upper = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    baseline = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    #: the service whose volumes are its progress, and which of their figures; nobody types it then
    service = TenantForeignKey("service_quality.Service", null=True, blank=True, related_name="+")
    figure = models.CharField(max_length=16, choices=Figure.choices, blank=True)

    class Meta:
        abstract = True

    @property
    def is_fed(self) -> bool:
        """Whether its progress comes from the volumes of a service."""
        return self.service_id is not None
