"""Photos: the print one is searched by, and the closer look at two of them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from PIL import Image

from kinerja.tools.evidence.likeness import marks, overlaying, scales
from kinerja.tools.evidence.likeness.spaces import apart

#: earlier photos looked at more closely, those that share most words; fewer shared words say nothing
MOST, SHARED = 12, 4
#: from this percent on two photos are named to people; chosen on seeds 1 to 50 of bench/duplicates
FROM = 95
_ROW = np.dtype([("x", "<f2"), ("y", "<f2"), ("size", "<f2"), ("word", "<i4")])


@dataclass(frozen=True, slots=True)
class Print:
    """Of a kept photo: `words` are stored and searched, `tries` are asked for, `places` are stored for the closer look."""

    words: list[int]
    tries: list[int]
    places: bytes
    marks: marks.Marks
    shown: scales.Array


def printed(content: bytes, space: UUID) -> Print:
    """The print of a photo as it is kept."""
    shown = _shown(content)
    found = marks.marks_of(shown)
    rows = np.zeros(len(found), _ROW)
    rows["x"], rows["y"], rows["size"], rows["word"] = found.x, found.y, found.size, found.words
    return Print(apart(found.words, space), apart(found.tries.ravel(), space), rows.tobytes(), found, shown)


def lies_on(mine: Print, places: bytes) -> overlaying.Fit | None:
    """Whether the marks of both agree that one lies on the other: cheap, before the other file is opened."""
    rows = np.frombuffer(places, _ROW)
    x, y, size = (rows[name].astype(np.float32) for name in ("x", "y", "size"))
    words = rows["word"].astype(np.int32)
    return overlaying.fit(mine.marks, marks.Marks(x, y, size, words, words[:, None]))


def likeness(mine: Print, content: bytes, found: overlaying.Fit) -> int:
    """How much of what both photos show is the same, in percent, looking closer."""
    return round(100 * overlaying.alike(mine.shown, _shown(content), found))


def _shown(content: bytes) -> scales.Array:
    with Image.open(io.BytesIO(content), formats=("JPEG",)) as source:
        source.draft("L", (2 * scales.SIDE, 2 * scales.SIDE))
        return scales.grey(source)
