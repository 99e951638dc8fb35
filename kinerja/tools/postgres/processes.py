"""What is really running on a data directory, whatever its `postmaster.pid` claims.

Three traps: a killed postmaster whose parent does not reap it stays as a zombie, and both `kill(pid, 0)` and
PostgreSQL itself take it for alive; in a container its number soon belongs to another program; and its
backends may live on for a while. A pid file may be removed only when no process holds the old shared memory.
"""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PidFile:
    """What a postmaster wrote about itself."""

    pid: int
    shared_memory: int | None
    state: str


def read_pid_file(data: Path) -> PidFile | None:
    """The pid file of `data`; None when there is none or a server is just writing it."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except OSError:
        return None
    if not lines or not lines[0].strip().isdigit():
        return None
    memory = lines[6].split() if len(lines) > 6 else []
    state = lines[7].strip() if len(lines) > 7 else "starting"
    return PidFile(int(lines[0]), int(memory[1]) if len(memory) == 2 else None, state)


def process_state(pid: int) -> str | None:
    """The kernel's letter for the process (`R`, `S`, `Z` …); None when it does not exist."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    return told.rpartition(")")[2].split()[0]


def is_alive(pid: int) -> bool:
    """Does the process run? A zombie does not."""
    return process_state(pid) not in {None, "Z", "X"}


def live_postmaster(data: Path) -> PidFile | None:
    """The server that runs on `data`; None when the file is a leftover of a dead one."""
    told = read_pid_file(data)
    if told is None or not is_alive(told.pid) or not _is_postgres(told.pid, data):
        return None
    return told


def orphans(data: Path) -> list[int]:
    """Server processes that work in `data` while no postmaster leads them."""
    leader = live_postmaster(data)
    if leader is not None:
        return []
    numbers = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return [pid for pid in numbers if is_alive(pid) and _works_in(pid, data) and _command(pid) == "postgres"]


def clear_leftovers(data: Path, sockets: Path, *, patience: float = 2.0) -> None:
    """After a crash: let orphaned backends end (then end them), and remove lock files that belong to nobody.

    The committed work is safe: it is in the write-ahead log, and the next start recovers it.
    """
    if live_postmaster(data) is not None:
        return
    deadline = time.monotonic() + patience
    while (left := orphans(data)) and time.monotonic() < deadline:
        time.sleep(0.05)
    for pid in left:
        _kill(pid)
    while orphans(data) and time.monotonic() < deadline + patience:
        time.sleep(0.05)
    told = read_pid_file(data)
    if told is None or not _attached(told.shared_memory):
        (data / "postmaster.pid").unlink(missing_ok=True)
        for lock in sockets.glob(".s.PGSQL.*.lock"):
            lock.unlink(missing_ok=True)


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _is_postgres(pid: int, data: Path) -> bool:
    """A live process of that number, but is it the server of `data`? Numbers are used again."""
    if _command(pid) != "postgres":
        return False
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == data.resolve()
    except PermissionError:
        return True
    except OSError:
        return False


def _works_in(pid: int, data: Path) -> bool:
    try:
        return Path(f"/proc/{pid}/cwd").readlink() == data.resolve()
    except OSError:
        return False


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def _attached(shared_memory: int | None) -> bool:
    """Does any process hold the shared memory segment with this number?"""
    if shared_memory is None:
        return False
    try:
        table = Path("/proc/sysvipc/shm").read_text().splitlines()
    except OSError:
        return False
    rows = [line.split() for line in table[1:]]
    return any(int(row[1]) == shared_memory and int(row[6]) > 0 for row in rows)
