"""NIP and NI PPPK: what the 18 digits of an employee number say, and what is odd about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import NumberKind, Sex
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("Ketentuan nomor induk pegawai BKN", standing=Standing.SOURCE, sources=("S44",), page="9"),)
_SEXES = {"1": Sex.L, "2": Sex.P}
_EIGHTEEN_DIGITS = re.compile(r"[0-9]{18}")
_SIXTEEN_DIGITS = re.compile(r"[0-9]{16}")
_NINE_DIGITS = re.compile(r"[0-9]{9}")
_PRACTICE = Citation("Kebiasaan penomoran kepegawaian", standing=Standing.KNOWN, page="9")
_DROPPED = re.compile(r"[\s.'`’‘\u00a0\u200b\ufeff-]+")


@record
@dataclass(frozen=True, slots=True)
class EmployeeNumber:
    """A number that can be read. `month` is None for a NI PPPK, which names the year of appointment only."""

    text: str
    kind: NumberKind
    born: date
    year: int
    month: int | None
    sex: Sex
    serial: str
    contract_code: str = ""


def clean(text: str) -> str:
    """Blanks, dots, hyphens and the apostrophes of spreadsheets removed; nothing else is repaired."""
    return _DROPPED.sub("", text)


def parse(text: str, *, expected: NumberKind | None = None) -> Verdict[EmployeeNumber | None]:
    """None with an error step when it is no employee number; what is odd but possible is a warning.

    `expected` is the kind that the personnel file claims (PNS → NIP, PPPK → NI_PPPK).
    """
    number = clean(text)
    if _SIXTEEN_DIGITS.fullmatch(number):  # never repeated: it may be a NIK, which no sentence holds
        return _refused(_("NIP harus 18 angka, yang tertulis 16. Mungkin NIK yang terisi; periksa kolomnya."))
    if not _EIGHTEEN_DIGITS.fullmatch(number):
        return _refused(
            _("NIP harus 18 angka, yang tertulis {count} karakter: “{text}”. Periksa di berkas asal."),
            count=len(number),
            text=text[:40],
        )
    born = _day(number[:8])
    if born is None:
        return _refused(
            _("Delapan angka pertama NIP bukan tanggal lahir yang benar: {text}."), text=number[:8]
        )
    if number[14] not in _SEXES:
        return _refused(
            _("Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan), tertulis {text}."), text=number[14]
        )
    kind = _kind(number[12:14])
    if kind is None:
        return _refused(
            _("Angka ke-13 dan 14 NIP harus bulan 01–12 (PNS) atau kode 21–29 (PPPK), tertulis {text}."),
            text=number[12:14],
        )
    read = _read(number, kind, born)
    return Verdict(read, (_said(read), *_oddities(read, expected)), CITES)


def _read(number: str, kind: NumberKind, born: date) -> EmployeeNumber:
    is_nip = kind is NumberKind.NIP
    return EmployeeNumber(
        text=number,
        kind=kind,
        born=born,
        year=int(number[8:12]),
        month=int(number[12:14]) if is_nip else None,
        sex=_SEXES[number[14]],
        serial=number[15:],
        contract_code="" if is_nip else number[12:14],
    )


def _refused(template: str, **params: str | int) -> Verdict[EmployeeNumber | None]:
    return Verdict(None, (Step(template, params, CITES, level=Level.ERROR),), CITES)


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _kind(code: str) -> NumberKind | None:
    if "01" <= code <= "12":
        return NumberKind.NIP
    return NumberKind.NI_PPPK if "21" <= code <= "29" else None


def _said(read: EmployeeNumber) -> Step:
    template = _("{kind}: lahir {born}, {sex}, diangkat tahun {year}, nomor urut {serial}.")
    params = {
        "kind": read.kind,
        "born": read.born,
        "sex": read.sex,
        "year": str(read.year),
        "serial": read.serial,
    }
    return Step(template, params)


def _oddities(read: EmployeeNumber, expected: NumberKind | None) -> list[Step]:
    found = [*_age(read)]
    if read.serial == "000":
        found.append(_warning(_("Nomor urut pada NIP 000, padahal nomor urut mulai dari 001.")))
    if expected is not None and expected is not read.kind:
        found.append(
            _warning(
                _("Format ragu: susunan nomornya {read}, padahal menurut data seharusnya {expected}."),
                read=read.kind,
                expected=expected,
            )
        )
    return found


def _age(read: EmployeeNumber) -> list[Step]:
    """The month decides when it is known; for a NI PPPK the age reached within the year counts."""
    appointed = (read.year, read.month if read.month is not None else 12)
    age = appointed[0] - read.born.year - (appointed[1] < read.born.month)
    oldest = "nip.oldest_at_appointment" if read.kind is NumberKind.NIP else "nip.oldest_pppk_at_appointment"
    on = max(date(min(max(read.year, 1), 9999), 1, 1), date(1945, 8, 17))
    low = parameters.whole("nip.youngest_at_appointment", on=on)
    high = parameters.whole(oldest, on=on)
    if low <= age <= high:
        return []
    return [
        _warning(
            _("Menurut nomornya, usia saat diangkat {age} tahun; yang wajar {low} sampai {high} tahun."),
            age=age,
            low=low,
            high=high,
        )
    ]


def _warning(template: str, **params: object) -> Step:
    return Step(template, params, (design("9"),), level=Level.WARNING)


def disagreements(
    read: EmployeeNumber, *, born: date | None = None, sex: Sex | None = None
) -> tuple[Step, ...]:
    """Warnings where the number says something else than the personnel file; never a reason to block."""
    found = []
    if born is not None and born != read.born:
        found.append(
            _warning(
                _("Tanggal lahir {born} berbeda dari NIP, yang memuat {number}."), born=born, number=read.born
            )
        )
    if sex is not None and sex is not read.sex:
        found.append(
            _warning(
                _("Jenis kelamin {sex} berbeda dari NIP, yang memuat {number}."), sex=sex, number=read.sex
            )
        )
    return tuple(found)


@record
@dataclass(frozen=True, slots=True)
class ContractCode:
    """The two digits of a NI PPPK after the year: kind of employee, and which contract."""

    code: str
    ordinal: int


def contract(text: str) -> Verdict[ContractCode | None]:
    """Which contract a NI PPPK was given for: 21 is the first. None with an error step when it is no NI PPPK."""
    read = parse(text, expected=NumberKind.NI_PPPK)
    if read.value is None:
        return Verdict(None, read.steps, CITES)
    if read.value.kind is not NumberKind.NI_PPPK:
        return Verdict(None, (*read.steps, _no_contract()), CITES)
    code = ContractCode(read.value.contract_code, int(read.value.contract_code[1]))
    words = _("Kode {code}: PPPK, perjanjian kerja ke-{ordinal} (kebiasaan, belum diverifikasi).")
    step = Step(words, {"code": code.code, "ordinal": code.ordinal}, (_PRACTICE,))
    return Verdict(code, (*read.steps, step), CITES)


def _no_contract() -> Step:
    return Step(_("Nomor ini tidak memuat kode perjanjian kerja."), cites=CITES, level=Level.ERROR)


def parse_old(text: str) -> Verdict[str | None]:
    """The old number of nine digits, kept as history only; nothing is read from it. None when it is none."""
    number = clean(text)
    if not _NINE_DIGITS.fullmatch(number):
        words = _("NIP lama harus 9 angka, yang tertulis {count} karakter. Periksa di berkas asal.")
        return Verdict(None, (Step(words, {"count": len(number)}, (_PRACTICE,), level=Level.ERROR),), CITES)
    step = Step(_("NIP lama 9 angka; hanya disimpan sebagai riwayat."), cites=(_PRACTICE,))
    return Verdict(number, (step,), CITES)
