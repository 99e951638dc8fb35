from importlib import import_module

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "kinerja.areas.planning"
    label = "planning"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """List our verbs."""
        import_module("kinerja.areas.planning.verbs")
