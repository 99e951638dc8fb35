"""Rows of volumes as others send them, in a file or by the API: typed values, or what is wrong with each cell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kinerja.areas.service_quality.models import Service
from kinerja.base.organization.models import Assignment, Person
from kinerja.tools.tables.columns import Column, Kind
from kinerja.tools.tables.problem import Problem
from kinerja.tools.tables.reading import open_table
from kinerja.tools.ui.forms import IndonesianDateField, parse_decimal

KIND = Kind(
    "volume layanan",
    (
        Column("day", "TANGGAL", ("TGL", "HARI", "TANGGAL LAYANAN"), required=True),
        Column("service", "KODE LAYANAN", ("KODE", "LAYANAN"), required=True),
        Column("served", "DILAYANI", ("JUMLAH DILAYANI", "JUMLAH"), required=True),
        Column("to_standard", "SESUAI STANDAR", ("DILAYANI SESUAI STANDAR", "STANDAR")),
        Column("nip", "NIP PETUGAS", ("NIP", "PETUGAS")),
    ),
    enough=3,
    source="SIMPUS",
)
#: more on one day than any counter of a government serves: a slip of the keyboard
MOST_A_DAY = 1_000_000
#: rows of one file or sending
MOST_ROWS = 20_000
_DAYS = IndonesianDateField()
#: 1.250 means 1250 here: nobody serves a quarter of a person
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")


@dataclass(frozen=True, slots=True)
class Row:
    """A day's volume of a service, as sent."""

    number: int
    service_id: UUID
    day: date
    officer_id: UUID | None
    served: int
    to_standard: int | None

    def packed(self) -> list[Any]:
        """As it lies in a delivery until it is imported."""
        return [self.number, self.service_id, self.day, self.officer_id, self.served, self.to_standard]

    @classmethod
    def unpacked(cls, row: Sequence[Any]) -> "Row":
        number, service, day, officer, served, standard = row
        return cls(
            number,
            UUID(service),
            date.fromisoformat(day),
            UUID(officer) if officer else None,
            served,
            standard,
        )


@dataclass(frozen=True, slots=True)
class Faulty:
    """A row that cannot be taken: as it was, with what is wrong."""

    number: int
    cells: Sequence[Any]
    problems: tuple[Problem, ...]


@dataclass
class Taken:
    """What came of a file: rows, faulty rows, how it was read."""

    header: tuple[str, ...] = ()
    described: str = ""
    ignored: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    faulty: list[Faulty] = field(default_factory=list)


class Wrong(Exception):
    """This value cannot be taken: why, and what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


class Reader:
    """Reads rows for the services somebody may fill. `services` by code; nothing else is known to the sender."""

    def __init__(self, services: Iterable[Service], today: date) -> None:
        self.services = {service.code: service for service in services}
        self.today = today
        units = {service.unit_id for service in self.services.values()}
        seats = Assignment.objects.filter(unit_id__in=units).select_related("person")
        self.staff: dict[tuple[UUID, str], Person] = {
            (seat.unit_id, seat.person.nip): seat.person for seat in seats
        }
        self.seen: dict[tuple[UUID, date, UUID | None], int] = {}

    def row(
        self, number: int, cells: Mapping[str, Any], names: Mapping[str, str] | None = None
    ) -> Row | tuple[Problem, ...]:
        """One row by our names of its values; `names` are the columns as the sender writes them."""
        problems: list[Problem] = []

        def read(field_: str, how: Any) -> Any:
            value = cells.get(field_, "")
            try:
                return how("" if value is None else value)
            except Wrong as wrong:
                written = (names or {}).get(field_, field_)
                problems.append(Problem(number, written, _shown(value), wrong.reason, wrong.remedy))
                return None

        service = read("service", self._service)
        day = read("day", lambda value: self._day(value, service))
        served = read("served", _whole)
        standard = read("to_standard", lambda value: self._standard(value, service, served))
        officer = read("nip", lambda value: self._officer(value, service))
        if service is None or day is None or served is None or problems:
            return tuple(problems)
        row = Row(number, service.pk, day, officer and officer.pk, served, standard)
        first = self.seen.setdefault((row.service_id, row.day, row.officer_id), number)
        if first != number:
            reason = _("hari, layanan, dan petugas ini sudah ada di baris %(row)d") % {"row": first}
            what = (names or {}).get("day", "day")
            return (Problem(number, what, _shown(cells.get("day")), reason, _("hapus salah satunya")),)
        return row

    def _service(self, value: Any) -> Service:
        code = str(value).strip().upper()
        if not code:
            raise Wrong(_("wajib diisi, tetapi kosong"), _("isi kode layanan dari katalog"))
        if code not in self.services:
            raise Wrong(
                _("kode layanan ini tidak ada di katalog yang boleh Anda isi"),
                _("salin kode dari halaman layanannya"),
            )
        return self.services[code]

    def _day(self, value: Any, service: Service | None) -> date:
        try:
            day = value if isinstance(value, date) else _DAYS.clean(str(value))
        except ValidationError:
            raise Wrong(
                _("bukan tanggal yang dikenali"),
                _("tulis tanggal-bulan-tahun, misalnya 31-12-2026"),
            ) from None
        if day > self.today:
            raise Wrong(_("tanggalnya belum tiba"), _("periksa tanggalnya"))
        if service is not None and not service.is_given_on(day):
            raise Wrong(
                _("layanan ini tidak diberikan pada tanggal itu"), _("periksa tanggal dan katalog layanan")
            )
        return day

    def _standard(self, value: Any, service: Service | None, served: int | None) -> int | None:
        if service is None:
            return None
        if not service.has_standard:
            if value != "":
                raise Wrong(_("layanan ini tidak menghitung yang sesuai standar"), _("kosongkan kolom ini"))
            return None
        standard = _whole(value)
        if served is not None and standard > served:
            raise Wrong(
                _("lebih banyak daripada yang dilayani (%(n)d)") % {"n": served}, _("periksa kedua angkanya")
            )
        return standard

    def _officer(self, value: Any, service: Service | None) -> Person | None:
        nip = str(value).replace(" ", "").removeprefix("'")
        if not nip or service is None:
            return None
        if isinstance(value, float):
            raise Wrong(
                _("NIP tersimpan sebagai angka Excel, digit terakhirnya sudah berubah"),
                _("ubah format kolom menjadi Teks, lalu salin ulang NIP-nya"),
            )
        person = self.staff.get((service.unit_id, nip))
        if person is None:
            raise Wrong(
                _("tidak ada petugas dengan NIP ini di unit layanan"),
                _("periksa NIP, atau kosongkan bila tanpa nama petugas"),
            )
        return person


def read_file(path: Path, reader: Reader) -> Taken:
    """Read a whole file. Raises UnreadableFile or ColumnsRefused for what is no such table."""
    with open_table(path, KIND) as table:
        layout = table.layout
        taken = Taken(layout.header, table.described, layout.ignored)
        names = {name: layout.written(name) for name in layout.at}
        for number, cells in table.rows:
            if not any(cell != "" for cell in cells):
                continue
            if len(taken.rows) + len(taken.faulty) >= MOST_ROWS:
                taken.faulty.append(Faulty(number, cells, (_too_many(number),)))
                break
            values = {name: cells[at] if at < len(cells) else "" for name, at in layout.at.items()}
            found = reader.row(number, values, names)
            if isinstance(found, Row):
                taken.rows.append(found)
            else:
                taken.faulty.append(Faulty(number, cells, found))
    return taken


def _too_many(number: int) -> Problem:
    return Problem(
        number,
        _("(seluruh baris)"),
        "",
        _("berkas ini lebih dari %(most)d baris") % {"most": MOST_ROWS},
        _("bagi menjadi beberapa berkas"),
    )


def _whole(value: Any) -> int:
    """A whole number from 0: 41, 41.0 (Excel), "1.250.000", "41"."""
    if value == "" or isinstance(value, bool):
        raise Wrong(_("wajib diisi, tetapi kosong"), _("isi 0 bila tidak ada yang dilayani"))
    try:
        text = str(value).strip()
        number = Decimal(text) if not isinstance(value, str) else parse_decimal(_ungrouped(text))
        whole = int(number)
    except (ValidationError, ArithmeticError, ValueError):
        raise Wrong(_("bukan bilangan bulat"), _("tulis angka saja, misalnya 41")) from None
    if number != whole:
        raise Wrong(_("bukan bilangan bulat"), _("tulis angka saja, misalnya 41"))
    if whole < 0:
        raise Wrong(_("angkanya negatif"), _("isi 0 bila tidak ada yang dilayani"))
    if whole > MOST_A_DAY:
        raise Wrong(_("angkanya lebih dari %(most)d") % {"most": MOST_A_DAY}, _("periksa angkanya"))
    return whole


def _ungrouped(text: str) -> str:
    return text.replace(".", "") if _GROUPED.fullmatch(text) else text


def _shown(value: Any) -> str:
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value or "")
    return text if len(text) <= 80 else f"{text[:79]}…"
