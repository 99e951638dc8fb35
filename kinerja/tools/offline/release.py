"""Which files a device keeps, and the name of their version: the same files give the same name in every process."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

SCRIPTS = sorted(path.name for path in (Path(__file__).parent / "static" / "offline").glob("*.js"))
FILES = (
    "ui/app.css",
    "ui/app.js",
    "ui/photo.js",
    "ui/icons.svg",
    "ui/favicon.svg",
    "vendor/idb.js",
    *(f"offline/{name}" for name in SCRIPTS),
)


@cache
def version() -> str:
    """Twelve letters that change with any kept file, or with what the kept page is made of (`OFFLINE["sources"]`)."""
    digest = hashlib.sha256()
    for name in FILES:
        found = finders.find(name)
        digest.update(Path(found).read_bytes() if found else b"")
    for path in settings.OFFLINE["sources"]:
        digest.update(Path(path).read_bytes() if Path(path).exists() else b"")
    return digest.hexdigest()[:12]
