"""Who comes in when there is no room: sendings before readings, a no at once, and nobody shut out for good."""

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.tools.serving import load as loads
from kinerja.tools.serving.admission import TURN, Admission, Busy
from kinerja.tools.serving.load import Load
from kinerja.tools.serving.tests.conftest import LIMITS, House, wait_until

ONE = replace(LIMITS, inside=1, queue=3, queue_seconds=0.3, sending_queue=12, sending_seconds=2.0)


async def _visit(door: Admission, name: str, entered: list[str], *, sending: bool, stay: float = 0.0) -> None:
    async with door.place(sending=sending):
        entered.append(name)
        await asyncio.sleep(stay)


def _entered(*visits: tuple[str, bool], stay: float = 0.1) -> list[str]:
    """The order in which visitors come in who all come while one is inside."""

    async def run() -> list[str]:
        door, entered = Admission(ONE, Load()), []
        tasks = [asyncio.create_task(_visit(door, "first", entered, sending=False, stay=stay))]
        await asyncio.sleep(0)
        tasks += [
            asyncio.create_task(_visit(door, name, entered, sending=sending)) for name, sending in visits
        ]
        await asyncio.gather(*tasks)
        assert door.waiting == 0
        return entered[1:]

    return asyncio.run(run())


def test_what_is_sent_comes_in_before_what_is_read() -> None:
    assert _entered(("r1", False), ("r2", False), ("s1", True), ("s2", True)) == ["s1", "s2", "r1", "r2"]


def test_a_flood_of_sendings_leaves_every_tenth_place_to_a_reading() -> None:
    order = _entered(("r1", False), *((f"s{number}", True) for number in range(12)))

    assert order.index("r1") == TURN - 1


def test_readings_are_refused_first_and_told_when_to_come_again() -> None:
    async def run() -> None:
        door, entered = Admission(ONE, Load()), []
        tasks = [asyncio.create_task(_visit(door, "first", entered, sending=True, stay=0.2))]
        await asyncio.sleep(0)
        tasks += [asyncio.create_task(_visit(door, "r", entered, sending=False)) for _ in range(3)]
        await asyncio.sleep(0)
        with pytest.raises(Busy) as refused:
            await _visit(door, "r4", entered, sending=False)
        assert 5 <= refused.value.retry_after <= 15
        await _visit(door, "s", entered, sending=True)
        await asyncio.gather(*tasks)
        assert "s" in entered

    asyncio.run(run())


def test_who_would_wait_too_long_is_told_at_once() -> None:
    async def run() -> float:
        door, entered = Admission(ONE, Load()), []
        for _slow in range(40):  # requests have taken half a second lately
            door._seconds += 0.05 * (0.5 - door._seconds)
        task = asyncio.create_task(_visit(door, "first", entered, sending=True, stay=0.2))
        await asyncio.sleep(0)
        began = time.monotonic()
        with pytest.raises(Busy):
            await _visit(door, "r", entered, sending=False)
        took = time.monotonic() - began
        await task
        return took

    assert asyncio.run(run()) < 0.1


def test_patience_ends_and_the_place_is_not_lost() -> None:
    async def run() -> None:
        load = Load(lambda: 120.0)
        door, entered = Admission(ONE, load), []
        task = asyncio.create_task(_visit(door, "first", entered, sending=True, stay=0.6))
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await _visit(door, "r", entered, sending=False)
        left = asyncio.create_task(_visit(door, "gone", entered, sending=True))
        await asyncio.sleep(0)
        left.cancel()
        await task
        await _visit(door, "next", entered, sending=False)
        assert entered == ["first", "next"]
        assert [each.refused_read for each in load._minutes] == [1]

    asyncio.run(run())


def test_the_last_hour_is_told_minute_by_minute(tmp_path: Path) -> None:
    now = [0.0]
    load = Load(lambda: now[0])
    for minute in range(62):
        now[0] = minute * 60 + 30
        load.came_in(sending=True, waited=0.25)
    load.refused(sending=False)
    load.write(tmp_path / "load.json", waiting=7)

    minutes, waiting = loads.read(str(tmp_path / "load.json"))

    assert (len(minutes), waiting) == (60, 7)
    assert minutes[-1] == loads.Minute(61 * 60, sent=1, refused_read=1, longest_ms=250)
    assert minutes[-1].came == 2
    assert loads.read(str(tmp_path / "nothing.json")) == ([], 0)


def test_a_full_house_says_so_to_readers_and_to_senders(house: House) -> None:
    visits = [house.visit() for _ in range(4)]
    for visit in visits:
        visit.send("GET /wait HTTP/1.1\r\nHost: kinerja\r\n\r\n")
    wait_until(lambda: house.front.admission._free == 0)

    reading = house.ask("GET / HTTP/1.1\r\nHost: kinerja\r\n\r\n")
    assert reading.status == 503
    assert 'http-equiv="refresh"' in reading.body.decode()
    assert f"dalam {reading.field('retry-after')} detik" in reading.body.decode()

    sending, greeting = house.visit(), house.visit()
    sending.send("POST /wait HTTP/1.1\r\nHost: kinerja\r\nContent-Length: 1\r\n\r\nx")
    greeting.send("GET /wait HTTP/1.1\r\nHost: kinerja\r\nX-Kinerja-Sending: 1\r\n\r\n")
    wait_until(lambda: house.front.admission.waiting == 2)
    time.sleep(LIMITS.queue_seconds + 0.2)  # a reading would have been refused by now
    assert house.front.admission.waiting == 2
    house.call(house.web.release.set)
    assert sending.answer().status == 200
    assert greeting.answer().status == 200
    assert [visit.answer().status for visit in visits] == [200] * 4
