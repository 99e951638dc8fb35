"""A load generator: some clients with kept connections, each sending its next request when the last was answered."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random


@dataclass
class Result:
    """What a run measured."""

    seconds: float = 0.0
    milliseconds: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)

    @property
    def per_second(self) -> float:
        return len(self.milliseconds) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


#: builds the bytes of a client's next request: (client's number, request's number) → bytes
Build = Callable[[int, int], bytes]


def run(port: int, build: Build, clients: int = 16, seconds: float = 8.0, warm_up: float = 2.0) -> Result:
    """Send for `warm_up` + `seconds`; only the latter is counted."""
    return asyncio.run(_run(port, build, clients, seconds, warm_up))


async def _run(port: int, build: Build, clients: int, seconds: float, warm_up: float) -> Result:
    result = Result(seconds=seconds)
    begin = time.perf_counter() + warm_up
    await asyncio.gather(
        *(_client(port, build, number, begin, begin + seconds, result) for number in range(clients))
    )
    return result


async def _client(port: int, build: Build, number: int, begin: float, end: float, result: Result) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    turn = 0
    while (sent := time.perf_counter()) < end:
        writer.write(build(number, turn))
        turn += 1
        status, keep = await _answer(reader)
        if sent >= begin:
            result.milliseconds.append((time.perf_counter() - sent) * 1000)
            result.statuses[status] = result.statuses.get(status, 0) + 1
        if not keep:
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()


def paced(
    port: int, build: Build, clients: int, per_second: float, seconds: float, warm_up: float = 3.0
) -> Result:
    """Each client sends at its own moments, `per_second` in all, whether others wait or not.

    An answer's time counts from the moment when the request was due: a server that falls behind cannot hide it.
    """
    return asyncio.run(_paced(port, build, clients, per_second, seconds, warm_up))


async def _paced(
    port: int, build: Build, clients: int, per_second: float, seconds: float, warm_up: float
) -> Result:
    result = Result(seconds=seconds)
    begin, every = time.perf_counter() + warm_up, clients / per_second
    chance = Random(1957)
    tasks = (
        _at_its_times(port, build, number, every, begin, seconds, Random(chance.random()), result)
        for number in range(clients)
    )
    await asyncio.gather(*tasks)
    return result


async def _at_its_times(
    port: int, build: Build, number: int, every: float, begin: float, seconds: float, chance: Random, result: Result
) -> None:  # fmt: skip
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    due, turn = time.perf_counter() + chance.random() * every, 0
    while due < begin + seconds:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        writer.write(build(number, turn))
        status, keep = await _answer(reader)
        if due >= begin:
            result.milliseconds.append((time.perf_counter() - due) * 1000)
            result.statuses[status] = result.statuses.get(status, 0) + 1
        if not keep:
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        due, turn = due + every * chance.uniform(0.5, 1.5), turn + 1
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head[9:12])
    if b"transfer-encoding: chunked" in head:
        while (size := int((await reader.readline()).split(b";")[0], 16)) > 0:
            await reader.readexactly(size + 2)
        await reader.readline()
    else:
        at = head.find(b"content-length:")
        await reader.readexactly(int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0)
    return status, b"connection: close" not in head


def post(
    path: str, host: str, cookies: str, body: bytes, kind: str = "application/x-www-form-urlencoded"
) -> bytes:
    """The bytes of a POST."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookies}\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def get(path: str, host: str, cookies: str, more: str = "") -> bytes:
    """The bytes of a GET; `more`: header lines."""
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookies}\r\n{more}\r\n".encode()
