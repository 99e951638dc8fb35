"""Evidence that resembles earlier evidence, what it is searched by, and who opened what."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kinerja.areas.reporting.models.reports import Evidence, Report
from kinerja.areas.reporting.states import COUNTING
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel


class PhotoPrint(TenantModel):
    """What a kept photo is searched by, and where its marks lie. It goes with the file: it could show what the file showed."""

    sha256 = models.CharField(max_length=64)
    words = ArrayField(models.IntegerField())
    places = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "sha256"], name="reporting_photoprint_one")
        ]
        indexes = [GinIndex(fields=["words"], name="reporting_photoprint_words")]


class NotePrint(TenantModel):
    """What a report's note is searched by; empty for routine. Its being there says that the note was compared."""

    reaches = {"person": "report__person_id", "unit": "report__unit_id"}

    report = TenantForeignKey(Report, related_name="+")
    words = ArrayField(models.IntegerField())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instansi", "report"], name="reporting_noteprint_one")]
        indexes = [GinIndex(fields=["words"], name="reporting_noteprint_words")]


class LikenessQuerySet(models.QuerySet["Likeness"]):
    def standing(self) -> "LikenessQuerySet":
        """Between reports that still count: what was withdrawn, returned or corrected is not used twice."""
        return self.filter(report__state__in=COUNTING, other__state__in=COUNTING)

    def of_reports(self, ids: Iterable[UUID]) -> "LikenessQuerySet":
        return self.filter(report_id__in=list(ids))

    def for_page(self) -> "LikenessQuerySet":
        return self.select_related("report", "other__person", "evidence", "other_evidence").order_by(
            "-percent", "found_at", "id"
        )


class Likeness(TenantModel):
    """A report resembles an earlier one. A hint, never a verdict: nothing follows from it but a closer look."""

    reaches = {"person": "report__person_id", "unit": "report__unit_id"}

    class Kind(models.TextChoices):
        FILE = "BERKAS", _("berkas yang sama")
        PHOTO = "FOTO", _("foto yang mirip")
        NOTE = "CATATAN", _("catatan yang mirip")

    report = TenantForeignKey(Report, related_name="likenesses")
    other = TenantForeignKey(Report, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    percent = models.PositiveSmallIntegerField()
    evidence = TenantForeignKey(Evidence, null=True, related_name="+")
    other_evidence = TenantForeignKey(Evidence, null=True, related_name="+")
    found_at = models.DateTimeField()
    #: what the owner says about it
    explanation = models.CharField(max_length=300, blank=True)
    explained_at = models.DateTimeField(null=True)

    objects = LikenessQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "report", "other", "kind"], name="reporting_likeness_one"
            ),
            models.CheckConstraint(condition=Q(percent__lte=100), name="reporting_likeness_percent"),
        ]


class LookQuerySet(models.QuerySet["Look"]):
    def by(self, person_id: UUID) -> "LookQuerySet":
        return self.filter(person_id=person_id)


class Look(TenantModel):
    """Somebody other than its owner opened a file of a report, or (without a file) the page that compares it."""

    reaches = {"person": "report__person_id", "unit": "report__unit_id"}

    report = TenantForeignKey(Report, related_name="+")
    evidence = TenantForeignKey(Evidence, null=True, related_name="+")
    person = TenantForeignKey("organization.Person", related_name="+")
    at = models.DateTimeField()

    objects = LookQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "report", "person", "evidence"],
                name="reporting_look_once",
                nulls_distinct=False,
            )
        ]
