"""A nurse's phone: with and without a connection, a session that runs out, a second person, a full or forbidden storage."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Page, expect

from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.queries.writing import written
from kinerja.areas.reporting.tests.factories import make_patients
from kinerja.base.organization.tests.cast import PASSWORD, Cast
from kinerja.base.tenancy.context import inside
from tests.journeys.devices import Phone, as_they_came, phone
from tests.journeys.serving import wait_until
from tests.journeys.wires import Wire, wired
from tests.pages.house import open_house

pytestmark = pytest.mark.browser

TODAY = date(2026, 7, 1)
SHEET, QUEUE = "/laporan/catat/", "/laporan/antrean/"
DAY = 86_400_000


class Story:
    """Budi's phone on a wire, and the form on its screen."""

    def __init__(self, cast: Cast, client: Client, wire: Wire, device: Phone) -> None:
        self.cast, self.client, self.wire, self.device = cast, client, wire, device
        self.end: Callable[[], None]
        self.sent: list[str] = []
        device.context.on("request", lambda asked: self.sent.append(f"{asked.method} {asked.url}"))

    @property
    def page(self) -> Page:
        return self.device.page

    def begins(self) -> None:
        """Budi opens the form once, with a connection: from then on the phone needs none."""
        self.device.sign_in_as(self.client)
        self.device.open(SHEET)
        self.device.settle()

    def signs_in(self, person: Any) -> None:
        self.page.goto("/akun/login/")
        self.page.fill("[name=login]", person.nip)
        self.page.fill("[name=password]", PASSWORD)
        self.page.get_by_role("button", name="Masuk").click()
        self.page.wait_for_url(lambda url: "/akun/login/" not in url)
        self.page.wait_for_selector("html[data-outbox=ready]", state="attached")

    def offline(self) -> None:
        self.wire.cut()
        self.device.context.set_offline(True)

    def online(self) -> None:
        self.wire.mend()
        self.device.context.set_offline(False)

    def types(self, value: str, day: date = TODAY) -> None:
        self.page.fill("[name=day]", str(day))
        self.page.locator("main [name$='-value']").first.fill(value)
        self.page.locator("main").get_by_role("button", name="Simpan", exact=True).click()

    def keeps(self, value: str, day: date = TODAY) -> None:
        """Types into the kept page, without a connection."""
        self.types(value, day)
        expect(self.page.locator("[data-outbox-says]")).to_contain_text("Tersimpan di gawai ini")

    def leaves(self) -> None:
        self.page.locator("[data-menu] > summary").click()
        self.page.get_by_role("button", name="Keluar").click()
        self.page.wait_for_url("**/akun/logout/")

    def says(self, *sentences: str) -> None:
        for sentence in sentences:
            expect(self.page.locator("main")).to_contain_text(sentence)

    def waits(self, number: int) -> None:
        """So many items are on this device, everybody's together."""
        wait_until(lambda: self.device.left() == number, 20, self.device.words)


@pytest.fixture
def story(cast: Cast, client_of: Callable[[Any], Client], tmp_path: Path) -> Iterator[Story]:
    """`end()` closes the browser: only then may this thread ask the database again."""
    with inside(cast.kota.pk):
        make_patients(cast.budi)
        make_patients(cast.sari)
    client = client_of(cast.budi)
    with ExitStack() as stack:
        wire = stack.enter_context(wired(stack.enter_context(open_house(TODAY))))
        told = Story(cast, client, wire, stack.enter_context(phone(wire.address, tmp_path / "profile")))
        told.end = stack.close
        yield told
    assert told.device.complaints == []


def values(cast: Cast, person: Any) -> list[int]:
    """What stands in the table, in the order of arrival."""
    with inside(cast.kota.pk):
        return [int(each.value) for each in as_they_came() if each.person_id == person.pk]


def test_a_day_with_a_poor_connection(story: Story) -> None:
    story.begins()
    with_a_connection_the_page_sends_it_itself(story)
    an_answer_that_never_came_loses_nothing(story)
    without_a_connection_all_works(story)
    what_the_server_refuses_is_the_persons_to_decide(story)
    a_session_that_ran_out_keeps_the_queue(story)
    a_full_house_takes_it_later(story)
    a_month_typed_without_a_connection_is_sent_too(story)
    story.end()
    assert values(story.cast, story.cast.budi) == [1, 2, 3, 4, 6, 7, 8, 9, 10, 11]


def with_a_connection_the_page_sends_it_itself(story: Story) -> None:
    story.sent.clear()
    story.types("1")
    story.page.wait_for_url("**/laporan/tersimpan/**")
    story.waits(0)
    assert {each for each in story.sent if each.startswith("POST")} == {f"POST {story.wire.address}{SHEET}"}


def an_answer_that_never_came_loses_nothing(story: Story) -> None:
    """The network breaks in the moment of sending: the browser shows the kept page, the report waits in it."""
    story.device.open(SHEET)
    story.wire.cut()
    story.types("2")
    story.page.wait_for_url(f"**{QUEUE}")
    story.says("1 laporan menunggu dikirim", "Menunggu dikirim")
    story.wire.mend()
    story.page.get_by_role("button", name="Kirim sekarang").click()
    story.waits(0)
    story.says("Tidak ada laporan yang menunggu")


def without_a_connection_all_works(story: Story) -> None:
    story.offline()
    story.device.open(SHEET)
    story.says("Tidak ada sambungan", "Budi Santoso", "seharusnya 298 hari ini", "Rencana hari ini")
    assert Axe().run(story.page).response["violations"] == []
    assert story.page.evaluate("document.documentElement.scrollWidth") <= 360
    story.keeps("3")
    story.keeps("4", TODAY - timedelta(days=1))
    story.says("2 laporan menunggu dikirim")
    story.device.open("/nilai/saya/")
    story.says("Halaman yang Anda buka memerlukan sambungan", "2 laporan menunggu dikirim")
    story.online()
    story.waits(0)  # by itself, once the connection is back


def what_the_server_refuses_is_the_persons_to_decide(story: Story) -> None:
    story.offline()
    story.device.open(QUEUE)
    story.keeps("5", TODAY + timedelta(days=1))
    story.keeps("6", TODAY + timedelta(days=2))
    story.online()
    story.says("2 laporan perlu keputusan Anda", "belum tiba. Laporkan yang sudah dikerjakan")
    first, second = (story.page.locator(".waiting-item").nth(n) for n in (0, 1))
    second.get_by_role("button", name="Perbaiki").click()
    expect(story.page.locator("[name$='-value']")).to_have_value("6")
    story.types("6")
    story.waits(1)
    first.get_by_role("button", name="Buang", exact=True).click()
    first.get_by_role("button", name="Ya, buang").click()
    story.waits(0)


def a_full_house_takes_it_later(story: Story) -> None:
    """The form meets a busy server, and so does the page that is opened then: both are answered by the device itself."""
    story.device.open(SHEET)
    story.wire.crowd()
    story.types("8")
    story.page.wait_for_url(f"**{QUEUE}?sibuk=1")
    story.says("Server sedang sangat sibuk", "1 laporan menunggu dikirim")
    story.device.open("/")
    story.says("dihitung menurut jam Anda menulisnya")
    story.keeps("9")
    story.wire.mend()
    story.waits(0)  # by itself, when the server said to come again


def a_month_typed_without_a_connection_is_sent_too(story: Story) -> None:
    story.device.open(f"{SHEET}bulan/?bulan=2026-06")
    story.offline()
    days = story.page.locator(".month-sheet [name$='-value']")
    days.nth(0).fill("10")
    days.nth(1).fill("11")
    story.page.fill("[name=catatan_bersama]", "Poli umum")
    story.page.get_by_role("button", name="Simpan semua hari").click()
    expect(story.page.locator("[data-outbox-says]")).to_contain_text("Tersimpan di gawai ini")
    story.waits(2)
    story.online()
    story.waits(0)


def a_session_that_ran_out_keeps_the_queue(story: Story) -> None:
    story.offline()
    story.device.open(QUEUE)
    story.keeps("7")
    story.device.context.clear_cookies()
    story.online()
    story.says("1 laporan menunggu. Masuk lagi agar terkirim", "tidak ada yang hilang")
    story.signs_in(story.cast.budi)
    story.waits(0)


def test_a_shared_device(story: Story) -> None:
    story.begins()
    signing_out_asks_and_sends(story)
    sealed_for_budi_nothing_of_him_is_shown_to_sari(story)
    budi_is_back(story)
    signing_out_discards(story)
    story.end()
    assert values(story.cast, story.cast.budi) == [11, 12]
    assert values(story.cast, story.cast.sari) == [90]


def write_one_and_leave(story: Story, value: str) -> None:
    """One that waits while the page itself is there: only the queue's own address is away."""
    story.page.context.route("**/antrean/kiriman/", lambda route: route.abort())
    story.offline()
    story.device.open(QUEUE)
    story.keeps(value)
    story.online()
    story.device.open("/")
    story.says("1 laporan menunggu dikirim")
    story.leaves()
    story.says("1 laporan di gawai ini belum terkirim")
    assert Axe().run(story.page).response["violations"] == []


def signing_out_asks_and_sends(story: Story) -> None:
    write_one_and_leave(story, "11")
    story.page.get_by_role("button", name="Kirim sekarang, lalu keluar").click()
    story.says("Tidak ada sambungan, jadi belum terkirim")
    story.page.context.unroute("**/antrean/kiriman/")
    story.page.get_by_role("button", name="Kirim sekarang, lalu keluar").click()
    story.page.wait_for_url("**/akun/login/**")


def sealed_for_budi_nothing_of_him_is_shown_to_sari(story: Story) -> None:
    story.signs_in(story.cast.budi)
    write_one_and_leave(story, "12")
    story.page.get_by_role("button", name="Simpan tersegel untuk saya, lalu keluar").click()
    story.page.wait_for_url("**/akun/login/**")
    story.page.context.unroute("**/antrean/kiriman/")
    assert story.page.evaluate("import('/static/offline/store.js').then(s => s.about('current'))") is None
    story.device.open(QUEUE)
    story.says("Ada laporan tersegel milik orang lain")
    story.signs_in(story.cast.sari)
    story.says("Ada laporan tersegel milik orang lain")
    story.offline()
    story.device.open(QUEUE)
    story.keeps("90")
    assert "Budi" not in story.page.content()
    assert "12 ·" not in story.device.words()
    story.online()
    story.waits(1)
    assert (
        story.page.evaluate(f"import('/static/offline/store.js').then(s => s.keysOf('{story.cast.budi.pk}'))")
        == []
    )


def budi_is_back(story: Story) -> None:
    story.device.open("/")
    story.page.locator("[data-menu] > summary").click()
    story.page.get_by_role("button", name="Keluar").click()
    story.page.wait_for_url("**/akun/login/**")  # nothing of Sari's waits, so nothing is asked
    story.signs_in(story.cast.budi)
    story.waits(0)


def signing_out_discards(story: Story) -> None:
    write_one_and_leave(story, "13")
    story.page.get_by_role("button", name="Buang 1 laporan, lalu keluar").click()
    story.says("tidak dapat dikembalikan")
    story.page.get_by_role("button", name="Ya, buang dan keluar").click()
    story.page.wait_for_url("**/akun/login/**")
    story.waits(0)
    story.page.context.unroute("**/antrean/kiriman/")


def test_old_full_and_forbidden_storage(story: Story) -> None:
    story.begins()
    a_queue_of_thirty_days_is_still_there(story)
    a_full_storage_is_said_and_the_form_stays(story)
    a_private_window_has_a_plain_form(story)
    story.end()
    assert values(story.cast, story.cast.budi) == [30, 31]
    with inside(story.cast.kota.pk):
        old = Report.objects.get(value=30)
        assert old.day == TODAY - timedelta(days=30)
        assert timedelta(days=29) < old.sent_at - written(old).at < timedelta(days=31)


def a_queue_of_thirty_days_is_still_there(story: Story) -> None:
    story.offline()
    story.device.close()
    story.device.charge(clock_off=-30 * DAY)
    story.device.open(QUEUE)
    story.keeps("30", TODAY - timedelta(days=30))
    story.device.close()
    story.device.charge()  # thirty days later: the session is long gone
    story.device.context.clear_cookies()
    story.device.open(QUEUE)
    story.says("1 laporan menunggu")
    story.online()
    story.signs_in(story.cast.budi)
    story.waits(0)


def a_full_storage_is_said_and_the_form_stays(story: Story) -> None:
    story.offline()
    story.device.open(QUEUE)
    story.page.evaluate(
        "() => { IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )  # as the browser does it; a real quota cannot be set that low
    story.types("99")
    story.says("Penyimpanan gawai ini penuh, jadi laporan belum tersimpan")
    expect(story.page.locator("[name$='-value']")).to_have_value("99")
    story.online()


def a_private_window_has_a_plain_form(story: Story) -> None:
    story.page.close()
    story.device.context.add_init_script(
        "Object.defineProperty(globalThis, 'indexedDB', { value: undefined })"
    )
    story.device.page = story.device.new_page()
    story.page.goto(SHEET)
    story.types("31")
    story.page.wait_for_url("**/laporan/tersimpan/**")
    story.page.goto(QUEUE)
    story.says("Jendela ini tidak boleh menyimpan apa pun")
