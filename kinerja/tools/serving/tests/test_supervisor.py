"""Real processes, killed in every way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja.tools.serving.tests.conftest import alive, children, wait_until

REPOSITORY = Path(__file__).parents[4]

#: a supervisor of two children: one writes its birth, one has a child of its own and does not like to stop
PROGRAM = """
import sys
from pathlib import Path
from kinerja.tools.serving.supervisor import Child, Supervisor
folder = Path(sys.argv[1])
one = "import os, time, sys; open(sys.argv[1] + '/births', 'a').write(f'{os.getpid()}\\\\n'); time.sleep(600)"
two = ("import subprocess, sys, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
       "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
       "open(sys.argv[1] + '/inner', 'a').write(f'{p.pid}\\\\n'); time.sleep(600)")
supervisor = Supervisor([
    Child("one", [sys.executable, "-c", one, str(folder)], socket=folder / "left.sock", patience=3),
    Child("two", [sys.executable, "-c", two, str(folder)], grace=float(sys.argv[2])),
])
supervisor.start()
supervisor.run()
"""


class Supervised:
    """The program, and what its children wrote."""

    def __init__(self, folder: Path, grace: float) -> None:
        self.folder = folder
        (folder / "left.sock").touch()
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(folder), str(grace)],
            cwd=REPOSITORY,
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda: self.births() != [] and self.inner() != [])
        self.everybody = [*children(self.process.pid), *self.inner()]

    def births(self) -> list[int]:
        return self._numbers("births")

    def inner(self) -> list[int]:
        return self._numbers("inner")

    def _numbers(self, name: str) -> list[int]:
        file = self.folder / name
        return [int(line) for line in file.read_text().split()] if file.exists() else []

    def nobody_left(self) -> bool:
        return not any(alive(pid) for pid in [*self.everybody, *self.births(), *self.inner()])


@pytest.fixture
def supervised(tmp_path: Path) -> Iterator[Supervised]:
    made = Supervised(tmp_path, grace=0.3)
    yield made
    made.process.kill()
    made.process.wait()
    for pid in [*made.everybody, *made.births(), *made.inner()]:
        if alive(pid):
            os.kill(pid, signal.SIGKILL)


def test_a_child_that_dies_is_started_again(supervised: Supervised) -> None:
    for count in (1, 2):
        os.kill(supervised.births()[-1], signal.SIGKILL)
        wait_until(lambda count=count: len(supervised.births()) == count + 1)


def test_a_socket_left_behind_is_removed_before_the_start(supervised: Supervised) -> None:
    assert not (supervised.folder / "left.sock").exists()


def test_a_patient_child_steps_back_for_the_others(supervised: Supervised) -> None:
    def step(pid: int) -> int:
        return os.getpriority(os.PRIO_PROCESS, pid)

    assert step(supervised.births()[-1]) == min(step(supervised.process.pid) + 3, 19)


def test_what_a_dead_child_leaves_is_ended_first(supervised: Supervised) -> None:
    inner = supervised.inner()[0]
    parent = next(pid for pid in children(supervised.process.pid) if pid not in supervised.births())
    os.kill(parent, signal.SIGKILL)
    wait_until(lambda: len(supervised.inner()) == 2)
    assert not alive(inner)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_asked_to_stop_it_stops_everybody_even_the_unwilling(supervised: Supervised, number: int) -> None:
    supervised.process.send_signal(number)
    assert supervised.process.wait(20) == 0
    assert supervised.nobody_left()


def test_asked_twice_it_hurries(tmp_path: Path) -> None:
    slow = Supervised(tmp_path, grace=60)
    slow.process.send_signal(signal.SIGINT)
    wait_until(lambda: not alive(slow.births()[-1]))
    slow.process.send_signal(signal.SIGINT)
    assert slow.process.wait(10) == 0
    wait_until(slow.nobody_left)  # what was killed a moment ago may still be on its way out


def test_when_it_is_killed_its_children_are_asked_to_stop(supervised: Supervised) -> None:
    supervised.process.kill()
    wait_until(lambda: not alive(supervised.births()[-1]))
