"""A photo that was used before, at a real browser: its owner explains, her superior compares, and accepts several at once."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.resembling import a_pair
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.journeys.barriers import barriers
from tests.journeys.visiting import DESK, PHONE, chromium
from tests.pages.house import open_house

pytestmark = pytest.mark.browser
ClientOf = Callable[[Any], Client]
TODAY = date(2026, 7, 1)


@pytest.fixture(autouse=True)
def _middle_of_the_year(settings: Any, tmp_path: Any) -> Iterator[None]:
    settings.EVIDENCE_DIR = tmp_path
    with clock.at(TODAY):
        yield


def window(browser: Browser, address: str, jar: Any, width: int) -> Page:
    context = browser.new_context(
        base_url=address, locale="id-ID", reduced_motion="reduce", viewport={"width": width, "height": 780}
    )
    context.add_cookies(
        [{"name": name, "value": jar[name].value, "url": address} for name in jar]  # type: ignore[misc]
    )
    return context.new_page()


@pytest.mark.django_db
def test_from_the_hint_to_the_joint_acceptance(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        _earlier, report = a_pair(cast)
    budi, sari = client_of(cast.budi).cookies, client_of(cast.sari).cookies
    with open_house(TODAY) as address, chromium() as browser:
        for width in (DESK, PHONE):
            _owner(window(browser, address, budi, width), report)
        _superior_looks(window(browser, address, sari, PHONE))
        _superior_accepts(window(browser, address, sari, DESK))

    with inside(cast.kota.pk):
        assert set(Report.objects.values_list("state", flat=True)) == {ReportState.ACCEPTED}


def _fits(page: Page) -> None:
    """Nothing is wider than the window, and nobody is kept out."""
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def _owner(page: Page, report: Report) -> None:
    """She reads it, with what she can do, and says why."""
    page.goto(f"/laporan/{report.pk}/")
    page.get_by_role("link", name="Lihat dan jelaskan").click()
    page.get_by_label("Mengapa mirip?").fill("unit serupa, difoto hari lain")
    _fits(page)
    page.get_by_role("button", name="Simpan penjelasan").click()
    page.get_by_text("Penjelasan pemilik").wait_for()


def _superior_looks(page: Page) -> None:
    """On the phone: the hint in Persetujuan, both sides, then all chosen: two files have to be opened."""
    page.goto("/pantau/persetujuan/")
    _fits(page)
    page.get_by_role("link", name="Bandingkan keduanya").click()
    page.locator(".pair img").nth(1).wait_for()
    _fits(page)
    assert page.locator(".pair img").count() == 2
    page.goto("/pantau/persetujuan/")
    page.get_by_role("link", name="Pilih semua").click()
    page.get_by_role("button", name="Terima yang dipilih").click()
    page.get_by_role("button", name="Terima 2 laporan").click()
    page.get_by_text("Belum ada yang diterima").wait_for()
    _fits(page)


def _superior_accepts(page: Page) -> None:
    """At the desk, by keyboard: x chooses; the files are opened; then everything is accepted."""
    page.goto("/pantau/persetujuan/", wait_until="networkidle")  # the keys are a module's
    page.locator("[data-waiting]").first.focus()
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.get_by_role("button", name="Terima yang dipilih").click()
    sample = page.url
    for address in [each.get_attribute("href") for each in page.locator(".sample a:has-text('Buka')").all()]:
        page.goto(str(address))
    page.goto(sample)
    assert page.get_by_text("belum dibuka", exact=True).count() == 0
    page.get_by_role("button", name="Terima 2 laporan").click()
    page.get_by_text("2 laporan diterima.").wait_for()
