"""Goals, IKU, agreements and SKP: agreed results, indicators and targets."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kinerja.areas.planning.states import AgreementState, PeriodState, SkpState
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.rules.codes import Aspect, AssignmentSource, Consolidation, Polarity, RhkKind


class Frequency(models.TextChoices):
    DAILY = "HARIAN", _("Harian")
    MONTHLY = "BULANAN", _("Bulanan")
    QUARTERLY = "TRIWULANAN", _("Triwulanan")
    YEARLY = "TAHUNAN", _("Tahunan")


class Approach(models.TextChoices):
    QUANTITATIVE = "KUANTITATIF", _("Kuantitatif")
    QUALITATIVE = "KUALITATIF", _("Kualitatif")


class PeriodQuerySet(models.QuerySet["Period"]):
    def open(self) -> "PeriodQuerySet":
        return self.filter(state=PeriodState.OPEN)


class Period(TenantModel):
    """A performance year of the instansi (Manajemen Periode): its days, and until when SKP may be filled in."""

    name = models.CharField(max_length=80)
    begins = models.DateField()
    ends = models.DateField()
    fill_until = models.DateField("Batas pengisian")
    state = models.CharField(max_length=8, choices=PeriodState.choices, default=PeriodState.DRAFT)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["-begins"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "name"], name="planning_period_name"),
            models.CheckConstraint(condition=Q(begins__lt=F("ends")), name="planning_period_days"),
            models.CheckConstraint(condition=Q(state__in=PeriodState.values), name="planning_period_state"),
        ]

    def __str__(self) -> str:
        return self.name


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
        return self.select_related("unit", "period")


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


class Skp(TenantModel):
    """Sasaran Kinerja Pegawai: one person's agreed results for a period. A change after agreement is a new version."""

    reaches = {"person": "person_id", "unit": "unit_id"}

    period = TenantForeignKey(Period, related_name="skps")
    person = TenantForeignKey("organization.Person", related_name="skps")
    #: unit, post and rater as they were when it was written
    unit = TenantForeignKey("organization.Unit", related_name="skps")
    position_title = models.CharField(max_length=200)
    rater = TenantForeignKey("organization.Person", null=True, related_name="skps_to_rate")
    approach = models.CharField(max_length=12, choices=Approach.choices, default=Approach.QUANTITATIVE)
    begins = models.DateField()
    ends = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    replaces = TenantForeignKey("self", null=True, related_name="replaced_by")
    change_reason = models.CharField(max_length=300, blank=True)
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


class Rhk(TenantModel):
    """Rencana Hasil Kerja: a planned result, naming the superior's result it supports or who assigned it."""

    reaches = {"person": "skp__person_id", "unit": "skp__unit_id"}

    skp = TenantForeignKey(Skp, on_delete=models.CASCADE, related_name="rhks")
    statement = models.CharField(max_length=400)
    kind = models.CharField(max_length=8, choices=RhkKind.choices(), default=RhkKind.UTAMA)
    supports = TenantForeignKey("self", null=True, blank=True, related_name="supported_by")
    supports_iku = TenantForeignKey(Iku, null=True, blank=True, related_name="supported_by_rhks")
    assigned_from = models.CharField("Penugasan dari", max_length=8, choices=AssignmentSource.choices(), blank=True)
    assigned_note = models.CharField(max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["kind", "order", "id"]

    def __str__(self) -> str:
        return self.statement


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def for_door(self) -> "IndicatorQuerySet":
        return self.select_related("rhk", "rhk__skp")

    def reportable_by(self, person_id: object) -> "IndicatorQuerySet":
        """The indicators of a person's agreed SKP in open periods."""
        return self.filter(
            rhk__skp__person_id=person_id,
            rhk__skp__state=SkpState.AGREED,
            rhk__skp__period__state=PeriodState.OPEN,
        )


class Indicator(TenantModel, Measured):
    """Indikator Kinerja Individu (IKI) of an RHK. In the qualitative approach `success` says it in words."""

    reaches = {"person": "rhk__skp__person_id", "unit": "rhk__skp__unit_id"}

    rhk = TenantForeignKey(Rhk, on_delete=models.CASCADE, related_name="indicators")
    aspect = models.CharField(max_length=9, choices=Aspect.choices(), default=Aspect.KUANTITAS)
    success = models.TextField("Ukuran keberhasilan", blank=True)
    last_year = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    #: asks for the tally sheet with names covered, never a patient or pupil
    is_service = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["order", "id"]

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
    """A comment on an SKP or one of its RHK: why it was sent back, or a word between the two sides."""

    skp = TenantForeignKey(Skp, on_delete=models.CASCADE, related_name="remarks")
    rhk = TenantForeignKey(Rhk, on_delete=models.CASCADE, null=True, blank=True, related_name="remarks")
    by = TenantForeignKey("organization.Person", related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
