"""Kill everything, in every order: nothing acknowledged is lost, nothing is left running."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from kinerja.tools.postgres.cluster import Cluster
from kinerja.tools.postgres.processes import clear_leftovers, is_alive, live_postmaster, orphans
from kinerja.tools.postgres.tests.conftest import gone, ready, wait_until

Start = Callable[[int], subprocess.Popen[str]]


def count(cluster: Cluster) -> int:
    with psycopg.connect(cluster.url("kinerja_owner")) as connection:
        row = connection.execute("SELECT count(*) FROM note").fetchone()
        assert row is not None
        return int(row[0])


def write(cluster: Cluster, rows: int = 1) -> None:
    with psycopg.connect(cluster.url("kinerja_owner")) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS note (id int)")
        connection.execute("INSERT INTO note SELECT generate_series(1, %s)", [rows])


def kill(pid: int | None) -> None:
    assert pid is not None
    os.kill(pid, signal.SIGKILL)


def answers_again(cluster: Cluster, old: int | None) -> None:
    wait_until(lambda: cluster.status().state == "running" and cluster.status().server != old)


def test_a_killed_server_comes_back_with_everything_acknowledged(cluster: Cluster) -> None:
    write(cluster, 1000)
    for _ in range(3):
        before = cluster.status().server
        kill(before)
        answers_again(cluster, before)
        assert count(cluster) == 1000


def test_writers_lose_nothing_when_the_server_is_killed_under_them(cluster: Cluster) -> None:
    write(cluster, 1)
    acknowledged: list[int] = []
    done = threading.Event()

    def work(writer: int) -> None:
        number = writer
        while not done.is_set():
            try:
                with psycopg.connect(cluster.url("kinerja_owner"), autocommit=True) as connection:
                    while not done.is_set():
                        number += 10
                        connection.execute("INSERT INTO note VALUES (%s)", [number])
                        acknowledged.append(number)
            except psycopg.OperationalError:
                time.sleep(0.02)

    threads = [threading.Thread(target=work, args=(writer,)) for writer in (2, 3, 4)]
    for thread in threads:
        thread.start()
    for _ in range(3):
        time.sleep(0.3)
        before = cluster.status().server
        kill(before)
        answers_again(cluster, before)
    done.set()
    for thread in threads:
        thread.join()
    with psycopg.connect(cluster.url("kinerja_owner")) as connection:
        kept = [number for (number,) in connection.execute("SELECT id FROM note")]
    assert len(acknowledged) > 100
    assert set(acknowledged) <= set(kept)
    assert len(kept) == len(set(kept))


def test_the_server_stops_when_its_program_is_killed(root: Path, major: int, program: Start) -> None:
    process = program(major)
    ready(process)
    found = Cluster(root).status()
    assert found.program == process.pid
    process.kill()
    wait_until(gone(found.server))
    wait_until(gone(found.guard))
    assert Cluster(root).status().state == "stopped"


def test_the_server_stops_when_its_program_ends_in_order(root: Path, major: int, program: Start) -> None:
    process = program(major)
    ready(process)
    found = Cluster(root).status()
    process.communicate("")
    wait_until(gone(found.server))
    assert not (Cluster(root).data / "postmaster.pid").exists()


def test_the_server_stops_when_its_guard_is_killed(root: Path, major: int, program: Start) -> None:
    ready(program(major))
    found = Cluster(root).status()
    kill(found.guard)
    wait_until(gone(found.server))


def test_all_killed_at_once_and_the_next_start_recovers(root: Path, major: int, program: Start) -> None:
    process = program(major)
    ready(process)
    cluster = Cluster(root)
    write(cluster, 500)
    found = cluster.status()
    for pid in (found.guard, process.pid, found.server):
        kill(pid)
    ready(program(major))
    assert count(cluster) == 500


def test_a_second_program_uses_the_first_ones_server_and_takes_over(
    root: Path, major: int, program: Start
) -> None:
    first = program(major)
    ready(first)
    found = Cluster(root).status()
    second = program(major)
    ready(second)
    assert Cluster(root).status().server == found.server
    first.kill()
    answers_again(Cluster(root), found.server)
    assert Cluster(root).status().program == second.pid


def test_two_programs_at_once_on_an_empty_root_share_one_server(
    root: Path, major: int, program: Start
) -> None:
    both = [program(major), program(major)]
    for process in both:
        ready(process)
    assert Cluster(root).status().program in [process.pid for process in both]


def test_lock_files_naming_a_zombie_or_a_stranger_do_not_stop_a_start(root: Path, major: int) -> None:
    cluster = Cluster(root, major=major)
    cluster.ensure()
    zombie = subprocess.Popen([sys.executable, "-c", ""])
    wait_until(gone(zombie.pid))
    for pid in (zombie.pid, os.getppid()):
        (cluster.data / "postmaster.pid").write_text(f"{pid}\n{cluster.data}\n1\n5432\n\n\n1 999999\nready\n")
        assert live_postmaster(cluster.data) is None
        (cluster.sockets / ".s.PGSQL.5432.lock").write_text(f"{pid}\n{cluster.data}\n1\n5432\n\n\n")
        cluster.start(wait=30)
        cluster.stop()
    zombie.wait()


def test_backends_without_a_leader_are_ended_before_the_next_start(cluster: Cluster) -> None:
    """A backend in a long computation does not notice that its server was killed."""
    connection = psycopg.connect(cluster.url("kinerja_owner"), autocommit=True)
    busy = connection.info.backend_pid
    computation = "DO $$ BEGIN LOOP PERFORM sqrt(random()); END LOOP; END $$"
    thread = threading.Thread(target=lambda: _ignore_end(connection, computation))
    thread.start()
    time.sleep(0.2)
    before = cluster.status().server
    kill(before)
    answers_again(cluster, before)
    assert not is_alive(busy)
    thread.join()


def _ignore_end(connection: psycopg.Connection, statement: str) -> None:
    try:
        connection.execute(statement)
    except psycopg.OperationalError:
        return


def test_clearing_leaves_a_live_server_alone(standing: Cluster) -> None:
    before = standing.status().server
    clear_leftovers(standing.data, standing.sockets)
    assert (standing.data / "postmaster.pid").exists()
    assert orphans(standing.data) == []
    assert standing.status().server == before


def test_a_server_that_answers_late_is_waited_for_with_news(root: Path, major: int, program: Start) -> None:
    process = program(major)
    ready(process)
    found = Cluster(root).status()
    assert found.server is not None
    os.kill(found.server, signal.SIGSTOP)
    heard: list[str] = []
    release = threading.Timer(6, os.kill, (found.server, signal.SIGCONT))
    release.start()
    late = Cluster(root, major=major)
    late.start(wait=60, progress=heard.append)
    release.join()
    late.stop()
    assert any("detik" in sentence for sentence in heard)
