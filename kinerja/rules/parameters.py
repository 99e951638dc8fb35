"""Figures that come from a regulation or from our own design: read from `parameters/*.toml`, each by its day.

A number of this kind never stands in code. An instansi's own figures are rows of the database, handed to
the rules as arguments; these here are what holds when nothing else was decided.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from kinerja.rules.citation import Citation, Standing

FOLDER = Path(__file__).with_name("parameters")


class NoFigure(LookupError):
    """No figure of this name holds on this day."""


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


def _figure(row: dict[str, Any]) -> Figure:
    cite = Citation(
        regulation=row["regulation"],
        article=row.get("article", ""),
        in_force_from=row["from"],
        in_force_until=row.get("until"),
        standing=Standing(row["standing"]),
        sources=tuple(row.get("sources", ())),
        page=row["page"],
    )
    return Figure(row["name"], row["meaning"], Decimal(row["value"]), row["unit"], cite)


@cache
def figures() -> dict[str, tuple[Figure, ...]]:
    """All figures by name, oldest first."""
    found: dict[str, list[Figure]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        rows = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)["figure"]
        for row in rows:
            found.setdefault(row["name"], []).append(_figure(row))
    return {
        name: tuple(sorted(versions, key=lambda each: each.cite.in_force_from or date.min))
        for name, versions in found.items()
    }


def figure(name: str, *, on: date) -> Figure:
    """The figure that holds on this day; raises `NoFigure` when there is none."""
    for version in reversed(figures().get(name, ())):
        if version.holds(on):
            return version
    raise NoFigure(f"Tidak ada angka “{name}” yang berlaku pada {on.isoformat()}.")


def value(name: str, *, on: date) -> Decimal:
    """The bare number of `figure`."""
    return figure(name, on=on).value


def whole(name: str, *, on: date) -> int:
    """The number as int, for counts of days; raises ValueError when it has a fraction."""
    number = value(name, on=on)
    if number != number.to_integral_value():
        raise ValueError(f"{name} is {number}, not a whole number")
    return int(number)
