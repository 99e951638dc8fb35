"""Reading what a browser sends: strictly, within limits, the body whole before anything goes on."""

import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO

import httptools

from kinerja.tools.serving.limits import Limits

_PIECE = 64 * 1024


class Unacceptable(Exception):
    """The request is answered with `status` and the connection closed."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass
class Request:
    """One request, its body whole. Header names are lower case."""

    method: bytes = b""
    target: bytes = b""
    version: str = "1.1"
    keep_alive: bool = True
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    size: int = 0
    body: IO[bytes] | None = None

    def header(self, name: bytes) -> bytes | None:
        """The value of a header; None when it is absent or given twice."""
        found = [value for key, value in self.headers if key == name]
        return found[0] if len(found) == 1 else None

    def pieces(self) -> Iterator[bytes]:
        """The body in pieces."""
        if self.body is not None:
            self.body.seek(0)
            while piece := self.body.read(_PIECE):
                yield piece

    def close(self) -> None:
        if self.body is not None:
            self.body.close()


class RequestReader:
    """Turns the bytes of one connection into requests. Raises Unacceptable; is useless afterwards.

    `take` is asked for the right to hold so many more body bytes and answers whether there is room.
    """

    def __init__(self, limits: Limits, take: Callable[[int], bool]) -> None:
        self._limits = limits
        self._take = take
        self._parser = httptools.HttpRequestParser(self)
        self._request = Request()
        self._head_bytes = 0
        self._status = 0
        self.ready: deque[Request] = deque()
        #: something of a request has come; its head is complete; the browser waits for leave to send the body
        self.begun = False
        self.head_done = False
        self.wants_leave = False

    def feed(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            raise Unacceptable(self._status or 400) from None
        except httptools.HttpParserUpgrade:
            raise Unacceptable(501) from None

    @property
    def received(self) -> int:
        """Bytes of body that have come for the unfinished request."""
        return self._request.size

    def close(self) -> None:
        """Forget what is unfinished or unread."""
        for request in (self._request, *self.ready):
            request.close()

    # called by the parser

    def on_message_begin(self) -> None:
        self._request = Request()
        self._head_bytes = 0
        self.begun, self.head_done = True, False

    def on_url(self, url: bytes) -> None:
        self._count(len(url))
        self._request.target += url

    def on_header(self, name: bytes, value: bytes | None) -> None:
        if self.head_done:
            return  # a trailer: nothing here asks for one
        self._count(len(name) + len(value or b"") + 4)
        self._request.headers.append((name.lower(), value or b""))

    def on_headers_complete(self) -> None:
        request = self._request
        request.method = self._parser.get_method()
        request.version = self._parser.get_http_version()
        request.keep_alive = self._parser.should_keep_alive()
        self.head_done = True
        self._check(request)
        self.wants_leave = (request.header(b"expect") or b"").lower() == b"100-continue"

    def on_body(self, data: bytes) -> None:
        request = self._request
        request.size += len(data)
        if request.size > self._limits.body_bytes:
            self._refuse(413)
        if not self._take(len(data)):
            self._refuse(503)
        if request.body is None:
            request.body = tempfile.SpooledTemporaryFile(self._limits.memory_bytes)  # noqa: SIM115
        request.body.write(data)

    def on_message_complete(self) -> None:
        self.ready.append(self._request)
        self.begun, self.wants_leave = False, False

    def _count(self, size: int) -> None:
        self._head_bytes += size
        if self._head_bytes > self._limits.head_bytes:
            self._refuse(431)

    def _check(self, request: Request) -> None:
        names = [name for name, _ in request.headers]
        if request.version not in {"1.0", "1.1"} or not request.target.startswith(b"/"):
            self._refuse(400)
        if names.count(b"host") > 1 or (request.version == "1.1" and b"host" not in names):
            self._refuse(400)
        if b"transfer-encoding" in names and b"content-length" in names:
            self._refuse(400)
        if int(request.header(b"content-length") or 0) > self._limits.body_bytes:
            self._refuse(413)

    def _refuse(self, status: int) -> None:
        self._status = status
        raise Unacceptable(status)
