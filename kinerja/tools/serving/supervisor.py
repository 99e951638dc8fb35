"""The supervisor: starts the processes of an installation, restarts those that die, and stops all in order.

It does nothing else, so that nothing in it can fail. Each child leads a process group of its own: what a
dead child leaves behind is ended before it is started again, and the terminal's Ctrl-C reaches the
supervisor alone. When the supervisor itself is killed, the kernel asks its children to stop.
"""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kinerja.tools.serving.lifeline import end_with_parent
from kinerja.tools.serving.lowering import Identity

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 10.0
#: a child that lived so long starts again without waiting
HEALTHY = 60.0
_ASKS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@dataclass(frozen=True)
class Child:
    """One process to keep alive. `grace`: seconds it may take to stop; `hands`: file descriptors it
    inherits.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    grace: float = 10.0
    hands: Sequence[int] = ()
    #: its Unix socket: one that a killed child left behind would stop the next
    socket: Path | None = None
    #: as whom it runs; None: as who started the supervisor
    identity: Identity | None = None
    #: how far it steps back when the processor is wanted by others (`nice`)
    patience: int = 0


class _Kept:
    """A child and what is known about its life."""

    def __init__(self, child: Child) -> None:
        self.child = child
        self.process: subprocess.Popen[bytes] | None = None
        self.born = 0.0
        self.due = 0.0
        self.pause = 0.0

    def start(self) -> None:
        self.born = time.monotonic()
        if self.child.socket is not None:
            self.child.socket.unlink(missing_ok=True)
        identity = self.child.identity
        own = identity.environment() if identity else {}
        self.process = subprocess.Popen(
            list(self.child.command),
            stdin=subprocess.DEVNULL,
            env={**os.environ, **own, **self.child.environment},
            pass_fds=self.child.hands,
            start_new_session=True,
            # after the change of user, which makes the kernel forget it
            preexec_fn=self._begin,  # noqa: PLW1509 - the supervisor has one thread
            **(identity.change() if identity else {}),
        )

    def _begin(self) -> None:
        os.nice(self.child.patience)
        end_with_parent()

    def check(self, say: Callable[[str], None]) -> None:
        """Start a child that is due; notice one that died."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.due:
                self.start()
            return
        if self.process.poll() is None:
            return
        self.signal_group(signal.SIGKILL)
        self.pause = (
            0.0 if now - self.born > HEALTHY else min(max(self.pause * 2, FIRST_PAUSE), LONGEST_PAUSE)
        )
        say(f"Proses {self.child.name} berhenti (status {self.process.returncode}); dimulai lagi.")
        self.process, self.due = None, now + self.pause

    def signal_group(self, number: int) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def stop(self, hurried: Callable[[], bool]) -> None:
        if self.process is None:
            return
        self.process.terminate()
        deadline = time.monotonic() + self.child.grace
        while self.process.poll() is None and time.monotonic() < deadline and not hurried():
            time.sleep(0.02)
        self.signal_group(signal.SIGKILL)
        self.process.wait()
        self.process = None


class Supervisor:
    """Keeps `children` alive until asked to stop; they are started in the given order and stopped in the
    same.

    `watch` is called about once a second for what is not a child (the database). `say` takes a sentence for
    the log.
    """

    def __init__(
        self,
        children: Sequence[Child],
        *,
        watch: Callable[[], None] = lambda: None,
        say: Callable[[str], None] | None = None,
    ) -> None:
        self._kept = [_Kept(child) for child in children]
        self._watch = watch
        self._say = say or _to_stderr
        self._asked = 0
        self._bell, bell_in = os.pipe()
        for end in (self._bell, bell_in):
            os.set_blocking(end, False)
        self._bell_in = bell_in

    def start(self) -> None:
        """Take the signals and start every child."""
        signal.set_wakeup_fd(self._bell_in, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in _ASKS:
            signal.signal(number, self._ask)
        for kept in self._kept:
            kept.start()

    def run(self) -> None:
        """Keep the children alive until SIGTERM, SIGINT or SIGHUP; then stop them. A second signal hurries."""
        while not self._asked:
            self.turn()
        self._say("Menghentikan layanan …")
        for kept in self._kept:
            kept.stop(self.hurried)

    def turn(self, seconds: float = 1.0) -> bool:
        """One look at everything, after at most `seconds`; False once we are asked to stop."""
        heard, _, _ = select.select([self._bell], [], [], seconds)
        if heard:
            os.read(self._bell, 4096)
        if self._asked:
            return False
        for kept in self._kept:
            kept.check(self._say)
        self._watch()
        return True

    def hurried(self) -> bool:
        """Has somebody asked twice?"""
        return self._asked > 1

    def _ask(self, *_: object) -> None:
        self._asked += 1


def _to_stderr(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
