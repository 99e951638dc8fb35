"""The face of the launcher: one PostgreSQL cluster under a data root, made, started, stopped and asked."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from psycopg import pq

from kinerja.tools.postgres import binaries, configuration, inventory, places, processes
from kinerja.tools.postgres.errors import PostgresProblem
from kinerja.tools.postgres.guard import Order, holder
from kinerja.tools.postgres.osuser import ServerUser, current_name, owner_of, server_user

Progress = Callable[[str], None]

#: a recovery after a crash may take minutes; a person waiting sees how far it is
DEFAULT_WAIT = 900.0


@dataclass(frozen=True)
class Status:
    """What is known about the cluster. `state`: `absent`, `stopped`, `starting` or `running`."""

    state: str
    root: str
    version: str | None
    socket: str | None
    server: int | None
    guard: int | None
    #: the program whose child the server is; None when it was started to stay (`kinerja db start`)
    program: int | None


class Cluster:
    """PostgreSQL under `root`/postgres: socket only, peer authentication, checksums.

    `durable=False` turns fsync off and is for tests alone. `major` pins a version (tests); otherwise the data
    directory's own major decides, then the newest. All refusals are `PostgresProblem`.
    """

    def __init__(self, root: Path, *, durable: bool = True, major: int | None = None) -> None:
        self.root = root.expanduser().absolute()
        self.base = self.root / "postgres"
        self.data = self.base / "data"
        self.durable = durable
        self._major = major
        self._guard: subprocess.Popen[bytes] | None = None

    # making

    def ensure(self) -> None:
        """Make the cluster when it does not exist, and write its configuration. May run twice and at once."""
        user = self.user
        places.prepare_base(self.base, user)
        with self._alone():
            found = binaries.choose(self._data_major(), wished=self._major)
            chosen = binaries.readable(found, user, self.base)
            if not self._exists():
                self._initialise(chosen, user)
            self._configure(chosen, user)

    def _initialise(self, chosen: binaries.Binaries, user: ServerUser) -> None:
        """initdb beside, then rename: a killed first start leaves no half-made cluster."""
        fresh = self.base / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        places.give(fresh, user)
        done = subprocess.run(
            [chosen.program("initdb"), "-D", str(fresh), "-U", configuration.SUPERUSER, "--data-checksums"]
            + [
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--auth-local=peer",
                "--auth-host=reject",
                "--no-instructions",
            ]
            + ([] if self.durable else ["--no-sync"]),
            capture_output=True,
            text=True,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            **user.credentials(),
        )
        if done.returncode != 0:
            raise PostgresProblem(f"Basis data tidak dapat dibuat di {self.base}: {_last_words(done.stderr)}")
        fresh.rename(self.data)

    def _configure(self, chosen: binaries.Binaries, user: ServerUser) -> None:
        """The files lie beside the data, so that root never writes into a folder of the server's user."""
        places.give(self.base / "log", user)
        places.give(self.sockets, user)
        files = configuration.files(
            self.base,
            sockets=self.sockets,
            durable=self.durable,
            statistics=chosen.has_library("pg_stat_statements"),
            users=["root", user.name, current_name()],
        )
        for path, text in files.items():
            if not path.exists() or path.read_text() != text:
                path.write_text(text)
            path.chmod(0o644)

    # running

    def start(
        self, *, wait: float = DEFAULT_WAIT, detached: bool = False, progress: Progress | None = None
    ) -> None:
        """Start the server, or use the one that runs; return when it answers and roles and database exist.

        The server stops with this program, however that ends; with `detached` it stays until `stop`.
        `progress` hears a sentence every few seconds of a long recovery. Raises PostgresProblem after `wait`
        seconds or when the server refuses to start.
        """
        self.ensure()
        if detached and self._ping() == pq.Ping.OK:
            self._settle()
            return
        self._guard = self._post_guard(detached)
        self._wait_until_ready(wait, progress)
        self._settle()

    def _post_guard(self, detached: bool) -> subprocess.Popen[bytes]:
        user = self.user
        chosen = binaries.readable(binaries.choose(self._data_major()), user, self.base)
        order = Order(
            command=[
                chosen.program("postgres"),
                "-D",
                str(self.data),
                f"--config-file={self.base / 'postgresql.conf'}",
            ],
            data=str(self.data),
            sockets=str(self.sockets),
            lock=str(self._lock_file),
            log=str(self._launch_log),
            program=0 if detached else os.getpid(),
            uid=user.uid,
            gid=user.gid,
        )
        with self._launch_log.open("ab") as log:
            if log.tell() > 1_000_000:
                log.truncate(0)
            return subprocess.Popen(
                [sys.executable, "-m", "kinerja.tools.postgres.guard", order.to_text()],
                stdin=subprocess.DEVNULL if detached else subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=Path(__file__).parents[3],
                start_new_session=True,
            )

    def _wait_until_ready(self, wait: float, progress: Progress | None) -> None:
        guard = self._guard
        began = time.monotonic()
        told = began
        while (answer := self._ping()) != pq.Ping.OK:
            now = time.monotonic()
            if guard is not None and guard.poll() not in (None, 0):
                raise PostgresProblem(f"Basis data tidak mau mulai: {_last_words(self._launch_words())}")
            if now - began > wait:
                raise PostgresProblem(
                    f"Basis data belum siap setelah {wait:.0f} detik. Ia mungkin masih memulihkan diri; "
                    f"lihat catatan di {self.base / 'log'} lalu ulangi perintah ini."
                )
            if progress and now - told >= 5:
                told = now
                doing = (
                    "sedang memulihkan diri setelah berhenti mendadak"
                    if answer == pq.Ping.REJECT
                    else "sedang dimulai"
                )
                progress(f"Basis data {doing}; sudah {now - began:.0f} detik.")
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop the server; running transactions are rolled back. Nothing to do is no error.

        A server that is the child of another running program is refused: that program has to be stopped.
        """
        if self._guard is not None and self._guard.stdin is not None:
            self._guard.stdin.close()
            self._guard.wait()
            self._guard = None
            return
        self._guard = None
        keeper = holder(self._lock_file)
        if keeper.get("program"):
            raise PostgresProblem(
                f"Basis data ini milik program yang sedang berjalan (proses {keeper['program']}). "
                "Hentikan program itu; basis datanya ikut berhenti."
            )
        if keeper.get("guard"):
            os.kill(keeper["guard"], signal.SIGTERM)
            while processes.is_alive(keeper["guard"]):
                time.sleep(0.02)

    def look_after(self) -> None:
        """Called now and then by the program whose child the server is: post a new guard if ours was
        killed.
        """
        if self._guard is not None and self._guard.poll() is not None:
            self._guard = self._post_guard(detached=False)

    def status(self) -> Status:
        """What is known now; makes and changes nothing."""
        if not self._exists():
            return Status("absent", str(self.root), None, None, None, None, None)
        keeper, server = holder(self._lock_file), processes.live_postmaster(self.data)
        state = "stopped" if server is None else "running" if self._ping() == pq.Ping.OK else "starting"
        return Status(
            state=state,
            root=str(self.root),
            version=(self.data / "PG_VERSION").read_text().strip(),
            socket=str(self.sockets),
            server=server.pid if server else None,
            guard=keeper.get("guard"),
            program=keeper.get("program") or None,
        )

    # using

    def url(self, role: str, database: str = "kinerja") -> str:
        """A libpq address for `role` over the socket."""
        host = quote(str(self.sockets), safe="")
        return f"postgresql://{quote(role)}@/{quote(database)}?host={host}&port=5432"

    def create_database(self, name: str, template: str | None = None) -> None:
        """Make a database of the owner's role with the house's extensions, or a copy of `template`."""
        inventory.create_database(self._admin(), self._admin(name), name, template)

    def drop_database(self, name: str) -> None:
        """Drop the database, ending its connections; a missing one is no error."""
        inventory.drop_database(self._admin(), name)

    def databases(self) -> list[str]:
        """The names of all databases but PostgreSQL's own."""
        return inventory.databases(self._admin())

    @property
    def user(self) -> ServerUser:
        """As whom the server runs, or would run."""
        return owner_of(self.data) if self._exists() else server_user()

    @property
    def sockets(self) -> Path:
        """The directory of the socket."""
        return places.socket_directory(self.base, self.user)

    # inside

    @property
    def _lock_file(self) -> Path:
        return self.base / "guard.lock"

    @property
    def _launch_log(self) -> Path:
        return self.base / "launch.log"

    def _admin(self, database: str = "postgres") -> str:
        return self.url(configuration.SUPERUSER, database)

    def _settle(self) -> None:
        with self._alone():
            inventory.settle(self._admin())
            if "kinerja" not in self.databases():
                self.create_database("kinerja")

    def _ping(self) -> pq.Ping:
        return pq.Ping(pq.PGconn.ping(f"{self._admin()}&connect_timeout=2".encode()))

    def _exists(self) -> bool:
        return (self.data / "PG_VERSION").exists()

    def _data_major(self) -> int | None:
        return int((self.data / "PG_VERSION").read_text()) if self._exists() else None

    def _launch_words(self) -> str:
        logs = sorted((self.base / "log").glob("*.log"), key=lambda path: path.stat().st_mtime)
        newest = logs[-1].read_text(errors="replace") if logs else ""
        return "\n".join([newest, self._launch_log.read_text(errors="replace")])

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (self.base / "setup.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _last_words(text: str) -> str:
    """The last complaint of a server program, else its last line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    complaints = [
        line for line in lines if any(word in line for word in ("FATAL", "PANIC", "error:", "could not"))
    ]
    return (complaints or lines or ["tidak ada keterangan"])[-1]
