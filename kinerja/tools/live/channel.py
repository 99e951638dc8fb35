"""The wire between dispatcher and streams: PostgreSQL notifications that carry opaque names."""

from collections.abc import Iterable, Iterator

CHANNEL = "kinerja_live"
#: PostgreSQL refuses a payload of 8000 bytes
PAYLOAD_LIMIT = 7999


def payloads(names: Iterable[str]) -> Iterator[str]:
    """The distinct names, joined by spaces into as few payloads as fit."""
    payload = ""
    for word in dict.fromkeys(names):
        longer = f"{payload} {word}" if payload else word
        if len(longer) > PAYLOAD_LIMIT:
            yield payload
            longer = word
        payload = longer
    if payload:
        yield payload


def names_in(payload: str) -> list[str]:
    """The names of a payload."""
    return payload.split()
