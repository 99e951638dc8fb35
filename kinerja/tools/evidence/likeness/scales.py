"""A grey picture seen ever coarser: where it stands out at which size (differences of Gaussians, Lowe 2004)."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image

Array = np.ndarray[Any, np.dtype[np.float32]]

#: the longer side on which everything is measured
SIDE = 480
#: steps of size from one halving to the next, and the size of the first
STEPS = 3
FIRST = 1.6
#: a side below this shows nothing more
SMALLEST = 24


#: a row or column that varies less is a bar of a screen, not of a photo; a photo fills at least this part of its side
_BAR, _FILLS = 0.03, 0.2
#: what is plain for less than this part of the side is a part of the photo
_GAP = 0.07


def grey(picture: Image.Image) -> Array:
    """Reduced to SIDE without the bars of a screen around it, brightness between 0 and 1."""
    whole = picture.convert("L")
    inner = whole.crop(_inside((np.asarray(whole, np.float32) / 255).astype(np.float32)))
    factor = SIDE / max(inner.size)
    size = (max(1, round(inner.width * factor)), max(1, round(inner.height * factor)))
    small = inner.resize(size, Image.Resampling.BOX if factor < 1 else Image.Resampling.BICUBIC)
    return (np.asarray(small, np.float32) / 255).astype(np.float32)


def _inside(shown: Array) -> tuple[int, int, int, int]:
    """The longest run of rows, then of columns, that are no bars."""
    top, bottom = _longest(shown.std(axis=1) > _BAR)
    left, right = _longest(shown[top:bottom].std(axis=0) > _BAR)
    return left, top, right, bottom


def _longest(lively: np.ndarray[Any, np.dtype[np.bool_]]) -> tuple[int, int]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], lively, [False]]).astype(np.int8)))
    if not len(edges):
        return 0, len(lively)
    begins, ends = edges.reshape(-1, 2).T
    joined = begins[1:] - ends[:-1] < _GAP * len(lively)
    begins, ends = begins[np.concatenate([[True], ~joined])], ends[np.concatenate([~joined, [True]])]
    longest = (ends - begins).argmax()
    begin, end = int(begins[longest]), int(ends[longest])
    return (begin, end) if end - begin >= _FILLS * len(lively) else (0, len(lively))


def octaves(shown: Array) -> list[Array]:
    """For each halving a stack of STEPS + 3 blurred pictures."""
    found: list[Array] = []
    base = _blurred(shown, (FIRST**2 - 0.5**2) ** 0.5)
    while min(base.shape) >= SMALLEST:
        stack = [base]
        for step in range(1, STEPS + 3):
            before, after = FIRST * 2 ** ((step - 1) / STEPS), FIRST * 2 ** (step / STEPS)
            stack.append(_blurred(stack[-1], (after**2 - before**2) ** 0.5))
        found.append(np.stack(stack))
        base = stack[STEPS][::2, ::2]
    return found


def _blurred(shown: Array, sigma: float) -> Array:
    reach = max(1, round(3 * sigma))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2).astype(np.float32)
    weights /= weights.sum()
    return _along(_along(shown, weights, reach).T, weights, reach).T


def _along(shown: Array, weights: Array, reach: int) -> Array:
    """Weighted sums of neighbouring rows; the border goes on as it ends."""
    wide = np.pad(shown, ((reach, reach), (0, 0)), mode="edge")
    rows = shown.shape[0]
    total = wide[reach : reach + rows] * weights[reach]
    for away in range(1, reach + 1):
        both = wide[reach - away : reach - away + rows] + wide[reach + away : reach + away + rows]
        total += both * weights[reach + away]
    return np.ascontiguousarray(total)
