"""How a file is refused: with a sentence, before anything is kept."""

from kinerja.tools.refusals import BadInput


class FileRefused(BadInput):
    """The file cannot be taken as evidence; the sentence says why and what to send instead."""
