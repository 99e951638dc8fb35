"""Values of arguments and verdicts in plain words: what a page, the documentation and the command line show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.rules.citation import Standing
from kinerja.rules.coded import Coded
from kinerja.rules.labels import label
from kinerja.rules.wording import as_is, bilangan, tanggal
from kinerja.rules.wording import gettext_noop as _

Translate = Callable[[str], str]
#: more decimals than a sentence has, so that an input is shown as it was given
_PLACES = 6
#: a share such as 3/8 is read at a glance, 151/45 is not
_READABLE = 12


def told(value: Any, translate: Translate = as_is) -> str:
    """One line: `di atas ekspektasi`, `3 Maret 2026`, `1.234,5`, `ya`, `3/8`, or what a record holds."""
    if _is_nothing(value):
        return translate(_("tidak ada"))
    if isinstance(value, bool):
        return translate(_("ya") if value else _("tidak"))
    if isinstance(value, Coded):
        return translate(value.label)
    if isinstance(value, Fraction):
        return str(value) if value.denominator <= _READABLE else f"{bilangan(value, _PLACES)} ({value})"
    if isinstance(value, int | Decimal):
        return bilangan(value, _PLACES)
    if isinstance(value, datetime):
        return f"{tanggal(value, translate)} {value:%H:%M %Z}".rstrip()
    if isinstance(value, date):
        return tanggal(value, translate)
    if isinstance(value, Mapping):
        pairs = (f"{told(key, translate)}: {told(item, translate)}" for key, item in value.items())
        return "; ".join(pairs) or translate(_("tidak ada"))
    if isinstance(value, tuple | list):
        return "; ".join(told(item, translate) for item in value)
    if isinstance(value, frozenset):
        return "; ".join(told(item, translate) for item in sorted(value))
    if isinstance(value, Standing):
        return translate(value.label)
    if is_dataclass(value) and not isinstance(value, type):
        said = [pair for pair, part in zip(rows(value, translate), fields(value), strict=True)
                if not _is_nothing(getattr(value, part.name))]  # fmt: skip
        return ", ".join(f"{name}: {text}" for name, text in said) or translate(_("tidak ada"))
    return str(value)


def _is_nothing(value: Any) -> bool:
    """It was not given; inside a record it is left out."""
    return value is None or (isinstance(value, str | tuple | frozenset | Mapping) and not value)


def rows(value: Any, translate: Translate = as_is) -> list[tuple[str, str]]:
    """The parts of a record, each with its label; a value that is no record is one row without a label."""
    if not is_dataclass(value) or isinstance(value, type):
        return [("", told(value, translate))]
    kind = type(value).__name__
    return [
        (label(each.name, kind, translate), part(each.name, getattr(value, each.name), translate))
        for each in fields(value)
    ]


def part(name: str, value: Any, translate: Translate = as_is) -> str:
    """The value of an argument or of a part of a record: a year is no amount, it has no dot."""
    is_year = isinstance(value, int) and name.rpartition("_")[2] in ("year", "tahun")
    return str(value) if is_year else told(value, translate)


def lines(value: Any, translate: Translate = as_is) -> list[tuple[str, list[str]]]:
    """As `rows`, with several records of one part as a line each: what a page shows."""
    if not is_dataclass(value) or isinstance(value, type):
        return [("", part_lines("", value, translate))]
    kind = type(value).__name__
    return [
        (label(each.name, kind, translate), part_lines(each.name, getattr(value, each.name), translate))
        for each in fields(value)
    ]


def part_lines(name: str, value: Any, translate: Translate = as_is) -> list[str]:
    """As `part`, with a line for each of several records."""
    if isinstance(value, tuple | list) and any(is_dataclass(each) for each in value):
        return [told(each, translate) for each in value]
    return [part(name, value, translate)]
