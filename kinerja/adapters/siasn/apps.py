from django.apps import AppConfig


class SiasnConfig(AppConfig):
    name = "kinerja.adapters.siasn"
    label = "siasn"
    default_auto_field = "django.db.models.BigAutoField"
