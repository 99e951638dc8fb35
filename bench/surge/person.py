"""One person at the deadline, as the browser and the device's outbox behave: opens, writes, sends, resends, never twice."""

import asyncio
import random
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from bench import demonstration, load

TOKEN = "x" * 32
#: seconds a person reads or types between two steps
THINK = (1.0, 3.0)
#: a reading that is refused twice is given up: the device's own page can write too
TRIES = 2
BOUNDARY = "surge-boundary"


@dataclass
class Found:
    """What all of them met."""

    #: milliseconds of an acknowledged sending, of any try; and of readings
    sent: list[float] = field(default_factory=list)
    read: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    #: seconds a report waited on its device, those that did
    held: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    #: by the rate at which people came: milliseconds until a sending was taken, and how many reports waited on a device
    taken_at: defaultdict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    held_at: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True)
class Reporter:
    """Who writes what: a session, an indicator, a day, an id for the report, perhaps a photo."""

    person: str
    session: str
    indicator: UUID
    day: str
    key: str
    #: at how many people a second he comes
    rate: int
    photo: bytes = b""


class Person:
    """A visit from the first page to the receipt."""

    def __init__(self, port: int, who: Reporter, found: Found, chance: random.Random) -> None:
        self.port, self.who, self.found, self.chance = port, who, found, chance
        self.host = f"127.0.0.1:{port}"
        self.cookies = f"sessionid={who.session}; csrftoken={TOKEN}"
        self.written_at = datetime.now(UTC)

    async def run(self) -> None:
        """Hari ini, Catat progres, Simpan, Tersimpan. Whatever is refused, the report leaves the device in the end."""
        opened = await self._read("/") and await self._read("/laporan/catat/")
        self.written_at = datetime.now(UTC)
        if opened:
            answer = await self._ask(self._post("/laporan/catat/"), "kirim")
            if answer is not None and answer[0] == 302:
                self.found.acknowledged.append(self.who.key)
                receipt = answer[1].get("location", "")
                await self._ask(load.get(receipt, self.host, self.cookies), "baca")
                return
        began, tries = time.perf_counter(), 0
        while not await self._from_outbox():
            tries += 1
            await asyncio.sleep(min(2 * 2**tries, 300) * self.chance.uniform(0.5, 1.0))
        self.found.held.append(time.perf_counter() - began)
        self.found.held_at[self.who.rate] += 1

    async def _read(self, path: str) -> bool:
        for _try in range(TRIES):
            answer = await self._ask(load.get(path, self.host, self.cookies), "baca")
            if answer is not None and answer[0] == 200:
                await asyncio.sleep(self.chance.uniform(*THINK))
                return True
            pause = float(answer[1].get("retry-after", 5)) if answer is not None else 5.0
            await asyncio.sleep(pause * self.chance.uniform(1.0, 1.5))
        return False

    async def _from_outbox(self) -> bool:
        """As tools/offline/sender.js: greet, then send; only the server's word takes it from the device."""
        greeting = load.get("/laporan/antrean/kiriman/", self.host, self.cookies, SENDING)
        answer = await self._ask(greeting, "sapa")
        if answer is None or answer[0] != 200:
            return False
        answer = await self._ask(self._post("/laporan/antrean/kiriman/", from_outbox=True), "kirim ulang")
        if answer is None or answer[0] != 200:
            return False
        self.found.acknowledged.append(self.who.key)
        return True

    async def _ask(self, request: bytes, kind: str) -> tuple[int, Mapping[str, str]] | None:
        began = time.perf_counter()
        try:
            async with asyncio.timeout(180):
                answer = await _ask(self.port, request)
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as failed:
            self.found.statuses[f"{kind} {type(failed).__name__}"] += 1
            return None
        took = (time.perf_counter() - began) * 1000
        self.found.statuses[f"{kind} {answer[0]}"] += 1
        if answer[0] < 400:
            (self.found.read if kind in {"baca", "sapa"} else self.found.sent).append(took)
            if kind not in {"baca", "sapa"}:
                self.found.taken_at[self.who.rate].append(took)
        return answer

    def _post(self, path: str, *, from_outbox: bool = False) -> bytes:
        who = self.who
        fields = {
            "csrfmiddlewaretoken": TOKEN,
            "day": who.day,
            demonstration.indicator_field(who.indicator, "key"): who.key,
            demonstration.indicator_field(who.indicator, "value"): "12",
            demonstration.indicator_field(who.indicator, "note"): "",
        }
        if from_outbox:
            fields |= {"owner": who.person, "written_at": self.written_at.isoformat(),
                       "device_now": datetime.now(UTC).isoformat()}  # fmt: skip
        if not who.photo:
            return load.post(path, self.host, self.cookies, demonstration.body(fields))
        body = _multipart(fields, demonstration.indicator_field(who.indicator, "evidence"), who.photo)
        return load.post(path, self.host, self.cookies, body, f"multipart/form-data; boundary={BOUNDARY}")


#: what the outbox adds to its greeting (tools/offline/sender.js)
SENDING = "X-Kinerja-Sending: 1\r\n"


def _multipart(fields: Mapping[str, str], name: str, photo: bytes) -> bytes:
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    ]
    about = f'form-data; name="{name}"; filename="foto.jpg"'
    head = f"--{BOUNDARY}\r\nContent-Disposition: {about}\r\nContent-Type: image/jpeg\r\n\r\n"
    return b"".join([*parts, head.encode(), photo, f"\r\n--{BOUNDARY}--\r\n".encode()])


async def _ask(port: int, request: bytes) -> tuple[int, Mapping[str, str]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _colon, value in (line.partition(":") for line in lines)
        }
        if "chunked" in headers.get("transfer-encoding", ""):
            while (size := int((await reader.readline()).split(b";")[0], 16)) > 0:
                await reader.readexactly(size + 2)
        else:
            await reader.readexactly(int(headers.get("content-length", 0)))
        return int(first.split()[1]), headers
    finally:
        writer.close()
