"""A phone with a profile on the disk: its window, its clock, its battery; and what its queue holds."""

import contextlib
import os
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.test import Client
from playwright.sync_api import BrowserContext, Error, Page, Playwright, sync_playwright

from kinerja.areas.reporting.models import Report
from kinerja.base.ledger.models import Entry
from tests.journeys.serving import alive
from tests.journeys.visiting import FLAGS, PHONE

#: a device whose clock stands wrong by so many milliseconds
_CLOCK = """(() => {
  const real = Date, off = %d;
  globalThis.Date = class extends real {
    constructor(...given) { if (given.length) super(...given); else super(real.now() + off); }
    static now() { return real.now() + off; }
  };
})();"""
#: puts reports into the queue as the form does: [value, day, whether with a photo]
_WRITE = """async ([owner, indicator, reports]) => {
  const queue = await import("/static/offline/queue.js");
  const photo = async (number) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 240, height: 180 });
    const pen = canvas.getContext("2d");
    for (let n = 0; n < 400; n += 1) {
      pen.fillStyle = `hsl(${(n * 37 + number * 11) % 360} 80% ${20 + (n * number) % 60}%)`;
      pen.fillRect((n * 53 + number) % 240, (n * 31) % 180, 20, 14);
    }
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", 0.9); });
    return new File([blob], `rekap-${number}.jpg`, { type: "image/jpeg" });
  };
  for (const [value, day, hasPhoto] of reports) {
    const id = queue.newId();
    const fields = [["day", day], [`${indicator}-key`, id], [`${indicator}-value`, String(value)], [`${indicator}-note`, ""]];
    const files = hasPhoto ? [[`${indicator}-evidence`, await photo(value)]] : [];
    await queue.put(owner, [{ id, fields, files, label: { name: "Pasien", value: String(value), day } }]);
  }
}"""
# a promise, because the page's own rules forbid what asks again and again by text
_SETTLED = """async () => {
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller)
    await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
}"""
_LEFT = """async () => (await import("/static/offline/store.js")).countOfOthers(null)"""
_SEND = """async () => (await import("/static/offline/sender.js")).send({ now: true })"""


class Phone:
    """One Chromium with its own profile. `charge()` starts it, `pull_the_battery()` kills it where it stands."""

    def __init__(self, playwright: Playwright, address: str, profile: Path) -> None:
        self._playwright, self.address, self.profile = playwright, address, profile
        self.complaints: list[str] = []
        #: processes of the browser that were killed where they stood
        self.killed = 0
        self.context: BrowserContext
        self.page: Page
        self._jar: list[Any] = []
        self.charge()

    def charge(self, clock_off: int = 0) -> None:
        """Start; the clock stands `clock_off` milliseconds ahead."""
        self.context = self._playwright.chromium.launch_persistent_context(
            str(self.profile), executable_path=shutil.which("chromium"), args=FLAGS, base_url=self.address,
            viewport={"width": PHONE, "height": 780}, locale="id-ID", reduced_motion="reduce",
        )  # fmt: skip
        if clock_off:
            self.context.add_init_script(_CLOCK % clock_off)
        if self._jar:
            self.context.add_cookies(self._jar)
        self.page = self.new_page()

    def new_page(self) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on(
            "console",
            lambda said: self.complaints.append(said.text) if "Security Policy" in said.text else None,
        )
        return page

    def pull_the_battery(self) -> None:
        mark = f"--user-data-dir={self.profile}"
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and alive(int(entry.name)):
                words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                if mark in words and "--type=" not in words:
                    os.kill(int(entry.name), signal.SIGKILL)
                    self.killed += 1
        self.close()

    def close(self) -> None:
        with contextlib.suppress(Error):  # what was killed cannot be closed
            self.context.close()

    def sign_in_as(self, client: Client) -> None:
        """As the session of a test client; the cookie outlives the battery, as the real one does."""
        jar = client.cookies
        self._jar = [{"name": name, "value": jar[name].value, "url": self.address} for name in jar]
        self.context.add_cookies(self._jar)

    def open(self, path: str) -> None:
        self.page.goto(path, wait_until="load")
        self.page.wait_for_selector("html[data-outbox=ready]", state="attached", timeout=20_000)

    def settle(self) -> None:
        """Until the worker serves this page and the plan is kept."""
        self.page.evaluate(_SETTLED)

    def write(self, owner: Any, indicator: Any, reports: list[tuple[int, str, bool]]) -> None:
        self.page.evaluate(_WRITE, [str(owner), str(indicator), [list(each) for each in reports]])

    def left(self) -> int:
        found: int = self.page.evaluate(_LEFT)
        return found

    def send(self) -> None:
        self.page.evaluate(_SEND)

    def begin_sending(self) -> None:
        """Without waiting for the end of it."""
        self.page.evaluate("document.dispatchEvent(new CustomEvent('outbox:send'))")

    def words(self) -> str:
        """What the page says, its blanks evened."""
        return re.sub(r"\s+", " ", self.page.locator("main").inner_text())


def as_they_came() -> list[Report]:
    """All reports in the order of the ledger: the moved clock of a test stands still between requests."""
    acts = (
        Entry.objects.filter(verb="reporting.submitted").order_by("seq").values_list("subject_id", flat=True)
    )
    found = Report.objects.in_bulk(list(acts))
    return [found[each] for each in acts]


@contextmanager
def phone(address: str, profile: Path) -> Iterator[Phone]:
    with sync_playwright() as playwright:
        made = Phone(playwright, address, profile)
        try:
            yield made
        finally:
            made.close()
