"""Where things lie: data roots by purpose, and a directory for the socket whose path is short enough."""

import hashlib
import os
import stat
import tempfile
from pathlib import Path

from kinerja.tools.postgres.errors import PostgresProblem
from kinerja.tools.postgres.osuser import ServerUser

#: `sun_path` of a Unix socket holds 108 bytes, the last one zero
SOCKET_PATH_LIMIT = 107
SOCKET_NAME = ".s.PGSQL.5432"


def data_root() -> Path:
    """The root of a real installation: `KINERJA_DATA_DIR`, else the system's or the user's own place."""
    return _root("kinerja")


def demo_root() -> Path:
    """The root of a demonstration, never the one of a real installation unless the operator names it."""
    return _root("kinerja-demo")


def scratch_root(purpose: str) -> Path:
    """A root for tests and measurements, one for each clone of the repository."""
    clone = hashlib.sha256(str(Path(__file__).resolve()).encode()).hexdigest()[:8]
    return _home() / f"kinerja-{purpose}-{clone}"


def _root(name: str) -> Path:
    named = os.environ.get("KINERJA_DATA_DIR")
    return Path(named).expanduser().absolute() if named else _home() / name


def _home() -> Path:
    return Path("/var/lib") if os.geteuid() == 0 else Path.home() / ".local" / "share"


def socket_directory(base: Path, owner: ServerUser) -> Path:
    """`base/run`, or a short directory in the runtime or temporary place when that path is too long."""
    chosen = base / "run"
    if len(os.fsencode(chosen / SOCKET_NAME)) <= SOCKET_PATH_LIMIT:
        return chosen
    return _short_place(owner) / f"kinerja-{owner.uid}-{_digest(base)}"


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _short_place(owner: ServerUser) -> Path:
    runtime = Path(f"/run/user/{owner.uid}")
    return runtime if runtime.is_dir() else Path(tempfile.gettempdir())


def _own(directory: Path, owner: ServerUser) -> None:
    """Refuse a directory somebody else put there first; make it the server's own."""
    found = directory.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {owner.uid, os.geteuid()}:
        raise PostgresProblem(
            f"Map {directory} bukan milik pengguna {owner.name}, jadi tidak aman dipakai. "
            "Hapus map itu lalu ulangi."
        )
    if os.geteuid() == 0:
        os.chown(directory, owner.uid, owner.gid)
    directory.chmod(0o700)


def prepare_base(base: Path, owner: ServerUser) -> None:
    """Make the folder of the cluster; refuse one that the server's user cannot reach.

    It stays ours: only the folders inside that the server writes are given to its user.
    """
    base.mkdir(parents=True, exist_ok=True)
    base.chmod(0o755 if os.geteuid() == 0 else 0o700)
    blocked = next((folder for folder in base.parents if not _may_pass(folder, owner)), None)
    if blocked is not None:
        raise PostgresProblem(
            f"Pengguna {owner.name}, yang menjalankan basis data, tidak dapat melewati map {blocked}. "
            "Pilih tempat lain dengan KINERJA_DATA_DIR, misalnya di bawah /var/lib."
        )


def give(folder: Path, owner: ServerUser) -> None:
    """Make `folder` the server user's own, closed to all others (0700); root passes anyway."""
    folder.mkdir(mode=0o700, exist_ok=True)
    _own(folder, owner)


def _may_pass(folder: Path, owner: ServerUser) -> bool:
    found = folder.stat()
    if found.st_uid == owner.uid:
        return bool(found.st_mode & stat.S_IXUSR)
    if found.st_gid == owner.gid:
        return bool(found.st_mode & stat.S_IXGRP)
    return bool(found.st_mode & stat.S_IXOTH)
