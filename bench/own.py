"""A PostgreSQL of one measurement: in a temporary folder, durable as in production, gone afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kinerja.tools.postgres.cluster import Cluster

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def own_database(**settings: str) -> Iterator[Cluster]:
    """All tables and Django set up; `settings` are more variables of the environment. Once a process: Django starts once."""
    folder = Path(tempfile.mkdtemp(prefix="kinerja-bench-"))
    folder.chmod(0o711)  # the server's own user passes through
    os.environ |= {
        "KINERJA_DATA_DIR": str(folder),
        "KINERJA_SECRET_KEY": "only-for-this-measurement-" + "x" * 40,
        "DJANGO_SETTINGS_MODULE": "kinerja.config.settings",
        **settings,
    }
    cluster = Cluster(folder)
    try:
        cluster.start()
        owner = os.environ | {"KINERJA_ROLE": "owner"}
        subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], check=True, cwd=ROOT, env=owner)
        import django

        django.setup()
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)
