"""A workbook from the page filled in, refused with its rows, mended in place and taken: at a real browser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page
from python_calamine import CalamineWorkbook

from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_patients
from kinerja.areas.reporting.tests.test_import import workbook
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from tests.journeys.barriers import barriers
from tests.journeys.visiting import DESK, PHONE, chromium
from tests.pages.house import open_house

pytestmark = pytest.mark.browser
ClientOf = Callable[[Any], Client]


def downloaded(page: Page, words: str, path: Path) -> list[list[Any]]:
    """The rows of the workbook behind a link, first sheet."""
    with page.expect_download() as download:
        page.get_by_role("link", name=words).click()
    download.value.save_as(path)
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def uploaded(page: Page, rows: list[list[Any]], path: Path) -> None:
    path.write_bytes(workbook(rows[1:], rows[0]))
    page.set_input_files("input[type=file]", path)
    page.get_by_role("button", name="Periksa berkas").click()
    page.wait_for_load_state()


@pytest.mark.django_db
def test_errors_are_shown_by_row_and_the_mended_workbook_is_taken(
    cast: Cast, client_of: ClientOf, tmp_path: Path
) -> None:
    with inside(cast.kota.pk):
        patients = make_patients(cast.budi)
    jar = client_of(cast.budi).cookies
    with open_house(TODAY) as address, chromium() as browser:
        context = browser.new_context(
            base_url=address, locale="id-ID", viewport={"width": DESK, "height": 800}
        )
        context.add_cookies([{"name": name, "value": jar[name].value, "url": address} for name in jar])  # type: ignore[misc]
        page = context.new_page()
        page.goto("/laporan/catat/")
        page.get_by_role("link", name="Impor").first.click()
        sheet = downloaded(page, "Unduh lembar isian", tmp_path / "lembar.xlsx")
        header, day = sheet[0], sheet[1][0]
        filled = [
            header,
            [day, patients.name, 41, "pasien", "Poli umum"],
            ["31-02-2026", patients.name, 12, "", ""],
            ["12-06-2026", patients.name, "dua belas", "", ""],
        ]
        uploaded(page, filled, tmp_path / "juli.xlsx")

        told = page.locator("table tbody tr").all_inner_texts()
        assert [text.split()[0] for text in told] == ["3", "4"]
        assert "TANGGAL" in told[0]
        assert "kalender" in told[0]
        assert "ANGKA" in told[1]
        assert "dua belas" in told[1]
        assert page.get_by_role("button", name="Impor sekarang").count() == 0
        page.set_viewport_size({"width": PHONE, "height": 780})
        assert not barriers(page)

        mending = downloaded(page, "Unduh berkas dengan catatan masalah", tmp_path / "masalah.xlsx")
        assert [bool(row[1]) for row in mending[1:]] == [False, True, True]
        mending[2][3] = "28-02-2026"
        mending[3][5] = "12"
        page.get_by_role("link", name="Unggah berkas lain").click()
        uploaded(page, mending, tmp_path / "diperbaiki.xlsx")
        assert page.get_by_role("heading", name="Yang akan ditambahkan").is_visible()
        page.get_by_label("Alasan terlambat").fill("Jaringan puskesmas padam")
        page.get_by_role("button", name="Impor sekarang").click()
        page.get_by_text("3 laporan diimpor.").wait_for()
    with inside(cast.kota.pk):
        assert sorted(Report.objects.values_list("value", flat=True)) == [12, 12, 41]
