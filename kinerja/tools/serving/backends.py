"""The processes behind the front, and connections to them."""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import httptools

from kinerja.tools.serving.admission import Busy
from kinerja.tools.serving.limits import Limits

Piece = bytes


class Broken(Exception):
    """The connection ended after the request was sent: nobody knows what became of it."""


@dataclass
class Head:
    """The head of an answer. `length`: what its Content-Length says, None when it says nothing."""

    status: int
    reason: bytes
    headers: list[tuple[bytes, bytes]]
    length: bytes | None


class Connection:
    """One connection to a process: sends a request, hands out the answer."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._parser = httptools.HttpResponseParser(self)
        self._pieces: list[bytes] = []
        self._head: Head | None = None
        self._headers: list[tuple[bytes, bytes]] = []
        self._reason = b""
        self._done = False
        self._keep_alive = False
        self.used = False
        self.heard = False

    @property
    def fresh(self) -> bool:
        """Can another request be sent on it?"""
        return not (self._writer.is_closing() or self._reader.at_eof())

    async def send(self, head: bytes, pieces: Iterator[bytes]) -> None:
        self._head, self._done, self.heard = None, False, False
        self._headers, self._pieces, self._reason = [], [], b""
        # a short body goes with its head: the process may answer, and close, before it has read a later piece
        self._writer.write(head + next(pieces, b""))
        for piece in pieces:
            self._writer.write(piece)
            await self._writer.drain()

    async def head(self) -> Head:
        """The head of the answer. Raises Broken."""
        while self._head is None:
            await self._feed()
        return self._head

    async def body(self) -> AsyncIterator[Piece]:
        """The rest of the answer in pieces. Raises Broken when it ends early."""
        while True:
            pieces, self._pieces = self._pieces, []
            for piece in pieces:
                yield piece
            if self._done:
                return
            await self._feed()

    async def _feed(self) -> None:
        try:
            data = await self._reader.read(64 * 1024)
            if not data:
                if self._head is not None and self._ends_with_connection():
                    self._done = True
                    self._writer.close()
                    return
                raise Broken
            self.heard = True
            self._parser.feed_data(data)
        except (OSError, httptools.HttpParserError):
            raise Broken from None

    def _ends_with_connection(self) -> bool:
        assert self._head is not None
        chunked = any(name.lower() == b"transfer-encoding" for name, _ in self._head.headers)
        return self._head.length is None and not chunked

    def reusable(self) -> bool:
        return self._done and self.fresh and self._keep_alive

    def close(self) -> None:
        self._writer.transport.abort()

    # called by the parser

    def on_status(self, reason: bytes) -> None:
        self._reason += reason

    def on_header(self, name: bytes, value: bytes | None) -> None:
        if self._head is None:
            self._headers.append((name, value or b""))

    def on_headers_complete(self) -> None:
        status = self._parser.get_status_code()
        self._keep_alive = self._parser.should_keep_alive()
        if status >= 200:
            length = next((value for name, value in self._headers if name.lower() == b"content-length"), None)
            self._head = Head(status, self._reason, self._headers, length)
        self._headers, self._reason = [], b""

    def on_body(self, data: bytes) -> None:
        self._pieces.append(data)

    def on_message_complete(self) -> None:
        self._done = self._head is not None


class Backend:
    """One process, reached by the Unix socket `path`."""

    def __init__(self, path: str, limits: Limits) -> None:
        self.path = path
        self._limits = limits
        self._idle: deque[Connection] = deque()

    async def connect(self, *, reuse: bool) -> Connection:
        """A connection, waiting a few seconds for a process that is just being restarted. Raises Busy."""
        while reuse and self._idle:
            connection = self._idle.pop()
            if connection.fresh:
                connection.used = True
                return connection
        deadline = time.monotonic() + self._limits.connect_seconds
        while True:
            try:
                return Connection(*await asyncio.open_unix_connection(self.path))
            except OSError:
                if time.monotonic() > deadline:
                    raise Busy from None
                await asyncio.sleep(0.05)

    def give_back(self, connection: Connection) -> None:
        """Keep a connection for the next request, when it can bear one."""
        if connection.reusable() and len(self._idle) < 32:
            self._idle.append(connection)
        else:
            connection.close()

    async def answers(self) -> bool:
        """Does the process accept connections now?"""
        try:
            _, writer = await asyncio.open_unix_connection(self.path)
        except OSError:
            return False
        writer.close()
        return True
