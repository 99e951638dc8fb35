"""The personnel file: typed rows, one at a time, in constant memory.

That no NIP comes twice is not checked here (it would mean holding every NIP): the staging table in the
database does.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache, partial
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from kinerja.rules.codes import NumberKind, Sex
from kinerja.rules.identity import nik as niks
from kinerja.rules.identity import nip as nips
from kinerja.rules.identity.nip import EmployeeNumber
from kinerja.rules.verdict import Verdict
from kinerja.tools.tables.columns import Layout
from kinerja.tools.tables.reading import Cell, Table

from . import values
from .rows import Read, RowReader, fits, misfit
from .spelling import person_name

EARLIEST_BIRTH = date(1930, 1, 1)
EARLIEST_ACT = date(1950, 1, 1)
#: a decree may name a day ahead, but not years ahead
AHEAD = timedelta(days=366)
_CHECK = gettext_noop("periksa di SIASN; baris ini tetap diimpor")


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """What a person's row needs to know of the unit. `head_title` is "" when the unit names no head's
    post.
    """

    id: UUID
    head_title: str
    echelon: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as the file has it. Codes are those of base/organization; "" and None mean: not in the
    file.
    """

    number: int
    nip: str
    name: str
    title_before: str
    title_after: str
    birth_date: date
    sex: str
    #: only to be hashed; never in a repr, a log or the ledger
    nik: str = field(repr=False)
    phone: str
    email: str
    status: str
    standing: str
    cpns_since: date | None
    golongan: str
    golongan_since: date | None
    position_kind: str
    position: str
    jenjang: str
    position_since: date
    education: str
    unit: UUID | None
    is_head: bool
    siasn_id: str


_NAME, _TITLE_AFTER = partial(values.limited, most=150), partial(values.repeated, most=100)
_SHORT, _ID, _POST = (partial(values.repeated, most=most) for most in (60, 64, 200))
_SIASN_ID = partial(values.limited, most=64)
_NIP = partial(values.digits, name="NIP")


class PeopleReader:
    """Reads the rows of one personnel file. `units` are those a person may belong to, by UNOR ID."""

    def __init__(
        self, layout: Layout, *, today: date, units: Mapping[str, KnownUnit], instansi: str = ""
    ) -> None:
        self.layout = layout
        self.units = units
        self.instansi = government(instansi)
        self.born = partial(values.sensible_day, earliest=EARLIEST_BIRTH, latest=today)
        self.act = partial(values.sensible_day, earliest=EARLIEST_ACT, latest=today + AHEAD)

    def read(self, number: int, cells: list[Cell]) -> Read:
        """One row. Problems name the column as the file writes it."""
        if not fits(self.layout, cells):
            return misfit(self.layout, number, cells)
        row = RowReader(self.layout, number, cells)
        status = _status(row)
        nip = self._number(row, status)
        found = self._person(row, nip, status)
        if nip is None:
            return row.done(None)
        _doubts(row, nip, found)
        return row.done(found)

    def _person(self, row: RowReader, nip: EmployeeNumber | None, status: str) -> PersonRow:
        """Every column is read even when one is wrong, so that the uploader sees all that is wrong at
        once.
        """
        self._own(row)
        unit = self._unit(row)
        position = row.required("position_name", _POST, "")
        kind, is_head = _post(row, position, unit)
        return PersonRow(
            number=row.number,
            nip=nip.text if nip else "",
            name=person_name(row.required("name", _NAME, "")),
            title_before=row.read("title_front", _SHORT, ""),
            title_after=row.read("title_back", _TITLE_AFTER, ""),
            birth_date=row.read("birth_date", self.born, None) or (nip.born if nip else EARLIEST_BIRTH),
            sex=row.read("sex", values.sex, "") or (nip.sex.value if nip else ""),
            nik=row.read("nik", _nik, ""),
            phone=row.read("phone", values.phone, "", doubt=True),
            email=row.read("email", values.email, "", doubt=True),
            status=status,
            standing=row.read("standing", _SHORT, ""),
            cpns_since=row.read("cpns_date", self.act, None),
            golongan=row.read("golongan", values.golongan, ""),
            golongan_since=row.read("golongan_date", self.act, None),
            position_kind=kind,
            position=position,
            jenjang=values.jenjang(position) if kind == "FUNGSIONAL" else "",
            position_since=row.required("position_date", self.act, None) or EARLIEST_ACT,
            education=row.read("education", _SHORT, ""),
            unit=unit.id if unit else None,
            is_head=is_head,
            siasn_id=row.read("siasn_id", _SIASN_ID, ""),
        )

    def _number(self, row: RowReader, status: str) -> EmployeeNumber | None:
        number = row.required("nip", _NIP, "")
        if not number:
            return None
        expected = {"": None, "PPPK": NumberKind.NI_PPPK, "PPPK_PW": NumberKind.NI_PPPK}.get(
            status, NumberKind.NIP
        )
        verdict = nips.parse(number, expected=expected)
        if verdict.value is None:
            row.say("nip", verdict.errors[0].sentence(_), _("periksa NIP di berkas asal, lalu perbaiki"))
        for warning in verdict.warnings:
            row.say("nip", warning.sentence(_), _(_CHECK), blocking=False)
        return verdict.value

    def _unit(self, row: RowReader) -> KnownUnit | None:
        unor_id = row.required("unor_id", _ID, "")
        unit = self.units.get(unor_id)
        if unor_id and unit is None:
            row.say(
                "unor_id",
                _("unit ini belum terdaftar"),
                _("impor dahulu berkas unit yang memuatnya, atau perbaiki ID-nya"),
            )
        return unit

    def _own(self, row: RowReader) -> None:
        """The person works for this government: a file of another one must not slip in."""
        works_for = row.read("instansi_kerja", _POST, "")
        if works_for and self.instansi and government(works_for) != self.instansi:
            row.say(
                "instansi_kerja",
                _("pegawai ini bekerja di instansi lain"),
                _("hapus baris ini, atau unggah berkas instansi Anda sendiri"),
            )


def read_people(table: Table, reader: PeopleReader) -> Iterator[Read]:
    """Every row of the file that is not empty."""
    for number, cells in table.rows:
        if any(cells):
            yield reader.read(number, cells)


@lru_cache(maxsize=256)
def government(name: str) -> str:
    """The name of a government with the differences that mean nothing taken away ("Pemerintah Kab. X" =
    "Kabupaten X").
    """
    words = name.upper().replace(".", " ").split()
    short = {"KAB": "KABUPATEN", "PROV": "PROVINSI", "PROPINSI": "PROVINSI"}
    dropped = {"PEMERINTAH", "PEMKAB", "PEMKOT", "PEMPROV", "DAERAH"}
    return " ".join(short.get(word, word) for word in words if word not in dropped)


@lru_cache(maxsize=1)  # a row asks twice; of no more than the last one anything is kept
def _parsed_nik(number: str) -> Verdict[niks.Nik | None]:
    return niks.parse(number)


def _nik(cell: Cell) -> str:
    number = values.digits(cell, name="NIK")
    verdict = _parsed_nik(number) if number else None
    if verdict and verdict.value is None:
        raise values.Wrong(verdict.errors[0].sentence(_), _("perbaiki NIK, atau kosongkan sel ini"))
    return number


def _post(row: RowReader, position: str, unit: KnownUnit | None) -> tuple[str, bool]:
    """The kind of the post, and whether it is the head's.

    It is the head's when it is called so; where the unit names no head's post, a structural post is.
    """
    kind = row.required("position_kind", values.position_kind, "")
    echelon = row.read("eselon", values.eselon, "")
    called_so = bool(unit and unit.head_title and unit.head_title.casefold() == position.casefold())
    if kind != "STRUKTURAL" or unit is None:
        return kind, called_so
    if unit.head_title and not called_so:
        row.say(
            "position_name",
            _("jabatan struktural ini bukan jabatan pimpinan unitnya (%(head)s)") % {"head": unit.head_title},
            _(
                "samakan nama jabatan pimpinan di berkas unit bila ia memang pimpinannya; baris ini tetap "
                "diimpor"
            ),
            blocking=False,
        )
    found = values.kind_of_echelon(echelon or unit.echelon)
    if not found:
        row.say(
            "position_kind",
            _("eselon jabatan struktural ini tidak diketahui, jadi dicatat sebagai Pengawas"),
            _("isi ESELON di berkas unit; baris ini tetap diimpor"),
            blocking=False,
        )
    return found or "PENGAWAS", called_so or not unit.head_title


def _status(row: RowReader) -> str:
    """What SIASN says of PNS, CPNS and PPPK in its two columns; "" when it says nothing."""
    said = row.read("status", values.status, "")
    kind = row.read("employment", _POST, "").upper()
    if "PARUH WAKTU" in kind:
        return "PPPK_PW"
    return "PPPK" if said != "PPPK_PW" and ("PPPK" in kind or "P3K" in kind) else said


def _doubts(row: RowReader, nip: EmployeeNumber, found: PersonRow) -> None:
    """What the numbers say of birth and sex against what the columns say: told, never a reason to keep
    out.
    """
    sex = Sex.P if found.sex == "P" else Sex.L
    for warning in nips.disagreements(nip, born=found.birth_date, sex=sex):
        row.say("nip", warning.sentence(_), _(_CHECK), blocking=False)
    if found.nik and (nik := _parsed_nik(found.nik).value):
        for warning in niks.disagreements(nik, born=found.birth_date, sex=sex):
            row.say("nik", warning.sentence(_), _(_CHECK), blocking=False)
