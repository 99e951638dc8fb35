"""As whom the processes of an installation run: root starts them, an unprivileged user carries them on.

What answers strangers should not be root. The supervisor stays what it is (it holds the port, looks after the database
and restarts the rest); each of its children is started as `Identity`, and gets the folders it writes.
"""

import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

#: what an installation writes below its data directory, and whether root's own commands write there beside it
FOLDERS = (("evidence", False), ("imports", True))
SECRET = "secret-key"  # noqa: S105 - the name of a file
#: loads what pages need: the interpreter, the libraries, our code, the settings with their secrets, the data
_TRIAL = (
    "import os, sys, granian, uvicorn, kinerja.config.settings; [os.scandir(each) for each in sys.argv[1:]]"
)


class Change(TypedDict, total=False):
    """The arguments of `subprocess` that change the user; empty when nothing changes."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class Identity:
    """A user of the system and where he is at home."""

    name: str
    uid: int
    gid: int
    home: str

    def change(self) -> Change:
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def environment(self) -> Mapping[str, str]:
        """Root's home is closed to others, and a library that looks for its files there takes that for a failure."""
        return {"HOME": self.home, "USER": self.name, "LOGNAME": self.name}


def hand_over(root: Path, identity: Identity) -> None:
    """Give `identity` the folders it writes and the secret it reads. The data directory itself stays root's.

    Only what root owns changes hands, and no symbolic link is followed. A large store is walked once, on the first start.
    """
    for name, is_shared in FOLDERS:
        folder = root / name
        folder.mkdir(mode=0o700, exist_ok=True)
        if is_shared or folder.lstat().st_uid == 0:
            _give_tree(folder, identity)
    secret = root / SECRET
    if secret.exists() and secret.lstat().st_uid == 0:
        os.chown(secret, 0, identity.gid, follow_symlinks=False)
        secret.chmod(0o640)


def is_handed_over(root: Path) -> bool:
    """Has root started the processes of this installation before?"""
    return all((root / name).exists() for name, _shared in FOLDERS)


def _give_tree(folder: Path, identity: Identity) -> None:
    """Bottom up, so that a walk that was cut short begins again."""
    if not stat.S_ISDIR(folder.lstat().st_mode):
        return
    for _path, folders, files, at in os.fwalk(folder, topdown=False, follow_symlinks=False):
        for name in [*files, *folders]:
            found = os.stat(name, dir_fd=at, follow_symlinks=False)
            if found.st_uid == 0 and (stat.S_ISDIR(found.st_mode) or found.st_nlink == 1):
                os.chown(name, identity.uid, identity.gid, dir_fd=at, follow_symlinks=False)
    os.chown(folder, identity.uid, identity.gid, follow_symlinks=False)


def hindrance(root: Path, identity: Identity) -> str:
    """Why this user cannot carry the installation, as the last word of a trial; empty when he can."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", _TRIAL, *(str(root / name) for name, _shared in FOLDERS)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env={**os.environ, **identity.environment()},
            **identity.change(),
        )
    except OSError as refused:
        return str(refused)
    return (done.stderr.strip().splitlines() or ["?"])[-1] if done.returncode else ""
