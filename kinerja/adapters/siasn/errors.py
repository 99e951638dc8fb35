"""How the import says no to a whole file. What is wrong in a single row is a `Problem` (see rows.py), not an
error.
"""

from kinerja.tools.refusals import BadInput, Refusal


class UnreadableFile(BadInput):
    """The file cannot be opened as a table: wrong format, damaged, too large, not the kind that was
    promised.
    """


class ColumnsRefused(BadInput):
    """The file is a table, but its header lacks a column we need or names one twice."""


class ImportBlocked(BadInput):
    """Rows cannot be taken, and it was not asked to leave them out."""


class ImportClosed(Refusal):
    """The import has ended, or somebody else is at it."""
