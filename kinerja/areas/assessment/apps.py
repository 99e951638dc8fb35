from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "kinerja.areas.assessment"
    label = "assessment"
    default_auto_field = "django.db.models.BigAutoField"
