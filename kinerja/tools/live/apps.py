from django.apps import AppConfig


class LiveConfig(AppConfig):
    """Template tags, the browser's part and the dispatcher's command."""

    name = "kinerja.tools.live"
