"""Keys: UUID version 7, so that rows made one after another lie together in the index."""

from uuid import UUID

from uuid_utils.compat import uuid7 as _uuid7


def uuid7() -> UUID:
    """A new key; its first 48 bits are the time in milliseconds."""
    return _uuid7()
