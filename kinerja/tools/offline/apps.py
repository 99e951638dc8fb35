"""Static files and two addresses; no tables."""

from django.apps import AppConfig


class OfflineConfig(AppConfig):
    name = "kinerja.tools.offline"
    label = "offline"
