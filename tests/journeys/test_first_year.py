"""From an empty installation to a receipt that explains a rating: everybody in a browser, no demonstration data."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from kinerja.areas.reporting.tests.factories import photo
from kinerja.tools import clock
from tests.journeys import agency_pages as agency
from tests.journeys import staff
from tests.journeys import work_pages as work
from tests.journeys.serving import Served, command, own_root, served
from tests.journeys.visiting import PHONE, Visitor, chromium
from tests.journeys.wires import StreamWire, wired

pytestmark = pytest.mark.browser

PASSWORD = "nasi gemuk pagi hari"
BUDI, SARI = "Ns. Budi Santoso, S.Kep", "dr. Sari Wulandari"
PUSKESMAS = "Puskesmas Contoh 1"
REASON = "Capaian tercatat, bukti lengkap, dan pasien terlayani baik."


@pytest.fixture(scope="module")
def house() -> Iterator[Served]:
    """An empty installation, as `kinerja serve` makes it."""
    place = own_root("first-year")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    with served(place) as running:
        yield running
    shutil.rmtree(place.parent)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


class Story:
    """The people of the story, each at a browser of his own, and the days it happens on."""

    def __init__(self, house: Served, browser: Browser, folder: Path) -> None:
        address = f"http://127.0.0.1:{house.port}"
        self.house, self.address, self.folder, self.browser = house, address, folder, browser
        self.ratna, self.sari, self.hasan = (Visitor(browser, address) for _ in range(3))
        self.budi = Visitor(browser, address, PHONE)
        self.today: date = clock.today()
        self.begins = self.today - timedelta(days=60)

    def everybody(self) -> list[Visitor]:
        return [self.ratna, self.sari, self.hasan, self.budi]


def test_from_an_empty_installation_to_a_receipt(house: Served, browser: Browser, tmp_path: Path) -> None:
    story = Story(house, browser, tmp_path)
    the_first_operator_comes_in(story)
    units_and_people_are_imported(story)
    imported_people_sign_in(story)
    the_agency_opens_the_period(story)
    sari_agrees_with_those_above(story)
    budi_agrees_after_one_return(story)
    a_report_appears_on_the_open_board(story)
    without_a_stream_the_board_says_so_and_asks_by_itself(story)
    the_predikat_is_fixed(story)
    budi_reads_why(story)
    assert len(set().union(*(each.seen for each in story.everybody()))) > 30
    for each in story.everybody():
        each.close()


def the_first_operator_comes_in(story: Story) -> None:
    done = command(
        "operator", "--nip", staff.RATNA["NIP BARU"], "--nama", "Ratna Dewanti", "--instansi", "kota-jambi",
        "--nama-instansi", "Pemerintah Kota Jambi", "--jenis", "KOTA", "--alamat", story.address, "--json",
        root=story.house.root,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    made: dict[str, Any] = json.loads(done.stdout)
    agency.choose_password(story.ratna, made["link"], PASSWORD)


def units_and_people_are_imported(story: Story) -> None:
    ratna = story.ratna
    agency.upload(ratna, "UNIT", staff.units_file(story.folder, broken=True))
    ratna.reads("Baris bermasalah", "ATASAN UNOR ID", "U9")
    agency.import_file(ratna, "UNIT", staff.units_file(story.folder), new=4)

    agency.upload(ratna, "PEGAWAI", staff.people_file(story.folder))
    ratna.reads("Baris bermasalah", "TMT JABATAN", "31-02-2021", "UNOR ID", "U99")
    problems = ratna.download("Unduh daftar masalah (XLSX)", story.folder)
    ratna.press("Impor tanpa baris bermasalah")
    ratna.reads("Hasil impor")
    agency.import_file(ratna, "PEGAWAI", staff.mended(problems, story.folder), new=2)


def imported_people_sign_in(story: Story) -> None:
    codes = agency.issue_codes(story.ratna, PUSKESMAS) | agency.issue_codes(story.ratna, "Dinas Kesehatan")
    for visitor, row in ((story.hasan, staff.HASAN), (story.sari, staff.SARI), (story.budi, staff.BUDI)):
        work.activate(visitor, row["NIP BARU"], codes[row["NIP BARU"]], PASSWORD)


def the_agency_opens_the_period(story: Story) -> None:
    agency.appoint_head_of_government(story.ratna, "Wali Kota Contoh", story.begins - timedelta(days=100))
    agency.open_period(story.ratna, "SKP Percobaan", story.begins, story.today + timedelta(days=30))


def sari_agrees_with_those_above(story: Story) -> None:
    sari = story.sari
    work.sign_agreement(
        sari, PUSKESMAS, goal="Meningkatnya mutu layanan puskesmas", name="Persentase pasien dilayani sesuai standar",
        target="90", unit_of_measure="persen", polarity="MAXIMIZE", consolidation="angka terakhir yang diketahui",
    )  # fmt: skip
    work.begin_skp(sari)
    work.add_rhk(
        sari, statement="Pasien puskesmas dilayani sesuai standar", kind="UTAMA",
        supports_iku="Persentase pasien dilayani sesuai standar",
    )  # fmt: skip
    work.add_indicator(
        sari, name="Persentase pasien puskesmas yang dilayani sesuai standar", aspect="KUALITAS", target="90",
        unit_of_measure="persen", polarity="MAXIMIZE", consolidation="angka terakhir yang diketahui",
    )  # fmt: skip
    work.propose(sari)
    work.agree(story.hasan, SARI)


def budi_agrees_after_one_return(story: Story) -> None:
    budi, remark = story.budi, "Sebutkan berapa pasien, bukan persen kehadiran."
    work.begin_skp(budi)
    work.add_rhk(
        budi, statement="Pasien poli umum dilayani sesuai standar", kind="UTAMA",
        supports="Pasien puskesmas dilayani sesuai standar",
    )  # fmt: skip
    work.add_indicator(
        budi, name="Jumlah pasien dilayani sesuai standar", aspect="KUANTITAS", target="40", unit_of_measure="orang",
        polarity="MAXIMIZE", consolidation="dijumlahkan", frequency="Harian", is_service=True,
    )  # fmt: skip
    work.propose(budi)
    work.send_back(story.sari, BUDI, remark)
    budi.menu("SKP")
    budi.follow("Detail SKP")
    budi.reads(remark)
    budi.follow(re.compile("^Ubah ?: Jumlah pasien"))
    budi.type_in(target="60")
    budi.press("Simpan")
    work.propose(budi)
    work.agree(story.sari, BUDI)


def a_report_appears_on_the_open_board(story: Story) -> None:
    sheet = story.folder / "rekap.jpg"
    sheet.write_bytes(photo((1200, 900)))
    work.open_board(story.sari, "Budi Santoso")
    answered = work.report(story.budi, "60", "Poli umum, pagi dan siang.", sheet)
    assert work.seen_within(story.sari, answered) < 2
    assert "1" in work.row_of(story.sari, "Budi Santoso").inner_text()
    story.sari.look()


def without_a_stream_the_board_says_so_and_asks_by_itself(story: Story) -> None:
    """The stream is really cut, pages go through; Budi's next report comes all the same, then the stream by itself."""
    with wired(story.address, StreamWire) as wire:
        sari = Visitor(story.browser, wire.address)
        sari.context.add_cookies(story.sari.context.cookies())
        sari.visit("/pantau/tim/")
        page, said = sari.page, sari.page.get_by_text("Sambungan langsung terputus.")
        expect(page.locator("html")).to_have_attribute("data-stream", "on")
        expect(said).to_be_hidden()
        story.budi.visit("/laporan/catat/")
        story.budi.page.locator("main details.entry [name$='-value']").first.fill("5")
        page.evaluate("window.notReloaded = true")
        wire.break_streams()
        expect(said).to_be_visible()
        assert int(page.locator("[data-stream-pause]").inner_text()) in range(1, 6)
        story.budi.press("Simpan")
        expect(work.row_of(sari, "Budi Santoso").get_by_role("cell", name="2", exact=True)).to_be_visible()
        expect(said).to_be_visible()
        wire.mend_streams()
        expect(page.locator("html")).to_have_attribute("data-stream", "on", timeout=15_000)
        expect(said).to_be_hidden()
        assert page.evaluate("window.notReloaded")
        sari.context.close()


def the_predikat_is_fixed(story: Story) -> None:
    agency.open_review(story.ratna, "Triwulan Percobaan", story.begins, story.today)
    work.set_unit_predicate(story.hasan, PUSKESMAS, "Rencana aksi puskesmas tercapai sesuai kesepakatan.")
    work.rate(story.sari, BUDI, REASON)
    agency.close_everything(story.ratna, "Percobaan pertama; pimpinan dinilai pada triwulan berikutnya.")


def budi_reads_why(story: Story) -> None:
    budi = story.budi
    work.read_receipt(budi, "Triwulan Percobaan")
    budi.reads(
        "Predikat kinerja", "Baik", "Dasar aturan", "PermenPANRB 6/2022", "Apa yang akan mengubahnya", REASON
    )
    budi.reads("Hak keberatan", "Hasan Basri", "2 laporan")
