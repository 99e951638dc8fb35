"""Goals, IKU, agreements and SKP: agreed results, indicators and targets."""

from datetime import date
from uuid import UUID

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kinerja.areas.planning.states import (
    EDITABLE,
    PENDING,
    AgreementState,
    ChangeReason,
    PeriodState,
    SkpState,
)
from kinerja.base.organization.models import DateRange
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.rules.codes import Aspect, AssignmentSource, Consolidation, Polarity, RhkKind
from kinerja.tools.clock import WIB
from kinerja.tools.keys import uuid7


class Frequency(models.TextChoices):
    DAILY = "HARIAN", _("Harian")
    MONTHLY = "BULANAN", _("Bulanan")
    QUARTERLY = "TRIWULANAN", _("Triwulanan")
    YEARLY = "TAHUNAN", _("Tahunan")


class Approach(models.TextChoices):
    QUANTITATIVE = "KUANTITATIF", _("Kuantitatif")
    QUALITATIVE = "KUALITATIF", _("Kualitatif")


class Perspective(models.TextChoices):
    """Perspektif of a result in the SKP of a head (regulations 1.4)."""

    RECIPIENT = "PENERIMA", _("Penerima layanan")
    PROCESS = "PROSES", _("Proses bisnis")
    STRENGTH = "PENGUATAN", _("Penguatan internal")
    BUDGET = "ANGGARAN", _("Anggaran")


class PeriodQuerySet(models.QuerySet["Period"]):
    def open(self) -> "PeriodQuerySet":
        return self.filter(state=PeriodState.OPEN)

    def visible(self) -> "PeriodQuerySet":
        """What employees see: everything that was ever opened."""
        return self.exclude(state=PeriodState.DRAFT)

    def covering(self, day: date) -> "PeriodQuerySet":
        return self.filter(begins__lte=day, ends__gte=day)


class Period(TenantModel):
    """A performance year of the instansi (Manajemen Periode): its days, and until when SKP may be filled in."""

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
                        DateRange("begins", "ends", RangeBoundary(inclusive_lower=True, inclusive_upper=True)),
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


class Measured(models.Model):
    """What an IKU and an individual indicator share: target, unit, direction, and how periods are put together."""

    name = models.CharField(max_length=300)
    unit_of_measure = models.CharField("Satuan", max_length=60)
    polarity = models.CharField(max_length=10, choices=Polarity.choices(), default=Polarity.MAXIMIZE)
    consolidation = models.CharField(max_length=16, choices=Consolidation.choices(), default=Consolidation.SUM)
    frequency = models.CharField(max_length=10, choices=Frequency.choices, default=Frequency.MONTHLY)
    target = models.DecimalField(max_digits=18, decimal_places=4)
    #: the upper end when the target is a range (STABILIZE)
    target_upper = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    baseline = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)

    class Meta:
        abstract = True


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def for_door(self) -> "AgreementQuerySet":
        return self.select_related("unit", "period", "signed_by", "counterpart")


class Agreement(TenantModel):
    """Perjanjian Kinerja of a unit for a period: its IKU with targets, signed by its head and the head above."""

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
            models.CheckConstraint(condition=Q(state__in=AgreementState.values), name="planning_agreement_state"),
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
    """Sasaran Kinerja Pegawai: one person's agreed results for a period. A change after agreement is a new version."""

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
        """How many days after the period's Batas pengisian the first version was proposed; 0 when in time."""
        if self.version > 1 or self.proposed_at is None:
            return 0
        return max((self.proposed_at.astimezone(WIB).date() - self.period.fill_until).days, 0)


class RhkQuerySet(models.QuerySet["Rhk"]):
    def for_door(self) -> "RhkQuerySet":
        return self.select_related("skp__period", "skp__person", "skp__unit", "skp__rater", "supports", "supports_iku")


class Rhk(TenantModel):
    """Rencana Hasil Kerja: a planned result, naming the superior's result it supports or who assigned it."""

    reaches = {"person": "skp__person_id", "unit": "skp__unit_id"}

    skp = TenantForeignKey(Skp, on_delete=models.CASCADE, related_name="rhks")
    #: the same through all versions of an SKP: a new version's line names the old one by it
    lineage = models.UUIDField(default=uuid7, editable=False)
    statement = models.CharField(max_length=400)
    perspective = models.CharField(max_length=10, choices=Perspective.choices, blank=True)
    kind = models.CharField(max_length=8, choices=RhkKind.choices(), default=RhkKind.UTAMA)
    supports = TenantForeignKey("self", null=True, blank=True, related_name="supported_by")
    supports_iku = TenantForeignKey(Iku, null=True, blank=True, related_name="supported_by_rhks")
    assigned_from = models.CharField("Penugasan dari", max_length=8, choices=AssignmentSource.choices(), blank=True)
    assigned_note = models.CharField(max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    objects = RhkQuerySet.as_manager()

    class Meta:
        # "UTAMA" after "TAMBAHAN" in the alphabet, before it on paper
        ordering = ["-kind", "order", "id"]
        indexes = [models.Index(fields=["instansi", "lineage"], name="planning_rhk_lineage")]

    def __str__(self) -> str:
        return self.statement


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def for_door(self) -> "IndicatorQuerySet":
        return self.select_related("rhk__skp__period", "rhk__skp__person")

    def reportable_by(self, person_id: object) -> "IndicatorQuerySet":
        """The indicators of a person's agreed SKP in open periods."""
        return self.reportable_by_any([person_id])

    def reportable_by_any(self, person_ids: list[object]) -> "IndicatorQuerySet":
        """The same for several people."""
        return self.filter(
            rhk__skp__person_id__in=person_ids,
            rhk__skp__state=SkpState.AGREED,
            rhk__skp__period__state=PeriodState.OPEN,
        )


class Indicator(TenantModel, Measured):
    """Indikator Kinerja Individu (IKI) of an RHK.

    In the qualitative approach `success` says in words what is expected, and progress is the percentage of it that is
    done: target 100 persen, the last known figure counts.
    """

    reaches = {"person": "rhk__skp__person_id", "unit": "rhk__skp__unit_id"}

    rhk = TenantForeignKey(Rhk, on_delete=models.CASCADE, related_name="indicators")
    #: the same through all versions of an SKP: what was reported on an old version's line belongs to the new one's too
    lineage = models.UUIDField(default=uuid7, editable=False)
    aspect = models.CharField(max_length=9, choices=Aspect.choices(), default=Aspect.KUANTITAS)
    success = models.TextField("Ukuran keberhasilan", blank=True)
    last_year = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    #: asks for the tally sheet with names covered, never a patient or pupil
    is_service = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]
        indexes = [models.Index(fields=["instansi", "lineage"], name="planning_indicator_lineage")]

    def __str__(self) -> str:
        return self.name


class Expectation(TenantModel):
    """Ekspektasi khusus pimpinan for one of the seven BerAKHLAK values of an SKP."""

    skp = TenantForeignKey(Skp, on_delete=models.CASCADE, related_name="expectations")
    value = models.CharField(max_length=2)
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "skp", "value"], name="planning_expectation_value")
        ]


class Remark(TenantModel):
    """A comment on an SKP or one of its RHK: why it was sent back. It stays when the line it speaks of is removed."""

    skp = TenantForeignKey(Skp, on_delete=models.CASCADE, related_name="remarks")
    rhk = TenantForeignKey(Rhk, on_delete=models.SET_NULL, null=True, blank=True, related_name="remarks")
    #: the line's statement when the comment was written
    about = models.CharField(max_length=400, blank=True)
    by = TenantForeignKey("organization.Person", related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
