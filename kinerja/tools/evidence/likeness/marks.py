"""The marks of a photo: small places that stand out, each with a word of 24 bits for how it looks.

A copy that was cropped, rescaled, compressed or shown on a screen keeps many of these words; a place is described at its own size
and from its own surroundings only. Words are what is searched for, positions say whether two photos lie on each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from kinerja.tools.evidence.likeness.scales import FIRST, STEPS, Array, octaves

#: marks kept of a photo, the strongest
MOST = 80
#: what does not stand out more than this is noise; an edge is no mark
FAINTEST = 0.008
_EDGE = 10.0
#: a mark is described by an 8 × 8 grid around it, this many of its sizes wide
_GRID, _SPAN = 8, 9.0
#: uncertain bits of a word that a search tries both ways
UNSURE = 2
#: at least this far from a mark that is kept already, in pixels of SIDE and relative to the mark's size
_APART = 0.7
_BITS = 24


@dataclass(frozen=True, slots=True)
class Marks:
    """Positions in pixels of SIDE, sizes, and words; `tries` are the words a search asks for."""

    x: Array
    y: Array
    size: Array
    words: np.ndarray[Any, np.dtype[np.int32]]
    tries: np.ndarray[Any, np.dtype[np.int32]]

    def __len__(self) -> int:
        return len(self.words)


def marks_of(shown: Array) -> Marks:
    """The strongest marks of a grey picture (`scales.grey`); none for one that is plain."""
    found = [_in_octave(stack, 2**number) for number, stack in enumerate(octaves(shown))]
    rows = np.concatenate([each[0] for each in found]) if found else np.zeros((0, 4), np.float32)
    looks = np.concatenate([each[1] for each in found]) if found else np.zeros((0, _BITS), np.float32)
    chosen = _chosen(rows)
    words, tries = _spelt(looks[chosen])
    x, y, size, _strength = rows[chosen].T
    return Marks(x, y, size, words, tries)


def _in_octave(stack: Array, factor: int) -> tuple[Array, Array]:
    """Rows of (x, y, size, strength), and how each place looks."""
    differences = stack[1:] - stack[:-1]
    rows, looks = [], []
    for level, row, column in _extremes(differences):
        moved = _exact(differences, level, row, column)
        if moved is None:
            continue
        at, x, y = moved
        size = FIRST * 2 ** (at / STEPS)
        look = _look(stack[level], x, y, size)
        if look is not None:
            strength = abs(differences[level, row, column]) * (1 + np.log2(size * factor))
            rows.append((x * factor, y * factor, size * factor, strength))
            looks.append(look)
    return np.array(rows, np.float32).reshape(-1, 4), np.array(looks, np.float32).reshape(-1, _BITS)


def _extremes(differences: Array) -> Iterator[tuple[int, int, int]]:
    """Places higher or lower than all their neighbours, in the picture and in size."""
    for sign in (1, -1):
        signed = differences * sign
        around = signed.copy()
        for axis in range(3):
            around = _highest(around, axis)
        inner = (signed == around) & (signed > FAINTEST)
        inner[[0, -1]] = False
        inner[:, [0, -1]] = False
        inner[:, :, [0, -1]] = False
        places = np.argwhere(inner)
        strongest = np.argsort(-signed[tuple(places.T)])[: 6 * MOST]
        for level, row, column in places[strongest]:
            yield int(level), int(row), int(column)


def _highest(values: Array, axis: int) -> Array:
    """The highest of each place and its two neighbours along an axis."""
    result = values.copy()
    ahead, behind = [slice(None)] * 3, [slice(None)] * 3
    ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
    result[tuple(behind)] = np.maximum(result[tuple(behind)], values[tuple(ahead)])
    result[tuple(ahead)] = np.maximum(result[tuple(ahead)], values[tuple(behind)])
    return result


def _exact(differences: Array, level: int, row: int, column: int) -> tuple[float, float, float] | None:
    """Between the pixels, by the curve through the neighbours; None for a place on an edge, which slides along it."""
    here = differences[level]
    middle = here[row, column]
    xx = here[row, column + 1] + here[row, column - 1] - 2 * middle
    yy = here[row + 1, column] + here[row - 1, column] - 2 * middle
    across = here[row + 1, column - 1 : column + 2] - here[row - 1, column - 1 : column + 2]
    xy = (across[2] - across[0]) / 4
    both = xx * yy - xy * xy
    if both <= 0 or (xx + yy) ** 2 * _EDGE >= both * (_EDGE + 1) ** 2:
        return None
    deep = differences[level + 1, row, column] + differences[level - 1, row, column] - 2 * middle
    slopes = (
        (differences[level + 1, row, column] - differences[level - 1, row, column], deep, level),
        (here[row, column + 1] - here[row, column - 1], xx, column),
        (here[row + 1, column] - here[row - 1, column], yy, row),
    )
    at, x, y = (
        place + float(np.clip(-slope / 2 / bend, -0.6, 0.6)) if bend else place
        for slope, bend, place in slopes
    )
    return at, x, y


def _look(shown: Array, x: float, y: float, size: float) -> Array | None:
    """The lowest waves of the surroundings, without their brightness; None where they reach over the border."""
    reach = _SPAN * size / 2
    height, width = shown.shape
    if x - reach < 0 or y - reach < 0 or x + reach > width - 1 or y + reach > height - 1:
        return None
    steps = np.linspace(-reach, reach, _GRID, dtype=np.float32)
    columns, rows = x + steps, y + steps
    left, top = np.minimum(columns.astype(int), width - 2), np.minimum(rows.astype(int), height - 2)
    across, down = columns - left, (rows - top)[:, None]
    upper = shown[top][:, left] * (1 - across) + shown[top][:, left + 1] * across
    lower = shown[top + 1][:, left] * (1 - across) + shown[top + 1][:, left + 1] * across
    patch = upper * (1 - down) + lower * down
    waves = _WAVES @ patch @ _WAVES.T
    result: Array = waves.ravel()[1:]
    return result


def _waves(kinds: int) -> Array:
    """The first rows of the discrete cosine transform."""
    places = np.pi * (2 * np.arange(_GRID) + 1) / (2 * _GRID)
    return np.stack([np.cos(kind * places) for kind in range(kinds)]).astype(np.float32)


_WAVES = _waves(5)


def _chosen(rows: Array) -> list[int]:
    """The strongest first; a place is described once at about one size."""
    kept: list[int] = []
    for place in np.argsort(-rows[:, 3]):
        x, y, size, _strength = rows[place]
        others = rows[kept]
        near = np.hypot(others[:, 0] - x, others[:, 1] - y) < _APART * size
        alike = np.abs(np.log2(others[:, 2] / size)) < 0.5
        if not (near & alike).any():
            kept.append(int(place))
        if len(kept) == MOST:
            break
    return kept


def _spelt(looks: Array) -> tuple[Any, Any]:
    """A bit for the sign of each wave; to search, the weakest bits are tried both ways."""
    values = (1 << np.arange(_BITS)).astype(np.int64)
    words = ((looks > 0) * values).sum(axis=1)
    weakest = values[np.argsort(np.abs(looks), axis=1)[:, :UNSURE]]
    tries = [words]
    for number in range(UNSURE):
        tries += [each ^ weakest[:, number] for each in tries]
    return words.astype(np.int32), np.stack(tries, axis=1).astype(np.int32)
