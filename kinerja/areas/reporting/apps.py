from importlib import import_module

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "kinerja.areas.reporting"
    label = "reporting"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """List our verbs."""
        import_module("kinerja.areas.reporting.verbs")
