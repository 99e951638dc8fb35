"""Which column of a SIASN file holds what: the header variants we know, in any order and any spelling of
case.

Where each variant was seen is told in docs/reference/siasn-import.md. A column we do not know is ignored and
named; a column we need and do not find, or find twice, refuses the file by name.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .errors import ColumnsRefused

#: how many rows from the top may stand above the header (title, date of the export, `sep=;`)
HEADER_WITHIN = 50


@dataclass(frozen=True)
class Column:
    """One thing we read: our name, the name we call it by in messages, and the other names files give it."""

    field: str
    name: str
    also: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True)
class Kind:
    """One kind of file: what it is called, its columns, and how many of them make a row a header."""

    name: str
    columns: tuple[Column, ...]
    enough: int


PEOPLE = Kind(
    "pegawai",
    (
        Column("nip", "NIP BARU", ("NIP", "NIPBARU", "NO NIP", "NOMOR INDUK PEGAWAI"), required=True),
        Column("name", "NAMA", ("NAMA LENGKAP", "NAMA PEGAWAI", "NAMA ASN"), required=True),
        Column("title_front", "GELAR DEPAN", ("GELAR DPN", "GLR DEPAN")),
        Column("title_back", "GELAR BLK", ("GELAR BELAKANG", "GELAR BLKG", "GELAR BLKNG", "GLR BELAKANG")),
        Column("birth_date", "TANGGAL LAHIR", ("TGL LAHIR", "TGLLAHIR")),
        Column("sex", "JENIS KELAMIN", ("KELAMIN", "JK", "L/P", "GENDER")),
        Column("nik", "NIK", ("NO NIK", "NOMOR NIK", "NOMOR INDUK KEPENDUDUKAN")),
        Column("phone", "NOMOR HP", ("NO HP", "NOMOR HANDPHONE", "NOMOR TELEPON", "TELEPON", "HP")),
        Column("email", "EMAIL", ("E-MAIL", "EMAIL PRIBADI", "ALAMAT EMAIL")),
        Column("status", "STATUS CPNS PNS", ("STATUS CPNS/PNS", "STATUS CPNS", "STATUS PNS")),
        Column("employment", "JENIS PEGAWAI NAMA", ("JENIS PEGAWAI",)),
        Column(
            "standing",
            "KEDUDUKAN HUKUM NAMA",
            ("KEDUDUKAN HUKUM", "KEDUDUKAN PNS NAMA", "KEDUDUKAN NAMA"),
        ),
        Column("cpns_date", "TMT CPNS", ("TMT CPNS PPPK",)),
        Column("golongan", "GOL AKHIR NAMA", ("GOL NAMA", "GOLONGAN AKHIR NAMA", "GOL AKHIR", "GOLONGAN")),
        Column("golongan_date", "TMT GOLONGAN", ("TMT GOL", "TMT GOL AKHIR", "TMT GOLONGAN AKHIR")),
        Column("position_kind", "JENIS JABATAN NAMA", ("JENIS JABATAN",), required=True),
        Column("position_name", "JABATAN NAMA", ("NAMA JABATAN", "JABATAN"), required=True),
        Column("position_date", "TMT JABATAN", ("TMT JAB",), required=True),
        Column("eselon", "ESELON NAMA", ("ESELON",)),
        Column("education", "TINGKAT PENDIDIKAN NAMA", ("TINGKAT PENDIDIKAN",)),
        Column("unor_id", "UNOR ID", ("ID UNOR", "UNORID", "KODE UNOR"), required=True),
        Column("unor_name", "UNOR NAMA", ("NAMA UNOR",)),
        Column("instansi_induk", "INSTANSI INDUK NAMA", ("INSTANSI INDUK",)),
        Column("instansi_kerja", "INSTANSI KERJA NAMA", ("INSTANSI KERJA",)),
        Column("siasn_id", "PNS ID", ("PNSID", "ID PNS", "ASN ID")),
    ),
    enough=3,
)

UNITS = Kind(
    "unit",
    (
        Column("unor_id", "UNOR ID", ("ID", "ID UNOR", "UNORID", "KODE UNOR"), required=True),
        Column(
            "name", "NAMA", ("NAMA UNOR", "UNOR NAMA", "NAMA UNIT", "NAMA UNIT ORGANISASI"), required=True
        ),
        Column(
            "parent_id",
            "ATASAN UNOR ID",
            ("UNOR ATASAN ID", "DIATASAN ID", "ID ATASAN", "ID UNOR ATASAN", "UNOR ATASAN"),
            required=True,
        ),
        Column("head_position", "JABATAN PIMPINAN", ("NAMA JABATAN", "JABATAN NAMA", "JABATAN")),
        Column("eselon", "ESELON", ("ESELON NAMA",)),
        Column("eselon_id", "ESELON ID"),
    ),
    enough=2,
)

KINDS = (PEOPLE, UNITS)


@dataclass(frozen=True)
class Layout:
    """Where the columns of this one file are."""

    header: tuple[str, ...]
    at: dict[str, int]
    ignored: tuple[str, ...]

    def written(self, field: str) -> str:
        """The column's name as this file writes it: the user searches for that, not for ours."""
        return self.header[self.at[field]]

    @property
    def last_used(self) -> int:
        return max(self.at.values())


def plain(header: object) -> str:
    """A header with the differences that mean nothing taken away: case, blanks, punctuation, invisible
    marks.
    """
    text = unicodedata.normalize("NFKC", str(header)).upper()
    return "".join(sign for sign in text if sign.isalnum())


def _names(kind: Kind) -> dict[str, Column]:
    return {plain(name): column for column in kind.columns for name in (column.name, *column.also)}


_BY_NAME = {kind.name: _names(kind) for kind in KINDS}


def recognised(kind: Kind, cells: Iterable[object]) -> int:
    """How many different columns of `kind` these cells name."""
    names = _BY_NAME[kind.name]
    return len({column.field for cell in cells if (column := names.get(plain(cell)))})


def find_header(kind: Kind, rows: Sequence[Sequence[object]]) -> int | None:
    """The position of the header among the first rows of a file, or None. The fullest wins, the first of
    equals.
    """
    scores = [recognised(kind, row) for row in rows[:HEADER_WITHIN]]
    best = max(scores, default=0)
    return scores.index(best) if best >= kind.enough else None


def lay_out(kind: Kind, header: Sequence[object]) -> Layout:
    """Find every column of `kind` in this header. Raises ColumnsRefused naming what is missing or doubled."""
    names = _BY_NAME[kind.name]
    written = tuple(" ".join(str(cell).replace("\ufeff", "").split()) for cell in header)
    at: dict[str, int] = {}
    ignored = []
    for position, cell in enumerate(written):
        column = names.get(plain(cell))
        if column is None:
            if cell:
                ignored.append(cell)
        elif column.field in at:
            raise _doubled(kind, written, at[column.field], position)
        else:
            at[column.field] = position
    missing = [column.name for column in kind.columns if column.required and column.field not in at]
    if missing:
        raise _missing(kind, missing, written)
    return Layout(written, at, tuple(ignored))


def _doubled(kind: Kind, header: Sequence[str], first: int, again: int) -> ColumnsRefused:
    sentence = _(
        "Berkas ditolak karena dua kolom berisi hal yang sama: “%(first)s” (kolom ke-%(at)d) dan "
        "“%(second)s” "
        "(kolom ke-%(again)d), sehingga tidak jelas mana yang benar. Hapus salah satunya, lalu unggah lagi."
    ) % {"first": header[first], "at": first + 1, "second": header[again], "again": again + 1}
    return ColumnsRefused(sentence + _swapped(kind, header))


def _missing(kind: Kind, missing: Sequence[str], header: Sequence[str]) -> ColumnsRefused:
    sentence = _(
        "Berkas ditolak karena kolom wajib tidak ada: %(missing)s. Tanpa kolom itu data %(kind)s tidak dapat "
        "dikenali. Unduh ulang dari SIASN dengan kolom tersebut, atau tambahkan kolomnya, lalu unggah lagi."
    ) % {"missing": ", ".join(missing), "kind": kind.name}
    return ColumnsRefused(sentence + _swapped(kind, header))


def _swapped(kind: Kind, header: Sequence[str]) -> str:
    """A hint for who took the other file by mistake, else nothing."""
    other = UNITS if kind is PEOPLE else PEOPLE
    if recognised(other, header) <= recognised(kind, header):
        return ""
    return " " + _("Berkas ini lebih mirip berkas %(kind)s: apakah tertukar?") % {"kind": other.name}
