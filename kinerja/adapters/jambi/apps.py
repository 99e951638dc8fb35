from django.apps import AppConfig


class JambiConfig(AppConfig):
    name = "kinerja.adapters.jambi"
    label = "jambi"
    default_auto_field = "django.db.models.BigAutoField"
