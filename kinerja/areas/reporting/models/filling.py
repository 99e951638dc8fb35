"""Until when a day may be reported, and who was let in again afterwards."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from kinerja.base.tenancy.models import TenantForeignKey, TenantModel


class FillingRule(TenantModel):
    """What an instansi decided about late reports. Without a row nothing is late, and a day stays open with its period."""

    #: days after which a report needs a reason
    late_after = models.PositiveSmallIntegerField(null=True)
    #: day of the following month on which a month is locked at midnight
    locks_on = models.PositiveSmallIntegerField(null=True)
    #: working days before the lock over which the units' soft deadlines are spread
    soft_days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi"], name="reporting_fillingrule_one"),
            models.CheckConstraint(
                condition=Q(locks_on__isnull=True) | Q(locks_on__range=(1, 28)),
                name="reporting_fillingrule_day",
            ),
            models.CheckConstraint(
                condition=Q(soft_days__isnull=True) | Q(soft_days__range=(1, 10), locks_on__isnull=False),
                name="reporting_fillingrule_soft",
            ),
        ]

    def locked_from(self, day: date) -> date | None:
        """The first day on which `day` may no longer be reported; None when it is never locked."""
        if self.locks_on is None:
            return None
        year, month = divmod(day.year * 12 + day.month, 12)
        return date(year, month + 1, self.locks_on + 1)


class OpeningQuerySet(models.QuerySet["Opening"]):
    def for_door(self) -> "OpeningQuerySet":
        return self.select_related("person", "unit", "opened_by")

    def in_force(self, today: date) -> "OpeningQuerySet":
        return self.filter(ended_on__isnull=True, until__gte=today)

    def of_somebody(self, person_id: UUID, unit_ids: list[Any]) -> "OpeningQuerySet":
        """For him, or for a unit he belongs to."""
        return self.filter(Q(person_id=person_id) | Q(unit_id__in=unit_ids))

    def holding(self, days: list[date]) -> "OpeningQuerySet":
        """Whose days hold all of these."""
        return self.filter(begins__lte=min(days), ends__gte=max(days))

    def newest_first(self) -> "OpeningQuerySet":
        return self.for_door().order_by("-opened_at", "-id")


class Opening(TenantModel):
    """Locked days opened again, for one person or for a unit and all below it, until a day, with a reason."""

    reaches = {"person": "person_id", "unit": "for_unit_id"}

    person = TenantForeignKey("organization.Person", null=True, related_name="+")
    unit = TenantForeignKey("organization.Unit", null=True, related_name="+")
    #: the unit concerned: the one named, or the person's
    for_unit = TenantForeignKey("organization.Unit", related_name="+")
    begins = models.DateField()
    ends = models.DateField()
    until = models.DateField()
    reason = models.CharField(max_length=300)
    opened_by = TenantForeignKey("organization.Person", related_name="+")
    opened_at = models.DateTimeField()
    ended_on = models.DateField(null=True)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(begins__lte=F("ends")), name="reporting_opening_days"),
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(unit__isnull=True), name="reporting_opening_for_one"
            ),
        ]
        indexes = [models.Index(fields=["instansi", "until"], name="reporting_opening_until")]
