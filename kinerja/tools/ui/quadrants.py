"""The 3 × 3 grid as data: the words of each cell, and which one is meant now. The meaning is the caller's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Quadrant:
    """Rows from the top, columns from the left, each (value, label); cells by (row value, column value)."""

    rows: Sequence[tuple[str, str]]
    columns: Sequence[tuple[str, str]]
    #: (row value, column value) → (label, tone)
    cells: Mapping[tuple[str, str], tuple[str, str]]
    current: tuple[str, str] | None = None

    def shown(self) -> dict[str, Any]:
        """What the template draws."""
        rows = [
            {"value": row, "label": label, "cells": [self._cell(row, column) for column, _ in self.columns]}
            for row, label in self.rows
        ]
        words = str(self.cells[self.current][0]) if self.current else ""
        return {
            "rows": rows,
            "columns": [{"value": v, "label": label} for v, label in self.columns],
            "words": words,
        }

    def _cell(self, row: str, column: str) -> dict[str, Any]:
        label, tone = self.cells[row, column]
        return {"column": column, "label": label, "tone": tone, "current": (row, column) == self.current}
