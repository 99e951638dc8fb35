from django.apps import AppConfig
from django.utils.module_loading import import_string


class SwitchboardConfig(AppConfig):
    name = "kinerja.config"
    label = "config"

    def ready(self) -> None:
        """Once every room is loaded, the channels outside take their places."""
        import_string("kinerja.config.wiring.open_channels")()
        import_string("kinerja.config.checks.channels_work")
