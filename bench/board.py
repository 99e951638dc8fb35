"""From a report's commit to its row on a superior's open board, with fifty open boards; and the memory of it all.

A whole installation (front, pages, streams, worker, dispatcher) on the demonstration's data. Forty-eight boards are held
open by clients that fetch what their stream names, as a browser does; two are open in a real browser. Reports come for
all of them; those for the two watched boards are timed from the answer to the reporter (the commit is a little earlier)
to the changed text in the document.
"""

import asyncio
import random
import re
import time
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench import demonstration, load
from bench.serving import cluster, installation, running

BOARDS, WATCHED, TIMED, PER_SECOND = 50, 2, 200, 5.0
WATCH = """() => {
  const board = document.querySelector('.table-wrap');
  window.seen = []; let before = board.innerText;
  new MutationObserver(() => {
    if (board.innerText === before) return;
    before = board.innerText; window.seen.push(Date.now());
  }).observe(board, { childList: true, subtree: true, characterData: true });
}"""


def measure() -> dict[str, Any]:
    """Milliseconds from answer to screen (median, p99, slowest), and MiB (PSS) at rest and under it."""
    demonstration.prepare()
    boards = _boards()
    demonstration.manage("collectstatic", "--noinput", "-v0")
    with installation(demonstration.environment()) as (port, server):
        rest = _memory(server)
        waits = asyncio.run(_run(port, boards))
        busy = _memory(server)
    ordered = sorted(waits)
    return {
        "timed": len(waits),
        "median_ms": round(ordered[len(ordered) // 2]),
        "p99_ms": round(ordered[int(len(ordered) * 0.99)]),
        "slowest_ms": round(ordered[-1]),
        "memory_at_rest_mib": rest,
        "memory_after_mib": busy,
    }


def _boards() -> list[tuple[str, list[tuple[str, Any]]]]:
    """(session of the superior, [(session of a member, indicator)]) of the fifty superiors with most reporters."""
    from bench.signing_in import session_of
    from kinerja.areas.planning.models import Indicator
    from kinerja.base.organization.lines import all_lines
    from kinerja.base.tenancy.context import inside
    from kinerja.base.tenancy.models import Instansi

    teams: dict[Any, list[tuple[Any, Any]]] = defaultdict(list)
    with inside(Instansi.objects.get(code="kota-jambi").pk):
        raters = {line.person_id: line.rater_id for line in all_lines(date.today())}
        agreed = Indicator.objects.filter(
            consolidation="SUM", rhk__skp__state="DISETUJUI", rhk__skp__is_head=False
        )
        for person, indicator in agreed.order_by("pk").values_list("rhk__skp__person_id", "pk"):
            if raters.get(person):
                teams[raters[person]].append((person, indicator))
    largest = sorted(teams, key=lambda rater: (-len(teams[rater]), str(rater)))[:BOARDS]
    assert len(largest) == BOARDS, f"only {len(largest)} superiors have reporters"
    return [
        (session_of(rater), [(session_of(person), indicator) for person, indicator in teams[rater][:4]])
        for rater in largest
    ]


async def _run(port: int, boards: list[tuple[str, list[tuple[str, Any]]]]) -> list[float]:
    from playwright.async_api import async_playwright

    stop = asyncio.Event()
    watched, others = boards[:WATCHED], boards[WATCHED:]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        pages = []
        for session, _members in watched:
            context = await browser.new_context()
            await context.add_cookies(
                [{"name": "sessionid", "value": session, "url": f"http://127.0.0.1:{port}"}]
            )
            page = await context.new_page()
            await page.goto(f"http://127.0.0.1:{port}/pantau/tim/")
            await page.wait_for_selector("html[data-stream=on]")
            pages.append(page)
        held = [asyncio.create_task(_hold(port, session, stop)) for session, _members in others]
        noise = asyncio.create_task(_noise(port, others, stop))
        await asyncio.sleep(4)
        for page in pages:
            await page.evaluate(WATCH)
        waits = [
            await _timed(port, pages[turn % WATCHED], watched[turn % WATCHED][1], turn)
            for turn in range(TIMED)
        ]
        stop.set()
        await asyncio.gather(noise, *held)
        await browser.close()
    return waits


async def _timed(port: int, page: Any, members: list[tuple[str, Any]], turn: int) -> float:
    """Milliseconds from the answer to the reporter to the change on the page."""
    before = await page.evaluate("window.seen.length")
    await _send(port, *members[turn // WATCHED % len(members)])
    answered = time.time() * 1000
    shown = None
    while shown is None and time.time() * 1000 < answered + 10_000:
        await asyncio.sleep(0.05)
        shown = await page.evaluate(f"window.seen[{before}] ?? null")
    assert shown is not None, "the row did not come within ten seconds"
    await asyncio.sleep(0.15 + random.random() * 0.2)  # noqa: S311
    return max(0.0, float(shown) - answered)


async def _send(port: int, session: str, indicator: Any) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(_report(port, session, indicator))
    status, _keep = await load._answer(reader)
    assert status in (200, 204, 302, 303), status
    writer.close()


def _report(port: int, session: str, indicator: Any) -> bytes:
    from bench.submit import _report as report

    return report(port, (session, indicator, date.today().isoformat()))


async def _noise(port: int, boards: list[tuple[str, list[tuple[str, Any]]]], stop: asyncio.Event) -> None:
    """Reports for the other boards, in turn, at a steady pace."""
    turn = 0
    while not stop.is_set():
        members = boards[turn % len(boards)][1]
        await _send(port, *members[turn // len(boards) % len(members)])
        turn += 1
        await asyncio.sleep(1 / PER_SECOND)


async def _hold(port: int, session: str, stop: asyncio.Event) -> None:
    """An open board without a browser: hears its stream, fetches the board again when it names something."""
    page = await _fetch(port, session)
    tickets = re.findall(r'data-live-ticket="([^"]+)"', page)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    path = "/stream/?" + urlencode([("t", ticket) for ticket in tickets])
    writer.write(load.get(path, f"127.0.0.1:{port}", f"sessionid={session}"))
    while not stop.is_set():
        try:
            line = await asyncio.wait_for(reader.readline(), 1)
        except TimeoutError:
            continue
        if not line:
            raise RuntimeError("a stream was cut")
        if line.startswith(b"data:"):
            await asyncio.sleep(random.random() * 0.25)  # noqa: S311
            await _fetch(port, session)
    writer.close()


async def _fetch(port: int, session: str) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"GET /pantau/tim/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: sessionid={session}\r\n"
    writer.write(f"{head}Connection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    assert b" 200 " in answer[:20], answer[:200]
    return answer.decode("utf-8", "replace")


def _memory(pid: int) -> dict[str, int]:
    """PSS of the installation's processes and of its database's, in MiB."""
    database = int((cluster().data / "postmaster.pid").read_text().split()[0])
    return {"processes": _below(pid), "database": _below(database)}


def _below(pid: int) -> int:
    return round(sum(_pss(each) for each in [pid, *_children(pid)]) / 1024)


def _children(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == pid:
            child = int(entry.parent.name)
            found += [child, *_children(child)]
    return found


def _pss(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    match = re.search(r"^Pss:\s+(\d+)", text, re.M)
    return int(match[1]) if match else 0


def show() -> None:
    with running():
        for name, figure in measure().items():
            print(f"- {name}: {figure}")


if __name__ == "__main__":
    show()
