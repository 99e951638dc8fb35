"""A file of reports row by row: what it says, or what is wrong with which cell and what to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.actions.checking import refuse_day, refuse_value
from kinerja.areas.reporting.errors import WrongDay, WrongValue
from kinerja.areas.reporting.queries import Line
from kinerja.tools.refusals import Refusal
from kinerja.tools.tables.columns import Column, Kind, Layout
from kinerja.tools.tables.problem import Problem
from kinerja.tools.tables.reading import Cell, Row
from kinerja.tools.ui import formats
from kinerja.tools.ui.forms import IndonesianDateField, parse_decimal

REPORTS = Kind(
    "laporan",
    (
        Column("day", "TANGGAL", ("TANGGAL KEGIATAN", "TGL", "HARI"), required=True),
        Column("indicator", "INDIKATOR", ("NAMA INDIKATOR", "INDIKATOR KINERJA", "IKI"), required=True),
        Column("value", "ANGKA", ("REALISASI", "JUMLAH", "CAPAIAN", "NILAI"), required=True),
        Column("unit", "SATUAN"),
        Column("note", "CATATAN", ("KEGIATAN HARIAN", "KEGIATAN", "KETERANGAN", "URAIAN")),
    ),
    enough=3,
    source="halaman Impor laporan",
)
_LONGEST_NOTE = 2_000
_FOUR_PLACES = Decimal("0.0001")


class _Wrong(Exception):
    """A cell that cannot be read: why, and what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


@dataclass(frozen=True, slots=True)
class Faulty:
    """A row that cannot be taken, as it was."""

    number: int
    cells: Sequence[Cell]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A report as a file says it."""

    number: int
    indicator_id: UUID
    day: date
    value: Decimal
    note: str

    @property
    def said(self) -> tuple[UUID, date, Decimal, str]:
        """What makes two rows the same report."""
        return self.indicator_id, self.day, self.value, self.note


@dataclass(slots=True)
class Reading:
    """All rows of a file."""

    rows: list[ReadRow] = field(default_factory=list)
    faults: list[Faulty] = field(default_factory=list)
    unchanged: int = 0


class RowReader:
    """Reads the rows of one person's file against his indicators."""

    def __init__(
        self, layout: Layout, indicators: Iterable[Indicator], lines: dict[UUID, Line], today: date
    ) -> None:
        self.layout, self.lines, self.today = layout, lines, today
        self.by_name: dict[str, list[Indicator]] = {}
        for each in indicators:
            self.by_name.setdefault(_plain(each.name), []).append(each)
        self.dates = IndonesianDateField()
        self.seen: dict[tuple[Any, ...], int] = {}

    def read(self, number: int, cells: Sequence[Cell]) -> ReadRow | Faulty:
        """One row: the report, or everything that is wrong with it."""
        if len(cells) <= self.layout.last_used:
            cells = [*cells, *[""] * (self.layout.last_used + 1 - len(cells))]
        problems: list[Problem] = []
        found: dict[str, Any] = {}
        for name in ("indicator", "day", "value", "unit", "note"):
            try:
                found[name] = getattr(self, f"_{name}")(self._cell(cells, name), found)
            except _Wrong as wrong:
                shown = text_of(self._cell(cells, name))[:80]
                problems.append(Problem(number, self.layout.written(name), shown, wrong.reason, wrong.remedy))
        if problems:
            return Faulty(number, cells, tuple(problems))
        row = ReadRow(number, found["indicator"].pk, found["day"], found["value"], found["note"])
        first = self.seen.setdefault(row.said, number)
        if first != number:
            reason = _("sama persis dengan baris %(row)d berkas ini") % {"row": first}
            return self.fault(number, cells, "day", reason, _("hapus salah satu barisnya"))
        return row

    def fault(self, number: int, cells: Sequence[Cell], name: str, reason: str, remedy: str) -> Faulty:
        """A row that reads well, but cannot be taken."""
        shown = text_of(self._cell(cells, name))[:80]
        return Faulty(number, cells, (Problem(number, self.layout.written(name), shown, reason, remedy),))

    def is_empty(self, cells: Sequence[Cell]) -> bool:
        """A row of the downloaded workbook nobody filled in."""
        return all(self._cell(cells, name) in ("", None) for name in ("value", "note"))

    def _cell(self, cells: Sequence[Cell], name: str) -> Cell:
        at = self.layout.at.get(name)
        return "" if at is None or at >= len(cells) else cells[at]

    def _indicator(self, cell: Cell, found: dict[str, Any]) -> Indicator:
        named = self.by_name.get(_plain(text_of(cell)), [])
        if not text_of(cell).strip():
            raise _Wrong(_("kosong, padahal wajib"), _("pilih indikator dari lembar Indikator"))
        if len(named) != 1:
            reason = (
                _("lebih dari satu indikator Anda bernama ini")
                if named
                else _("tidak ada indikator bernama ini dalam SKP Anda yang berlaku")
            )
            raise _Wrong(reason, _("salin nama indikator persis seperti di lembar Indikator"))
        return named[0]

    def _day(self, cell: Cell, found: dict[str, Any]) -> date:
        day = _day_of(cell, self.dates)
        if "indicator" in found:
            try:
                refuse_day(self.lines[found["indicator"].pk], day, self.today)
            except WrongDay as refused:
                raise _Wrong(*_halves(refused)) from refused
        return day

    def _value(self, cell: Cell, found: dict[str, Any]) -> Decimal:
        if cell == "":
            raise _Wrong(_("kosong, padahal wajib"), _("isi angkanya, atau kosongkan seluruh baris"))
        if isinstance(cell, date):
            raise _Wrong(
                _("berupa tanggal, bukan angka"), _("ubah format selnya menjadi angka, lalu isi ulang")
            )
        try:
            value = parse_decimal(cell) if isinstance(cell, str) else Decimal(repr(cell))
            if not isinstance(cell, str):
                value = value.quantize(_FOUR_PLACES)  # what Excel computed has 17 digits
            refuse_value(value)
        except ValidationError as refused:
            raise _Wrong(refused.messages[0], _("tulis angkanya seperti 1.234,5")) from refused
        except WrongValue as refused:
            raise _Wrong(*_halves(refused)) from refused
        return value

    def _unit(self, cell: Cell, found: dict[str, Any]) -> str:
        text, indicator = text_of(cell).strip(), found.get("indicator")
        if text and indicator is not None and _plain(text) != _plain(indicator.unit_of_measure):
            raise _Wrong(
                _("bukan satuan indikator ini, yaitu %(unit)s") % {"unit": indicator.unit_of_measure},
                _("periksa indikatornya, atau kosongkan satuannya"),
            )
        return text

    def _note(self, cell: Cell, found: dict[str, Any]) -> str:
        text = text_of(cell).strip()
        if len(text) > _LONGEST_NOTE:
            reason = _("%(letters)s huruf, paling banyak 2.000") % {"letters": formats.number(len(text))}
            raise _Wrong(reason, _("singkatkan catatannya"))
        return text


def read_all(rows: Iterable[Row], reader: RowReader) -> Reading:
    """Every row of a file; rows nobody filled in are passed over."""
    reading = Reading()
    for number, cells in rows:
        if reader.is_empty(cells):
            continue
        row = reader.read(number, cells)
        if isinstance(row, Faulty):
            reading.faults.append(row)
        else:
            reading.rows.append(row)
    return reading


def _day_of(cell: Cell, dates: IndonesianDateField) -> date:
    if cell == "":
        raise _Wrong(_("kosong, padahal wajib"), _("isi tanggalnya, misalnya 03-03-2026"))
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    try:
        found: date = dates.clean(text_of(cell))
    except ValidationError as refused:
        raise _Wrong(
            _("bukan tanggal yang ada di kalender"), _("tulis hari-bulan-tahun, misalnya 03-03-2026")
        ) from refused
    return found


def _halves(refused: Refusal) -> tuple[str, str]:
    """A sentence of ours says what is wrong, then what to do."""
    reason, _dot, remedy = refused.sentence.partition(". ")
    return reason, remedy or reason


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def text_of(cell: Cell) -> str:
    """A cell as a person reads it."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else formats.in_full(cell).replace(".", "")
    return cell.strftime("%d-%m-%Y") if isinstance(cell, date) else str(cell)
