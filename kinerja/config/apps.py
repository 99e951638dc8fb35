from django.apps import AppConfig


class SwitchboardConfig(AppConfig):
    name = "kinerja.config"
    label = "config"
