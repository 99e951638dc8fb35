"""A real front between raw sockets and a small, obedient process behind it."""

import asyncio
import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.tools.serving.front import Front
from kinerja.tools.serving.limits import Limits

LIMITS = replace(
    Limits(),
    head_seconds=0.6,
    idle_seconds=3,
    body_seconds=0.6,
    body_bytes=300_000,
    memory_bytes=10_000,
    connect_seconds=2,
    answer_seconds=2,
    queue_seconds=0.5,
    inside=4,
    queue=4,
    drain_seconds=2,
)


class Behind:
    """The process behind the front: tells what it received, or does what the address says."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.seen: list[bytes] = []
        self.server: asyncio.Server | None = None
        self.release = asyncio.Event()

    async def open(self) -> None:
        self.server = await asyncio.start_unix_server(self.serve, self.path)

    async def close(self) -> None:
        assert self.server is not None
        self.server.close()
        Path(self.path).unlink(missing_ok=True)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                self.seen.append(head)
                fields = dict(line.lower().split(": ", 1) for line in head.decode().split("\r\n")[1:-2])
                body = await reader.readexactly(int(fields.get("content-length", 0)))
                await self.answer(head.split(b" ")[1].decode(), head, body, writer)
                if writer.is_closing():
                    return
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def answer(self, target: str, head: bytes, body: bytes, writer: asyncio.StreamWriter) -> None:
        if target == "/die":
            writer.close()
        elif target == "/half":
            writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf")
            writer.close()
        elif target == "/hang":
            await asyncio.sleep(30)
        elif target == "/wait":
            await self.release.wait()
            writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok")
        elif target == "/open":
            writer.write(b"HTTP/1.1 200 OK\r\n\r\nuntil the end")
            writer.close()
        elif target == "/pieces" or target.startswith("/stream/"):
            writer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nserver: secret\r\n\r\n")
            for piece in (b"one ", b"two"):
                writer.write(b"%x\r\n%b\r\n" % (len(piece), piece))
            if target == "/pieces":
                writer.write(b"0\r\n\r\n")
            else:
                await self.release.wait()
        elif target == "/empty":
            writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
        else:
            told = json.dumps(
                {"head": head.decode(), "size": len(body), "body": body[:50].decode("latin-1")}
            ).encode()
            length = b"content-length: %d\r\n\r\n" % len(told)
            writer.write(b"HTTP/1.1 200 OK\r\n" + length + (b"" if head.startswith(b"HEAD") else told))
        if not writer.is_closing():
            await writer.drain()


class House:
    """The front and what is behind it, in a loop of their own."""

    def __init__(self, folder: Path, limits: Limits = LIMITS, trusted: frozenset[str] = frozenset()) -> None:
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever)
        self.thread.start()
        self.web, self.stream = Behind(str(folder / "w")), Behind(str(folder / "s"))
        self.front = self.do(self._make(limits, trusted))
        self.port = self.server.sockets[0].getsockname()[1]

    async def _make(self, limits: Limits, trusted: frozenset[str]) -> Front:
        await self.web.open()
        await self.stream.open()
        front = Front(self.web.path, self.stream.path, limits, trusted)
        self.server = await asyncio.start_server(front.serve, "127.0.0.1", 0)
        return front

    def do(self, coroutine):  # type: ignore[no-untyped-def]
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(30)

    def call(self, function: Callable[[], None]) -> None:
        self.loop.call_soon_threadsafe(function)

    def ask(self, text: bytes | str, *, more: bytes = b"", pause: float = 0) -> "Answer":
        visit = self.visit()
        visit.send(text)
        if more:
            time.sleep(pause)
            visit.send(more)
        return visit.answer()

    def visit(self) -> "Visitor":
        return Visitor(self.port)

    def end(self) -> None:
        self.call(self.web.release.set)
        self.call(self.stream.release.set)

        async def stop() -> None:
            self.server.close()
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        self.do(stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()


class Answer:
    """What came back."""

    def __init__(self, head: bytes, body: bytes) -> None:
        self.head = head.decode("latin-1")
        self.status = int(self.head.split(" ")[1])
        self.body = body

    def field(self, name: str) -> str | None:
        for line in self.head.split("\r\n")[1:]:
            if line.lower().startswith(f"{name}:"):
                return line.split(":", 1)[1].strip()
        return None

    def json(self) -> dict:
        return json.loads(self.body)


class Visitor:
    """A browser that says exactly what a test wants."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.file = self.socket.makefile("rb")

    def send(self, text: bytes | str) -> None:
        self.socket.sendall(text.encode("latin-1") if isinstance(text, str) else text)

    def answer(self) -> Answer:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = self.file.readline()
            if not line:
                raise ConnectionError("closed without an answer")
            head += line
        answer = Answer(head, b"")
        if answer.field("transfer-encoding") == "chunked":
            while size := int(self.file.readline(), 16):
                answer.body += self.file.read(size)
                self.file.readline()
            self.file.readline()
        elif (length := answer.field("content-length")) is not None:
            answer.body = self.file.read(int(length))
        elif answer.field("connection") == "close" and answer.status == 200:
            answer.body = self.file.read()
        return answer

    def closed(self) -> bool:
        return self.file.read(1) == b""


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Callable[..., House]]:
    """Builds a house with other limits or trusted proxies."""
    made: list[House] = []

    def one(limits: Limits = LIMITS, trusted: frozenset[str] = frozenset()) -> House:
        made.append(House(tmp_path, limits, trusted))
        return made[-1]

    yield one
    for house in made:
        house.end()


@pytest.fixture
def house(build: Callable[..., House]) -> House:
    return build()


def alive(pid: int) -> bool:
    """Does the process run? A zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def children(pid: int) -> list[int]:
    """The living children of a process."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit() and alive(int(entry)):
            words = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
            if int(words[1]) == pid:
                found.append(int(entry))
    return found
