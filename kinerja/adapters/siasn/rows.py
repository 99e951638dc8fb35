"""A file's rows as typed values, or what is wrong with them: row, column, value, reason, what to do.

A *blocking* problem keeps the row out; a doubt (NIK against birth date, an e-mail address we cannot use) is
told and lets it in: old data contain errors, and the specification (regulations, 9.1) says warn, never block.
Nothing here asks the database: the units that exist and today's date come in as arguments.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.utils.translation import gettext as _

from kinerja.tools.tables.columns import Layout
from kinerja.tools.tables.problem import Problem
from kinerja.tools.tables.reading import Cell

from . import values
from .values import Wrong

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Read:
    """One row of a file after reading: what came of it (None: it cannot be taken), and what is to be said."""

    number: int
    cells: Sequence[Cell]
    row: object | None
    problems: tuple[Problem, ...]

    @property
    def blocked(self) -> bool:
        return any(problem.blocking for problem in self.problems)


class RowReader:
    """Takes one row's cells through the readers of values.py and gathers what they refuse."""

    def __init__(self, layout: Layout, number: int, cells: Sequence[Cell]) -> None:
        self.layout = layout
        self.number = number
        self.cells = cells
        self.problems: list[Problem] = []

    def read(self, field: str, how: Callable[[Cell], T], empty: T, *, doubt: bool = False) -> T:
        """The value of a column, or `empty` when the file has no such column, the cell is empty or
        refused.
        """
        at = self.layout.at.get(field)
        if at is None or (cell := self.cells[at]) == "":
            return empty
        try:
            return how(cell)
        except Wrong as wrong:
            self.say(field, wrong.reason, wrong.remedy, blocking=not doubt)
            return empty

    def required(self, field: str, how: Callable[[Cell], T], empty: T) -> T:
        """As `read`, but an empty cell is a problem: without it the row means nothing."""
        said = len(self.problems)
        value = self.read(field, how, empty)
        if not value and len(self.problems) == said:
            self.say(field, _("wajib diisi, tetapi kosong"), _("lengkapi dari SIASN"))
        return value

    def say(self, field: str, reason: str, remedy: str, *, blocking: bool = True) -> None:
        """Note a problem of this row in the column of `field`, with the value as the file holds it."""
        at = self.layout.at[field]
        value = values.shown(field, self.cells[at])
        self.problems.append(
            Problem(self.number, self.layout.written(field), value, reason, remedy, blocking)
        )

    def done(self, row: object) -> Read:
        problems = tuple(self.problems)
        blocked = any(problem.blocking for problem in problems)
        return Read(self.number, self.cells, None if blocked else row, problems)


def fits(layout: Layout, cells: Sequence[Cell]) -> bool:
    """Whether there is a cell for each column we use and nothing beyond the header."""
    return len(cells) > layout.last_used and not any(cells[len(layout.header) :])


def misfit(layout: Layout, number: int, cells: list[Cell]) -> Read:
    """A row with more or fewer cells than the header: somewhere a separator or a line break stands
    unquoted.
    """
    problem = Problem(
        number,
        _("(seluruh baris)"),
        _("%(count)d kolom") % {"count": len(cells)},
        _("jumlah kolomnya %(count)d, sedangkan baris judul %(header)d")
        % {"count": len(cells), "header": len(layout.header)},
        _("periksa pemisah kolom atau ganti baris di dalam isi sel; apit isi itu dengan tanda kutip ganda"),
    )
    return Read(number, cells, None, (problem,))
