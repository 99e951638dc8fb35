"""The moves of a review period and of one person's assessment. Pure; the database repeats the states as checks."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReviewState(TextChoices):
    OPEN = "DIBUKA", _("Dibuka")
    CLOSED = "DITUTUP", _("Ditutup")


class AssessmentState(TextChoices):
    DRAFT = "DRAF", _("Draf")
    SIGNED = "DITETAPKAN", _("Ditetapkan")
    REPLACED = "DIGANTI", _("Diganti")


REVIEW_MOVES: dict[tuple[str, str], str] = {
    (ReviewState.OPEN, "close"): ReviewState.CLOSED,
    (ReviewState.CLOSED, "reopen"): ReviewState.OPEN,
}
ASSESSMENT_MOVES: dict[tuple[str, str], str] = {
    (AssessmentState.DRAFT, "sign"): AssessmentState.SIGNED,
    (AssessmentState.SIGNED, "replace"): AssessmentState.REPLACED,
}
