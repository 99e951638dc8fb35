"""Manajemen Periode: the performance years of an instansi."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q

from kinerja.areas.planning.states import PeriodState
from kinerja.base.organization.models import DateRange
from kinerja.base.tenancy.models import TenantModel


class PeriodQuerySet(models.QuerySet["Period"]):
    def open(self) -> "PeriodQuerySet":
        return self.filter(state=PeriodState.OPEN)

    def visible(self) -> "PeriodQuerySet":
        """What employees see: everything that was ever opened."""
        return self.exclude(state=PeriodState.DRAFT)

    def covering(self, day: date) -> "PeriodQuerySet":
        return self.filter(begins__lte=day, ends__gte=day)


class Period(TenantModel):
    """A performance year of the instansi (Manajemen Periode): its days, and Batas pengisian SKP."""

    name = models.CharField(max_length=80)
    begins = models.DateField()
    ends = models.DateField()
    fill_until = models.DateField("Batas pengisian")
    state = models.CharField(max_length=8, choices=PeriodState.choices, default=PeriodState.DRAFT)
    #: why it was opened again after closing; empty when it never was
    reopen_reason = models.TextField(blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["-begins"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "name"], name="planning_period_name"),
            models.CheckConstraint(condition=Q(begins__lt=F("ends")), name="planning_period_days"),
            models.CheckConstraint(condition=Q(state__in=PeriodState.values), name="planning_period_state"),
            ExclusionConstraint(
                name="planning_period_one_open",
                expressions=[
                    ("instansi", RangeOperators.EQUAL),
                    (
                        DateRange("begins", "ends", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(state=PeriodState.OPEN),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.state == PeriodState.OPEN
