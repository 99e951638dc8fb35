"""Kill anything at any moment: what was acknowledged stays, the service comes back, nothing is left running."""

import os
import random
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from kinerja.tools.postgres.cluster import Cluster
from tests.journeys.serving import REPOSITORY, Served, alive, own_root, served, wait_until

WRITERS = 3


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    place = own_root("killing")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    yield place
    shutil.rmtree(place.parent)


@pytest.fixture(scope="module")
def house() -> Iterator[Served]:
    """One installation that outlives the killing of its parts: each test leaves it answering."""
    place = own_root("wounded")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    with served(place) as running:
        yield running
    shutil.rmtree(place.parent)


class Writers:
    """Clients that write rows with ids of their own, repeat what was not acknowledged, and remember what was."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.acknowledged: set[str] = set()
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._write) for _ in range(WRITERS)]
        for thread in self._threads:
            thread.start()

    def _write(self) -> None:
        number = str(uuid4())
        while not self._stop.is_set():
            try:
                with psycopg.connect(self.url, autocommit=True) as connection:
                    while not self._stop.is_set():
                        connection.execute("INSERT INTO kept VALUES (%s) ON CONFLICT DO NOTHING", [number])
                        self.acknowledged.add(number)
                        number = str(uuid4())
            except psycopg.OperationalError:
                time.sleep(0.05)

    def end(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()


def answers(house: Served) -> bool:
    try:
        return house.get("/healthz")[0] == 200 and house.get("/")[0] < 500
    except OSError:
        return False


def test_acknowledged_writes_survive_kills_of_everything(root: Path) -> None:
    with served(root) as house:
        owner = Cluster(root).url("kinerja_owner")
        with psycopg.connect(owner) as connection:
            connection.execute("CREATE TABLE kept (id uuid PRIMARY KEY)")
        writers = Writers(owner)
        victims = [("granian", "granian"), ("bin/postgres -D", "postgres.guard"), ("serving.front", "")] * 2
        random.Random(7).shuffle(victims)
        for word, below in victims:
            time.sleep(random.random() / 2)
            house.kill(word, below=below)
            wait_until(lambda: answers(house))
        wait_until(lambda: Cluster(root).status().state == "running")
        writers.end()
        with psycopg.connect(owner) as connection:
            kept = [str(number) for (number,) in connection.execute("SELECT id FROM kept")]
    assert len(writers.acknowledged) > 50
    assert writers.acknowledged <= set(kept)


@pytest.mark.parametrize("word", ["granian", "uvicorn", "serving.front", "kinerja work", "kinerja dispatch"])
def test_each_process_comes_back(house: Served, word: str) -> None:
    killed = house.kill(word)
    wait_until(lambda: any(word in words and pid != killed for pid, words in house.everybody().items()))
    wait_until(lambda: answers(house))


def test_a_killed_page_process_is_not_noticed_by_who_comes_next(house: Served) -> None:
    house.kill("granian", below="granian")
    assert [house.get("/")[0] < 500 for _ in range(5)] == [True] * 5


def test_nothing_is_left_when_the_supervisor_is_killed(root: Path) -> None:
    with served(root) as house:
        everybody = house.everybody()
        house.process.kill()
        wait_until(lambda: not any(alive(pid) for pid in everybody))
    assert Cluster(root).status().state == "stopped"


def test_nothing_is_left_after_an_orderly_stop_and_the_data_are_clean(root: Path) -> None:
    with served(root) as house:
        everybody = house.everybody()
        assert house.stop() == 0
        assert not [pid for pid in everybody if alive(pid)]
    assert not (Cluster(root).data / "postmaster.pid").exists()


def test_only_the_public_port_is_open_and_only_here(root: Path) -> None:
    with served(root) as house:
        sockets = {os.readlink(link) for pid in house.everybody() for link in _links(pid)}
        listening = [row.split() for name in ("tcp", "tcp6") for row in _table(name)]
        ours = [row[1] for row in listening if row[3] == "0A" and f"socket:[{row[9]}]" in sockets]
        assert ours == [f"0100007F:{house.port:04X}"]


def test_no_process_that_answers_is_root_where_another_may_read_the_installation(root: Path) -> None:
    with served(root) as house:
        guard = {house.one("postgres.guard"), *house.below("postgres.guard")}
        owners = {Path(f"/proc/{pid}").stat().st_uid for pid in house.everybody() if pid not in guard}
        said = "Layanan berjalan sebagai root" in house.log.read_text()
    user = Cluster(root).user
    assert said is (os.geteuid() == 0 and not readable(user.uid, Path(sys.executable), REPOSITORY))
    assert owners == {os.geteuid() if said else user.uid}


def readable(uid: int, *paths: Path) -> bool:
    """May a user of no group of ours pass every folder that leads there, followed to the end?"""
    ways = [folder for path in paths for each in (path, path.resolve()) for folder in each.parents]
    return all(folder.stat().st_mode & 0o001 or folder.stat().st_uid == uid for folder in ways)


def _links(pid: int) -> list[Path]:
    return [link for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()]


def _table(name: str) -> list[str]:
    return Path(f"/proc/net/{name}").read_text().splitlines()[1:]
