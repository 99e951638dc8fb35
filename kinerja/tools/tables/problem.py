"""One thing that is wrong, or doubtful, about one cell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing about one cell, as the uploader reads it. `value` is already masked where it must be."""

    row: int
    column: str
    value: str
    reason: str
    remedy: str
    blocking: bool = True
