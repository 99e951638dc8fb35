"""The units file: typed rows, and whether together they make a tree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from django.utils.translation import gettext as _

from kinerja.tools.tables.columns import Layout
from kinerja.tools.tables.errors import UnreadableFile
from kinerja.tools.tables.problem import Problem
from kinerja.tools.tables.reading import Cell, Table

from . import values
from .rows import Read, RowReader, fits, misfit

#: the tree is checked as a whole, so the rows are held; no government has a tenth of this
MOST_UNITS = 50_000


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit as the file has it. `parent_id` is "" at the top of the tree."""

    number: int
    unor_id: str
    name: str
    parent_id: str
    head_position: str
    echelon: str


def read_units(table: Table, known: Mapping[str, str] | None = None) -> list[Read]:
    """Every row of the file, read and checked against the others.

    `known` are the units that exist already: UNOR ID → UNOR ID of the superior ("" at the top).
    """
    reads: list[Read] = []
    for number, cells in table.rows:
        if any(cell != "" for cell in cells):
            reads.append(_read(table.layout, number, cells))
        if len(reads) > MOST_UNITS:
            raise UnreadableFile(
                _(
                    "Berkas unit berisi lebih dari 50.000 baris; tidak ada pemerintah daerah dengan unit "
                    "sebanyak itu. "
                    "Periksa apakah ini berkas pegawai, lalu unggah berkas unit yang benar."
                )
            )
    return list(_checked_together(table.layout, reads, known or {}))


def _read(layout: Layout, number: int, cells: list[Cell]) -> Read:
    if not fits(layout, cells):
        return misfit(layout, number, cells)
    reader = RowReader(layout, number, cells)
    unor_id = reader.required("unor_id", partial(values.limited, most=64), "")
    name = reader.required("name", partial(values.limited, most=200), "")
    parent_id = reader.read("parent_id", partial(values.limited, most=64), "")
    return reader.done(
        UnitRow(
            number,
            unor_id,
            name.lstrip("- "),  # the SOTK export indents with hyphens
            "" if parent_id == unor_id else parent_id,  # some exports let the top stand above itself
            reader.read("head_position", partial(values.limited, most=200), ""),
            reader.read("eselon", values.eselon, "") or reader.read("eselon_id", values.eselon, ""),
        )
    )


def _checked_together(layout: Layout, reads: Sequence[Read], known: Mapping[str, str]) -> Iterator[Read]:
    """Doubled ids, superiors that exist nowhere, circles: a row at fault is yielded without its value."""
    first: dict[str, int] = {}
    doubled: dict[int, int] = {}
    for read in reads:
        if isinstance(read.row, UnitRow) and first.setdefault(read.row.unor_id, read.number) != read.number:
            doubled[read.number] = first[read.row.unor_id]
    parents = dict(known)
    parents |= {read.row.unor_id: read.row.parent_id for read in reads if isinstance(read.row, UnitRow)}
    circles = _in_circles(parents)
    for read in reads:
        if not isinstance(read.row, UnitRow):
            yield read
        elif problem := _fault(layout, read, read.row, doubled, parents, circles):
            yield replace(read, row=None, problems=(*read.problems, problem))
        else:
            yield read


def _fault(
    layout: Layout,
    read: Read,
    unit: UnitRow,
    doubled: dict[int, int],
    parents: dict[str, str],
    circles: dict[str, str],
) -> Problem | None:
    reader = RowReader(layout, read.number, read.cells)
    if read.number in doubled:
        reader.say(
            "unor_id",
            _("unit ini sudah ada di baris %(row)d berkas yang sama") % {"row": doubled[read.number]},
            _("hapus salah satu barisnya"),
        )
    elif unit.parent_id and unit.parent_id not in parents:
        reader.say(
            "parent_id",
            _("unit atasan ini tidak ada di berkas dan belum terdaftar"),
            _("tambahkan baris unit atasannya, atau perbaiki ID-nya"),
        )
    elif unit.unor_id in circles:
        reader.say(
            "parent_id",
            _("susunan unit melingkar: %(circle)s") % {"circle": circles[unit.unor_id]},
            _("perbaiki unit atasan salah satunya sehingga susunan berujung pada satu unit puncak"),
        )
    return reader.problems[0] if reader.problems else None


def _in_circles(parents: dict[str, str]) -> dict[str, str]:
    """The units that stand above themselves, with the circle as words ("A → B → A"). Linear, without
    recursion.
    """
    clear: set[str] = set()
    circles: dict[str, str] = {}
    for start in parents:
        path: dict[str, None] = {}
        unit = start
        while unit in parents and unit not in clear and unit not in circles and unit not in path:
            path[unit] = None
            unit = parents[unit]
        if unit in path:
            ring = list(path)[list(path).index(unit) :]
            words = " → ".join([*ring[:6], "…"] if len(ring) > 6 else [*ring, ring[0]])
            circles.update(dict.fromkeys(ring, words))
        clear.update(member for member in path if member not in circles)
    return circles
