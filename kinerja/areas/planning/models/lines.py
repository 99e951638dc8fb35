"""The lines of an SKP: planned results, their indicators, expectations of behaviour, comments."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kinerja.areas.planning.models.agreements import Iku
from kinerja.areas.planning.models.measured import Measured
from kinerja.areas.planning.models.skps import Skp
from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.rules.codes import Aspect, AssignmentSource, RhkKind
from kinerja.tools.keys import uuid7


class Perspective(models.TextChoices):
    """Perspektif of a result in the SKP of a head (regulations 1.4)."""

    RECIPIENT = "PENERIMA", _("Penerima layanan")
    PROCESS = "PROSES", _("Proses bisnis")
    STRENGTH = "PENGUATAN", _("Penguatan internal")
    BUDGET = "ANGGARAN", _("Anggaran")


class RhkQuerySet(models.QuerySet["Rhk"]):
    def for_door(self) -> "RhkQuerySet":
        return self.select_related(
            "skp__period", "skp__person", "skp__unit", "skp__rater", "supports", "supports_iku"
        )


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
    assigned_from = models.CharField(
        "Penugasan dari", max_length=8, choices=AssignmentSource.choices(), blank=True
    )
    assigned_note = models.CharField(max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    objects = RhkQuerySet.as_manager()

    class Meta:
        # "UTAMA" after "TAMBAHAN" in the alphabet, before it on paper
        ordering = ["-kind", "order", "id"]
        indexes = [models.Index(fields=["instansi", "lineage"], name="planning_rhk_lineage")]

    def __str__(self) -> str:
        return self.statement


class Share(models.TextChoices):
    """Which volumes of a service count for a person's indicator."""

    UNIT = "UNIT", _("Semua yang dilayani unit, siapa pun petugasnya")
    OFFICER = "PETUGAS", _("Hanya yang dicatat atas nama pegawai ini")


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

    In the qualitative approach `success` says in words what is expected, and progress is the percentage
    of it that is done: target 100 persen, the last known figure counts.
    """

    reaches = {"person": "rhk__skp__person_id", "unit": "rhk__skp__unit_id"}

    rhk = TenantForeignKey(Rhk, on_delete=models.CASCADE, related_name="indicators")
    #: the same through all versions of an SKP: reports on an old version's line count for the new one's
    lineage = models.UUIDField(default=uuid7, editable=False)
    aspect = models.CharField(max_length=9, choices=Aspect.choices(), default=Aspect.KUANTITAS)
    success = models.TextField("Ukuran keberhasilan", blank=True)
    last_year = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    #: asks for the tally sheet with names covered, never a patient or pupil
    is_service = models.BooleanField(default=False)
    #: said when a service is chosen
    share = models.CharField(max_length=8, choices=Share.choices, default=Share.UNIT)
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
    """A comment on an SKP or one of its RHK: why it was sent back. It outlives the line it speaks of."""

    skp = TenantForeignKey(Skp, on_delete=models.CASCADE, related_name="remarks")
    rhk = TenantForeignKey(Rhk, on_delete=models.SET_NULL, null=True, blank=True, related_name="remarks")
    #: the line's statement when the comment was written
    about = models.CharField(max_length=400, blank=True)
    by = TenantForeignKey("organization.Person", related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
