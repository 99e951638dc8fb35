from django.apps import AppConfig

from kinerja.areas.monitoring import verbs  # noqa: F401  lists the verbs


class MonitoringConfig(AppConfig):
    name = "kinerja.areas.monitoring"
    label = "monitoring"
    default_auto_field = "django.db.models.BigAutoField"
