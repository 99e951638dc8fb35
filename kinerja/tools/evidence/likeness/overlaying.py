"""Two photos laid on each other by their marks, and looked at block by block: how much of what both show is the same.

A copy lies on its original by one enlargement and one shift, to a pixel. The same form or room photographed again is seen from
another point, so its marks do not all fit, and where strokes were added or a chair was moved the blocks differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from kinerja.tools.evidence.likeness.marks import Marks
from kinerja.tools.evidence.likeness.scales import Array

#: fewer marks that fit prove nothing
FEWEST = 4
#: pixels of SIDE by which a mark may miss its place
_MISS = 2.0
_TRIED = 400
#: blocks are this wide; a block is plain when its brightness varies less than this
_BLOCK, _PLAIN = 20, 0.02
#: a block is the same above this correlation
_SAME = 0.8
#: what a photo must show of the other, in blocks that are not plain
_LEAST_BLOCKS = 10
_LARGEST = 4.0
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """other = scale × one + shift, in x and in y; `marks` lie where they should."""

    scale: tuple[float, float]
    shift: tuple[float, float]
    marks: int


def fit(one: Marks, other: Marks) -> Fit | None:
    """How the first photo lies on the second; None when too few marks agree on it."""
    mine, theirs = np.nonzero((one.tries[:, :, None] == other.words[None, None, :]).any(axis=1))
    if len(mine) < FEWEST:
        return None
    here = np.stack([one.x[mine], one.y[mine]], axis=1)
    there = np.stack([other.x[theirs], other.y[theirs]], axis=1)
    best = _most_agreed(here, there, other.size[theirs] / one.size[mine])
    if best is None or len(set(mine[best])) < FEWEST:
        return None
    for _round in range(3):
        scale, shift = _line(here[best], there[best])
        away = np.abs(here * scale + shift - there).max(axis=1)
        best = np.nonzero(away < _MISS * max(1.0, *scale))[0]
        if len(set(mine[best])) < FEWEST:
            return None
    if not (min(scale) > 1 / _LARGEST and max(scale) < _LARGEST):
        return None
    return Fit((float(scale[0]), float(scale[1])), (float(shift[0]), float(shift[1])), len(set(mine[best])))


def _most_agreed(here: Array, there: Array, ratios: Array) -> Any:
    """Places of the matches that agree with the pair of matches that most agree with."""
    first, second = np.triu_indices(len(here), 1)
    mine, theirs = here[second] - here[first], there[second] - there[first]
    long_mine, long_theirs = np.hypot(*mine.T), np.hypot(*theirs.T)
    usable = (long_mine > 20) & (long_theirs > 8)
    scale = long_theirs / np.maximum(long_mine, 1)
    straight = (mine * theirs).sum(axis=1) > 0.9995 * long_mine * long_theirs
    sized = np.abs(np.log(np.maximum(scale, 1e-6) / ratios[first])) < 0.3
    pairs = np.nonzero(usable & straight & sized)[0]
    if not len(pairs):
        return None
    pairs = pairs[np.argsort(-long_mine[pairs])][:: max(1, len(pairs) // _TRIED)][:_TRIED]
    scales = scale[pairs][:, None, None]
    shifts = there[first[pairs]][:, None] - scales * here[first[pairs]][:, None]
    away = np.abs(scales * here[None] + shifts - there[None]).max(axis=2)
    agreed = away < 2 * _MISS * np.maximum(1.0, scales[:, :, 0])
    return np.nonzero(agreed[agreed.sum(axis=1).argmax()])[0]


def _line(here: Array, there: Array) -> tuple[Array, Array]:
    """Enlargement and shift in each direction, least squares; one enlargement where the places hardly differ."""
    middle, target = here.mean(axis=0), there.mean(axis=0)
    spread = ((here - middle) ** 2).sum(axis=0)
    both = ((here - middle) * (there - target)).sum(axis=0)
    scale = both / np.maximum(spread, 1e-6)
    common = both.sum() / max(float(spread.sum()), 1e-6)
    scale = np.where((spread < 400) | (np.abs(scale / common - 1) > 0.02), common, scale)
    return scale, target - scale * middle


def alike(one: Array, other: Array, found: Fit) -> float:
    """The share of blocks that are the same, of those that are not plain; 0 when the photos hardly show the same."""
    if found.scale[0] > 1:  # look at the size of the smaller one
        one, other = other, one
        found = Fit(
            (1 / found.scale[0], 1 / found.scale[1]),
            (-found.shift[0] / found.scale[0], -found.shift[1] / found.scale[1]),
            found.marks,
        )
    scale, shift = found.scale, found.shift
    left, top = max(0, int(np.ceil(shift[0]))), max(0, int(np.ceil(shift[1])))
    right = min(other.shape[1], int(one.shape[1] * scale[0] + shift[0]))
    bottom = min(other.shape[0], int(one.shape[0] * scale[1] + shift[1]))
    if right - left < 2 * _BLOCK or bottom - top < 2 * _BLOCK:
        return 0.0
    shown = other[top:bottom, left:right]
    x: Array = ((np.arange(left, right) - shift[0]) / scale[0]).astype(np.float32)
    y: Array = ((np.arange(top, bottom) - shift[1]) / scale[1]).astype(np.float32)
    step = 1 / scale[0]
    seen = _sampled(one, x, y, step)
    for _round in range(_ROUNDS):
        x, y = _nearer(seen, shown, x, y, step)
        seen = _sampled(one, x, y, step)
    return _same_blocks(seen, shown)


def _nearer(seen: Array, shown: Array, x: Array, y: Array, step: float) -> tuple[Array, Array]:
    """Move and stretch by the last part of a pixel, as the slopes of the picture say (Lucas and Kanade 1981)."""
    down, across = np.gradient(seen)
    right = np.linspace(-1, 1, seen.shape[1], dtype=np.float32)[None, :]
    low = np.linspace(-1, 1, seen.shape[0], dtype=np.float32)[:, None]
    parts = (across, across * right, down, down * low, seen, np.ones_like(seen))
    known = np.stack([each.ravel() for each in parts], axis=1)
    try:
        moved = np.linalg.solve(known.T @ known + 1e-6 * np.eye(6), known.T @ shown.ravel())
    except np.linalg.LinAlgError:
        return x, y
    moved = np.clip(moved, -1.5, 1.5).astype(np.float32) * step
    return x + moved[0] + moved[1] * right[0], y + moved[2] + moved[3] * low[:, 0]


def _sampled(shown: Array, x: Array, y: Array, step: float) -> Array:
    """The picture at these columns and rows, each the mean of what lies around it."""
    wide = max(1, round(step))
    away = (np.arange(wide) - (wide - 1) / 2) * step / wide
    columns = np.mean([_between(shown.T, x + each) for each in away], axis=0).T
    rows: Array = np.mean([_between(columns, y + each) for each in away], axis=0)
    return rows


def _between(shown: Array, at: Array) -> Array:
    low = np.clip(at.astype(int), 0, len(shown) - 2)
    part = np.clip(at - low, 0, 1)[:, None].astype(np.float32)
    result: Array = shown[low] * (1 - part) + shown[low + 1] * part
    return result


def _smooth(shown: Array) -> Array:
    """The mean of three by three: a sensor's noise, which rescaling and compression take away, says nothing."""
    rows = shown[:-2] + shown[1:-1] + shown[2:]
    result: Array = (rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]) / 9
    return result


def _same_blocks(one: Array, other: Array) -> float:
    one, other = _smooth(one), _smooth(other)
    height, width = (side // _BLOCK * _BLOCK for side in one.shape)
    first, second = _blocks(one[:height, :width]), _blocks(other[:height, :width])
    first, second = first - first.mean(axis=1, keepdims=True), second - second.mean(axis=1, keepdims=True)
    strong, weak = first.std(axis=1), second.std(axis=1)
    marked = np.maximum(strong, weak) > _PLAIN
    if marked.sum() < _LEAST_BLOCKS:
        return 0.0
    together = (first * second).mean(axis=1) / np.maximum(strong * weak, 1e-9)
    return float((together[marked] > _SAME).mean())


def _blocks(shown: Array) -> Array:
    rows, columns = shown.shape[0] // _BLOCK, shown.shape[1] // _BLOCK
    return shown.reshape(rows, _BLOCK, columns, _BLOCK).swapaxes(1, 2).reshape(rows * columns, -1)
