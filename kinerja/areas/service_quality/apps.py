from django.apps import AppConfig

from kinerja.areas.service_quality import verbs  # noqa: F401  lists the verbs


class ServiceQualityConfig(AppConfig):
    name = "kinerja.areas.service_quality"
    label = "service_quality"
    default_auto_field = "django.db.models.BigAutoField"
