"""A fork in which one mutant lives and dies: applied, limited in time and memory, and silent."""

from __future__ import annotations

import functools
import gc
import hashlib
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from types import CodeType
from typing import Any

from bench.mutants.store import KILLED, SURVIVED, TIMEOUT, Mutant

MEMORY = 4 * 1024**3
#: seconds of processor: a test has this many and ten times what it takes without a mutant
PATIENCE = 2.0
#: measure time, or ask a program of its own that no mutant is in
OUT = ("test_chain.py", "test_the_command_is_quick", "test_memory_does_not_grow")
#: a mutant of the frame is shown to about so many parameters of one test
PARAMETERS = 40
_DIED, _LIVED = 9, 0
_told: int = -1


def is_out(nodeid: str) -> bool:
    return any(each in nodeid for each in OUT)


def run(life: Callable[[], None]) -> tuple[str, float, str]:
    """Fork, let the mutant live, and say what became of it, after how much processor time, and by which test."""
    hear, tell = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(hear)
        _live(life, tell)
    os.close(tell)
    with os.fdopen(hear, "rb") as heard:
        by = heard.read().decode("utf-8", "replace")
    _pid, status, usage = os.wait4(pid, 0)
    cpu = usage.ru_utime + usage.ru_stime
    if os.WIFSIGNALED(status):
        late = os.WTERMSIG(status) in (signal.SIGPROF, signal.SIGALRM, signal.SIGXCPU)
        return (TIMEOUT if late else KILLED), cpu, by
    return (SURVIVED if os.WEXITSTATUS(status) == _LIVED else KILLED), cpu, by


def _live(life: Callable[[], None], tell: int) -> None:
    global _told
    _told = tell
    code = _DIED
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(3_600)
        life()
        code = _LIVED
    except BaseException as error:  # whatever it is: the mutant does not work
        os.write(tell, f"{type(error).__name__}: {error}"[:200].encode())
    finally:
        os._exit(code)


def die(by: str) -> None:
    """The mutant is found out: nothing more has to run."""
    os.write(_told, by.encode()[:300])
    os._exit(_DIED)


def limit(usual: float) -> None:
    """From here on so much processor time; past it the system ends the process."""
    signal.setitimer(signal.ITIMER_PROF, PATIENCE + 10 * usual)


def mutated(root: Path, mutant: Mutant) -> CodeType:
    """The module with the mutant in it, compiled; raises SyntaxError when it is no Python."""
    path = root / mutant["path"]
    source = path.read_text("utf-8")
    changed = source[: mutant["start"]] + mutant["text"] + source[mutant["end"] :]
    return compile(changed, str(path), "exec", dont_inherit=True)


def find_code(module: CodeType, name: str, line: int) -> CodeType | None:
    """The code of the function of this qualified name that begins on this line."""
    for each in module.co_consts:
        if isinstance(each, CodeType):
            if each.co_qualname == name and each.co_firstlineno == line:
                return each
            if name.startswith(f"{each.co_qualname}.") and (found := find_code(each, name, line)) is not None:
                return found
    return None


def state_of(*folders: Path) -> str:
    """A hash of the Python, the cases and the texts in these folders."""
    found = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".toml", ".txt"):
                found.update(path.read_bytes())
    return found.hexdigest()[:12]


def _remembering() -> list[Any]:
    kind = type(functools.lru_cache(len))
    return [
        each for each in gc.get_objects() if isinstance(each, kind) and "kinerja.rules" in each.__module__
    ]


class Caches:
    """The remembered answers of the rules: found once, forgotten in a fork whose mutant stands behind one."""

    def __init__(self) -> None:
        self.all = _remembering()

    def codes(self) -> Iterable[CodeType]:
        return [each.__wrapped__.__code__ for each in self.all]

    def forget(self) -> None:
        for each in self.all:
            each.cache_clear()


def quiet_profile() -> None:
    """As many examples as the ordinary tests try, the same each time; a failure is not made smaller."""
    from hypothesis import HealthCheck, Phase, settings

    settings.register_profile(
        "mutants",
        max_examples=20,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    os.environ["HYPOTHESIS_PROFILE"] = "mutants"


def pytest_arguments(root: Path, *paths: str) -> list[str]:
    rules = root / "kinerja" / "rules"
    plugins = [f"-pno:{name}" for name in ("django", "xdist", "cacheprovider", "faulthandler", "logging")]
    return [
        "-q",
        "-s",
        "--assert=plain",
        "--tb=no",
        f"--rootdir={root}",
        f"--confcutdir={rules}",
        *plugins,
        *paths,
    ]


def run_apart(work: Callable[[], None]) -> None:
    """Do a longer piece of work in a fork, whose modules this process never loads; its failure is ours."""
    pid = os.fork()
    if not pid:
        code = 1
        try:
            work()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    _pid, status = os.waitpid(pid, 0)
    if status:
        raise SystemExit(f"the process that tries mutants ended with {status}")
