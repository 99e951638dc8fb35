"""The list of problems as a workbook: each row of the upload that has one, as it was, with the reasons beside
it.

The first columns say what is wrong; the rest is the original row under the original header, so that it can be
mended in place and the same workbook sent again (our three columns are then ignored as unknown). Everything
is written as text: nothing in it can become a formula, and a NIP stays eighteen digits.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

import xlsxwriter
from django.utils.translation import gettext as _

from kinerja.tools.tables.reading import Cell

#: more rows than this nobody mends by hand; the sheet says so in its last line
MOST_ROWS = 20_000


class Faulty(Protocol):
    """A row with its problems, as a reader of rows gives it."""

    @property
    def number(self) -> int: ...
    @property
    def cells(self) -> Sequence[Cell]: ...
    @property
    def problems(self) -> Sequence["Said"]: ...


class Said(Protocol):
    """What is said about one cell."""

    @property
    def column(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def remedy(self) -> str: ...


def write(path: Path, header: Sequence[str], rows: Iterable[Faulty]) -> int:
    """Write the workbook to `path`; returns how many rows it holds. Memory does not grow with the rows."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(path, options) as book:
        sheet = book.add_worksheet(_("Masalah"))
        bold = book.add_format({"bold": True, "bottom": 1})
        told = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FDF0D9"})
        plain = book.add_format({"num_format": "@", "valign": "top"})
        sheet.freeze_panes(1, 3)
        sheet.set_column(0, 0, 12)
        sheet.set_column(1, 2, 50)
        _line(sheet, 0, [_("Baris asal"), _("Masalah"), _("Yang perlu dilakukan"), *header], bold, bold)
        written = 0
        for row in rows:
            if written == MOST_ROWS:
                _line(
                    sheet,
                    written + 1,
                    ["", _("Selebihnya tidak dimuat di sini: perbaiki dahulu yang di atas.")],
                    told,
                    plain,
                )
                break
            written += 1
            _line(sheet, written, [*_told(row), *(_text(cell) for cell in row.cells)], told, plain)
    return written


def _told(row: Faulty) -> tuple[str, str, str]:
    reasons = "\n".join(f"{said.column}: {said.reason}" for said in row.problems)
    remedies = "\n".join(dict.fromkeys(said.remedy for said in row.problems))
    return str(row.number), reasons, remedies


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    return cell.strftime("%d-%m-%Y") if isinstance(cell, date) else cell


def _line(
    sheet: xlsxwriter.worksheet.Worksheet, at: int, cells: Sequence[str], told: object, plain: object
) -> None:
    for position, cell in enumerate(cells):
        # write_string: never a formula, a number or a link; 32,767 is the most a cell may hold
        sheet.write_string(at, position, cell[:32_767], told if position < 3 else plain)
