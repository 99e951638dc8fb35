"""The store: `EVIDENCE_DIR/<space>/<first two digits>/<sha256>`, a preview beside it. The name of a file is its content.

A space keeps one tenant's files apart: the same picture in two spaces is two files, and removing one leaves the other.
Folders are 0700, files 0600; a file appears whole or not at all, also when the power goes.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

_HASH = re.compile(r"[0-9a-f]{64}")
_PREVIEW = ".preview"


class NotKept(LookupError):
    """No such file is kept in this space: it never was, or it was removed."""


def _path(space: UUID, sha256: str) -> Path:
    if not _HASH.fullmatch(sha256):
        raise NotKept(sha256)
    return Path(settings.EVIDENCE_DIR) / str(UUID(str(space))) / sha256[:2] / sha256


def keep(space: UUID, content: bytes, preview: bytes = b"") -> str:
    """Write a file and its preview durably, unless they are there. Returns the SHA-256 in hexadecimal."""
    sha256 = hashlib.sha256(content).hexdigest()
    path = _path(space, sha256)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.parent.chmod(0o700)
    if preview and not path.with_suffix(_PREVIEW).exists():
        _write(path.with_suffix(_PREVIEW), preview)
    if not path.exists():
        _write(path, content)
    return sha256


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def is_kept(space: UUID, sha256: str) -> bool:
    """Whether the file is there."""
    return _path(space, sha256).is_file()


def read(space: UUID, sha256: str) -> BinaryIO:
    """The file, open for reading. Raises NotKept."""
    return _open(_path(space, sha256))


def read_preview(space: UUID, sha256: str) -> BinaryIO:
    """The small picture, open for reading. Raises NotKept, also for a file that has no preview."""
    return _open(_path(space, sha256).with_suffix(_PREVIEW))


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise NotKept(path.name) from error


def remove(space: UUID, sha256: str) -> None:
    """Remove a file and its preview at once; nothing happens when they are gone already."""
    path = _path(space, sha256)
    path.with_suffix(_PREVIEW).unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    if path.parent.is_dir():
        _sync_folder(path.parent)


def kept(space: UUID) -> Iterator[tuple[str, float]]:
    """Every file of a space with the moment it was written (seconds since 1970), to find what no row names any more."""
    folder = Path(settings.EVIDENCE_DIR) / str(UUID(str(space)))
    for path in folder.glob("*/*"):
        if _HASH.fullmatch(path.name):
            yield path.name, path.stat().st_mtime
