"""A nurse at the counter with a phone: plus, minus, save; the figure of the day and of the linked indicator's source."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from kinerja.areas.service_quality.tests.factories import make_service
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from tests.journeys.visiting import PHONE, chromium
from tests.pages.house import open_house

pytestmark = pytest.mark.browser
DAY = date(2026, 7, 1)


def pressed(page: Page, field: str, step: int, times: int) -> None:
    for _time in range(times):
        page.locator(f"[data-counter={field}] [data-step='{step}']").click()


def test_a_nurse_counts_with_her_thumb(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    with inside(cast.kota.pk):
        path = reverse("service_quality:counter", args=[make_service(cast.puskesmas).pk])
    jar = client_of(cast.budi).cookies

    with open_house(DAY) as address, chromium() as browser:
        context = browser.new_context(
            base_url=address, locale="id-ID", viewport={"width": PHONE, "height": 780}, has_touch=True
        )
        context.add_cookies([{"name": name, "value": jar[name].value, "url": address} for name in jar])
        page = context.new_page()
        page.goto(path)
        size = page.locator("[data-counter=served] [data-step='1']").bounding_box()
        assert size is not None
        assert min(size["width"], size["height"]) >= 56, "big enough for a thumb"

        pressed(page, "to_standard", 1, 3)
        pressed(page, "served", 1, 2)
        expect(page.locator("[name=served]")).to_have_value("5")
        pressed(page, "to_standard", -1, 1)
        expect(page.locator("[name=served]")).to_have_value("4")
        page.get_by_role("button", name="Simpan").click()

        expect(page.locator("[data-total=served]")).to_have_text("4")
        expect(page.locator("#hari-ini")).to_contain_text("2 di antaranya sesuai standar")
        expect(page.locator("[name=served]")).to_have_value("0")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
