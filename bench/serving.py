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

from kinerja.tools.postgres import places
from kinerja.tools.postgres.cluster import Cluster

ROOT = Path(__file__).resolve().parent.parent


def cluster() -> Cluster:
    """A durable cluster (fsync on) of the measurements."""
    return Cluster(places.scratch_root("bench"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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
