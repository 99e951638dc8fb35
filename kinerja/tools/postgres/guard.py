"""The guard: a small process between a program and the server, so that neither outlives its purpose.

- The program ends, even by `kill -9`: the pipe between them closes, and the guard stops the server.
- The server dies, even by `kill -9`: the guard cleans up and starts it again.
- The guard itself is killed: the kernel asks the server to stop (parent-death signal).
- Two programs on one data root: one guard holds the lock, the other waits and takes over when the first ends.

Started by `Cluster.start`, never by hand. Standard library only: it has to stay small and must not fail.
Exit status: 0 stopped as asked, 1 the server could not be started (its log says why).
"""

import ctypes
import fcntl
import json
import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from kinerja.tools.postgres.osuser import Credentials
from kinerja.tools.postgres.processes import clear_leftovers, live_postmaster

PR_SET_PDEATHSIG = 1
FIRST_TRIES = 3
LONGEST_PAUSE = 30.0
#: seconds a fast stop may take (it writes a checkpoint), then an immediate one
FAST, IMMEDIATE = 60.0, 10.0

_libc = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class Order:
    """What a guard is told: which server, on which data, as whom, and for which program (0: for nobody)."""

    command: list[str]
    data: str
    sockets: str
    lock: str
    log: str
    program: int
    uid: int
    gid: int

    def to_text(self) -> str:
        return json.dumps(asdict(self))


def holder(lock: Path) -> dict[str, int]:
    """Who guards now: `guard` and `program` as process ids; empty when nobody does."""
    try:
        with lock.open() as file:
            if _try_lock(file, fcntl.LOCK_SH):
                return {}
            told = json.loads(file.read() or "{}")
    except (OSError, ValueError):
        return {}
    return {name: int(number) for name, number in told.items()}


def _try_lock(file: IO[str], kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _stop_when_parent_dies() -> None:
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)


class Guard:
    """One run of the watch."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.data = Path(order.data)
        self.stopping = False
        self._lifeline = sys.stdin.fileno() if order.program else None
        self._bell, bell_in = os.pipe()
        for end in (self._bell, bell_in):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(bell_in, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)

    def run(self) -> int:
        with open(self.order.lock, "a+") as lock:
            while not _try_lock(lock, fcntl.LOCK_EX):
                self._sleep(0.1)
                if self.stopping:
                    return 0
            lock.truncate(0)
            lock.write(json.dumps({"guard": os.getpid(), "program": self.order.program}))
            lock.flush()
            result = self._watch()
            lock.truncate(0)
            return result

    def _watch(self) -> int:
        pause, tries = 0.0, 0
        while not self.stopping:
            self._sleep(pause)
            self._end_stranger()
            if self.stopping:
                break
            began = time.monotonic()
            if self._run_server():
                tries, pause = (
                    FIRST_TRIES,
                    0.1 if time.monotonic() - began > 60 else min(pause * 2 + 0.1, LONGEST_PAUSE),
                )
            elif self.stopping:
                break
            elif tries >= FIRST_TRIES - 1:
                if tries < FIRST_TRIES:
                    return 1
                pause = min(pause * 2 + 0.1, LONGEST_PAUSE)
            else:
                tries, pause = tries + 1, 0.5
        return 0

    def _run_server(self) -> bool:
        """Run the server until it ends or we shall stop; was it ever ready?"""
        clear_leftovers(self.data, Path(self.order.sockets))
        with open(self.order.log, "ab") as log:
            server = subprocess.Popen(
                self.order.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env={"PATH": "/usr/bin:/bin", "LC_MESSAGES": "C"},
                umask=0o077,
                preexec_fn=_stop_when_parent_dies,  # noqa: PLW1509 - this process has one thread
                **self._credentials(),
            )
        ready = False
        while server.poll() is None:
            if self.stopping:
                self._stop(server)
                return ready
            ready = ready or self._is_ready(server.pid)
            self._sleep(None if ready else 0.05)
        sys.stderr.write(f"Server basis data berakhir sendiri (status {server.returncode}).\n")
        sys.stderr.flush()
        return ready

    def _is_ready(self, pid: int) -> bool:
        told = live_postmaster(self.data)
        return told is not None and told.pid == pid and told.state == "ready"

    def _credentials(self) -> Credentials:
        if os.geteuid() == self.order.uid:
            return {}
        return {"user": self.order.uid, "group": self.order.gid, "extra_groups": []}

    def _stop(self, server: subprocess.Popen[bytes]) -> None:
        for number, patience in ((signal.SIGINT, FAST), (signal.SIGQUIT, IMMEDIATE), (signal.SIGKILL, None)):
            server.send_signal(number)
            try:
                server.wait(patience)
            except subprocess.TimeoutExpired:
                continue
            return

    def _end_stranger(self) -> None:
        """A server whose guard was killed is on its way down: ask again, and wait for it."""
        asked = False
        while (stranger := live_postmaster(self.data)) is not None and not self.stopping:
            if not asked:
                os.kill(stranger.pid, signal.SIGINT)
                asked = True
            self._sleep(0.05)

    def _asked_to_stop(self, *_: object) -> None:
        self.stopping = True

    def _sleep(self, seconds: float | None) -> None:
        """Wait, but wake for a signal and for the end of the program that wanted the server."""
        if self.stopping or seconds == 0:
            return
        watched = [self._bell] if self._lifeline is None else [self._bell, self._lifeline]
        heard, _, _ = select.select(watched, [], [], seconds)
        if self._bell in heard:
            os.read(self._bell, 4096)
        if self._lifeline in heard and not os.read(self._lifeline, 4096):
            self.stopping = True


if __name__ == "__main__":
    raise SystemExit(Guard(Order(**json.loads(sys.argv[1]))).run())
