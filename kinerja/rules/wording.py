"""How rules speak: marked Indonesian sentences, and numbers and dates as Indonesians write them."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

Number = int | Decimal | Fraction
#: wide enough for whatever `inputs` lets in, and for the product of two such numbers
_WIDE = Context(prec=200)


def gettext_noop(text: str) -> str:
    """Mark a sentence for the translation catalogue and return it as it is (rules know no Django)."""
    return text


MONTHS = (
    gettext_noop("Januari"),
    gettext_noop("Februari"),
    gettext_noop("Maret"),
    gettext_noop("April"),
    gettext_noop("Mei"),
    gettext_noop("Juni"),
    gettext_noop("Juli"),
    gettext_noop("Agustus"),
    gettext_noop("September"),
    gettext_noop("Oktober"),
    gettext_noop("November"),
    gettext_noop("Desember"),
)


def as_is(text: str) -> str:
    """The translation of a reader of Indonesian."""
    return text


def exact(number: Number) -> Decimal:
    """A Decimal in the precision of the standard context; only here do fractions become decimals."""
    if isinstance(number, Fraction):
        return Decimal(number.numerator) / Decimal(number.denominator)
    return Decimal(number)


def half_up(number: Number, places: int = 2) -> Decimal:
    """Round half up (1,875 → 1,88), for display and for angka kredit; never the banker's rounding."""
    return exact(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def bilangan(number: Number, places: int = 2) -> str:
    """`1.234,5`: at most `places` decimals, without trailing zeros."""
    rounded = half_up(number, places)
    text = f"{rounded:,f}"
    whole, _dot, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    if whole == "-0" and not decimals:
        whole = "0"
    whole = whole.replace(",", ".")
    return f"{whole},{decimals}" if decimals else whole


def persen(number: Number, places: int = 2) -> str:
    """`96,29%` of a number that is already in percent."""
    return f"{bilangan(number, places)}%"


def tanggal(day: date, translate: Callable[[str], str] = as_is) -> str:
    """`3 Maret 2026`."""
    return f"{day.day} {translate(MONTHS[day.month - 1])} {day.year}"


class _Sentence(string.Formatter):
    """Fills a template: `{x}` by kind of value, `{x:persen}` as percentage, `{s:bagian}` a share as one, `{t:kata}` a text
    that the catalogue knows."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "persen":
            return persen(value)
        if format_spec == "kata":
            return self._translate(str(value))
        if format_spec == "bagian":
            return persen(Fraction(value) * 100)
        if format_spec:
            return super().format_field(value, format_spec)
        return self._plain(value)

    def _plain(self, value: Any) -> str:
        if isinstance(value, Enum):
            return self._translate(getattr(value, "label", str(value.value)))
        if isinstance(value, date):
            return tanggal(value, self._translate)
        if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
            return bilangan(value)
        return str(value)


def fill(template: str, params: Mapping[str, Any], translate: Callable[[str], str] = as_is) -> str:
    """The finished sentence; `translate` is `gettext` where a catalogue exists."""
    return _Sentence(translate).vformat(translate(template), (), params)
