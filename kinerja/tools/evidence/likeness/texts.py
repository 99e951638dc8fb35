"""Texts: every three words in a row are a shingle; a copy shares most of them, also when a word was changed here and there.

Short routine ("Pelayanan berjalan lancar.") is written by everybody and says nothing about anybody: it has no print.
"""

from __future__ import annotations

import re
import zlib
from uuid import UUID

from kinerja.tools.evidence.likeness.spaces import apart

_WORD = re.compile(r"\w+")
#: words in a row, and a text with fewer than so many shingles is routine
_ROW, FEWEST = 3, 10
#: earlier texts looked at more closely, those that share most shingles; fewer say nothing
MOST, SHARED = 5, 5
#: from this percent on two texts are named to people; chosen on seeds 1 to 50 of bench/duplicates
FROM = 56
#: of a long text these many shingles are searched by, the lowest: the same ones of every copy (Broder 1997)
SEARCHED = 64


def shingles(text: str) -> frozenset[int]:
    """24 bits of every three words in a row, whatever their capitals and dots; nothing of a short text."""
    words = _WORD.findall(text.casefold())
    rows = {
        zlib.crc32(" ".join(words[at : at + _ROW]).encode()) & 0xFFFFFF for at in range(len(words) - _ROW + 1)
    }
    return frozenset(rows) if len(rows) >= FEWEST else frozenset()


def words_of(text: str, space: UUID) -> list[int]:
    """What the text is searched by; empty for routine."""
    return apart(sorted(shingles(text))[:SEARCHED], space)


def likeness(one: str, other: str) -> int:
    """How much of the shorter text stands in the longer, in percent."""
    first, second = shingles(one), shingles(other)
    if not first or not second:
        return 0
    return round(100 * len(first & second) / min(len(first), len(second)))
