"""How the import says no to a whole file. What is wrong in a single row is a `Problem` (see tools/tables), not an
error.
"""

from collections.abc import Sequence

from kinerja.tools.refusals import BadInput, Refusal
from kinerja.tools.tables.problem import Problem


class ImportBlocked(BadInput):
    """Rows cannot be taken, and it was not asked to leave them out. `problems`: the first of them."""

    def __init__(self, sentence: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(sentence)
        self.problems = problems


class ImportClosed(Refusal):
    """The import has ended, or somebody else is at it."""
