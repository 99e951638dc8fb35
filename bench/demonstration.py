"""The demonstration's data in a durable database of the measurements; made once for each schema.

`BENCH_DATA=DIR` measures on the data of `KINERJA_DATA_DIR=DIR kinerja demo --people 90000` instead; reports that a
measurement sends stay there.
"""

import os
import subprocess
import sys
from urllib.parse import urlencode
from uuid import UUID

from bench.serving import ROOT, cluster
from conftest import _schema_hash

NAME = "kinerja" if os.environ.get("BENCH_DATA") else f"bench_demo_{_schema_hash()}"


def environment() -> dict[str, str]:
    """What a process needs to work on that database."""
    return {
        "KINERJA_DATA_DIR": str(cluster().root),
        "KINERJA_DATABASE": NAME,
        "KINERJA_DEMO": "1",
        "KINERJA_SECRET_KEY": "bench-only-" + "x" * 40,
        "KINERJA_SUPERVISED": "1",
        "DJANGO_SETTINGS_MODULE": "kinerja.config.settings",
        "PYTHONPATH": str(ROOT),
    }


def prepare() -> None:
    """Make the database when the schema is new, and let this process use it."""
    found = cluster().databases()
    if NAME not in found:
        for stale in found:
            if stale.startswith("bench_demo_"):
                cluster().drop_database(stale)
        cluster().create_database(NAME)
        manage("migrate", "-v0", KINERJA_ROLE="owner")
        manage("load_demo")
    os.environ |= environment()


def manage(*arguments: str, **extra: str) -> None:
    """Run a Django command on that database."""
    command = [sys.executable, "-m", "django", *arguments]
    subprocess.run(command, check=True, cwd=ROOT, env=os.environ | environment() | extra)


def body(fields: dict[str, str]) -> bytes:
    """A form as a browser sends it."""
    return urlencode(fields).encode()


def indicator_field(indicator: UUID, name: str) -> str:
    """The name of a field of the report sheet."""
    return f"{indicator}-{name}"
