"""Open a file as a table, whatever it is: CSV of any usual dialect or XLSX. Told by content, not by name.

`open_table` finds the header under any title rows and hands out the rows below it one by one, each with its
number as a spreadsheet shows it. CSV is read in constant memory; XLSX is unpacked in a process of its own
with a bound on memory, so that a hostile file cannot take the server down.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from kinerja.tools.tables import csv_rows, xlsx_rows
from kinerja.tools.tables.columns import Kind, Layout, lay_out
from kinerja.tools.tables.errors import UnreadableFile

#: a cell as the file holds it: text, an Excel number, an Excel date; `None` is never used, empty is ""
Cell = str | float | date
Row = tuple[int, list[Cell]]

_XLSX, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: what people send by mistake, by its first bytes
_OTHERS = {
    b"%PDF": "PDF",
    b"\x1f\x8b": "GZIP",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
}


@dataclass(frozen=True)
class Table:
    """An opened file. `rows` can be walked once, inside the `with` block of `open_table`."""

    layout: Layout
    header_row: int
    rows: Iterator[Row]
    #: how it was read, for the preview page: "CSV, pemisah ;, UTF-8" or "XLSX, lembar Data"
    described: str


@contextmanager
def open_table(path: Path, kind: Kind, others: Sequence[Kind] = ()) -> Iterator[Table]:
    """Open `path` as a file of `kind`. Raises UnreadableFile or ColumnsRefused with a sentence for the
    uploader.
    """
    with path.open("rb") as file:
        start = file.read(2048)
    _refuse_other_formats(start, kind)
    opened = xlsx_rows.opened if start.startswith(_XLSX) else csv_rows.opened
    with opened(path, kind) as (header_row, header, rows, described):
        yield Table(lay_out(kind, header, others), header_row, rows, described)


def _refuse_other_formats(start: bytes, kind: Kind) -> None:
    if not start.strip(b"\r\n\t \x00\xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(
            _(
                "Berkas kosong, jadi tidak ada yang dapat diimpor. Unduh ulang dari %(source)s, lalu unggah lagi."
            )
            % {"source": kind.source}
        )
    if start.startswith(_OLE):
        raise UnreadableFile(
            _(
                "Berkas ini memakai format Excel lama (.xls) atau dikunci kata sandi, sehingga isinya tidak "
                "dapat dibaca. "
                "Buka di Excel atau LibreOffice, simpan sebagai .xlsx tanpa kata sandi atau sebagai CSV, "
                "lalu unggah lagi."
            )
        )
    found = next((name for magic, name in _OTHERS.items() if start.startswith(magic)), None)
    if (
        start[:512]
        .lstrip(b"\xef\xbb\xbf \r\n\t")
        .lower()
        .startswith((b"<html", b"<!doctype", b"<?xml", b"<table"))
    ):
        found = "HTML/XML"
    if found:
        raise UnreadableFile(
            _(
                "Berkas ini %(found)s, bukan CSV atau XLSX, sehingga tidak berisi tabel yang dapat diimpor. "
                "Unduh data dari %(source)s sebagai CSV atau XLSX, lalu unggah berkas itu."
            )
            % {"found": found, "source": kind.source}
        )
