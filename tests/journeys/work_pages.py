"""What an employee and those above him do: plan, report, watch, rate, read."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from tests.journeys.visiting import Visitor


def activate(who: Visitor, nip: str, code: str, password: str) -> None:
    """The first sign-in, by the code on the sheet."""
    who.visit("/")
    who.follow("Masuk dengan kode aktivasi", within="body")
    who.type_in(nip=nip, code=code, password=password, again=password)
    who.press("Aktifkan dan masuk")
    assert who.path == "/"


# planning


def sign_agreement(head: Visitor, unit: str, **iku: Any) -> None:
    """The head of a unit starts its Perjanjian Kinerja, adds an IKU and signs."""
    head.menu("Perjanjian Kinerja dan IKU")
    head.follow(unit)
    head.press("Mulai")
    head.follow("Tambah IKU")
    head.type_in(**iku)
    head.press("Simpan")
    head.press("Tanda tangani")
    head.reads("Ditandatangani")


def begin_skp(who: Visitor) -> None:
    who.menu("SKP saya" if who.width > 600 else "SKP")
    who.follow("Tambah SKP")
    who.press("Mulai")


def add_rhk(who: Visitor, **rhk: Any) -> None:
    who.follow("Tambah RHK")
    who.type_in(**rhk)
    who.press("Simpan")


def add_indicator(who: Visitor, **indicator: Any) -> None:
    who.follow("Tambah indikator")
    who.type_in(**indicator)
    who.press("Simpan")


def propose(who: Visitor) -> None:
    who.press("Ajukan SKP")
    who.reads("Diajukan")


def send_back(superior: Visitor, name: str, remark: str) -> None:
    superior.menu("SKP Bawahan")
    superior.reads(name)
    superior.follow("Periksa")
    superior.follow("Kembalikan")
    superior.page.locator("main textarea").first.fill(remark)
    superior.press("Kembalikan dengan catatan")


def agree(superior: Visitor, name: str) -> None:
    superior.menu("SKP Bawahan")
    superior.reads(name)
    superior.follow("Periksa")
    superior.press("Setujui")
    superior.reads("Disetujui")


# reporting and monitoring


def row_of(superior: Visitor, name: str) -> Locator:
    """The line of a person on the open board."""
    return superior.page.locator("main tbody tr").filter(has_text=name)


#: notes the moment the line of `name` is drawn anew with a report in it; a reload would lose the note
_WATCH = """name => new MutationObserver(() => {
  const rows = [...document.querySelectorAll("main tbody tr.just-changed")];
  const row = rows.find(each => each.innerText.includes(name));
  if (row?.querySelector("time")) document.documentElement.dataset.changedAt ??= Date.now();
}).observe(document.querySelector("main"), {childList: true, subtree: true})"""


def open_board(superior: Visitor, name: str) -> None:
    """Open the board and begin to watch the line of `name`."""
    superior.menu("Tim saya")
    expect(superior.page.locator("html")).to_have_attribute("data-stream", "on")
    superior.page.evaluate(_WATCH, name)


def report(who: Visitor, figure: str, note: str, photo: Path) -> float:
    """Catat progres with a photo. Returns the moment the answer came, in milliseconds of this machine's clock."""
    who.menu("Catat")
    box = who.page.locator("main details.entry").first
    box.locator("[name$='-value']").first.fill(figure)
    box.locator("[name$='-note']").first.fill(note)
    box.locator("[name$='-evidence']").first.set_input_files(photo)
    who.press("Simpan")
    who.reads(figure, "1 berkas bukti")
    return float(
        who.page.evaluate(
            "performance.timeOrigin + performance.getEntriesByType('navigation')[0].responseStart"
        )
    )


def seen_within(superior: Visitor, since: float) -> float:
    """Seconds from the answer to the changed line on the open board."""
    page = superior.page.locator("html")
    expect(page).to_have_attribute("data-changed-at", re.compile(r"\d+"), timeout=10_000)
    return (float(page.get_attribute("data-changed-at") or 0) - since) / 1000


# assessment


def set_unit_predicate(leader: Visitor, unit: str, reason: str) -> None:
    leader.menu("Predikat unit")
    leader.follow(unit)
    leader.type_in(expectation="SESUAI", predicate="BAIK", reason=reason)
    leader.press("Tetapkan predikat unit")
    leader.reads("Baik")


def rate(superior: Visitor, name: str, reason: str) -> None:
    superior.menu("Penilaian Bawahan")
    superior.follow(name)
    superior.type_in(work="SESUAI", behaviour="SESUAI", reason=reason)
    superior.press("Tetapkan dan tanda tangani")
    superior.reads("Baik")


def read_receipt(who: Visitor, review: str) -> None:
    who.menu("Nilai")
    who.follow(review)
