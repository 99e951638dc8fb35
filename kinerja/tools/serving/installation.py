"""An installation in one command: which processes it has, how they are joined, and when it is ready."""

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja.tools.serving.heartbeat import Heartbeat
from kinerja.tools.serving.load import VARIABLE
from kinerja.tools.serving.lowering import Identity
from kinerja.tools.serving.supervisor import Child, Supervisor

WSGI = "kinerja.config.wsgi:application"
ASGI = "kinerja.config.asgi:application"
#: computing behind the reports leaves the processor to whoever is being answered
BEHIND = 5
#: seconds until the first page must come
PATIENCE = 60.0
_QUESTION = {"Host": "localhost", "Cookie": "sessionid=heartbeat; __Host-session=heartbeat"}


class CannotServe(Exception):
    """The installation cannot start; the text says why and what to do."""


@dataclass(frozen=True)
class Plan:
    """Where to listen, and how many processes and threads make pages."""

    host: str
    port: int
    workers: int
    threads: int


class Installation:
    """The processes of one `kinerja serve`."""

    def __init__(self, plan: Plan, *, say: Callable[[str], None], identity: Identity | None = None) -> None:
        self.plan = plan
        self.say = say
        #: as whom the processes run; None: as who starts them
        self.identity = identity

    @staticmethod
    def child(*arguments: str) -> int:
        """Run one `kinerja` command in a process of its own; its exit status."""
        return subprocess.run([sys.executable, "-m", "kinerja", *arguments]).returncode

    def run_step(self, *arguments: str) -> None:
        """Run a command that has to succeed before anything is served. Raises CannotServe."""
        if self.child(*arguments):
            raise CannotServe(f"Persiapan '{' '.join(arguments)}' gagal; penyebabnya tertulis di atas.")

    def run(
        self, ready: Callable[[str], None], watch: Callable[[], None] | None = None, heart: Path | None = None
    ) -> None:
        """Serve until asked to stop. `ready` hears the address once the first page comes; `heart` is a file (heartbeat.py)."""
        listener = self._listen()
        sockets = _socket_folder(self.identity)
        children = [replace(child, identity=self.identity) for child in self._children(listener, sockets)]
        try:
            supervisor = Supervisor(children, watch=_watching(watch, heart, listener), say=self.say)
            supervisor.start()
            if self._wait(supervisor, listener):
                ready(_address(listener))
            supervisor.run()
        finally:
            listener.close()
            shutil.rmtree(sockets, ignore_errors=True)

    def _listen(self) -> socket.socket:
        """The public port, held by the supervisor: it stays open while the front is being restarted."""
        plan = self.plan
        family = socket.AF_INET6 if ":" in plan.host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((plan.host, plan.port))
        except OSError as refused:
            raise CannotServe(
                f"Porta {plan.port} di {plan.host} tidak dapat dipakai: {os.strerror(refused.errno or 0)}. "
                "Pilih porta lain dengan --port."
            ) from None
        listener.listen(1024)
        return listener

    def _children(self, listener: socket.socket, sockets: Path) -> list[Child]:
        """In the order of stopping: nothing new comes in, pages end, streams end, then the work behind."""
        plan, python = self.plan, sys.executable
        pages, streams = sockets / "web.sock", sockets / "stream.sock"
        web, stream, load = str(pages), str(streams), str(sockets / "load.json")
        granian = [python, "-m", "granian", "--interface", "wsgi", "--uds", web, "--no-ws", "--http", "1"]
        granian += ["--workers", str(plan.workers), "--blocking-threads", str(plan.threads)]
        granian += ["--respawn-failed-workers", "--respawn-interval", "0.2", "--workers-kill-timeout", "10"]
        granian += ["--log-level", "warning", "kinerja.tools.serving.web:application"]
        uvicorn = [python, "-m", "uvicorn", "--uds", stream, "--no-access-log", "--log-level", "warning"]
        uvicorn += ["--no-server-header", "--timeout-graceful-shutdown", "2", "--lifespan", "on", ASGI]
        front = [python, "-m", "kinerja.tools.serving.front", "--fd", str(listener.fileno())]
        return [
            Child(
                "pintu",
                [*front, "--web", web, "--stream", stream, "--load", load],
                grace=12,
                hands=[listener.fileno()],
            ),
            Child("halaman", granian, {"KINERJA_WSGI": WSGI, VARIABLE: load}, grace=15, socket=pages),
            Child("siaran", uvicorn, grace=5, socket=streams),
            Child("pekerja", [python, "-m", "kinerja", "work"], grace=15, patience=BEHIND),
            Child("penyalur", [python, "-m", "kinerja", "dispatch"], grace=5),
        ]

    def _wait(self, supervisor: Supervisor, listener: socket.socket) -> bool:
        deadline = time.monotonic() + PATIENCE
        while supervisor.turn(0.1):
            if _serves(listener):
                return True
            if time.monotonic() > deadline:
                self.say("Halaman pertama belum dapat dibuka; penyebabnya tertulis di atas. Dicoba terus.")
                return False
        return False


def _watching(
    watch: Callable[[], None] | None, heart: Path | None, listener: socket.socket
) -> Callable[[], None]:
    """What the supervisor does about once a second beside its children."""
    if heart is None:
        return watch or (lambda: None)
    beating = Heartbeat(
        heart, lambda: _serves(listener), lambda *gap: ["manage", "record_downtime", *map(str, gap)]
    )

    def both() -> None:
        if watch:
            watch()
        beating.beat()

    return both


def _socket_folder(identity: Identity | None) -> Path:
    """A folder of this run for the sockets between the processes; those of killed runs are removed."""
    own = {os.geteuid(), identity.uid if identity else os.geteuid()}
    for left in Path(tempfile.gettempdir()).glob("kinerja-serve-*"):
        program = left.name.split("-")[2]
        if left.stat().st_uid in own and not Path(f"/proc/{program}").exists():
            shutil.rmtree(left, ignore_errors=True)
    made = Path(tempfile.mkdtemp(prefix=f"kinerja-serve-{os.getpid()}-"))
    if identity:
        os.chown(made, identity.uid, identity.gid)
    return made


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}"


def _serves(listener: socket.socket) -> bool:
    """Does a page come through the front? The cookie makes it ask the database for a session that is not there."""
    host, port = listener.getsockname()[:2]
    target = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    with contextlib.closing(http.client.HTTPConnection(target, port, timeout=2)) as connection:
        try:
            connection.request("GET", "/", headers=_QUESTION)
            return connection.getresponse().status < 500
        except (OSError, http.client.HTTPException):
            return False
