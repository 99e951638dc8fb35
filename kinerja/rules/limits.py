"""Refusals that every room needs: a number within its range."""

from __future__ import annotations

from decimal import Decimal

from kinerja.rules.refusal import Refused
from kinerja.rules.wording import gettext_noop as _


def between(field: str, number: int | Decimal, least: int | Decimal, most: int | Decimal) -> None:
    """Raises `Refused` outside the range, both ends allowed."""
    if not least <= number <= most:
        raise Refused(field, _("Angka harus {least} sampai {most}."), {"least": least, "most": most})


def at_least(field: str, number: int | Decimal, least: int | Decimal) -> None:
    """Raises `Refused` below the least."""
    if number < least:
        raise Refused(field, _("Angka paling sedikit {least}."), {"least": least})
