"""Periods of measurement and evaluation: years, quarters, months; pure dates, both ends included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.rules.codes import PeriodKind
from kinerja.rules.refusal import Refused
from kinerja.rules.wording import MONTHS
from kinerja.rules.wording import gettext_noop as _

QUARTERS = ("I", "II", "III", "IV")
_FIRST_YEAR, _LAST_YEAR = date(1900, 1, 1).year, date(2999, 1, 1).year
_MONTHS_OF = {PeriodKind.TAHUNAN: 12, PeriodKind.TRIWULANAN: 3, PeriodKind.BULANAN: 1}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`number` counts from 1 within the year: the year itself 1, quarters 1–4, months 1–12."""

    kind: PeriodKind
    year: int
    number: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12 // _MONTHS_OF[self.kind]:
            raise Refused(
                "number",
                _("Periode {kind} nomor {number} tidak ada."),
                {"kind": self.kind, "number": self.number},
            )
        if not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            raise Refused(
                "year",
                _("Tahun harus antara {first} dan {last}."),
                {"first": str(_FIRST_YEAR), "last": str(_LAST_YEAR)},
            )

    @property
    def start(self) -> date:
        return date(self.year, (self.number - 1) * _MONTHS_OF[self.kind] + 1, 1)

    @property
    def end(self) -> date:
        """The last day, itself part of the period."""
        return _first_of_month(self.year, self.number * _MONTHS_OF[self.kind] + 1) - timedelta(days=1)

    @property
    def name(self) -> str:
        """`Tahun 2026`, `Triwulan I 2026`, `Maret 2026`."""
        if self.kind is PeriodKind.TAHUNAN:
            return f"Tahun {self.year}"
        if self.kind is PeriodKind.TRIWULANAN:
            return f"Triwulan {QUARTERS[self.number - 1]} {self.year}"
        return f"{MONTHS[self.number - 1]} {self.year}"

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def next(self) -> Period:
        return period_of(self.kind, self.end + timedelta(days=1))

    def within(self, kind: PeriodKind) -> tuple[Period, ...]:
        """The periods of a shorter (or the same) kind that this one consists of, in order."""
        if _MONTHS_OF[kind] > _MONTHS_OF[self.kind]:
            raise ValueError(f"Periode {self.kind.label} tidak terdiri atas periode {kind.label}.")
        parts = [period_of(kind, self.start)]
        while parts[-1].end < self.end:
            parts.append(parts[-1].next)
        return tuple(parts)


def _first_of_month(year: int, month: int) -> date:
    """`month` may run past 12 by one."""
    return date(year + 1, 1, 1) if month > 12 else date(year, month, 1)


def period_of(kind: PeriodKind, day: date) -> Period:
    """The period of this kind that holds the day."""
    return Period(kind, day.year, (day.month - 1) // _MONTHS_OF[kind] + 1)


def year(number: int) -> Period:
    return Period(PeriodKind.TAHUNAN, number)


def quarter(year_number: int, number: int) -> Period:
    return Period(PeriodKind.TRIWULANAN, year_number, number)


def month(year_number: int, number: int) -> Period:
    return Period(PeriodKind.BULANAN, year_number, number)
