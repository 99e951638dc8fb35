"""One index for all tenants, and no list in it that two of them share."""

from collections.abc import Iterable
from uuid import UUID


def apart(words: Iterable[int], space: UUID) -> list[int]:
    """Words of 24 bits with 8 bits of the tenant above them, as the database's whole numbers, each once."""
    mark = sum(space.bytes) & 0xFF
    signed = mark - 256 if mark > 127 else mark
    return sorted({(signed << 24) | (int(word) & 0xFFFFFF) for word in words})
