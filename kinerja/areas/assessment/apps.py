"""The area of ratings, predikat and receipts. Importing its verbs lists them for the ledger."""

from django.apps import AppConfig

from kinerja.areas.assessment import verbs

__all__ = ["AssessmentConfig", "verbs"]


class AssessmentConfig(AppConfig):
    name = "kinerja.areas.assessment"
    label = "assessment"
    default_auto_field = "django.db.models.BigAutoField"
