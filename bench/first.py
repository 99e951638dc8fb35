"""The first load of Hari ini and Tim saya in a real browser with an empty cache, over a whole installation.

python -m bench first

Counted by the browser itself: every request of the page and what came over the wire, headers included. Goal: at most 12 requests
and 100 KB.
"""

import asyncio
import time
from datetime import date
from typing import Any

from bench import demonstration
from bench.serving import installation, running

#: a stream that has just begun tells every page to look for itself
SETTLED = 8
PAGES = {"Hari ini": "/", "Tim saya": "/pantau/tim/"}


def measure() -> dict[str, dict[str, Any]]:
    """Requests and bytes of each page, by kind."""
    demonstration.prepare()
    from bench.signing_in import reporters, session_of, sizes_of_teams

    sizes = sizes_of_teams("kota-jambi")
    superior = min(sizes, key=lambda each: (abs(sizes[each] - 50), str(each)))
    sessions = {"Hari ini": reporters(1, date.today())[0][0], "Tim saya": session_of(superior)}
    demonstration.manage("collectstatic", "--noinput", "-v0")
    with installation(demonstration.environment()) as (port, _pid):
        time.sleep(SETTLED)
        return asyncio.run(_look(port, sessions))


async def _look(port: int, sessions: dict[str, str]) -> dict[str, dict[str, Any]]:
    from playwright.async_api import async_playwright

    found = {}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, path in PAGES.items():
            context = await browser.new_context()
            address = f"http://127.0.0.1:{port}"
            await context.add_cookies([{"name": "sessionid", "value": sessions[name], "url": address}])
            page = await context.new_page()
            found[name] = await _load(page, address + path)
            await context.close()
        await browser.close()
    return found


async def _load(page: Any, address: str) -> dict[str, Any]:
    protocol = await page.context.new_cdp_session(page)
    await protocol.send("Network.enable")
    asked: dict[str, str] = {}
    weights: dict[str, float] = {}
    worker: set[str] = set()

    def answered(event: Any) -> None:
        if event["response"].get("fromServiceWorker") or event["response"].get("fromDiskCache"):
            worker.add(event["requestId"])

    def asks(event: Any) -> None:
        if event["request"]["url"].startswith("http"):
            asked.setdefault(event["requestId"], event["request"]["url"])

    protocol.on("Network.requestWillBeSent", asks)
    protocol.on("Network.responseReceived", answered)
    protocol.on(
        "Network.loadingFinished",
        lambda event: weights.__setitem__(event["requestId"], event["encodedDataLength"]),
    )
    await page.goto(address)
    await page.wait_for_timeout(3_000)
    wire = {key: url for key, url in asked.items() if key not in worker}
    return {
        "requests": len(wire),
        "kilobytes": round(sum(weights.get(key, 0) for key in wire) / 1000, 1),
        "from_worker": len(asked) - len(wire),
        "of": [
            f"{url.split('?')[0].split('/', 3)[3]} {weights.get(key, 0) / 1000:.1f}"
            for key, url in wire.items()
        ],
    }


def show() -> None:
    with running():
        print("| page | requests over the wire | KB | from the page's own worker |\n|---|---|---|---|")
        found = measure()
    for name, each in found.items():
        print(f"| {name} | {each['requests']} | {each['kilobytes']} | {each['from_worker']} |")
    for name, each in found.items():
        print(f"\n{name}: {each['of']}")


if __name__ == "__main__":
    show()
