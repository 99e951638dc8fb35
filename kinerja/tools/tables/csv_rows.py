"""CSV as Excel, LibreOffice and other systems write it: `;`, `,`, tab or `|`; UTF-8, UTF-16 or Windows-1252; constant
memory.

The encoding is decided by the whole file, not by its beginning; the separator by which one shows a header we
know, not by counting signs. Doubt refuses the file: a wrong guess would put wrong names into people's
records.
"""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from django.utils.translation import gettext as _

from kinerja.tools.tables.columns import HEADER_WITHIN, Kind, find_header, recognised
from kinerja.tools.tables.errors import UnreadableFile

_SEPARATORS = (";", ",", "\t", "|")
_SHOWN = {"\t": "TAB"}
_CHUNK = 1 << 18
_SNIFFED = 1 << 18
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")
_NAMES = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}

Opened = tuple[int, Sequence[object], Iterator[tuple[int, list]], str]


@contextmanager
def opened(path: Path, kind: Kind) -> Iterator[Opened]:
    """Yields (row number of the header, header cells, rows below it, description)."""
    encoding = _encoding(path)
    separator = _separator(path, encoding, kind)
    with path.open(encoding=encoding, newline="") as file:
        rows = _numbered(csv.reader(file, delimiter=separator, strict=True))
        first = list(islice(rows, HEADER_WITHIN))
        at = find_header(kind, [cells for _number, cells in first])
        if at is None:  # the separator was chosen because it shows a header
            raise headless(kind)
        number, header = first[at]
        described = _("CSV, pemisah %(separator)s, %(encoding)s") % {
            "separator": _SHOWN.get(separator, separator),
            "encoding": _NAMES[encoding],
        }
        yield number, header, chain(first[at + 1 :], rows), described


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Rows with their number as a spreadsheet counts: a line break inside quotes does not start a new one."""
    number = 0
    try:
        for cells in reader:
            number += 1
            yield number, cells
    except csv.Error as error:
        raise UnreadableFile(
            _(
                'Berkas CSV rusak di baris %(row)d atau sesudahnya: ada tanda kutip ganda (") yang tidak '
                "berpasangan, "
                "sehingga batas kolom tidak jelas. Perbaiki baris itu di Excel atau LibreOffice, lalu "
                "unggah lagi."
            )
            % {"row": number + 1}
        ) from error


# --- the separator
# -------------------------------------------------------------------------------------------------


def _separator(path: Path, encoding: str, kind: Kind) -> str:
    with path.open(encoding=encoding, newline="") as file:
        start = file.read(_SNIFFED)
    best = max(_SEPARATORS, key=lambda separator: _header_score(start, separator, kind))
    if not _header_score(start, best, kind):
        raise headless(kind)
    return best


def _header_score(start: str, separator: str, kind: Kind) -> int:
    """How many columns of ours a header shows when the text is cut by `separator`; 0 when there is no
    header.
    """
    rows: list[list[str]] = []
    try:
        for row in islice(csv.reader(start.splitlines(keepends=True), delimiter=separator), HEADER_WITHIN):
            rows.append(row)
    except csv.Error:
        pass  # the rows before the fault may show the header; reading the file itself names the fault
    at = find_header(kind, rows)
    return 0 if at is None else recognised(kind, rows[at])


def headless(kind: Kind) -> UnreadableFile:
    names = ", ".join(column.name for column in kind.columns if column.required)
    return UnreadableFile(
        _(
            "Baris judul kolom tidak ditemukan pada 50 baris pertama, sehingga isi berkas tidak dapat "
            "dikenali sebagai "
            "data %(kind)s. Pastikan ada baris judul dengan nama kolom dari %(source)s (wajib: %(names)s), lalu "
            "unggah lagi."
        )
        % {"kind": kind.name, "names": names, "source": kind.source}
    )


# --- the encoding
# --------------------------------------------------------------------------------------------------


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise _undecodable("UTF-32", 1)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        _decode_all(path, "utf-16")
        return "utf-16"
    if start.startswith(codecs.BOM_UTF8):
        _decode_all(path, "utf-8-sig")
        return "utf-8-sig"
    try:
        _decode_all(path, "utf-8")
    except UnreadableFile:
        _refuse_mixture(path)
        _decode_all(path, "cp1252")
        return "cp1252"
    return "utf-8"


def _decode_all(path: Path, encoding: str) -> None:
    """Read the file once in small pieces; refuse it when a piece is not text of this encoding or holds a
    NUL.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    with path.open("rb") as file:
        while True:
            piece = file.read(_CHUNK)
            try:
                text = decoder.decode(piece, final=not piece)
            except UnicodeDecodeError as error:
                line += error.object[: error.start].count(b"\n")
                raise _undecodable(_NAMES[encoding], line) from error
            if "\0" in text:
                line += text[: text.index("\0")].count("\n")
                raise _binary(line)
            line += text.count("\n")
            if not piece:
                return


def _refuse_mixture(path: Path) -> None:
    """Not UTF-8 as a whole, yet with letters that are: half of it would be read wrongly either way."""
    tail = b""
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            if _MULTIBYTE.search(tail + piece):
                raise UnreadableFile(
                    _(
                        "Berkas memakai dua pengodean huruf sekaligus (UTF-8 dan Windows-1252), sehingga "
                        "sebagian nama "
                        "akan rusak. Buka berkas aslinya, simpan sebagai “CSV UTF-8”, lalu unggah lagi."
                    )
                )
            tail = piece[-2:]


def _undecodable(encoding: str, line: int) -> UnreadableFile:
    return UnreadableFile(
        _(
            "Huruf di baris %(line)d tidak dapat dibaca sebagai %(encoding)s, sehingga nama bisa rusak. "
            "Simpan ulang berkas sebagai “CSV UTF-8” dari Excel atau LibreOffice, lalu unggah lagi."
        )
        % {"line": line, "encoding": encoding}
    )


def _binary(line: int) -> UnreadableFile:
    return UnreadableFile(
        _(
            "Berkas berisi bita kosong (NUL) di baris %(line)d, jadi ini bukan berkas teks atau berkasnya "
            "rusak. "
            "Unduh ulang berkasnya atau simpan ulang sebagai “CSV UTF-8”, lalu unggah lagi."
        )
        % {"line": line}
    )
