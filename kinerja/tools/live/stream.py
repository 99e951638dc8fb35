"""The event stream: a bare ASGI application that tells browsers the names of what changed.

No Django, no table: a signed ticket in, names out. One database connection listens for the whole process. A
stream holds only the set of names it has not yet told, so that a slow browser costs no memory and is
dropped after a while.
"""

import asyncio
import contextlib
import logging
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs

import psycopg

from kinerja.tools import clock
from kinerja.tools.live.channel import CHANNEL, names_in
from kinerja.tools.live.memory import Memory
from kinerja.tools.live.topics import LIFETIME, BadTicket, Ticket, verify

HEARTBEAT = 20.0
#: a browser that takes nothing for so long is dropped
PATIENCE = 10.0
MOST_STREAMS = 5_000
MOST_PER_PERSON = 12
#: tickets in one address: one for each live part of a page
MOST_TICKETS = 8
LONGEST_PAUSE = 10.0

Message = dict[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]
_log = logging.getLogger("kinerja.live")


class Listener:
    """One open stream: what it may hear, and what it has not yet told."""

    def __init__(self, person: str, names: frozenset[str], expires: datetime) -> None:
        self.person = person
        self.names = names
        self.expires = expires
        self.news: set[str] = set()
        self.missed = False
        self.bell = asyncio.Event()

    def take(self) -> str:
        """The next lines to send; empty when there is nothing to tell."""
        told = f"data: {' '.join(sorted(self.news))}\n\n" if self.news else ""
        if self.missed:
            told = "event: missed\ndata:\n\n"
        self.news, self.missed = set(), False
        self.bell.clear()
        return told


class EventStream:
    """The ASGI application. `database` is a libpq address of a role that needs no right but to connect."""

    def __init__(self, key: bytes, database: str, *, heartbeat: float = HEARTBEAT) -> None:
        self.key = key
        self.database = database
        self.heartbeat = heartbeat
        self._by_name: defaultdict[str, set[Listener]] = defaultdict(set)
        self._listeners: set[Listener] = set()
        self._per_person: Counter[str] = Counter()
        self._task: asyncio.Task[None] | None = None
        self._closing = False
        self._memory = Memory()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        self._task = asyncio.create_task(self._listen())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.close()
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        await send({"type": "lifespan.shutdown.complete"})

    def close(self) -> None:
        """End every stream: the browsers come back by themselves."""
        self._closing = True
        for listener in self._listeners:
            listener.bell.set()

    async def _answer(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["method"] != "GET":
            return await _refuse(send, 405)
        tokens = parse_qs(scope["query_string"].decode("latin-1")).get("t", [])[:MOST_TICKETS]
        try:
            tickets = [verify(self.key, token, clock.real_now()) for token in tokens]
        except BadTicket:
            return await _refuse(send, 403)
        if not tickets or len({ticket.listener for ticket in tickets}) != 1:
            return await _refuse(send, 403)
        if len(self._listeners) >= MOST_STREAMS:
            return await _refuse(send, 503)
        if self._per_person[tickets[0].listener] >= MOST_PER_PERSON:
            return await _refuse(send, 429)
        return await self._stream(self._enter(tickets), receive, send)

    def _enter(self, tickets: list[Ticket]) -> Listener:
        names = frozenset().union(*(ticket.names for ticket in tickets))
        listener = Listener(tickets[0].listener, names, min(ticket.expires for ticket in tickets))
        self._listeners.add(listener)
        self._per_person[listener.person] += 1
        for word in names:
            self._by_name[word].add(listener)
        news = self._memory.since(listener.expires - LIFETIME, names)
        listener.missed, listener.news = news is None, news or set()
        if listener.missed or listener.news:
            listener.bell.set()
        return listener

    def _leave(self, listener: Listener) -> None:
        self._listeners.discard(listener)
        self._per_person[listener.person] -= 1
        if not self._per_person[listener.person]:
            del self._per_person[listener.person]
        for word in listener.names:
            self._by_name[word].discard(listener)
            if not self._by_name[word]:
                del self._by_name[word]

    async def _stream(self, listener: Listener, receive: Receive, send: Send) -> None:
        gone = asyncio.create_task(_until_gone(receive, listener))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            await _tell(send, "retry: 2000\n\n")
            while not gone.done() and not self._closing:
                left = (listener.expires - clock.real_now()).total_seconds()
                if left <= 0:
                    await _tell(send, "event: expired\ndata:\n\n")
                    break
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(listener.bell.wait(), min(self.heartbeat, left))
                if not gone.done():
                    await _tell(send, listener.take() or ":\n\n")
            await send({"type": "http.response.body", "body": b""})
        except (OSError, TimeoutError):
            return
        finally:
            gone.cancel()
            self._leave(listener)

    def tell(self, names: Iterable[str]) -> None:
        """Something with these names changed."""
        names = list(names)
        self._memory.note(names, clock.real_now())
        for word in names:
            for listener in self._by_name.get(word, ()):
                listener.news.add(word)
                listener.bell.set()

    async def _listen(self) -> None:
        """Hear the dispatcher for ever; after each broken connection every browser looks once for itself."""
        pause = 0.1
        first = True
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(
                    self.database, autocommit=True
                ) as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    pause = 0.1
                    self._memory.begin(clock.real_now())
                    if not first:
                        self._all_missed()
                    first = False
                    async for notice in connection.notifies():
                        self.tell(names_in(notice.payload))
            except psycopg.Error as broken:
                _log.warning("Sambungan basis data untuk siaran terputus: %s", str(broken).split("\n")[0])
                first = False
            self._memory.end()
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _all_missed(self) -> None:
        for listener in self._listeners:
            listener.missed = True
            listener.bell.set()


async def _until_gone(receive: Receive, listener: Listener) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.bell.set()


async def _tell(send: Send, text: str) -> None:
    await asyncio.wait_for(
        send({"type": "http.response.body", "body": text.encode(), "more_body": True}), PATIENCE
    )


async def _refuse(send: Send, status: int) -> None:
    headers = [(b"content-length", b"0"), (b"cache-control", b"no-store"), (b"retry-after", b"15")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
