"""Perjanjian Kinerja and IKU of the units."""

from uuid import UUID

from django.db import models
from django.db.models import Q

from kinerja.areas.planning.models.measured import Measured
from kinerja.areas.planning.models.periods import Period
from kinerja.areas.planning.states import AgreementState
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def for_door(self) -> "AgreementQuerySet":
        return self.select_related("unit", "period", "signed_by", "counterpart")


class Agreement(TenantModel):
    """Perjanjian Kinerja of a unit for a period: its IKU, signed by head and head above."""

    reaches = {"unit": "unit_id"}

    period = TenantForeignKey(Period, related_name="agreements")
    unit = TenantForeignKey("organization.Unit", related_name="agreements")
    state = models.CharField(max_length=16, choices=AgreementState.choices, default=AgreementState.DRAFT)
    signed_by = TenantForeignKey("organization.Person", null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    counterpart = TenantForeignKey("organization.Person", null=True, related_name="+")

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "period", "unit"], name="planning_agreement_unit"),
            models.CheckConstraint(
                condition=Q(state__in=AgreementState.values), name="planning_agreement_state"
            ),
        ]

    @property
    def is_draft(self) -> bool:
        return self.state == AgreementState.DRAFT


class IkuQuerySet(models.QuerySet["Iku"]):
    def for_door(self) -> "IkuQuerySet":
        return self.select_related("agreement__unit", "agreement__period", "supports")

    def of_units(self, unit_ids: list[UUID], period_id: UUID) -> "IkuQuerySet":
        """The IKU of these units in a period, in the order of the units' agreements."""
        return self.filter(agreement__unit_id__in=unit_ids, agreement__period_id=period_id).select_related(
            "agreement__unit"
        )


class Iku(TenantModel, Measured):
    """Indikator Kinerja Utama of a unit for a period."""

    reaches = {"unit": "agreement__unit_id", "person": "agreement__signed_by_id"}

    agreement = TenantForeignKey(Agreement, related_name="ikus")
    goal = models.CharField("Sasaran strategis", max_length=300)
    definition = models.TextField("Definisi operasional", blank=True)
    formula = models.TextField(blank=True)
    source = models.CharField("Sumber data", max_length=200, blank=True)
    #: the IKU of the unit above that this one supports
    supports = TenantForeignKey("self", null=True, blank=True, related_name="supported_by")
    order = models.PositiveSmallIntegerField(default=0)

    objects = IkuQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name
