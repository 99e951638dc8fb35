from django.apps import AppConfig

from kinerja.adapters.jambi import verbs  # noqa: F401  lists the verbs


class JambiConfig(AppConfig):
    name = "kinerja.adapters.jambi"
    label = "jambi"
    default_auto_field = "django.db.models.BigAutoField"
