from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "kinerja.windows.home"
    label = "home"
    default_auto_field = "django.db.models.BigAutoField"
