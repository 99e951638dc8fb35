"""Ratings, the quadrant, the unit's predikat, and the receipt. A decision is never overwritten: a new row replaces it."""

from django.db import models
from django.db.models import F, Q

from kinerja.areas.assessment.states import AssessmentState, ReviewState
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.rules.codes import OrganisationPredicate, Predicate, Rating


class Review(TenantModel):
    """A period of assessment (periode penilaian), usually a quarter of a performance year."""

    period = TenantForeignKey("planning.Period", related_name="reviews")
    name = models.CharField(max_length=80)
    begins = models.DateField()
    ends = models.DateField()
    fill_until = models.DateField("Batas penilaian")
    state = models.CharField(max_length=8, choices=ReviewState.choices, default=ReviewState.OPEN)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-begins"]
        constraints = [
            models.UniqueConstraint(fields=["instansi", "period", "name"], name="assessment_review_name"),
            models.CheckConstraint(condition=Q(begins__lt=F("ends")), name="assessment_review_days"),
            models.CheckConstraint(condition=Q(state__in=ReviewState.values), name="assessment_review_state"),
        ]

    def __str__(self) -> str:
        return self.name


class UnitPredicate(TenantModel):
    """The predikat of a unit, set by the leader above with a reason, before any employee's is fixed."""

    reaches = {"unit": "unit_id"}

    review = TenantForeignKey(Review, related_name="unit_predicates")
    unit = TenantForeignKey("organization.Unit", related_name="+")
    predicate = models.CharField(max_length=16, choices=OrganisationPredicate.choices())
    suggested = models.CharField(max_length=16, blank=True)
    reason = models.TextField()
    by = TenantForeignKey("organization.Person", related_name="+")
    at = models.DateTimeField()
    #: the row that took its place; the one in force has none
    replaced_by = TenantForeignKey("self", null=True, related_name="replaced")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "review", "unit"],
                condition=Q(replaced_by__isnull=True),
                name="assessment_unitpredicate_one",
            )
        ]


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def for_door(self) -> "AssessmentQuerySet":
        return self.select_related("person", "review", "unit", "rater", "signed_by")

    def in_force(self) -> "AssessmentQuerySet":
        return self.exclude(state=AssessmentState.REPLACED)


class Assessment(TenantModel):
    """One person's assessment in a review: two ratings, a reason, the predikat the quadrant gives, who signed."""

    reaches = {"person": "person_id", "unit": "unit_id"}

    review = TenantForeignKey(Review, related_name="assessments")
    person = TenantForeignKey("organization.Person", related_name="assessments")
    skp = TenantForeignKey("planning.Skp", null=True, related_name="assessments")
    unit = TenantForeignKey("organization.Unit", related_name="+")
    rater = TenantForeignKey("organization.Person", related_name="assessments_given")
    #: DEFINITIF, PLT, PLH or KHUSUS: in which capacity the rater rates
    rater_capacity = models.CharField(max_length=10, default="DEFINITIF")
    work = models.CharField(max_length=8, choices=Rating.choices(), blank=True)
    behaviour = models.CharField(max_length=8, choices=Rating.choices(), blank=True)
    suggested_work = models.CharField(max_length=8, blank=True)
    predicate = models.CharField(max_length=16, choices=Predicate.choices(), blank=True)
    reason = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=AssessmentState.choices, default=AssessmentState.DRAFT)
    signed_by = TenantForeignKey("organization.Person", null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    replaced_by = TenantForeignKey("self", null=True, related_name="replaced")
    #: the receipt: inputs, verdict and steps, as they were when it was signed (rules.verdict JSON)
    receipt = models.JSONField(null=True)
    rule_version = models.CharField(max_length=40, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "review", "person"],
                condition=~Q(state=AssessmentState.REPLACED),
                name="assessment_assessment_one",
            ),
            models.CheckConstraint(
                condition=Q(state__in=AssessmentState.values), name="assessment_assessment_state"
            ),
            models.CheckConstraint(
                condition=~Q(state=AssessmentState.SIGNED) | (~Q(work="") & ~Q(behaviour="") & ~Q(predicate="")),
                name="assessment_assessment_signed_whole",
            ),
            models.CheckConstraint(condition=~Q(person=F("rater")), name="assessment_assessment_not_self"),
        ]


class RhkNote(TenantModel):
    """The rater's view of one RHK, with the suggestion of the moment beside it."""

    assessment = TenantForeignKey(Assessment, on_delete=models.CASCADE, related_name="rhk_notes")
    rhk = TenantForeignKey("planning.Rhk", related_name="+")
    rating = models.CharField(max_length=8, choices=Rating.choices(), blank=True)
    suggested = models.CharField(max_length=8, blank=True)
    achievement = models.DecimalField(max_digits=12, decimal_places=2, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "assessment", "rhk"], name="assessment_rhknote_once")
        ]
