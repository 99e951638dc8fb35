"""What the front allows, in one place. Seconds and bytes."""

import os
from dataclasses import dataclass


def _number(variable: str, default: int) -> int:
    return int(os.environ.get(variable, default))


@dataclass(frozen=True)
class Limits:
    """Documented in docs/operations/limits.md; the two that installations change come from the environment."""

    head_bytes: int = 32 * 1024
    head_seconds: float = 10.0
    #: a connection without a request is closed
    idle_seconds: float = 75.0
    body_bytes: int = 40 * 1024 * 1024
    #: a body has this long, and longer for each 64 KiB/s it really brings
    body_seconds: float = 30.0
    body_rate: int = 64 * 1024
    #: kept in memory up to this size, on disk above
    memory_bytes: int = 64 * 1024
    #: all bodies that are being received, together
    held_bytes: int = 512 * 1024 * 1024
    connections: int = 8_000
    #: requests inside the web process at once; others queue
    inside: int = 16
    #: readings that may wait for a place, and how long; then sendings (forms, and what waited on a device)
    queue: int = 256
    queue_seconds: float = 2.0
    sending_queue: int = 1_024
    sending_seconds: float = 8.0
    connect_seconds: float = 8.0
    answer_seconds: float = 60.0
    write_seconds: float = 60.0
    drain_seconds: float = 10.0

    @classmethod
    def from_environment(cls) -> "Limits":
        """`KINERJA_MAX_BODY_MB` (default 40) and `KINERJA_INSIDE` (default 16)."""
        return cls(
            body_bytes=_number("KINERJA_MAX_BODY_MB", 40) * 1024 * 1024, inside=_number("KINERJA_INSIDE", 16)
        )
