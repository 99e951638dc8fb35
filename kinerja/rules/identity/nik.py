"""NIK: the form of the 16 digits, what they say of birth and sex, and the mask. Nothing is stored here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import Sex
from kinerja.rules.identity.nip import clean as clean
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("Susunan nomor induk kependudukan", standing=Standing.KNOWN, page="9"),)
_SIXTEEN_DIGITS = re.compile(r"[0-9]{16}")
_FEMALE_DAY_OFFSET = 40
_SHOWN = 4
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Nik:
    """What the number says; the century of birth is not in it. Never packed into a verdict that is stored."""

    area: str
    day: int
    month: int
    two_digit_year: int
    sex: Sex
    last_four: str


def parse(text: str) -> Verdict[Nik | None]:
    """None with an error step when it cannot be a NIK. No sentence repeats the number."""
    number = clean(text)
    if not _SIXTEEN_DIGITS.fullmatch(number):
        return _refused(
            _("NIK harus 16 angka, yang tertulis {count} karakter. Periksa di berkas asal."),
            count=len(number),
        )
    day = int(number[6:8])
    sex = Sex.P if day > _FEMALE_DAY_OFFSET else Sex.L
    day -= _FEMALE_DAY_OFFSET if sex is Sex.P else 0
    month = int(number[8:10])
    if not _is_a_day(day, month):
        return _refused(_("Angka ke-7 sampai 10 NIK bukan tanggal dan bulan lahir yang benar."))
    if number.startswith("00"):
        return _refused(_("Dua angka pertama NIK bukan kode provinsi."))
    read = Nik(number[:6], day, month, int(number[10:12]), sex, number[-_SHOWN:])
    return Verdict(read, (Step(_("NIK 16 angka, susunannya benar.")),), CITES)


def _refused(template: str, **params: int) -> Verdict[Nik | None]:
    return Verdict(None, (Step(template, params, CITES, level=Level.ERROR),), CITES)


def _is_a_day(day: int, month: int) -> bool:
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def disagreements(read: Nik, *, born: date | None = None, sex: Sex | None = None) -> tuple[Step, ...]:
    """Warnings where birth or sex in the personnel file differ; old data err, so nothing is blocked."""
    found = []
    if born is not None and (born.day, born.month, born.year % 100) != (
        read.day,
        read.month,
        read.two_digit_year,
    ):
        found.append(_warning(_("Tanggal lahir {born} tidak sama dengan yang termuat dalam NIK."), born=born))
    if sex is not None and sex is not read.sex:
        found.append(_warning(_("Jenis kelamin {sex} tidak sama dengan yang termuat dalam NIK."), sex=sex))
    return tuple(found)


def _warning(template: str, **params: object) -> Step:
    return Step(template, params, (design("9"),), level=Level.WARNING)


def mask(text: str) -> str:
    """All but the last four digits hidden, whatever the length."""
    number = clean(text)
    shown = number[-_SHOWN:] if len(number) > _SHOWN else ""
    return "•" * (len(number) - len(shown)) + shown
