"""The product's tables are read from its own modules; nothing here needs a running database."""

import os
import tempfile

import django
from django.apps import apps
from django.utils.translation import activate


def load() -> None:
    """Load the settings for reading alone: no secret of an installation is touched or made."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.config.settings")
    os.environ.setdefault("KINERJA_SECRET_KEY", "only-for-the-documentation-nothing-is-signed-with-it")
    os.environ.setdefault("KINERJA_DATA_DIR", tempfile.gettempdir())
    if not apps.ready:
        django.setup()
    activate("id")
