"""Servers and databases for the measurements: the same cluster, the same web server, the same two workers for all."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from kinerja.tools.postgres import places
from kinerja.tools.postgres.cluster import Cluster

ROOT = Path(__file__).resolve().parent.parent
_START = (
    "import sys; from kinerja.tools.serving.installation import Installation, Plan;"
    "Installation(Plan('127.0.0.1', *map(int, sys.argv[1:4])), say=print).run(lambda at: print(at, flush=True))"
)


def cluster() -> Cluster:
    """A durable cluster (fsync on): of the measurements, or of the demonstration that `BENCH_DATA` names."""
    chosen = os.environ.get("BENCH_DATA")
    return Cluster(Path(chosen) if chosen else places.scratch_root("bench"))


@contextmanager
def running() -> Iterator[Cluster]:
    """The measurements' cluster, started and stopped."""
    found = cluster()
    found.start()
    try:
        yield found
    finally:
        found.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def installation(
    environment: dict[str, str], workers: int = 2, threads: int = 4
) -> Iterator[tuple[int, int]]:
    """Front, pages, streams, worker and dispatcher as `kinerja serve` starts them; gives the port and the process."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-c", _START, str(port), str(workers), str(threads)], cwd=ROOT, env=os.environ | environment,
        start_new_session=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert server.stdout
        while not server.stdout.readline().startswith("http"):
            assert server.poll() is None, "the installation did not start"
        rest(environment["KINERJA_DATABASE"])
        yield port, server.pid
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=30)


def rest(database: str, most: float = 600.0) -> None:
    """Wait until the worker has nothing to do: right after a start it reckons the night it missed."""
    waiting = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing' OR (status = 'todo' AND scheduled_at IS NULL)"
    end = time.monotonic() + most
    with psycopg.connect(cluster().url("kinerja_dispatch", database), autocommit=True) as connection:
        idle = 0
        while idle < 5 and time.monotonic() < end:
            time.sleep(1)
            found = connection.execute(waiting).fetchone()
            idle = 0 if found and found[0] else idle + 1


@contextmanager
def granian(
    application: str, environment: dict[str, str], workers: int = 2, threads: int = 1
) -> Iterator[int]:
    """Serve a WSGI application; gives the port."""
    port = free_port()
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", str(workers), "--blocking-threads", str(threads), "--backlog", "1024", "--respawn-failed-workers",
        "--no-ws", "--log-level", "error", application,
    ]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, start_new_session=True)
    try:
        _wait(port)
        yield port
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=20)


def _wait(port: int) -> None:
    for _turn in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server did not answer within 20 seconds")
