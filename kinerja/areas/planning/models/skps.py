"""SKP: one person's agreed results for a period, in versions."""

from datetime import date
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kinerja.areas.planning.models.periods import Period
from kinerja.areas.planning.states import EDITABLE, PENDING, ChangeReason, SkpState
from kinerja.base.calendar import outages
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.tools.clock import WIB


class Approach(models.TextChoices):
    QUANTITATIVE = "KUANTITATIF", _("Kuantitatif")
    QUALITATIVE = "KUALITATIF", _("Kualitatif")


class SkpQuerySet(models.QuerySet["Skp"]):
    def for_door(self) -> "SkpQuerySet":
        return self.select_related("person", "period", "unit", "rater")

    def current(self) -> "SkpQuerySet":
        """The version in force or in work, not the replaced ones."""
        return self.exclude(state=SkpState.REPLACED)

    def agreed(self) -> "SkpQuerySet":
        return self.filter(state=SkpState.AGREED)

    def pending(self) -> "SkpQuerySet":
        """In work: written, proposed or sent back."""
        return self.filter(state__in=PENDING)

    def agreed_on(self, day: date) -> "SkpQuerySet":
        """In force on a day, in an open or a closed period."""
        return self.agreed().filter(begins__lte=day, ends__gte=day)

    def of(self, person_id: UUID) -> "SkpQuerySet":
        return self.filter(person_id=person_id)


class Skp(TenantModel):
    """Sasaran Kinerja Pegawai: one person's results for a period. A change after agreement is a new version."""

    reaches = {"person": "person_id", "unit": "unit_id"}

    period = TenantForeignKey(Period, related_name="skps")
    person = TenantForeignKey("organization.Person", related_name="skps")
    #: unit, post and rater as they were when it was written
    unit = TenantForeignKey("organization.Unit", related_name="skps")
    position_title = models.CharField(max_length=200)
    #: takes results from the Perjanjian Kinerja: JPT, or head of an independent unit
    is_head = models.BooleanField(default=False)
    rater = TenantForeignKey("organization.Person", null=True, related_name="skps_to_rate")
    #: DEFINITIF, PLT, PLH or KHUSUS: in which capacity the rater rates
    rater_capacity = models.CharField(max_length=10, blank=True)
    approach = models.CharField(max_length=12, choices=Approach.choices, default=Approach.QUANTITATIVE)
    begins = models.DateField()
    ends = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    replaces = TenantForeignKey("self", null=True, related_name="replaced_by")
    change_kind = models.CharField(max_length=10, choices=ChangeReason.choices, blank=True)
    change_reason = models.CharField(max_length=300, blank=True)
    #: Lampiran SKP: dukungan sumber daya, skema pertanggungjawaban, konsekuensi
    support = models.TextField("Dukungan sumber daya", blank=True)
    accountability = models.TextField("Skema pertanggungjawaban", blank=True)
    consequences = models.TextField("Konsekuensi", blank=True)
    state = models.CharField(max_length=10, choices=SkpState.choices, default=SkpState.DRAFT)
    proposed_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = TenantForeignKey("organization.Person", null=True, related_name="+")

    objects = SkpQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "period", "person", "version"], name="planning_skp_version"
            ),
            models.UniqueConstraint(
                fields=["instansi", "period", "person"],
                condition=Q(state=SkpState.AGREED),
                name="planning_skp_one_agreed",
            ),
            models.CheckConstraint(condition=Q(state__in=SkpState.values), name="planning_skp_state"),
            models.CheckConstraint(condition=Q(begins__lte=F("ends")), name="planning_skp_days"),
        ]
        indexes = [models.Index(fields=["instansi", "rater", "state"], name="planning_skp_rater")]

    def __str__(self) -> str:
        return f"SKP {self.period} – {self.person} (versi {self.version})"

    @property
    def is_editable(self) -> bool:
        return self.state in EDITABLE

    @property
    def is_proposed(self) -> bool:
        return self.state == SkpState.PROPOSED

    @property
    def is_agreed(self) -> bool:
        return self.state == SkpState.AGREED

    @property
    def is_quantitative(self) -> bool:
        return self.approach == Approach.QUANTITATIVE

    def days_late(self) -> int:
        """How many days after the period's Batas pengisian the first version was proposed; 0 when in time.

        An outage that the last hour of the Batas fell into moves it: one query, only for who seems late.
        """
        if self.version > 1 or self.proposed_at is None:
            return 0
        until, proposed = self.period.fill_until, self.proposed_at.astimezone(WIB).date()
        if proposed <= until:
            return 0
        spans = outages.spans_of([self.person_id], until - outages.LOOK_BACK, proposed)[self.person_id]
        return max((proposed - outages.moved_day(until, spans)).days, 0)
