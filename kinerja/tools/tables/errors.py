"""How a table is refused as a whole. What is wrong in a single row is a `Problem`, not an error."""

from kinerja.tools.refusals import BadInput


class UnreadableFile(BadInput):
    """The file cannot be opened as a table: wrong format, damaged, too large, not the kind that was promised."""


class ColumnsRefused(BadInput):
    """The file is a table, but its header lacks a column we need or names one twice."""
