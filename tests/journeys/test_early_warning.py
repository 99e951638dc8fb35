"""A deviation from the first doubt to recovery: seen by the employee first, silence passed on once, help given, made good."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from kinerja.areas.monitoring import jobs
from kinerja.areas.monitoring.models import Alert
from kinerja.areas.monitoring.tests.test_forecasts import report_weekly
from kinerja.areas.planning.tests.factories import Example, agreed_example
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.base.inbox.models import Message
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.journeys.visiting import DESK, NO_WORKER, PHONE, chromium
from tests.pages.house import open_house

pytestmark = pytest.mark.browser

DOUBT, OPENED, SILENT = date(2026, 6, 30), date(2026, 7, 7), date(2026, 7, 15)
HELP = "Mohon satu perawat pengganti pada hari Selasa"


def night(cast: Cast, day: date) -> None:
    """The jobs of one morning, in their order."""
    with clock.at(datetime.combine(day, time(6, 5), tzinfo=clock.WIB)), inside(cast.kota.pk):
        jobs.forecast(cast.kota.pk, people=[str(cast.budi.pk)])
        jobs.pass_on(cast.kota.pk)


@contextmanager
def window(client: Client, day: date, width: int = DESK) -> Iterator[Page]:
    """Somebody at a browser on a day. While it is open this thread may not ask the database."""
    with open_house(day) as address, chromium() as browser:
        context = browser.new_context(
            base_url=address, locale="id-ID", viewport={"width": width, "height": 780}
        )
        context.add_init_script(NO_WORKER)
        context.add_cookies(
            [{"name": name, "value": jar.value, "url": address} for name, jar in client.cookies.items()]
        )
        page = context.new_page()
        yield page
        assert page.evaluate("document.documentElement.scrollWidth") == width


def ask_for_help_on_a_phone(client: Client) -> None:
    """Budi at his phone: from Hari ini to the indicator, its picture and table, the warning, the request."""
    with window(client, OPENED, PHONE) as page:
        page.goto("/")
        expect(page.get_by_text("tiap hari kerja yang tersisa perlu").first).to_be_visible()
        page.get_by_role("link", name="Rincian").first.click()
        expect(page.get_by_role("img", name="Jalan menuju target")).to_be_visible()
        page.get_by_text("Angkanya dalam tabel").click()
        expect(page.get_by_role("rowheader", name="31 Desember 2026")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE
        page.get_by_role("link", name="minta bantuan").click()
        page.locator("[name=text]").fill(HELP)
        page.get_by_role("button", name="Kirim kepada atasan").click()
        expect(page.get_by_text(HELP).first).to_be_visible()


def test_from_the_first_doubt_to_recovery(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    with inside(cast.kota.pk):
        example = agreed_example(cast)
        report_weekly(example.quantity, 25)
    night(cast, DOUBT)
    with clock.at(DOUBT):
        assert "diamati" in client_of(cast.budi).get("/").content.decode()
        assert "Budi Santoso" not in client_of(cast.sari).get(reverse("monitoring:alerts")).content.decode()

    night(cast, OPENED)
    ask_for_help_on_a_phone(client_of(cast.budi))
    passed_on_once(cast)
    answered_above(cast, client_of)
    made_good(cast, example, client_of)


def passed_on_once(cast: Cast) -> None:
    for day in (SILENT, SILENT + timedelta(1), SILENT + timedelta(9)):
        night(cast, day)
    with inside(cast.kota.pk):
        assert Alert.objects.get().escalated_to_id == cast.kadis.pk
        assert Message.objects.filter(person=cast.kadis, kind="alert.passed_on").count() == 1


def answered_above(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    """The head of the department: from the inbox to the warning, its reasons and its history, to an answer."""
    with window(client_of(cast.kadis), SILENT + timedelta(10)) as page:
        page.goto("/kotak-masuk/")
        page.get_by_role("listitem").filter(has_text="Belum dijawab").get_by_role(
            "button", name="Buka"
        ).click()
        expect(page.get_by_text(HELP).first).to_be_visible()
        expect(page.get_by_text("Diteruskan karena tidak dijawab")).to_be_visible()
        page.get_by_label("Bantuan atau sumber daya").check()
        page.locator("[name=text]").fill("Satu perawat dari dinas membantu tiap Selasa")
        page.locator("[name=check_on]").fill("2026-08-10")
        page.get_by_role("button", name="Catat tindakan").click()
        expect(page.get_by_text("Kinerja melihat sendiri apakah perkiraannya pulih")).to_be_visible()
        expect(page.get_by_text("Dilihat lagi pada", exact=True)).to_be_visible()


def made_good(cast: Cast, example: Example, client_of: Callable[[Person], Client]) -> None:
    with inside(cast.kota.pk):
        make_report(example.quantity, day=date(2026, 8, 3), value=Decimal(1_100))
    for day in (date(2026, 8, 4), date(2026, 8, 12)):
        night(cast, day)
    with window(client_of(cast.sari), date(2026, 8, 12)) as page:
        page.goto("/pantau/peringatan/")
        expect(page.get_by_role("heading", name="Yang sudah berakhir")).to_be_visible()
        page.get_by_role("link", name=example.quantity.name).first.click()
        history = page.get_by_role("listitem").filter(
            has_text=re.compile("Pulih|Ditangani|Diteruskan ke atasan")
        )
        expect(history).to_have_count(3)
        expect(page.get_by_role("button", name="Catat tindakan")).to_have_count(0)
    with clock.at(date(2026, 8, 12)):
        counts = client_of(cast.ratna).get(reverse("monitoring:overview")).content.decode()
    with inside(cast.kota.pk):
        over = Alert.objects.get()

        assert (over.state, over.worked) == ("PULIH", True)
        assert [step.kind for step in over.steps.all()] == [
            "DIBUKA", "MINTA_BANTUAN", "DITERUSKAN", "DITANGANI", "MEMULIH", "PULIH",
        ]  # fmt: skip
    assert "Puskesmas 01" in counts
