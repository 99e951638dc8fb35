"""Which column of a file holds what: the header variants a kind of file knows, in any order and any spelling of case.

A column nobody knows is ignored and named; a column that is needed and not found, or found twice, refuses the file by
name.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _

from kinerja.tools.tables.errors import ColumnsRefused

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
    """One kind of file: what it is called, its columns, how many of them make a row a header, where it comes from."""

    name: str
    columns: tuple[Column, ...]
    enough: int
    #: where the file is downloaded anew, in the sentences of refusals
    source: str


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


@cache
def _names(kind: Kind) -> dict[str, Column]:
    return {plain(name): column for column in kind.columns for name in (column.name, *column.also)}


def recognised(kind: Kind, cells: Iterable[object]) -> int:
    """How many different columns of `kind` these cells name."""
    names = _names(kind)
    return len({column.field for cell in cells if (column := names.get(plain(cell)))})


def find_header(kind: Kind, rows: Sequence[Sequence[object]]) -> int | None:
    """The position of the header among the first rows of a file, or None. The fullest wins, the first of
    equals.
    """
    scores = [recognised(kind, row) for row in rows[:HEADER_WITHIN]]
    best = max(scores, default=0)
    return scores.index(best) if best >= kind.enough else None


def lay_out(kind: Kind, header: Sequence[object], others: Sequence[Kind] = ()) -> Layout:
    """Find every column of `kind` in this header. Raises ColumnsRefused naming what is missing or doubled.

    `others` are the kinds of file that are taken for this one by mistake: then the refusal says so.
    """
    names = _names(kind)
    written = tuple(" ".join(str(cell).replace("\ufeff", "").split()) for cell in header)
    at: dict[str, int] = {}
    ignored = []
    for position, cell in enumerate(written):
        column = names.get(plain(cell))
        if column is None:
            if cell:
                ignored.append(cell)
        elif column.field in at:
            raise ColumnsRefused(
                _doubled(written, at[column.field], position) + _swapped(kind, written, others)
            )
        else:
            at[column.field] = position
    missing = [column.name for column in kind.columns if column.required and column.field not in at]
    if missing:
        raise ColumnsRefused(_missing(kind, missing) + _swapped(kind, written, others))
    return Layout(written, at, tuple(ignored))


def _doubled(header: Sequence[str], first: int, again: int) -> str:
    return _(
        "Berkas ditolak karena dua kolom berisi hal yang sama: “%(first)s” (kolom ke-%(at)d) dan "
        "“%(second)s” "
        "(kolom ke-%(again)d), sehingga tidak jelas mana yang benar. Hapus salah satunya, lalu unggah lagi."
    ) % {"first": header[first], "at": first + 1, "second": header[again], "again": again + 1}


def _missing(kind: Kind, missing: Sequence[str]) -> str:
    return _(
        "Berkas ditolak karena kolom wajib tidak ada: %(missing)s. Tanpa kolom itu data %(kind)s tidak dapat "
        "dikenali. Unduh ulang dari %(source)s dengan kolom tersebut, atau tambahkan kolomnya, lalu unggah lagi."
    ) % {"missing": ", ".join(missing), "kind": kind.name, "source": kind.source}


def _swapped(kind: Kind, header: Sequence[str], others: Sequence[Kind]) -> str:
    """A hint for who took another file by mistake, else nothing."""
    closer = [other for other in others if recognised(other, header) > recognised(kind, header)]
    if not closer:
        return ""
    return " " + _("Berkas ini lebih mirip berkas %(kind)s: apakah tertukar?") % {"kind": closer[0].name}
