"""Figures and tables that come from a regulation or from our own design: read from `parameters/*.toml`, each by its day.

A number of this kind never stands in code. An instansi's own figures are rows of the database, handed to
the rules as arguments; these here are what holds when nothing else was decided.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from kinerja.rules.citation import Citation, Standing
from kinerja.rules.refusal import Refused
from kinerja.rules.wording import gettext_noop as _

FOLDER = Path(__file__).with_name("parameters")


class NoFigure(Refused, LookupError):
    """No figure or table of this name holds on this day."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One value, the days on which it holds (both included), and where it comes from."""

    name: str
    meaning: str
    value: Decimal
    unit: str
    cite: Citation

    def holds(self, on: date) -> bool:
        return self.cite.is_in_force(on)


@dataclass(frozen=True, slots=True)
class Table:
    """A dated table of a regulation: rows of named cells, in the order of the regulation."""

    name: str
    meaning: str
    rows: tuple[Mapping[str, Any], ...]
    cite: Citation

    def holds(self, on: date) -> bool:
        return self.cite.is_in_force(on)


V = TypeVar("V", Figure, Table)


def _cite(row: dict[str, Any]) -> Citation:
    return Citation(
        regulation=row["regulation"],
        article=row.get("article", ""),
        in_force_from=row["from"],
        in_force_until=row.get("until"),
        standing=Standing(row["standing"]),
        sources=tuple(row.get("sources", ())),
        page=row["page"],
    )


def _figure(row: dict[str, Any]) -> Figure:
    return Figure(row["name"], row["meaning"], Decimal(row["value"]), row["unit"], _cite(row))


def _table(row: dict[str, Any]) -> Table:
    return Table(
        row["name"], row["meaning"], tuple(MappingProxyType(each) for each in row["rows"]), _cite(row)
    )


def _read(kind: str, build: Callable[[dict[str, Any]], V]) -> dict[str, tuple[V, ...]]:
    found: dict[str, list[V]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for row in tomllib.loads(path.read_text("utf-8"), parse_float=Decimal).get(kind, ()):
            found.setdefault(row["name"], []).append(build(row))
    return {
        name: tuple(sorted(versions, key=lambda each: each.cite.in_force_from or date.min))
        for name, versions in found.items()
    }


@cache
def figures() -> dict[str, tuple[Figure, ...]]:
    """All figures by name, oldest first."""
    return _read("figure", _figure)


@cache
def tables() -> dict[str, tuple[Table, ...]]:
    """All tables by name, oldest first."""
    return _read("table", _table)


def figure(name: str, *, on: date) -> Figure:
    """The figure that holds on this day; raises `NoFigure` when there is none."""
    return _figure_on(name, on)


def table(name: str, *, on: date) -> Table:
    """The table that holds on this day; raises `NoFigure` when there is none."""
    return _table_on(name, on)


@lru_cache(maxsize=8_192)
def _figure_on(name: str, on: date) -> Figure:
    return _holding(name, figures().get(name, ()), on)


@lru_cache(maxsize=1_024)
def _table_on(name: str, on: date) -> Table:
    return _holding(name, tables().get(name, ()), on)


def _holding(name: str, versions: tuple[V, ...], on: date) -> V:
    for version in reversed(versions):
        if version.holds(on):
            return version
    first = versions[0].cite.in_force_from if versions else None
    if first is not None and on < first:
        text = _("Pada {day} belum ada yang berlaku untuk “{meaning:kata}”: yang pertama sejak {first}.")
        raise NoFigure("on", text, {"meaning": versions[0].meaning, "day": on, "first": first})
    raise NoFigure("on", _("Tidak ada angka “{name}” yang berlaku pada {day}."), {"name": name, "day": on})


def value(name: str, *, on: date) -> Decimal:
    """The bare number of `figure`."""
    return figure(name, on=on).value


def whole(name: str, *, on: date) -> int:
    """The number as int, for counts of days; raises ValueError when it has a fraction."""
    number = value(name, on=on)
    if number != number.to_integral_value():
        raise ValueError(f"{name} is {number}, not a whole number")
    return int(number)
