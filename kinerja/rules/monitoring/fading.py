"""What was seen long ago counts less: weights that halve over a stretch of work, in whole numbers."""

from __future__ import annotations

#: the weight of today
ONE = 1 << 20
#: parts of a half-life, and 2^(-1/8) of ONE
_PARTS, _EIGHTH = 8, 961_548


def _table() -> tuple[int, ...]:
    weights = [ONE]
    while weights[-1] > 1:
        weights.append(weights[-1] * _EIGHTH >> 20)
    return tuple(weights)


_WEIGHTS = _table()


def weight(age: int, half_life: int) -> int:
    """The weight of what is `age` back, on the scale of `half_life`; at least one, so that nothing divides by nothing."""
    place = age * _PARTS // half_life
    return _WEIGHTS[place] if place < len(_WEIGHTS) else 1
