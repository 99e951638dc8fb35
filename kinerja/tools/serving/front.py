"""The front: one public port for pages and event streams.

It takes a request whole before it disturbs a web worker (slow browsers cost no worker), keeps limits, tells
the processes truthfully where a request comes from, and waits for a worker that is being restarted, but
never sends a request twice of which it cannot know what became.
"""

import argparse
import asyncio
import contextlib
import json
import os
import signal
import socket
import time
from pathlib import Path

import uvloop

from kinerja.tools.serving import notices
from kinerja.tools.serving.admission import Admission, Busy
from kinerja.tools.serving.backends import Backend, Broken, Connection, Head
from kinerja.tools.serving.forwarding import head_for_browser, head_for_process, origin
from kinerja.tools.serving.limits import Limits
from kinerja.tools.serving.load import Load
from kinerja.tools.serving.requests import Request, RequestReader, Unacceptable

STREAM = b"/stream/"
HEALTH = b"/healthz"
_SAFE = {b"GET", b"HEAD"}
#: a reading that a sending needs (who is signed in, the token): the outbox says so, and it waits with the sendings
SENDING = b"x-kinerja-sending"
#: seconds between two looks at the load that the page processes read
TOLD_EVERY = 1.0


def is_sending(request: Request) -> bool:
    """Whether somebody's words are on their way: such a request is refused last."""
    return request.method not in _SAFE or request.header(SENDING) is not None


class Front:
    """All open connections, and the two processes behind them."""

    def __init__(self, web: str, stream: str, limits: Limits, trusted: frozenset[str] = frozenset()) -> None:
        self.limits = limits
        self.trusted = trusted
        self.load = Load()
        self.admission = Admission(limits, self.load)
        self.web = Backend(web, limits)
        self.stream = Backend(stream, limits)
        self.held = 0
        self.draining = False
        self.open: dict[asyncio.Task[None], bool] = {}

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of a browser."""
        task = asyncio.current_task()
        assert task is not None
        if len(self.open) >= self.limits.connections:
            writer.write(notices.answer(503, close=True))
            writer.close()
            return
        self.open[task] = False
        try:
            await Visit(self, reader, writer, task).run()
        except (OSError, asyncio.CancelledError):
            writer.transport.abort()
        finally:
            del self.open[task]
            writer.close()

    async def health(self) -> bytes:
        web, stream = await asyncio.gather(self.web.answers(), self.stream.answers())
        told = json.dumps({"web": web, "stream": stream})
        return notices.answer(200 if web and stream else 503, close=False, content=told)

    async def drain(self) -> None:
        """Let running requests end; idle connections and event streams end now."""
        self.draining = True
        for task, busy in list(self.open.items()):
            if not busy:
                task.cancel()
        if self.open:
            await asyncio.wait(self.open, timeout=self.limits.drain_seconds)


class Visit:
    """One connection of a browser, request after request."""

    def __init__(
        self,
        front: Front,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        task: asyncio.Task[None],
    ) -> None:
        self.front = front
        self.limits = front.limits
        self.reader = reader
        self.writer = writer
        self.task = task
        self.peer = (writer.get_extra_info("peername") or ("",))[0]
        self.incoming = RequestReader(front.limits, self._take)
        self.taken = 0
        # an answer of ordinary size leaves the web worker at once, however slow the browser reads
        writer.transport.set_write_buffer_limits(high=1024 * 1024)

    async def run(self) -> None:
        keep = True
        try:
            while keep and not self.front.draining:
                request = await self._receive()
                if request is None:
                    return
                self.front.open[self.task] = not request.target.startswith(STREAM)
                try:
                    keep = await self._handle(request)
                finally:
                    request.close()
                    self._release()
                    self.front.open[self.task] = False
        except Unacceptable as refused:
            await self._say(refused.status, close=True)
        finally:
            self.incoming.close()
            self._release()

    def _take(self, size: int) -> bool:
        if self.front.held + size > self.limits.held_bytes:
            return False
        self.front.held += size
        self.taken += size
        return True

    def _release(self) -> None:
        self.front.held -= self.taken
        self.taken = 0

    async def _receive(self) -> Request | None:
        """The next request, whole; None when the browser has gone or has nothing to say."""
        incoming = self.incoming
        began = time.monotonic()
        while not incoming.ready:
            if incoming.head_done and incoming.begun:
                patience = self.limits.body_seconds + incoming.received / self.limits.body_rate
            else:
                patience = self.limits.head_seconds if incoming.begun else self.limits.idle_seconds
            try:
                async with asyncio.timeout(began + patience - time.monotonic()):
                    data = await self.reader.read(64 * 1024)
            except TimeoutError:
                if not incoming.begun:
                    return None
                raise Unacceptable(408) from None
            if not data:
                return None
            if not incoming.begun:
                began = time.monotonic()
            incoming.feed(data)
            if incoming.wants_leave:
                incoming.wants_leave = False
                self.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        return incoming.ready.popleft()

    async def _handle(self, request: Request) -> bool:
        """Answer one request; may the connection be used again?"""
        if request.target == HEALTH and request.method in _SAFE:
            self.writer.write(await self.front.health())
            return request.keep_alive
        sending = is_sending(request)
        try:
            if request.target.startswith(STREAM):
                return await self._until_gone(request, self.front.stream)
            async with self.front.admission.place(sending=sending):
                return await self._pass_on(request, self.front.web)
        except Busy as busy:
            full = busy.retry_after is not None
            words = notices.busy(sending=sending, seconds=busy.retry_after or 0) if full else None
            return await self._say(503, close=not request.keep_alive, words=words)
        except Broken:
            return await self._say(502, close=True)
        except TimeoutError:
            return await self._say(504, close=True)

    async def _until_gone(self, request: Request, backend: Backend) -> bool:
        """An event stream ends when either side leaves."""
        answer = asyncio.create_task(self._pass_on(request, backend))
        gone = asyncio.create_task(self.reader.read(1))
        try:
            await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
            if answer.done():
                answer.result()
            return False
        finally:
            for task in (answer, gone):
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError, OSError, Broken, Busy, TimeoutError):
                    await task

    async def _pass_on(self, request: Request, backend: Backend) -> bool:
        safe = request.method in _SAFE
        address, scheme = origin(request, self.peer, self.front.trusted)
        head = head_for_process(request, address, scheme)
        connection = await backend.connect(reuse=safe)
        try:
            try:
                answer = await self._ask(connection, head, request)
            except Broken:
                # an idle connection may die of age just when it is used again: a page may be asked for once
                # more
                if not (safe and connection.used and not connection.heard):
                    raise
                connection.close()
                connection = await backend.connect(reuse=False)
                answer = await self._ask(connection, head, request)
        except BaseException:
            connection.close()
            raise
        return await self._answer(request, backend, connection, answer)

    async def _ask(self, connection: Connection, head: bytes, request: Request) -> Head:
        try:
            async with asyncio.timeout(self.limits.answer_seconds):
                await connection.send(head, request.pieces())
                return await connection.head()
        except OSError as failed:
            if isinstance(failed, TimeoutError):
                raise
            raise Broken from None

    async def _answer(self, request: Request, backend: Backend, connection: Connection, head: Head) -> bool:
        bodiless = request.method == b"HEAD" or head.status in {204, 304}
        chunked = head.length is None and not bodiless and request.version == "1.1"
        delimited = chunked or bodiless or head.length is not None
        close = self.front.draining or not request.keep_alive or not delimited
        self.writer.write(
            head_for_browser(head.status, head.reason, head.headers, chunked=chunked, close=close)
        )
        try:
            if not bodiless:
                async for piece in connection.body():
                    self.writer.write(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
                    async with asyncio.timeout(self.limits.write_seconds):
                        await self.writer.drain()
            if chunked:
                self.writer.write(b"0\r\n\r\n")
            backend.give_back(connection)
        except (Broken, TimeoutError):
            # half an answer must not look like a whole one
            connection.close()
            self.writer.transport.abort()
            return False
        except BaseException:
            connection.close()
            raise
        return not close

    async def _say(self, status: int, *, close: bool, words: notices.Words | None = None) -> bool:
        self.writer.write(notices.answer(status, close=close, words=words))
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(self.limits.write_seconds):
                await self.writer.drain()
        return not close


async def tell_load(front: Front, path: Path) -> None:
    """Keep the file of the load fresh."""
    while True:
        front.load.write(path, front.admission.waiting)
        await asyncio.sleep(TOLD_EVERY)


async def run(listener: socket.socket, front: Front, load: str = "") -> None:
    """Serve until SIGTERM. `load`: the file that tells the page processes what comes."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    server = await asyncio.start_server(front.serve, sock=listener, backlog=1024)
    telling = asyncio.create_task(tell_load(front, Path(load))) if load else None
    await stop.wait()
    server.close()
    await front.drain()
    if telling:
        telling.cancel()


def main() -> None:
    """Started by `kinerja serve`: `--fd` is the listening socket, the other two are Unix sockets."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--fd", type=int, required=True)
    parser.add_argument("--web", required=True)
    parser.add_argument("--stream", required=True)
    parser.add_argument("--load", default="")
    given = parser.parse_args()
    trusted = frozenset(filter(None, os.environ.get("KINERJA_TRUSTED_PROXIES", "").split(",")))
    front = Front(given.web, given.stream, Limits.from_environment(), trusted)
    uvloop.run(run(socket.socket(fileno=given.fd), front, given.load))


if __name__ == "__main__":
    main()
