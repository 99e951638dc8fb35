"""How the import says no to a whole file. What is wrong in a single row is a `Problem` (see rows.py), not an
error.
"""

from collections.abc import Sequence

from kinerja.tools.refusals import BadInput, Refusal

from .problem import Problem


class UnreadableFile(BadInput):
    """The file cannot be opened as a table: wrong format, damaged, too large, not the kind that was
    promised.
    """


class ColumnsRefused(BadInput):
    """The file is a table, but its header lacks a column we need or names one twice."""


class ImportBlocked(BadInput):
    """Rows cannot be taken, and it was not asked to leave them out. `problems`: the first of them."""

    def __init__(self, sentence: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(sentence)
        self.problems = problems


class ImportClosed(Refusal):
    """The import has ended, or somebody else is at it."""
