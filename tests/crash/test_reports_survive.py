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

import pytest

from kinerja.tools.postgres import places
from tests.journeys.serving import REPOSITORY, Served, clean_environment, served

REPORTS, CLIENTS = 1_000, 6
#: each part twice, then the rest of the thousand undisturbed; seconds a busy machine may need for all
KILLS, PATIENCE = 10, 400
TOKEN = "x" * 32
#: (word of the command line, the process above it): a page worker, the page server, the database, the front
VICTIMS = [
    ("granian", "granian"),
    ("bin/postgres -D", "postgres.guard"),
    ("serving.front", ""),
    ("dispatch", ""),
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
        self.tries = 0
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._work) for _ in range(CLIENTS)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    @property
    def is_done(self) -> bool:
        return len(self.acknowledged) >= REPORTS

    def _work(self) -> None:
        key, deadline = str(uuid4()), time.monotonic() + PATIENCE
        while not self.is_done and time.monotonic() < deadline:
            with self._lock:
                self.tries += 1
            if self._send(key):
                with self._lock:
                    self.acknowledged.append(key)
                key = str(uuid4())
            else:
                time.sleep(0.1)

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
            return answer.status == 302 and "/laporan/tersimpan/" in answer.headers["Location"]
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

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

    ids = kept["reports"]
    assert isinstance(ids, list)
    assert killed >= 3
    assert len(employee.acknowledged) >= REPORTS
    assert set(employee.acknowledged) <= set(ids), "an acknowledged report was lost"
    assert len(ids) == len(set(ids))
    assert len(ids) <= len(employee.acknowledged) + CLIENTS, "more rows than were ever sent"
    assert kept["entries"] == len(ids), "each report has exactly one act in the ledger"
    assert kept["whole"] is True
