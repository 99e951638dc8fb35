"""Batas usia pensiun (BUP): at which age somebody leaves, by position."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import Jenjang, PositionKind
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("UU 20/2023", in_force_from=date(2023, 1, 1), standing=Standing.KNOWN, page="9"),)
_LONGER = {Jenjang.AHLI_MADYA: "retirement.ahli_madya", Jenjang.AHLI_UTAMA: "retirement.ahli_utama"}
_JPT = (PositionKind.JPT_UTAMA, PositionKind.JPT_MADYA, PositionKind.JPT_PRATAMA)
_EXCEPTIONS = _("Ada pengecualian menurut peraturan jabatannya; periksa sebelum dipakai.")


@record
@dataclass(frozen=True, slots=True)
class Retirement:
    """`reached` is the birthday of that age, `leaves` the first day of the month after it."""

    age: int
    reached: date
    leaves: date


def age(
    kind: PositionKind, jenjang: Jenjang | None = None, *, is_teacher: bool = False, on: date
) -> Verdict[int]:
    """In years. A functional position needs its jenjang, except a teacher's; elsewhere the jenjang is not asked."""
    if is_teacher:
        name = "retirement.teacher"
    elif kind in _JPT:
        name = "retirement.jpt"
    elif kind is PositionKind.FUNGSIONAL:
        if jenjang is None:
            raise Refused("jenjang", _("Jabatan fungsional perlu jenjangnya."))
        name = _LONGER.get(jenjang, "retirement.others")
    else:
        name = "retirement.others"
    figure = parameters.figure(name, on=on)
    years = int(figure.value)
    step = Step(_("{meaning:kata}: {age} tahun."), {"meaning": figure.meaning, "age": years}, (figure.cite,))
    return Verdict(years, (step, Step(_EXCEPTIONS, cites=CITES)), CITES)


def when(
    born: date, kind: PositionKind, jenjang: Jenjang | None = None, *, is_teacher: bool = False, on: date
) -> Verdict[Retirement]:
    """The day on which the age is reached, and the day from which the person has left.

    The first of the following month is our own reading of practice. Raises Refused where no such day exists.
    """
    found = age(kind, jenjang, is_teacher=is_teacher, on=on)
    year, month = born.year + found.value, born.month
    if year >= date.max.year:
        raise Refused("born", _("Tanggal terlalu jauh."))
    try:
        reached = born.replace(year=year)
    except ValueError:  # 29 February
        reached = born.replace(year=year, day=born.day - 1)
    leaves = date(year + month // 12, month % 12 + 1, 1)
    words = _("Lahir {born}, usia itu tercapai {reached}; berhenti mulai {leaves}.")
    params = {"born": born, "reached": reached, "leaves": leaves}
    step = Step(words, params, (design("9"),))
    return Verdict(Retirement(found.value, reached, leaves), (*found.steps, step), CITES)
