"""Whole rupiah and percentages: bounds, rounding half up once, and parts that equal their total to the rupiah."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from kinerja.rules.refusal import Refused
from kinerja.rules.wording import gettext_noop as _

#: the largest amount that a rule computes with: a trillion rupiah
MOST = 10**12
#: a percentage is counted in ten-thousandths of a percent, so that sums and products are integers
ONE_PERCENT = 10**4
WHOLE = 100 * ONE_PERCENT


def rupiah(field: str, amount: int) -> int:
    """`amount` itself; refused below 0 and above `MOST`."""
    if not 0 <= amount <= MOST:
        raise Refused(field, _("Rupiah harus dari 0 sampai {most}."), {"most": MOST})
    return amount


def percentage(field: str, percent: Decimal, *, most: int = 100) -> Decimal:
    """`percent` itself; refused outside 0 to `most` and with more than four decimals."""
    if not percent.is_finite() or not 0 <= percent <= most:
        raise Refused(field, _("Persentase harus dari 0 sampai {most}."), {"most": most})
    if percent * ONE_PERCENT != int(percent * ONE_PERCENT):
        raise Refused(field, _("Persentase paling banyak empat angka di belakang koma."))
    return percent


@lru_cache(maxsize=4_096)
def units(percent: Decimal) -> int:
    """A checked percentage in ten-thousandths of a percent: 5.75 becomes 57,500."""
    return int(percent * ONE_PERCENT)


def half_up(numerator: int, denominator: int) -> int:
    """The quotient of two whole numbers that are not negative, rounded half up to a whole number."""
    return (2 * numerator + denominator) // (2 * denominator)


def differences(totals: Sequence[int]) -> tuple[int, ...]:
    """What each running total added to the one before it (the first to nothing); their sum is the last total.

    Running totals are rounded, never the parts: so every subtotal is right and the parts add up.
    """
    return tuple(later - earlier for earlier, later in pairwise((0, *totals)))
