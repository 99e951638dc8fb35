"""XLSX, read by calamine in a process of its own (see xlsx_child.py): bounded in size, memory and time.

What the archive says it unpacks to is checked before anything is unpacked; that it does not lie is what the
bound on the child's memory is for. CSV has no such bounds, so every refusal for size names it as the way out.
"""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from django.utils.translation import gettext as _

from kinerja.tools.tables.columns import HEADER_WITHIN, Kind, find_header
from kinerja.tools.tables.csv_rows import headless
from kinerja.tools.tables.errors import UnreadableFile

MOST_ROWS = 200_000
_WORKBOOK = PurePosixPath("xl", "workbook.xml").as_posix()
#: what all parts of the archive together may unpack to, in bytes (200,000 rows of a full export need about
#: 600 MB)
MOST_UNPACKED = 1 << 30
#: what the child may allocate, in bytes; about 100 bytes a cell are needed
MOST_MEMORY = 600 << 20
MOST_SECONDS = 120

Opened = tuple[int, Sequence[object], Iterator[tuple[int, list]], str]


@contextmanager
def opened(path: Path, kind: Kind) -> Iterator[Opened]:
    """Yields (row number of the header, header cells, rows below it, description) of the first sheet that
    fits.
    """
    _check_archive(path)
    with _child(path) as child:
        sheet, at = _choose_sheet(child, kind)
        if sheet["height"] - at - 1 > MOST_ROWS:
            raise _too_large()
        yield (
            at + 1,
            sheet["head"][at],
            _rows(child, at),
            _("XLSX, lembar %(sheet)s") % {"sheet": sheet["sheet"]},
        )


def _check_archive(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise _damaged() from error
    names = {part.filename for part in parts}
    if _WORKBOOK not in names:
        raise UnreadableFile(
            _(
                "Berkas ini arsip ZIP, tetapi bukan buku kerja XLSX, sehingga tidak berisi tabel yang dapat "
                "diimpor. "
                "Keluarkan dulu berkas CSV atau XLSX dari arsipnya, lalu unggah berkas itu."
            )
        )
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnreadableFile(
            _(
                "Berkas XLSX dikunci kata sandi, sehingga isinya tidak dapat dibaca. "
                "Simpan ulang tanpa kata sandi, lalu unggah lagi."
            )
        )
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _too_large()


@contextmanager
def _child(path: Path) -> Iterator[subprocess.Popen[str]]:
    limits = (str(MOST_MEMORY), str(MOST_SECONDS), str(HEADER_WITHIN))
    command = [sys.executable, str(Path(__file__).with_name("xlsx_child.py")), str(path), *limits]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
        env={"LC_ALL": "C.UTF-8"},
    ) as child:
        try:
            yield child
        finally:
            child.kill()


def _answer(child: subprocess.Popen[str]) -> Any:
    """The next thing the child says. When it fell silent it died of its bounds; that is told as "too
    large".
    """
    assert child.stdout is not None
    line = child.stdout.readline()
    if not line.endswith("\n"):
        raise _too_large()
    return json.loads(line, object_hook=_day)


def _day(value: dict[str, Any]) -> Any:
    return date.fromisoformat(value["d"]) if "d" in value else value


def _choose_sheet(child: subprocess.Popen[str], kind: Kind) -> tuple[dict[str, Any], int]:
    assert child.stdin is not None
    while "sheet" in (said := _answer(child)):
        at = find_header(kind, said["head"])
        child.stdin.write("next\n" if at is None else "take\n")
        child.stdin.flush()
        if at is not None:
            return said, at
    if said.get("error") == "PasswordError":
        raise _damaged()
    raise headless(kind) if "end" in said else _damaged()


def _rows(child: subprocess.Popen[str], at: int) -> Iterator[tuple[int, list]]:
    number = 0
    while isinstance(cells := _answer(child), list):
        number += 1
        if number > at + 1:
            yield number, cells
    if "error" in cells:
        raise _damaged()


def _too_large() -> UnreadableFile:
    return UnreadableFile(
        _(
            "Berkas XLSX terlalu besar untuk dibuka dengan aman: paling banyak 200.000 baris dan sekitar 5 "
            "juta sel. "
            "Simpan sebagai CSV (tanpa batas itu) atau hapus kolom yang tidak dipakai, lalu unggah lagi."
        )
    )


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        _(
            "Berkas XLSX rusak atau tidak lengkap, sehingga tidak dapat dibuka. "
            "Unduh ulang berkasnya, atau buka di Excel atau LibreOffice dan simpan ulang, lalu unggah lagi."
        )
    )
