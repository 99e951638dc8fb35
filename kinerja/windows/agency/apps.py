from django.apps import AppConfig


class AgencyConfig(AppConfig):
    name = "kinerja.windows.agency"
    label = "agency"
    default_auto_field = "django.db.models.BigAutoField"
