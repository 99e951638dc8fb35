"""Where uploaded files and workbooks of problems lie: outside the database, readable by this service
alone.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.tools.tables.errors import UnreadableFile

#: what one upload may hold, in bytes (a full export of 100,000 people has about 80 MB)
MOST_BYTES = 300 << 20


def folder(instansi_id: UUID) -> Path:
    path = Path(settings.DATA_DIR) / "imports" / str(instansi_id)
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def upload_path(instansi_id: UUID, run_id: UUID) -> Path:
    return folder(instansi_id) / f"{run_id}.upload"


def problems_path(instansi_id: UUID, run_id: UUID) -> Path:
    return folder(instansi_id) / f"{run_id}.xlsx"


def progress_path(instansi_id: UUID, run_id: UUID) -> Path:
    return folder(instansi_id) / f"{run_id}.progress"


def tell_progress(path: Path, rows: int) -> None:
    """How many rows a job has read: outside the database, since nobody sees an open transaction."""
    path.write_text(str(rows), encoding="ascii")


def told_progress(path: Path) -> int:
    """What was told last; 0 before the job began."""
    try:
        return int(path.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0


def keep(path: Path, chunks: Iterable[bytes]) -> tuple[int, str]:
    """Write an upload to the disk; returns its size and SHA-256. Nothing stays when it is too large or
    breaks off.
    """
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > MOST_BYTES:
                    raise UnreadableFile(
                        _(
                            "Berkas lebih besar dari 300 MB, padahal data 100.000 pegawai tidak sampai 100 "
                            "MB. "
                            "Periksa apakah berkasnya benar, lalu unggah lagi."
                        )
                    )
                digest.update(chunk)
                file.write(chunk)
    except BaseException:
        forget(path)
        raise
    return size, digest.hexdigest()


def pieces(file: BinaryIO) -> Iterable[bytes]:
    """A file's content, a mebibyte at a time."""
    while piece := file.read(1 << 20):
        yield piece


def forget(path: Path) -> None:
    """Delete a file, which may be gone already."""
    with suppress(FileNotFoundError):
        path.unlink()


def forget_on_commit(path: Path) -> None:
    """Delete a file once what made it superfluous is certain."""
    transaction.on_commit(lambda: forget(path))


def forget_orphans(instansi_id: UUID, *, uploads_before: datetime, workbooks_before: datetime) -> int:
    """Delete files by their age alone: also what a crash or an undone transaction left without a row."""
    limits = {".xlsx": workbooks_before.timestamp()}
    old = [
        path
        for path in folder(instansi_id).iterdir()
        if path.stat().st_mtime < limits.get(path.suffix, uploads_before.timestamp())
    ]
    for path in old:
        forget(path)
    return len(old)
