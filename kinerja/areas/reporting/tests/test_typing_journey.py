"""How much it takes: the usual day, and a month of 22 days, at a real browser, every tap and key counted."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page

from kinerja.areas.reporting import actions
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.models.templates import TemplateRow
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_patients, make_report
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from tests.journeys.visiting import PHONE, chromium
from tests.pages.house import open_house

pytestmark = pytest.mark.browser
ClientOf = Callable[[Any], Client]
#: seconds a practised thumb needs for a tap with looking, and for a key (KLM: mental step 1.35 and pointing 1.1; key 0.28)
TAP, KEY = 2.5, 0.3


class Fingers:
    """A person at a page whose taps and keys are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = self.keys = 0

    def tap(self, target: str) -> None:
        self.page.locator(target).first.click()
        self.taps += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keys += len(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1

    @property
    def seconds(self) -> float:
        return self.taps * TAP + self.keys * KEY


def button(words: str) -> str:
    return f'main button:has-text("{words}")'


@pytest.mark.django_db
def test_a_day_takes_seconds_a_month_minutes(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        patients = make_patients(cast.budi)
        make_report(patients, date(2026, 6, 28), 41, note="Poli umum")  # on duty on a Sunday
        actions.save_template("Jaga pagi", [TemplateRow(patients.lineage, (), "12", "Poli")], by=cast.budi)
    jar = client_of(cast.budi).cookies
    with open_house(TODAY) as address, chromium() as browser:
        cookies = [{"name": name, "value": jar[name].value, "url": address} for name in jar]

        def opened(**how: Any) -> Page:
            context = browser.new_context(
                base_url=address, locale="id-ID", viewport={"width": PHONE, "height": 780}, **how
            )
            context.add_cookies(cookies)  # type: ignore[arg-type]
            return context.new_page()

        day = _usual_day(opened(is_mobile=True, has_touch=True))
        left = _typed_and_left(opened())
        _without_a_program(opened(java_script_enabled=False))
        month = _month(opened())

    assert (day.taps, day.keys) == (4, 3)
    assert day.seconds < 20
    assert left == ("17", "Ramai")
    assert (month.taps, month.keys) == (4, 22 * 4)
    assert month.seconds < 5 * 60
    with inside(cast.kota.pk):
        assert Report.objects.filter(day__month=6).count() == 1 + 22
        assert sorted(Report.objects.filter(day=TODAY).values_list("value", flat=True)) == [3, 9, 43]


def _usual_day(page: Page) -> Fingers:
    """From the day's first page: Catat, seperti kemarin, the changed number, Simpan. The camera is one tap away."""
    page.goto("/")
    budi = Fingers(page)
    budi.tap('nav a[href="/laporan/catat/"]:visible')
    budi.tap(button("Seperti kemarin"))
    budi.tap('input[name$="-value"]')
    page.keyboard.press("Control+A")
    budi.type("43")
    budi.press("Enter")
    page.wait_for_url("**/tersimpan/**")
    budi.taps += 1  # who does not know Enter taps Simpan
    page.goto("/laporan/catat/")
    with page.expect_file_chooser():
        page.locator("[data-photo-camera]").first.click()
    return budi


def _typed_and_left(page: Page) -> tuple[str, str]:
    """Typed, and the page left without sending: it is there again."""
    page.goto("/laporan/catat/")
    figure, note = page.locator('input[name$="-value"]').first, page.locator('textarea[name$="-note"]').first
    figure.fill("17")
    with page.expect_response("**/draf/"):
        note.fill("Ramai")
    page.goto("/")
    page.goto("/laporan/catat/")
    found = figure.input_value(), note.input_value()
    page.locator(button("Kosongkan")).click()
    return found


def _without_a_program(page: Page) -> None:
    """A second row opens without JavaScript, and nothing typed before is gone."""
    page.goto("/laporan/catat/")
    page.locator('input[name$="-value"]').first.fill("3")
    page.locator("summary", has_text="Tambah baris").first.click()
    page.locator('input[name$=".2-value"]').fill("9")
    page.locator(button("Simpan")).first.click()
    page.wait_for_url("**/tersimpan/**")
    assert page.locator(".saved").count() == 2


def _month(page: Page) -> Fingers:
    """Last month by a template, every figure typed anew: number, number, tab."""
    page.goto("/laporan/catat/")
    budi = Fingers(page)
    budi.tap('a:has-text("Isi beberapa hari")')
    page.goto("/laporan/catat/bulan/?bulan=2026-06")  # "Bulan sebelumnya"
    budi.taps += 1
    budi.tap('a.pill:has-text("Jaga pagi")')
    figures = page.locator('input[inputmode="decimal"]')
    assert figures.count() == 22
    figures.first.focus()
    for number in range(22):
        page.keyboard.press("Control+A")
        budi.type(str(20 + number))
        budi.press("Tab")
        budi.keys += 1  # a phone's keyboard clears with one key more
    budi.tap(button("Simpan semua hari"))
    page.wait_for_url("**/tersimpan/**")
    return budi
