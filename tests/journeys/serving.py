"""A whole installation in processes of its own: started, asked, killed in parts, and looked at afterwards."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kinerja.tools.postgres import places

REPOSITORY = Path(__file__).resolve().parents[2]


def own_root(purpose: str) -> Path:
    """A data root of this test process alone: workers that run beside it must not share a database's files."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    return places.scratch_root(f"{purpose}-{worker}") / "root"


def command(*arguments: str, root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `kinerja …` to its end on the data root `root`."""
    return subprocess.run(
        [sys.executable, "-m", "kinerja", *arguments],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        env=clean_environment(root, **environment),
    )


def clean_environment(root: Path, **more: str) -> dict[str, str]:
    """The environment of a fresh terminal: nothing that the test run set."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("KINERJA_", "DATABASE_"))
    }
    return kept | {"KINERJA_DATA_DIR": str(root)} | more


class Served:
    """A running `kinerja serve`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = root.parent / f"{root.name}.log"
        self.port = 0
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kinerja", "serve", "--port", "0"],
                cwd=REPOSITORY,
                env=clean_environment(root),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        wait_until(self._ready, 90, what=self.log.read_text)

    def _ready(self) -> bool:
        assert self.process.poll() is None, self.log.read_text()
        words = self.log.read_text().partition("Kinerja siap di http://127.0.0.1:")[2]
        self.port = int(words.split()[0]) if words.split() else 0
        return self.port > 0

    def get(self, target: str, host: str = "127.0.0.1") -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", target, headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read()

    def everybody(self) -> dict[int, str]:
        """All processes below, with their command lines."""
        return _descendants(self.process.pid)

    def below(self, word: str) -> dict[int, str]:
        """All processes below the one whose command line holds `word`."""
        return _descendants(self.one(word))

    def one(self, word: str, *, below: str = "") -> int:
        """The process whose command line holds `word`; with `below`, a child of the one that holds that."""
        everybody = self.below(below) if below else self.everybody()
        return next(pid for pid, words in everybody.items() if word in words)

    def kill(self, word: str, *, below: str = "") -> int:
        pid = self.one(word, below=below)
        os.kill(pid, signal.SIGKILL)
        return pid

    def stop(self, number: int = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(60)


@contextmanager
def served(root: Path) -> Iterator[Served]:
    """A running installation, ended whatever happens inside."""
    made = Served(root)
    try:
        yield made
    finally:
        left = made.everybody()
        made.stop()
        for pid in left:
            if alive(pid):
                os.kill(pid, signal.SIGKILL)


def _descendants(pid: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and _parent(entry) == pid and alive(int(entry.name)):
            words = (entry / "cmdline").read_text().replace("\0", " ")
            found |= {int(entry.name): words} | _descendants(int(entry.name))
    return found


def _parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def alive(pid: int) -> bool:
    """Does the process run? A zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def wait_until(
    condition: Callable[[], object], seconds: float = 30, what: Callable[[], str] = lambda: ""
) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"it did not happen in {seconds} s: {what()}"
        time.sleep(0.05)


def read_json(done: subprocess.CompletedProcess[str]) -> dict[str, object]:
    """What a command told a program."""
    assert done.stdout, done.stderr
    told: dict[str, object] = json.loads(done.stdout)
    return told
