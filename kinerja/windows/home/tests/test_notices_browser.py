"""Pemberitahuan in a real browser, on a phone and on a desk: permission is asked at a press, and the switches beside it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from kinerja.adapters.mail.channel import Mail
from kinerja.adapters.telegram.channel import Telegram
from kinerja.adapters.webpush.channel import WebPush
from kinerja.adapters.webpush.tests.test_webpush import KEY
from kinerja.base.inbox import channels
from kinerja.base.inbox.models import NoticeRule
from kinerja.base.inbox.tests.conftest import SENDER, WORKDAY
from kinerja.base.inbox.tests.listening import listen, told
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.journeys.barriers import barriers
from tests.journeys.visiting import DESK, PHONE, chromium
from tests.pages.house import open_house

pytestmark = pytest.mark.browser
CHANNELS = (
    Mail(url="smtp://127.0.0.1:1", sender=SENDER),
    WebPush(KEY, "mailto:operator@example.go.id"),
    Telegram("1:x", "kinerja_bot", "x"),
)
#: counts how often the page asked for the permission
ASKING = """
window.asked = 0;
Notification.requestPermission = async () => { window.asked += 1; return "denied"; };
"""


def look(page: Page, name: str) -> None:
    """At both widths nothing is in the way; KINERJA_PICTURES names a folder for whoever wants to see it."""
    for width in (PHONE, DESK):
        page.set_viewport_size({"width": width, "height": 780})
        assert list(barriers(page)) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        if folder := os.environ.get("KINERJA_PICTURES"):
            page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)


def test_a_person_and_an_officer_set_up_notices(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    for channel in CHANNELS:
        channels.register(channel)
    with clock.at(WORKDAY), inside(cast.kota.pk):
        NoticeRule.objects.create(channels=[each.name for each in CHANNELS], set_at=clock.now())
        listen(cast.budi)
        told(cast.budi, "access.link_issued")
    budi, ratna = client_of(cast.budi), client_of(cast.ratna)
    with open_house(WORKDAY.date()) as address, chromium() as browser:
        for client, walk in ((budi, _as_budi), (ratna, _as_ratna)):
            context = browser.new_context(base_url=address, locale="id-ID", reduced_motion="reduce")
            context.add_init_script(ASKING)
            context.add_cookies(
                [{"name": name, "value": jar.value, "url": address} for name, jar in client.cookies.items()]
            )
            walk(context.new_page())
            context.close()
    for channel in CHANNELS:
        channels.unregister(channel.name)


def _as_budi(page: Page) -> None:
    page.goto("/pemberitahuan/")
    expect(page.get_by_text("b•••@example.go.id")).to_be_visible()
    assert page.evaluate("window.asked") == 0
    page.get_by_role("button", name="Nyalakan di perangkat ini").click()
    expect(page.get_by_text("Peramban tidak mengizinkan")).to_be_visible()
    assert page.evaluate("window.asked") == 1
    page.get_by_role("button", name="Hubungkan").click()
    expect(page.get_by_role("link", name="Buka Telegram")).to_be_visible()
    page.get_by_label("Tugas yang menunggu Anda").first.select_option("SEGERA")
    page.get_by_role("button", name="Simpan pilihan").first.click()
    expect(page.get_by_text("Pilihan disimpan.")).to_be_visible()
    look(page, "own")


def _as_ratna(page: Page) -> None:
    page.goto("/kepegawaian/pemberitahuan/")
    look(page, "agency")
    page.get_by_role("link", name="Atur", exact=True).click()
    page.get_by_label("Notifikasi peramban").uncheck()
    page.get_by_label("Alasan").fill("Uji coba surel lebih dahulu")
    look(page, "change")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Pengaturan disimpan.")).to_be_visible()
