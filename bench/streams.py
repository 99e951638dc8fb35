"""1,000 open streams over 250 units and two real browsers, while 50 reports a second come, each heard by two open boards.

python -m bench streams

A whole installation. Each superior has his board open on two devices, and two of his people have their day open; a report of
another member of the team is heard by the two boards. Measured: from the answer to the reporter to the event at the stream, and
to the changed row in the browsers; and what can be written with all streams open against without any. Goals: event p50 200 ms,
p99 500 ms; row p99 1 s; written with streams at least 0.9 of without.
"""

import asyncio
import random
import re
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from typing import Any
from urllib.parse import urlencode

from bench import demonstration, load, submit
from bench.board import WATCH
from bench.serving import installation, running

UNITS, STREAMS_EACH, PER_SECOND, SECONDS, WATCHED = 250, 4, 50.0, 15.0, 2


@dataclass
class Team:
    """A superior and some of his people, each with a session."""

    superior: str
    members: list[tuple[str, Any]]
    #: reports that were answered and whose event has not come, by stream
    waiting: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))


def measure() -> dict[str, Any]:
    """Milliseconds to the event and to the row; reports a second with and without streams."""
    demonstration.prepare()
    demonstration.manage("collectstatic", "--noinput", "-v0")
    found = found_teams()
    with (
        installation(demonstration.environment()) as (port, _pid),
        ProcessPoolExecutor(1, mp_context=get_context("fork")) as writer,
    ):  # before there are streams to inherit
        without = writer.submit(writing, port, found).result()
        events, rows, behind, with_streams = asyncio.run(_run(port, found, writer))
    return {
        "units": len(found), "streams": len(found) * STREAMS_EACH, "reports": len(events) // 2,
        "event_ms": percentiles(events), "row_ms": percentiles(rows), "behind_ms": round(behind),
        "written_per_second_without": round(without.per_second), "written_per_second_with": round(with_streams.per_second),
        "with_to_without": round(with_streams.per_second / without.per_second, 2),
        "statuses": {**without.statuses, **with_streams.statuses},
    }  # fmt: skip


def percentiles(values: list[float]) -> dict[str, int]:
    """Median, p99 and the slowest."""
    ordered = sorted(values) or [0.0]
    return {
        "p50": round(ordered[len(ordered) // 2]),
        "p99": round(ordered[int(len(ordered) * 0.99)]),
        "slowest": round(ordered[-1]),
    }


def found_teams() -> list[Team]:
    """Superiors with at least four members, no more than fit into a ticket of persons."""
    from bench.signing_in import session_of, teams

    found = []
    for rater, rows in sorted(teams().items(), key=lambda each: (-len(each[1]), str(each[0]))):
        people = list(dict(rows).items())
        if 4 <= len(people) <= 50 and len(found) < UNITS:
            found.append(Team(session_of(rater), [(session_of(person), line) for person, line in people[:4]]))
    return found


def writing(port: int, found: list[Team]) -> load.Result:
    """Sixteen clients that write as fast as they are answered."""
    people = [(*team.members[2], date.today().isoformat()) for team in found]
    return load.run(port, lambda c, t: submit._report(port, people[(c + 16 * t) % len(people)]), 16, 6.0)


async def _run(
    port: int, found: list[Team], writer: ProcessPoolExecutor
) -> tuple[list[float], list[float], float, load.Result]:
    from playwright.async_api import async_playwright

    events, held = list[float](), list[Any]()
    for team in found:
        held += await _open_four(port, team, events)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        pages = [await _board(browser, port, team) for team in found[:WATCHED]]
        await asyncio.sleep(3)
        rows, behind = await _report(port, found, pages)
        await asyncio.sleep(2)
        await browser.close()
    measured = list(events)
    written = await asyncio.get_running_loop().run_in_executor(writer, writing, port, found)
    cut = [task.exception() for task in held if task.done()]
    assert not cut, f"{len(cut)} streams were cut: {cut[0]}"
    for task in held:
        task.cancel()
    return measured, rows, behind, written


async def _open_four(port: int, team: Team, events: list[float]) -> list[Any]:
    """The board on two devices, and two members' own day."""
    board = _tickets(await _fetch(port, "/pantau/tim/", team.superior))
    streams = [(team.superior, board, 0), (team.superior, board, 1)]
    for session, _line in team.members[:2]:
        streams.append((session, _tickets(await _fetch(port, "/", session)), -1))
    return [asyncio.create_task(_hear(port, team, *each, events)) for each in streams]


def _tickets(page: str) -> list[str]:
    return re.findall(r'data-live-ticket="([^"]+)"', page)


async def _hear(
    port: int, team: Team, session: str, tickets: list[str], place: int, events: list[float]
) -> None:
    """An open stream; `place` 0 and 1 are boards, which hear of every report of the team."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    path = "/stream/?" + urlencode([("t", ticket) for ticket in tickets])
    writer.write(load.get(path, f"127.0.0.1:{port}", f"sessionid={session}"))
    while line := await reader.readline():
        if line.startswith(b"data:") and place >= 0:
            now = time.perf_counter()
            events += [(now - answered) * 1000 for answered in team.waiting[place]]
            team.waiting[place].clear()
    writer.close()
    raise RuntimeError("a stream was cut")


async def _board(browser: Any, port: int, team: Team) -> Any:
    context = await browser.new_context()
    address = f"http://127.0.0.1:{port}"
    await context.add_cookies([{"name": "sessionid", "value": team.superior, "url": address}])
    page = await context.new_page()
    await page.goto(f"{address}/pantau/tim/")
    await page.wait_for_selector("html[data-stream=on]")
    await page.evaluate(WATCH)
    return page


async def _report(port: int, found: list[Team], pages: list[Any]) -> tuple[list[float], float]:
    """Fifty a second over all teams; every second of a watched board is timed to its row. Also how late the last was sent."""
    tasks, rows, behind = [], list[float](), 0.0
    began = time.perf_counter()
    for number in range(int(PER_SECOND * SECONDS)):
        due = began + number / PER_SECOND
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        behind = max(behind, (time.perf_counter() - due) * 1000)
        watched = number % 50 == 0
        team = found[number // 50 % WATCHED] if watched else found[WATCHED + number % (len(found) - WATCHED)]
        page = pages[number // 50 % WATCHED] if watched else None
        tasks.append(asyncio.create_task(_one(port, team, page, rows)))
    await asyncio.gather(*tasks)
    return rows, behind


async def _one(port: int, team: Team, page: Any, rows: list[float]) -> None:
    before = await page.evaluate("window.seen.length") if page else 0
    session, line = team.members[random.randrange(2, 4)]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(submit._report(port, (session, line, date.today().isoformat())))
    status, _keep = await load._answer(reader)
    writer.close()
    answered, on_the_wall = time.perf_counter(), time.time() * 1000
    assert status in (200, 204, 302, 303), status
    for place in (0, 1):
        team.waiting[place].append(answered)
    if page:
        shown = None
        while shown is None and time.time() * 1000 < on_the_wall + 10_000:
            await asyncio.sleep(0.05)
            shown = await page.evaluate(f"window.seen[{before}] ?? null")
        assert shown is not None, "the row did not come within ten seconds"
        rows.append(max(0.0, float(shown) - on_the_wall))


async def _fetch(port: int, path: str, session: str) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: sessionid={session}\r\n"
    writer.write(f"{head}Connection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    assert b" 200 " in answer[:20], answer[:200]
    return answer.decode("utf-8", "replace")


def show() -> None:
    with running():
        for name, figure in measure().items():
            print(f"- {name}: {figure}")


if __name__ == "__main__":
    show()
