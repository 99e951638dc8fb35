"""The pages of the rules in a real browser: readable on a phone, accessible, usable without a script."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kinerja.rules import catalogue
from tests.journeys.barriers import barriers
from tests.journeys.visiting import DESK, PHONE, chromium, page_server

pytestmark = pytest.mark.browser
MEMORY = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The house on a port of this machine. The pages need no database; where questions are counted is memory here."""
    with page_server(CACHES=MEMORY, ACCOUNT_RATE_LIMITS={"rules": "1000/m/ip"}) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def phone(browser: Browser, server: str) -> Iterator[Page]:
    """One window for page after page: styles and scripts are fetched once, as by somebody who reads on."""
    page = opened(browser, server, "/rules/", PHONE)
    yield page
    page.context.close()


def opened(browser: Browser, server: str, path: str, width: int, script: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 780},
        base_url=server,
        locale="id-ID",
        java_script_enabled=script,
    )
    page = context.new_page()
    page.goto(path)
    return page


def look(page: Page, width: int) -> None:
    """One h1, nothing wider than the window, nothing that axe finds."""
    if os.environ.get("KINERJA_PICTURES"):
        name = page.url.rstrip("/").rpartition("/")[2].replace("?", "-")
        page.screenshot(path=Path(os.environ["KINERJA_PICTURES"]) / f"{name}-{width}.png", full_page=True)
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.locator("h1")).to_have_count(1)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_list_is_readable_and_accessible(browser: Browser, server: str, width: int) -> None:
    page = opened(browser, server, "/rules/", width)

    look(page, width)
    page.context.close()


@pytest.mark.parametrize("room", sorted({rule.room for rule in catalogue.RULES}))
def test_every_rule_is_readable_and_accessible_on_a_phone(phone: Page, room: str) -> None:
    for rule in catalogue.RULES:
        if rule.room == room:
            phone.goto(f"/rules/{rule.name}/")
            phone.get_by_role("button", name="Hitung").click()
            expect(phone.locator(".rule-answer")).to_be_in_viewport()
            expect(phone.locator(".rule-answer")).to_be_focused()
            look(phone, PHONE)


def test_a_page_fits_a_desk_too(browser: Browser, server: str) -> None:
    page = opened(browser, server, "/rules/assessment.distribution/", DESK)

    look(page, DESK)
    page.context.close()


def test_a_long_form_fits_few_screens_and_its_contents_stay_in_sight(browser: Browser, server: str) -> None:
    page = opened(browser, server, "/rules/allowance.monthly_payment/", PHONE)

    assert page.locator(".rule-try form").bounding_box()["height"] < 1_200  # type: ignore[index]
    expect(page.get_by_role("combobox", name="Jenis pegawai", include_hidden=True)).not_to_be_visible()
    page.get_by_text("8 isian lain, boleh kosong").click()
    page.get_by_role("combobox", name="Jenis pegawai", include_hidden=True).select_option("PPPK")
    page.get_by_role("button", name="Hitung").click()
    expect(page.locator(".rule-answer")).to_contain_text("PPPK menerima 0%")
    expect(page.locator(".rule-answer")).to_be_focused()  # which moves the page
    expect(page.get_by_role("combobox", name="Jenis pegawai", include_hidden=True)).to_have_value("PPPK")
    expect(page.get_by_role("navigation", name="Isi halaman")).to_be_in_viewport()
    page.get_by_role("link", name="Contoh", exact=True).click()
    expect(page.get_by_role("heading", name="Contoh")).to_be_in_viewport()
    expect(page.get_by_role("navigation", name="Isi halaman")).to_be_in_viewport()
    page.context.close()


def test_rows_are_added_and_taken_away_without_a_script(browser: Browser, server: str) -> None:
    page = opened(browser, server, "/rules/planning.consolidation/", PHONE, script=False)

    page.get_by_role("button", name="Tambah baris").click()
    page.get_by_label("Baris 5").fill("1.000,5")
    page.get_by_role("button", name="Hapus Baris 1").click()
    page.get_by_role("button", name="Hitung").click()

    expect(page.get_by_text("Jumlah dari 3 laporan: 1.035,5.")).to_be_visible()
    page.context.close()


def test_a_mistake_stands_at_its_field(browser: Browser, server: str) -> None:
    page = opened(browser, server, "/rules/planning.achievement/", PHONE)

    page.get_by_label("Realisasi").fill("tujuh")
    page.get_by_role("button", name="Hitung").click()

    expect(page.get_by_label("Realisasi")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#id-realisation-salah")).to_contain_text("bukan angka yang dapat dibaca")
    look(page, PHONE)
    page.context.close()


def test_a_stranger_finds_the_rules_from_the_sign_in_page(browser: Browser, server: str) -> None:
    page = opened(browser, server, "/akun/login/", PHONE)

    page.get_by_role("link", name="Aturan yang dipakai").click()
    page.get_by_role("searchbox").fill("keberatan")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Keberatan", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Keberatan")
    page.context.close()
