"""A person at a browser of his own: opens, follows, types, sends; every page on the way is looked at closely."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import override_settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.journeys.barriers import barriers

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESK = 360, 1280
#: for walks that are not about it: a service worker would fetch its files beside every first page
NO_WORKER = "delete Navigator.prototype.serviceWorker"
#: a form that was refused or not taken says so by its status, which the browser repeats on its console
_REFUSED = re.compile(r"Failed to load resource.*status of (409|422)")


class Kept(StaticFilesHandler):
    """Styles and scripts are fetched once by a browser, as from the real server."""

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        if not self._should_handle(environ["PATH_INFO"]):
            return self.page(environ, start_response)
        return super().__call__(
            environ,
            lambda status, headers: start_response(status, [*headers, ("Cache-Control", "max-age=600")]),
        )

    def page(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        return super().__call__(environ, start_response)


@contextmanager
def page_server(**changed: Any) -> Iterator[str]:
    """Pages without a database on a port of this machine, static files included, under changed settings; its address.

    The settings must not outlive the block: another file of the same worker would meet them.
    """
    with override_settings(**changed, ALLOWED_HOSTS=["*"]):
        thread = LiveServerThread("127.0.0.1", Kept, connections_override={})
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
        yield f"http://127.0.0.1:{thread.port}"
        thread.terminate()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the system; the product is never tried with another."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing. Type: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Visitor:
    """One person with a window of `width` pixels. `page` is what is on the screen."""

    def __init__(self, browser: Browser, address: str, width: int = DESK) -> None:
        self.width = width
        self.context = browser.new_context(
            base_url=address, viewport={"width": width, "height": 780}, locale="id-ID", reduced_motion="reduce",
            is_mobile=width == PHONE, has_touch=width == PHONE,
        )  # fmt: skip
        self.context.add_init_script(NO_WORKER)
        self.complaints: list[str] = []
        self.seen: set[str] = set()
        self.page: Page = self.new_window()

    def new_window(self) -> Page:
        page = self.context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self._heard(said.type, said.text))
        return page

    def _heard(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not _REFUSED.search(text):
            self.complaints.append(text)

    # moving

    def visit(self, address: str) -> None:
        """Open an address by hand, as from a link in a message."""
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.ok, f"{address}: {answer.status}"
        self.look()

    def menu(self, name: str) -> None:
        """Follow the main navigation: at the side, on a phone the bar below or what "Menu" opens."""
        links = self.page.get_by_role("navigation").get_by_role("link", name=name, exact=True)
        if not links.locator("visible=true").count():
            self.page.get_by_role("link", name="Menu", exact=True).click()
        self._leave_by(links.locator("visible=true").first)

    def follow(self, name: str | re.Pattern[str], within: str = "main") -> None:
        """Click a link of the page itself."""
        self._leave_by(self.page.locator(within).get_by_role("link", name=name, exact=True).first)

    def press(self, name: str, within: str = "main") -> None:
        """Click a button that sends a form."""
        self._leave_by(self.page.locator(within).get_by_role("button", name=name, exact=True).first)

    def _leave_by(self, element: Locator) -> None:
        with self.page.expect_navigation(wait_until="load"):
            element.click()
        self.look()

    # typing

    def type_in(self, **values: Any) -> None:
        """Fill the fields of the page by their names; a choice by its value, a file by its path."""
        for name, value in values.items():
            fields = self.page.locator(f"main [name='{name}']")
            kind = fields.first.evaluate("field => field.tagName === 'SELECT' ? 'select' : field.type")
            if kind == "radio":
                self.page.locator(f"main [name='{name}'][value='{value}']").check()
            elif kind == "checkbox":
                fields.first.set_checked(value)
            elif kind == "select":
                fields.first.select_option(label=value)
            elif kind == "file":
                fields.first.set_input_files(value)
            else:
                fields.first.fill(str(value))

    def download(self, name: str, folder: Path) -> Path:
        """Click a link that hands out a file."""
        with self.page.expect_download() as waiting:
            self.page.locator("main").get_by_role("link", name=name, exact=True).click()
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path

    # looking

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def reads(self, *sentences: str) -> None:
        """The page says this."""
        for sentence in sentences:
            expect(self.page.locator("main")).to_contain_text(sentence)

    def look(self) -> None:
        """One h1, nothing on the console, no sideways scrolling on a phone, no barrier for anybody."""
        where = f"{self.path} ({self.page.title()})"
        assert self.page.locator("h1").count() == 1, f"{where} has not exactly one h1"
        for width in {self.width, PHONE}:
            self.page.set_viewport_size({"width": width, "height": 780})
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{where} is {wide} px wide in a window of {width}"
        found = barriers(self.page)
        assert found == [], f"{where}: {found}"
        self.page.set_viewport_size({"width": self.width, "height": 780})
        assert self.complaints == [], f"{where}: {self.complaints}"
        self.seen.add(re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "…", self.path))

    def close(self) -> None:
        self.context.close()
