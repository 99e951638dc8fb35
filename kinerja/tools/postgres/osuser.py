"""As whom the server runs: PostgreSQL refuses root, so root lends it an unprivileged user of the system."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from kinerja.tools.postgres.errors import PostgresProblem


class Credentials(TypedDict, total=False):
    """The arguments `subprocess` needs to change the user; empty when no change is needed."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class ServerUser:
    """An entry of the system's user directory."""

    name: str
    uid: int
    gid: int
    home: str

    def credentials(self) -> Credentials:
        """How to start a process as this user; only root has to (and may) ask for it."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def current_name() -> str:
    """The name of the user who runs us, as peer authentication will see it."""
    return pwd.getpwuid(os.geteuid()).pw_name


def server_user() -> ServerUser:
    """The user the server runs as: ourselves; for root `postgres`, else `kinerja` (made when missing)."""
    if os.geteuid() != 0:
        return _entry(current_name())
    for name in ("postgres", "kinerja"):
        try:
            return _entry(name)
        except KeyError:
            continue
    return _create("kinerja")


def owner_of(data: Path) -> ServerUser:
    """The user to whom an existing data directory belongs: the server can only run as this one."""
    found = pwd.getpwuid(data.stat().st_uid)
    if os.geteuid() not in {0, found.pw_uid}:
        raise PostgresProblem(
            f"Data di {data} milik pengguna {found.pw_name}, bukan {current_name()}. "
            f"Jalankan perintah ini sebagai {found.pw_name}."
        )
    return ServerUser(found.pw_name, found.pw_uid, found.pw_gid, found.pw_dir)


def _entry(name: str) -> ServerUser:
    found = pwd.getpwnam(name)
    return ServerUser(found.pw_name, found.pw_uid, found.pw_gid, found.pw_dir)


def _create(name: str) -> ServerUser:
    program = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin")
    if program is None:
        raise PostgresProblem(
            "PostgreSQL tidak boleh berjalan sebagai root, dan pengguna sistem untuknya belum ada. "
            f"Buatlah pengguna sistem '{name}', atau jalankan perintah ini sebagai pengguna biasa."
        )
    subprocess.run(
        [program, "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name],
        check=True,
    )
    return _entry(name)
