"""Ratings, the quadrant, the unit's predikat, and the receipt. A decision is never overwritten: a new row replaces it."""

from uuid import UUID

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q, Value
from django.utils.translation import gettext as _

from kinerja.areas.assessment.states import AssessmentState, ReviewState
from kinerja.base.organization.models import DateRange
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.rules.codes import OrganisationPredicate, Predicate, Rating


class ReviewQuerySet(models.QuerySet["Review"]):
    def for_door(self) -> "ReviewQuerySet":
        return self.select_related("period")

    def open(self) -> "ReviewQuerySet":
        return self.filter(state=ReviewState.OPEN)


class Review(TenantModel):
    """A period of assessment (periode penilaian), usually a quarter of a performance year."""

    period = TenantForeignKey("planning.Period", related_name="reviews")
    name = models.CharField(max_length=80)
    begins = models.DateField()
    ends = models.DateField()
    fill_until = models.DateField("Batas penilaian")
    state = models.CharField(max_length=8, choices=ReviewState.choices, default=ReviewState.OPEN)
    closed_at = models.DateTimeField(null=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-begins"]
        constraints = [
            ExclusionConstraint(
                name="assessment_review_apart",
                expressions=[
                    ("instansi", RangeOperators.EQUAL),
                    (DateRange("begins", "ends", Value("[]")), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(condition=Q(fill_until__gte=F("ends")), name="assessment_review_fill"),
            models.UniqueConstraint(fields=["instansi", "period", "name"], name="assessment_review_name"),
            models.CheckConstraint(condition=Q(begins__lt=F("ends")), name="assessment_review_days"),
            models.CheckConstraint(condition=Q(state__in=ReviewState.values), name="assessment_review_state"),
        ]

    def __str__(self) -> str:
        return self.name


class UnitPredicateQuerySet(models.QuerySet["UnitPredicate"]):
    def in_force(self) -> "UnitPredicateQuerySet":
        return self.filter(is_current=True)

    def of(self, review_id: UUID) -> "UnitPredicateQuerySet":
        return self.filter(review_id=review_id).select_related("by", "unit").order_by("-at")


class UnitPredicate(TenantModel):
    """The predikat of a unit, set by the leader above with a reason, before any employee's is fixed.

    SE MenPANRB 3/2023: two inputs, the achievement of the Perjanjian Kinerja and the leader's expectation.
    """

    reaches = {"unit": "unit_id"}

    review = TenantForeignKey(Review, related_name="unit_predicates")
    unit = TenantForeignKey("organization.Unit", related_name="+")
    predicate = models.CharField(max_length=16, choices=OrganisationPredicate.choices())
    suggested = models.CharField(max_length=16, blank=True)
    #: the first input, in percent, as it was at that moment
    average = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    #: the second input: how the unit stands against what the leader above expected
    expectation = models.CharField(max_length=8, choices=Rating.choices())
    reason = models.TextField()
    by = TenantForeignKey("organization.Person", related_name="+")
    at = models.DateTimeField()
    is_current = models.BooleanField(default=True)
    #: the row this one took the place of
    replaces = TenantForeignKey("self", null=True, related_name="replaced_by")

    objects = UnitPredicateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "review", "unit"],
                condition=Q(is_current=True),
                name="assessment_unitpredicate_one",
            ),
            models.UniqueConstraint(fields=["instansi", "replaces"], name="assessment_unitpredicate_next"),
        ]


class CurveNote(TenantModel):
    """Why a unit's spread of predikat departs from the pattern: asked of its rater, changing nobody's predikat."""

    review = TenantForeignKey(Review, related_name="curve_notes")
    unit = TenantForeignKey("organization.Unit", related_name="+")
    text = models.TextField()
    by = TenantForeignKey("organization.Person", related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["instansi", "review", "unit"], name="assessment_curvenote_unit")]


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def for_door(self) -> "AssessmentQuerySet":
        return self.select_related("person", "review", "unit", "rater", "signed_by")

    def in_force(self) -> "AssessmentQuerySet":
        """Drafts and decisions, without what was replaced."""
        return self.exclude(state=AssessmentState.REPLACED)

    def signed(self) -> "AssessmentQuerySet":
        return self.filter(state=AssessmentState.SIGNED)

    def decided(self) -> "AssessmentQuerySet":
        """What was ever fixed, also when it was replaced later: what an employee may read."""
        return self.filter(signed_at__isnull=False)


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
    #: BerAKHLAK codes the rater names when behaviour is below expectation: what to work on
    weak_values = ArrayField(models.CharField(max_length=2), default=list)
    suggested_work = models.CharField(max_length=8, blank=True)
    predicate = models.CharField(max_length=16, choices=Predicate.choices(), blank=True)
    reason = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=AssessmentState.choices, default=AssessmentState.DRAFT)
    signed_by = TenantForeignKey("organization.Person", null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    #: the decision this one takes the place of, and why it was opened again
    replaces = TenantForeignKey("self", null=True, related_name="replaced_by")
    replace_reason = models.TextField(blank=True)
    drafted_at = models.DateTimeField()
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
            models.UniqueConstraint(fields=["instansi", "replaces"], name="assessment_assessment_next"),
            models.CheckConstraint(
                condition=Q(state__in=AssessmentState.values), name="assessment_assessment_state"
            ),
            models.CheckConstraint(
                condition=Q(state=AssessmentState.DRAFT)
                | (
                    ~Q(work="")
                    & ~Q(behaviour="")
                    & ~Q(predicate="")
                    & Q(signed_at__isnull=False, signed_by__isnull=False, receipt__isnull=False)
                ),
                name="assessment_assessment_signed_whole",
            ),
            models.CheckConstraint(condition=~Q(person=F("rater")), name="assessment_assessment_not_self"),
            models.CheckConstraint(
                condition=~Q(person=F("signed_by")), name="assessment_assessment_not_own_hand"
            ),
        ]
        indexes = [
            models.Index(fields=["instansi", "person", "-signed_at"], name="assessment_assessment_person"),
            models.Index(fields=["instansi", "review", "unit"], name="assessment_assessment_unit"),
        ]

    @property
    def is_draft(self) -> bool:
        return self.state == AssessmentState.DRAFT

    @property
    def is_signed(self) -> bool:
        return self.state == AssessmentState.SIGNED

    @property
    def predicate_label(self) -> str:
        """The predikat in words, in the reader's language; empty for a draft without one."""
        return _(Predicate(self.predicate).label) if self.predicate else ""


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
