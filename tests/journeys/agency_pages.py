"""What the personnel agency does in its pages, one function a task."""

from datetime import date
from pathlib import Path

from tests.journeys.visiting import Visitor


def choose_password(who: Visitor, link: str, password: str) -> None:
    """The first operator comes in by the printed link."""
    who.visit(link)
    who.press("Masuk sekarang")
    who.type_in(password=password, again=password)
    who.press("Simpan kata sandi")
    assert who.path == "/"


def upload(agency: Visitor, kind: str, file: Path) -> None:
    """Send a file and stand before its preview."""
    agency.menu("Impor data SIASN")
    agency.type_in(kind=kind, file=file)
    agency.press("Unggah dan periksa")


def import_file(agency: Visitor, kind: str, file: Path, *, new: int) -> None:
    """Send a file without mistakes and import it."""
    upload(agency, kind, file)
    agency.press("Impor sekarang")
    agency.reads("Hasil impor", f"Baru{new}")


def issue_codes(agency: Visitor, unit: str) -> dict[str, str]:
    """The activation codes of everybody in a unit, by NIP."""
    agency.menu("Pusat kendali")
    agency.follow("Unit")
    agency.type_in(q=unit)
    agency.page.keyboard.press("Enter")
    agency.page.wait_for_url("**?q=*")
    agency.follow(unit)
    agency.follow("Lembar aktivasi")
    agency.press("Terbitkan lembar aktivasi")
    numbers, codes = (
        agency.page.locator(f"main dl.facts dd:nth-of-type({n})").all_inner_texts() for n in (1, 2)
    )
    return dict(zip(numbers, codes, strict=True))


def appoint_head_of_government(agency: Visitor, name: str, since: date) -> None:
    """He is in no personnel file: record him, then fill his post."""
    agency.menu("Pusat kendali")
    agency.follow("Pegawai")
    agency.follow("Catat pejabat non-ASN")
    agency.type_in(number="KDH1571", name=name)
    agency.press("Catat pejabat")
    agency.follow("Jabatan")
    agency.follow("Wali Kota")
    agency.follow("Isi jabatan")
    agency.type_in(person="KDH1571", on=since.isoformat(), decree="Kepmendagri 100/2025")
    agency.press("Lihat akibatnya")
    agency.reads("Hasan Basri", "Penilai sesudahnya")
    agency.press("Simpan pengangkatan")
    agency.reads(name)


def open_period(agency: Visitor, name: str, begins: date, ends: date) -> None:
    agency.menu("Pusat kendali")
    agency.follow("Periode")
    agency.follow("Buat periode")
    agency.type_in(name=name, begins=begins.isoformat(), ends=ends.isoformat(), fill_until=ends.isoformat())
    agency.press("Buat periode")
    agency.follow("Buka periode")
    agency.press("Buka periode")
    agency.reads(name, "Dibuka")


def open_review(agency: Visitor, name: str, begins: date, ends: date) -> None:
    agency.menu("Pusat kendali")
    agency.follow("Periode")
    agency.follow("Buka periode penilaian")
    agency.type_in(name=name, begins=begins.isoformat(), ends=ends.isoformat(), fill_until=ends.isoformat())
    agency.press("Buka periode penilaian")
    agency.reads(name)


def close_everything(agency: Visitor, reason: str) -> None:
    """Close the review, saying why some have no predikat, then the period."""
    agency.menu("Pusat kendali")
    agency.follow("Periode")
    agency.follow("Tutup penilaian")
    agency.press("Tutup periode penilaian")
    agency.reads("belum ditetapkan predikatnya")
    agency.type_in(confirmed=True, reason=reason)
    agency.press("Tutup periode penilaian")
    agency.follow("Tutup periode")
    agency.press("Tutup periode")
    agency.reads("Ditutup")
