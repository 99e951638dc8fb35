"""Real servers of every major version on this machine, in folders of their own."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kinerja.tools.postgres import places
from kinerja.tools.postgres.binaries import candidates
from kinerja.tools.postgres.cluster import Cluster
from kinerja.tools.postgres.osuser import server_user
from kinerja.tools.postgres.processes import is_alive

MAJORS = sorted({found.major for found in candidates()})
REPOSITORY = Path(__file__).parents[4]

#: a program that starts the cluster, says so, and waits to be ended
PROGRAM = """
import sys
from pathlib import Path
from kinerja.tools.postgres.cluster import Cluster
cluster = Cluster(Path(sys.argv[1]), major=int(sys.argv[2]))
cluster.start(wait=60)
sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.read()
"""


@pytest.fixture(params=MAJORS, ids=lambda major: f"pg{major}")
def major(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def root() -> Iterator[Path]:
    """An empty data root that the server's user can reach."""
    place = places.scratch_root("launcher") / f"{os.getpid()}-{time.monotonic_ns()}"
    place.mkdir(parents=True)
    yield place
    shutil.rmtree(place)


@pytest.fixture
def cluster(root: Path, standing: Cluster, major: int) -> Iterator[Cluster]:
    """A running server of the test's own, stopped at the end whatever the test did to it."""
    made = Cluster(root, major=major)
    places.prepare_base(made.base, server_user())
    subprocess.run(["cp", "-a", str(standing.root / "stopped"), str(made.data)], check=True)
    made.start(wait=60)
    yield made
    made.stop()
    wait_until(lambda: made.status().server is None)


@pytest.fixture
def standing(major: int, all_standing: dict[int, Cluster]) -> Cluster:
    """A running server for tests that only look. Beside it its data as they lay when it was made and stopped."""
    if major not in all_standing:
        place = places.scratch_root("launcher") / f"{os.getpid()}-standing-{major}"
        place.mkdir(parents=True)
        made = all_standing[major] = Cluster(place, major=major)
        made.start(wait=60)
        made.stop()
        wait_until(lambda: made.status().server is None)
        subprocess.run(["cp", "-a", str(made.data), str(place / "stopped")], check=True)
        made.start(wait=60)
    return all_standing[major]


@pytest.fixture(scope="module")
def all_standing() -> Iterator[dict[int, Cluster]]:
    """By their major version; stopped with the file."""
    made: dict[int, Cluster] = {}
    yield made
    for each in made.values():
        each.stop()
        shutil.rmtree(each.root)


@pytest.fixture
def program(root: Path) -> Iterator[Callable[[int], subprocess.Popen[str]]]:
    """Starts another program that uses the cluster under `root`, and ends it with the test."""
    running: list[subprocess.Popen[str]] = []

    def start(major: int) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(root), str(major)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()
    wait_until(lambda: Cluster(root).status().server is None)


def ready(process: subprocess.Popen[str]) -> None:
    """Wait for the program to say that its server answers."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"


def wait_until(condition: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def gone(pid: int | None) -> Callable[[], bool]:
    assert pid is not None
    return lambda: not is_alive(pid)
