"""A thousand reports while parts of the installation are killed: none that was acknowledged is lost, none doubled."""

import http.client
import json
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import psycopg
import pytest

from kinerja.tools.postgres import places
from kinerja.tools.postgres.cluster import Cluster
from tests.journeys.serving import REPOSITORY, Served, clean_environment, served, wait_until

REPORTS, CLIENTS = 1_000, 6
#: each part twice, then the rest of the thousand undisturbed; seconds a busy machine may need for all
KILLS, PATIENCE = 12, 400
TOKEN = "x" * 32
#: (word of the command line, the process above it): a page worker, the page server, the database, the front, the dispatcher,
#: and the worker that computes behind the reports
VICTIMS = [
    ("granian", "granian"),
    ("bin/postgres -D", "postgres.guard"),
    ("serving.front", ""),
    ("dispatch", ""),
    ("kinerja work", ""),
    ("granian", ""),
]


@pytest.fixture
def root() -> Iterator[Path]:
    place = places.scratch_root("crash") / "root"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    yield place
    shutil.rmtree(place.parent, ignore_errors=True)


class Employee:
    """Sends reports with ids of his own, repeats what was not acknowledged, and remembers what was."""

    def __init__(self, port: int, made: dict[str, str]) -> None:
        self.port, self.made = port, made
        self.acknowledged: list[str] = []
        self._keys = [str(uuid4()) for _ in range(REPORTS)]
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._work) for _ in range(CLIENTS)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    @property
    def is_done(self) -> bool:
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self) -> None:
        """Take key after key; each is sent until it is acknowledged, so that what is kept can be counted exactly."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and (key := self._next()):
            while not self._send(key) and time.monotonic() < deadline:
                time.sleep(0.1)

    def _next(self) -> str:
        with self._lock:
            return self._keys.pop() if self._keys else ""

    def _send(self, key: str) -> bool:
        indicator = self.made["indicator"]
        sent = {"csrfmiddlewaretoken": TOKEN, "day": self.made["day"], f"{indicator}-key": key,
                f"{indicator}-value": "3", f"{indicator}-note": ""}  # fmt: skip
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"sessionid={self.made['session']}; csrftoken={TOKEN}",
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("POST", "/laporan/catat/", urlencode(sent), headers)
            answer = connection.getresponse()
            taken = answer.status == 302 and "/laporan/tersimpan/" in answer.headers["Location"]
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        if taken:
            self.acknowledged.append(key)
        return taken

    def end(self) -> None:
        for thread in self._threads:
            thread.join()


def beside(root: Path, what: str) -> dict[str, object]:
    """Run one_employee.py on the installation's own database."""
    environment = clean_environment(root, DJANGO_SETTINGS_MODULE="kinerja.config.settings")
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.one_employee", what],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def kill_around(house: Served, employee: Employee) -> int:
    """Kill one part after another, at random moments, each twice."""
    chance, killed = random.Random(11), 0
    while not employee.is_done and killed < KILLS:
        time.sleep(chance.uniform(0.2, 0.9))
        word, below = VICTIMS[killed % len(VICTIMS)]
        try:
            house.kill(word, below=below)
            killed += 1
        except (StopIteration, ProcessLookupError):
            continue
    return killed


def test_no_acknowledged_report_is_lost_and_none_is_doubled(root: Path) -> None:
    with served(root) as house:
        employee = Employee(house.port, beside(root, "make"))  # type: ignore[arg-type]
        employee.start()
        killed = kill_around(house, employee)
        employee.end()
        kept = beside(root, "count")
        wait_until(lambda: waiting_behind(root) == (0, 0), 60)

    ids = kept["reports"]
    assert isinstance(ids, list)
    assert killed >= 3
    assert len(employee.acknowledged) == REPORTS
    assert set(employee.acknowledged) - set(ids) == set(), "an acknowledged report was lost"
    assert sorted(ids) == sorted(employee.acknowledged), "a report was doubled"
    assert kept["entries"] == REPORTS, "each report has exactly one act in the ledger"
    assert kept["whole"] is True


_BEHIND = """
SELECT (SELECT count(*) FROM ledger_outbox),
       (SELECT count(*) FROM procrastinate_jobs
         WHERE task_name = 'monitoring.reported' AND status IN ('todo', 'doing'))
"""


def waiting_behind(root: Path) -> tuple[int, int]:
    """Acts that the dispatcher has not passed on yet, and reports from which nothing has followed yet."""
    with psycopg.connect(Cluster(root).url("kinerja_owner")) as connection:
        row = connection.execute(_BEHIND).fetchone()
    assert row is not None
    return int(row[0]), int(row[1])
