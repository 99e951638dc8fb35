"""A database of its own with an outbox, real connections, and a real event-stream process."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from kinerja.tools.live.topics import key_from
from kinerja.tools.postgres.cluster import Cluster

KEY = key_from("a secret of the tests")
INSTANSI = UUID("01900000-0000-7000-8000-000000000001")
TABLE = """
CREATE TABLE ledger_outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, instansi_id uuid NOT NULL, topics text[] NOT NULL,
  verb text NOT NULL, subject_type text NOT NULL, subject_id uuid NOT NULL, at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, DELETE ON ledger_outbox TO kinerja_dispatch;
"""


@dataclass
class Outbox:
    """The scratch database: addresses by role, and an act written into its outbox."""

    cluster: Cluster
    name: str

    def url(self, role: str) -> str:
        return self.cluster.url(role, self.name)

    def act(
        self, *topics: str, verb: str = "report.submitted", subject: UUID = INSTANSI, times: int = 1
    ) -> None:
        with psycopg.connect(self.url("kinerja_owner")) as connection:
            connection.execute(
                "INSERT INTO ledger_outbox (instansi_id, topics, verb, subject_type, subject_id)"
                " SELECT %s, %s, %s, 'reporting.report', %s FROM generate_series(1, %s)",
                [INSTANSI, list(topics), verb, subject, times],
            )

    def left(self) -> int:
        with psycopg.connect(self.url("kinerja_owner")) as connection:
            row = connection.execute("SELECT count(*) FROM ledger_outbox").fetchone()
            assert row is not None
            return int(row[0])

    def end_connections(self, role: str) -> None:
        """As a restart of the server does to whoever is connected."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = %s",
                [self.name, role],
            )


@pytest.fixture(scope="session")
def scratch() -> Iterator[Outbox]:
    cluster = Cluster(Path(os.environ["KINERJA_DATA_DIR"]), durable=False)
    name = f"live_{os.getpid()}"
    cluster.drop_database(name)
    cluster.create_database(name)
    made = Outbox(cluster, name)
    with psycopg.connect(made.url("kinerja_owner")) as connection:
        connection.execute(TABLE)
    yield made
    cluster.drop_database(name)


@pytest.fixture
def outbox(scratch: Outbox) -> Outbox:
    with psycopg.connect(scratch.url("kinerja_owner")) as connection:
        connection.execute("TRUNCATE ledger_outbox")
    return scratch


PROCESS = """
import os
from kinerja.tools.live.stream import EventStream
from kinerja.tools.live.topics import key_from
application = EventStream(key_from("a secret of the tests"), os.environ["DATABASE"], heartbeat=0.2)
"""


@pytest.fixture
def stream(outbox: Outbox, tmp_path: Path) -> Iterator[str]:
    """A stream process; its Unix socket."""
    (tmp_path / "probe_stream.py").write_text(PROCESS)
    socket = str(tmp_path / "s")
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "uvicorn",
            "--uds",
            socket,
            "--log-level",
            "warning",
            "--app-dir",
            str(tmp_path),
        ]
        + ["--timeout-graceful-shutdown", "2", "probe_stream:application"],
        env={**os.environ, "DATABASE": outbox.url("kinerja_app"), "PYTHONPATH": os.getcwd()},
    )
    wait_until(lambda: os.path.exists(socket))
    yield socket
    process.terminate()
    process.wait(10)


def wait_until(condition: Callable[[], bool], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)
