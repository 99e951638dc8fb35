"""Names of what may change on a screen, and the ticket that lets one person hear some of them.

A topic is a plain word of the house (`unit:0192…`). Browsers never see it: they see its opaque name, a
keyed hash that tells nothing and cannot be made without the key. A ticket lists names, says for whom and
until when, and is signed. Pure functions: the event stream verifies tickets without Django.
"""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

#: how long a ticket lasts: so often is the permission to hear asked again, at the ordinary view
LIFETIME = timedelta(minutes=15)
#: names in one ticket
MOST_NAMES = 64
_NAME_BYTES = 12
_SIGNATURE_BYTES = 18


class BadTicket(Exception):
    """The ticket was not made here, was changed, or is too old."""


@dataclass(frozen=True)
class Ticket:
    """Who may hear which names, until when. `listener` is opaque too: it only counts streams per person."""

    listener: str
    names: frozenset[str]
    expires: datetime


def key_from(secret: str) -> bytes:
    """The key of this tool, derived from the installation's secret."""
    return hmac.digest(secret.encode(), b"kinerja.live", hashlib.sha256)


def name(key: bytes, topic: str) -> str:
    """The opaque name of a topic: 16 characters, safe in URLs, attributes and notifications."""
    return _text(hmac.digest(key, b"topic:" + topic.encode(), hashlib.sha256)[:_NAME_BYTES])


def sign(key: bytes, topics: Iterable[str], person: object, expires: datetime) -> str:
    """A ticket for `person` to hear `topics` until `expires`. Raises ValueError above `MOST_NAMES` topics."""
    names = sorted({name(key, topic) for topic in topics})
    if len(names) > MOST_NAMES:
        raise ValueError(
            f"A page may listen to {MOST_NAMES} topics, not {len(names)}: name the group instead."
        )
    body = ".".join([format(int(expires.timestamp()), "x"), name(key, f"listener:{person}"), *names])
    return f"{body}.{_signature(key, body)}"


def verify(key: bytes, token: str, now: datetime) -> Ticket:
    """Read a ticket. Raises BadTicket when it is not ours or no longer valid at `now`."""
    body, _, signature = token.rpartition(".")
    if not body or not hmac.compare_digest(signature.encode(), _signature(key, body).encode()):
        raise BadTicket("signature")
    expires, listener, *names = body.split(".")
    moment = datetime.fromtimestamp(int(expires, 16), UTC)
    if moment <= now:
        raise BadTicket("expired")
    return Ticket(listener, frozenset(names), moment)


def _signature(key: bytes, body: str) -> str:
    return _text(hmac.digest(key, b"ticket:" + body.encode(), hashlib.sha256)[:_SIGNATURE_BYTES])


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
