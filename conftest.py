"""One embedded PostgreSQL a run, one database a worker, copied from a migrated template. The application's own role."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.conf import settings

from kinerja.tools.postgres import places
from kinerja.tools.postgres.cluster import Cluster

HERE = Path(__file__).resolve().parent
#: a version of PostgreSQL instead of the newest here (make test PG=15); each has a cluster of its own
MAJOR = os.environ.get("KINERJA_TEST_MAJOR", "")
ROOT = Path(os.environ.get("KINERJA_TEST_ROOT") or places.scratch_root(f"test{MAJOR}"))
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
DATABASE = os.environ.setdefault(f"KINERJA_TEST_DATABASE_{WORKER}", f"test_{WORKER}_{os.getpid()}")

for variable in (
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "DATABASE_DISPATCH_URL",
    "KINERJA_DEMO",
    "KINERJA_ROLE",
):
    os.environ.pop(variable, None)
# a hundred programs are started by the tests: none of them, and no worker, compiles the same sources again
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
os.environ["DJANGO_SETTINGS_MODULE"] = "kinerja.config.settings"
os.environ["KINERJA_DATA_DIR"] = str(ROOT)
os.environ["KINERJA_DATABASE"] = DATABASE
os.environ["KINERJA_SECRET_KEY"] = "only-for-tests-" + "x" * 40


def cluster() -> Cluster:
    """The run's cluster; fsync is off, since nothing here outlives the run."""
    return Cluster(ROOT, durable=False, major=int(MAJOR) if MAJOR else None)


def pytest_configure(config: pytest.Config) -> None:
    """The controller starts the server before any worker asks for it. Rules need neither (-p no:django)."""
    if not config.pluginmanager.hasplugin("django"):
        return
    if not hasattr(config, "workerinput") and not config.option.collectonly:
        config.stash[_CLUSTER] = cluster()
        config.stash[_CLUSTER].start()
        template()
    django.setup()
    settings.PASSWORD_HASHERS = ["tests.hashing.Quick"]
    if getattr(config.option, "numprocesses", None):
        # workers inherit the environment, and pytest-django would load the settings before this file names
        # their database
        del os.environ["DJANGO_SETTINGS_MODULE"]
    config.pluginmanager.import_plugin("tests.fixtures")


#: whole installations, every page as everybody, databases that are killed: two thirds of the time. They begin first, so
#: that no worker waits for the other at the end, and `make quick` leaves them out
WHOLE = (
    "tests/journeys/",
    "tests/crash/",
    "tests/pages/",
    "tests/demonstration/",
    "kinerja/windows/rules/tests/test_browser.py",
    "kinerja/tools/postgres/",
    "kinerja/tools/ui/tests/test_browser.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith(WHOLE):
            item.add_marker("whole")
    items.sort(key=lambda item: not item.nodeid.startswith(WHOLE))


_CLUSTER = pytest.StashKey[Cluster]()


def _schema_hash() -> str:
    digest = hashlib.sha256()
    for path in sorted(
        [
            *HERE.glob("kinerja/**/migrations/*.py"),
            *HERE.glob("kinerja/**/*.sql"),
            HERE / "requirements/run.txt",
            HERE / "kinerja/base/tenancy/securing.py",
        ]
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def template() -> str:
    """The name of the migrated template; made when the migrations changed."""
    name = f"template_{_schema_hash()}"
    if name not in cluster().databases():
        for stale in cluster().databases():
            if stale.startswith(("template_", "test_")):
                cluster().drop_database(stale)
        cluster().create_database(f"{name}_new")
        environment = os.environ | {"KINERJA_ROLE": "owner", "KINERJA_DATABASE": f"{name}_new"}
        subprocess.run(
            [sys.executable, "-m", "django", "migrate", "-v0"], check=True, env=environment, cwd=HERE
        )
        cluster().create_database(name, template=f"{name}_new")
        cluster().drop_database(f"{name}_new")
    return name


def pytest_report_header() -> str:
    """Which PostgreSQL the tests ask."""
    status = cluster().status()
    return f"postgresql: {status.version} in {status.root}"


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object) -> Iterator[None]:
    """This worker's database, a copy of the template."""
    cluster().drop_database(DATABASE)
    cluster().create_database(DATABASE, template=template())
    yield
    cluster().drop_database(DATABASE)
