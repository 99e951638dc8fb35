"""Ask another service over HTTP, with patience that ends: silence and 5xx are "later", 429 is when it says."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from kinerja.base.inbox.channels import TryLater
from kinerja.tools import clock

TIMEOUT = 20
_MOST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, the beginning of the body, and what was asked about waiting."""

    status: int
    body: bytes
    retry_after: float | None

    def data(self) -> dict[str, Any]:
        """The body as JSON; empty when it is none."""
        try:
            read = json.loads(self.body)
        except ValueError:
            return {}
        return read if isinstance(read, dict) else {}


def post(url: str, body: bytes, headers: Mapping[str, str], *, timeout: float = TIMEOUT) -> Answer:
    """One request, no redirects. Raises TryLater for silence, 5xx and 429. Nothing of the address is in its text."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=timeout)
    try:
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body, dict(headers))
        given = connection.getresponse()
        answer = Answer(given.status, given.read(_MOST), _seconds(given.getheader("Retry-After")))
    except (OSError, http.client.HTTPException) as broken:
        raise TryLater(type(broken).__name__, whole=True) from None
    finally:
        connection.close()
    if answer.status == 429:
        raise TryLater("HTTP 429", seconds=answer.retry_after or _asked(answer.data()), whole=True)
    if answer.status >= 500:
        raise TryLater(f"HTTP {answer.status}", seconds=answer.retry_after, whole=True)
    return answer


def _seconds(text: str | None) -> float | None:
    """Retry-After: seconds, or a date."""
    if not text:
        return None
    if text.strip().isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max((moment.astimezone(UTC) - clock.real_now()).total_seconds(), 0.0)


def _asked(data: dict[str, Any]) -> float | None:
    """Some say it in the body."""
    parameters = data.get("parameters")
    seconds = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return float(seconds) if isinstance(seconds, int | float) else None
