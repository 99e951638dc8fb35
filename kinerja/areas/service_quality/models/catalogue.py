"""The catalogue of a unit's services: what was promised is kept in dated versions."""

from datetime import date
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.rules.service_quality.codes import HealthService


class ServiceQuerySet(models.QuerySet["Service"]):
    def for_door(self) -> "ServiceQuerySet":
        return self.select_related("unit")

    def given_on(self, day: date) -> "ServiceQuerySet":
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gte=day), opened_on__lte=day)

    def of_units(self, unit_ids: list[UUID]) -> "ServiceQuerySet":
        return self.filter(unit_id__in=unit_ids)


class Service(TenantModel):
    """A service of a unit: Jenis layanan. `code` names it in files and to other systems."""

    reaches = {"unit": "unit_id"}

    unit = TenantForeignKey("organization.Unit", related_name="services")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    unit_of_measure = models.CharField("Satuan", max_length=60)
    #: one of the services of SPM kesehatan, else empty (regulations 8.3)
    spm = models.CharField(max_length=24, choices=HealthService.choices(), blank=True)
    #: whether those served to standard are counted beside those served
    has_standard = models.BooleanField(default=False)
    opened_on = models.DateField()
    #: the last day on which it is given
    closed_on = models.DateField(null=True)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "code"], name="service_quality_service_code"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="service_quality_service_days",
            ),
            models.CheckConstraint(
                condition=Q(spm="") | Q(has_standard=True), name="service_quality_service_spm"
            ),
        ]
        indexes = [models.Index(fields=["instansi", "unit"], name="service_quality_service_unit")]

    def __str__(self) -> str:
        return self.name

    def is_given_on(self, day: date) -> bool:
        return self.opened_on <= day and (self.closed_on is None or day <= self.closed_on)


class StandardQuerySet(models.QuerySet["Standard"]):
    def on(self, day: date) -> "StandardQuerySet":
        """Those that have begun, the one in force first."""
        return self.filter(begins__lte=day).order_by("-begins")


class Standard(TenantModel):
    """Standar pelayanan of a service from a day on: what is asked, how long it takes, what it costs, what is promised."""

    class Span(models.TextChoices):
        MINUTES = "MENIT", _("menit")
        HOURS = "JAM", _("jam")
        WORKING_DAYS = "HARI_KERJA", _("hari kerja")

    service = TenantForeignKey(Service, related_name="standards")
    begins = models.DateField()
    standard = models.CharField("Standar yang diikuti", max_length=300)
    requirements = models.TextField("Persyaratan")
    duration = models.PositiveIntegerField("Waktu penyelesaian")
    span = models.CharField(max_length=10, choices=Span.choices, default=Span.MINUTES)
    cost = models.CharField("Biaya", max_length=200)
    promise = models.TextField("Maklumat pelayanan")
    product = models.CharField("Produk layanan", max_length=300)
    by = TenantForeignKey("organization.Person", null=True, related_name="+")
    at = models.DateTimeField()

    objects = StandardQuerySet.as_manager()

    class Meta:
        ordering = ["-begins"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "service", "begins"], name="service_quality_standard_day"
            )
        ]


class Population(TenantModel):
    """Sasaran: how many people must be served in a year. Only added; the newest of a year counts."""

    service = TenantForeignKey(Service, related_name="populations")
    year = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField("Sasaran setahun")
    source = models.CharField("Sumber data", max_length=200)
    reason = models.CharField("Alasan perubahan", max_length=300, blank=True)
    by = TenantForeignKey("organization.Person", null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-year", "-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(people__gte=1), name="service_quality_population_people")
        ]
        indexes = [models.Index(fields=["instansi", "service", "year"], name="service_quality_pop_year")]
