"""Single cells."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.adapters.siasn import values
from kinerja.adapters.siasn.values import Wrong


@pytest.mark.parametrize(
    "cell",
    [
        "15-03-1990",
        "15/03/1990",
        "5/3/1990",
        "15.03.1990",
        "1990-03-15",
        "1990/3/15",
        "'15-03-1990",
        " 15-03-1990 ",
    ],
)
def test_dates_in_every_usual_form(cell: str) -> None:
    assert values.day(cell) in (date(1990, 3, 15), date(1990, 3, 5))


@pytest.mark.parametrize(
    "cell",
    ["1990-03-15 00:00:00", "1990-03-15T07:30:00Z", "15-03-1990 00:00", "1990-03-15T00:00:00.000+07:00"],
)
def test_a_time_of_day_behind_a_date_is_dropped(cell: str) -> None:
    assert values.day(cell) == date(1990, 3, 15)


def test_excel_dates_with_and_without_format() -> None:
    assert values.day(date(1990, 3, 15)) == date(1990, 3, 15)
    assert values.day(32947.0) == date(1990, 3, 15)
    assert values.day(32947.75) == date(1990, 3, 15)


@pytest.mark.parametrize("cell", ["", " ", "-", "0000-00-00", "NULL"])
def test_an_empty_date_is_none(cell: str) -> None:
    assert values.day(cell) is None


@pytest.mark.parametrize("cell", ["31-02-1990", "12/31/1990", "1990-13-01", "00-01-1990", "29-02-2023"])
def test_a_day_that_does_not_exist_is_wrong(cell: str) -> None:
    with pytest.raises(Wrong, match="tidak ada dalam kalender"):
        values.day(cell)


@pytest.mark.parametrize(
    "cell", ["15-03-90", "15 Maret 1990", "kemarin", "32947", "1990", 0.0, -1.0, 1e300, float("inf")]
)
def test_what_is_no_date_is_wrong(cell: str | float) -> None:
    with pytest.raises(Wrong, match="bukan tanggal"):
        values.day(cell)


def test_a_date_outside_its_bounds_is_wrong_and_tells_them() -> None:
    bounds = {"earliest": date(1950, 1, 1), "latest": date(2027, 1, 1)}
    assert values.sensible_day("01-01-1950", **bounds) == date(1950, 1, 1)
    with pytest.raises(Wrong, match="01-01-1950 sampai 01-01-2027"):
        values.sensible_day("01-01-1085", **bounds)


@given(st.dates(min_value=date(1900, 3, 1), max_value=date(2100, 1, 1)))
def test_every_form_of_a_date_means_the_same_day(day: date) -> None:
    written = [day.strftime("%d-%m-%Y"), day.strftime("%d/%m/%Y"), day.isoformat()]
    excel = float((day - date(1899, 12, 30)) / timedelta(days=1))
    assert {values.day(cell) for cell in [*written, day, excel]} == {day}


@pytest.mark.parametrize(
    "cell", ["199003152015031901", "'199003152015031901", "19900315 201503 1 901", "`1990.0315-2015031901"]
)
def test_blanks_and_apostrophes_in_a_number_are_taken_away(cell: str) -> None:
    assert values.digits(cell, "NIP") == "199003152015031901"


@pytest.mark.parametrize("cell", [1.99003152015032e17, "1.99003E+17", "1,99003E+17", "2E17"])
def test_a_number_that_excel_rounded_is_refused_with_the_reason(cell: str | float) -> None:
    with pytest.raises(
        Wrong, match="NIP tersimpan sebagai angka Excel; Excel hanya menyimpan 15 digit"
    ) as wrong:
        values.digits(cell, "NIP")
    assert "format kolom menjadi Teks" in wrong.value.remedy


@pytest.mark.parametrize(
    ("cell", "sex"),
    [
        ("M", "L"),
        ("F", "P"),
        ("l", "L"),
        ("p", "P"),
        ("PRIA", "L"),
        ("Wanita", "P"),
        ("1", "L"),
        (2.0, "P"),
        ("", ""),
    ],
)
def test_sex_in_every_code(cell: str | float, sex: str) -> None:
    assert values.sex(cell) == sex


@pytest.mark.parametrize("cell", ["X", "3", "laki", "M/F"])
def test_an_unknown_sex_is_wrong(cell: str) -> None:
    with pytest.raises(Wrong, match="jenis kelamin"):
        values.sex(cell)


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("P", "PNS"),
        ("c", "CPNS"),
        ("PPPK", "PPPK"),
        ("P3K", "PPPK"),
        ("PPPK Paruh Waktu", "PPPK_PW"),
        ("-", ""),
    ],
)
def test_status_in_every_code(cell: str, status: str) -> None:
    assert values.status(cell) == status


def test_an_unknown_status_is_wrong() -> None:
    with pytest.raises(Wrong, match="status kepegawaian"):
        values.status("Honorer")


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Jabatan Fungsional", "FUNGSIONAL"),
        ("JABATAN FUNGSIONAL TERTENTU", "FUNGSIONAL"),
        ("2", "FUNGSIONAL"),
        ("Jabatan Fungsional Umum", "PELAKSANA"),
        ("Jabatan Pelaksana", "PELAKSANA"),
        (4.0, "PELAKSANA"),
        ("Jabatan Struktural", "STRUKTURAL"),
        ("Pengawas", "PENGAWAS"),
        ("JPT Pratama", "JPT_PRATAMA"),
    ],
)
def test_kinds_of_position(cell: str | float, kind: str) -> None:
    assert values.position_kind(cell) == kind


def test_an_unknown_kind_of_position_is_wrong() -> None:
    with pytest.raises(Wrong, match="jenis jabatan"):
        values.position_kind("Jabatan Rangkap")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("PERAWAT AHLI MUDA", "AHLI_MUDA"),
        ("Bidan Terampil", "TERAMPIL"),
        ("Penyelia Gizi Penyelia", "PENYELIA"),
        ("ANALIS MAHIRA", ""),
        ("GURU", ""),
    ],
)
def test_the_level_of_a_functional_post_is_read_from_its_name(name: str, level: str) -> None:
    assert values.jenjang(name) == level


@pytest.mark.parametrize(
    ("cell", "echelon"),
    [
        ("II.a", "II.a"),
        ("IIB", "II.b"),
        ("Eselon III.b", "III.b"),
        ("IV/A", "IV.a"),
        ("21", "II.a"),
        (42.0, "IV.b"),
        ("99", ""),
        ("Non Eselon", ""),
        ("III", "III"),
    ],
)
def test_echelons_in_every_form(cell: str | float, echelon: str) -> None:
    assert values.eselon(cell) == echelon


def test_an_unknown_echelon_is_wrong() -> None:
    with pytest.raises(Wrong, match="eselon"):
        values.eselon("VII.x")


@pytest.mark.parametrize(
    ("echelon", "kind"),
    [
        ("I.b", "JPT_MADYA"),
        ("II.a", "JPT_PRATAMA"),
        ("III.a", "ADMINISTRATOR"),
        ("III", "ADMINISTRATOR"),
        ("IV.b", "PENGAWAS"),
        ("", ""),
    ],
)
def test_an_echelon_tells_what_a_structural_post_is_called_today(echelon: str, kind: str) -> None:
    assert values.kind_of_echelon(echelon) == kind


@pytest.mark.parametrize(
    ("cell", "golongan"),
    [
        ("III/d", "III/d"),
        ("III/D", "III/d"),
        ("Penata Tingkat I (III/d)", "III/d"),
        ("gol. iii / d", "III/d"),
        ("IX", "IX"),
        ("Golongan IX", "IX"),
        ("IV/e", "IV/e"),
        ("", ""),
    ],
)
def test_golongan_of_pns_and_pppk(cell: str, golongan: str) -> None:
    assert values.golongan(cell) == golongan


@pytest.mark.parametrize("cell", ["III/e", "V/a", "XVIII", "A", "III/dd", "3d"])
def test_an_unknown_golongan_is_wrong(cell: str) -> None:
    with pytest.raises(Wrong, match="golongan"):
        values.golongan(cell)


def test_an_address_is_kept_in_lower_case() -> None:
    assert values.email(" Budi@Example.ORG ") == "budi@example.org"
    assert values.email("-") == ""


@pytest.mark.parametrize(
    "cell", ["budi", "budi@", "a@b.id;c@d.id", "a b@c.id", "budi@example", "@example.org"]
)
def test_no_address_or_several_are_wrong(cell: str) -> None:
    with pytest.raises(Wrong, match="surel"):
        values.email(cell)


@pytest.mark.parametrize(
    "cell",
    ["081200000000", "+62 812-0000-0000", "6281200000000", 81200000000.0, "'081200000000", "(0812) 00000000"],
)
def test_a_telephone_number_in_every_form_is_one_number(cell: str | float) -> None:
    assert values.phone(cell) == "+6281200000000"


@pytest.mark.parametrize("cell", ["0812", "08120000000000000", "satu", "0812/0813", "00000000000"])
def test_no_telephone_number_is_wrong(cell: str) -> None:
    with pytest.raises(Wrong, match="telepon"):
        values.phone(cell)


def test_text_is_cleaned_of_what_nobody_sees() -> None:
    assert values.text("\ufeff BUDI\u00a0\u200b SANTOSO\n\t") == "BUDI SANTOSO"
    assert values.text("'=1+1") == "=1+1"
    assert values.text(12.0) == "12"
    assert values.text(float("inf")) == "inf"


def test_letters_broken_before_they_came_are_wrong() -> None:
    with pytest.raises(Wrong, match="huruf yang sudah rusak"):
        values.text("CAF\ufffd")


def test_a_text_that_is_too_long_is_wrong_with_both_lengths() -> None:
    assert values.limited("x" * 60, 60) == "x" * 60
    with pytest.raises(Wrong, match="isinya 61 huruf, paling panjang 60"):
        values.limited("x" * 61, 60)


def test_a_nik_is_never_shown_but_for_its_last_four_digits() -> None:
    assert values.shown("nik", "1571011503900000") == "••••••••••••0000"
    assert values.shown("nik", 1571011503900000.0) == "••••••••••••0000"
    assert values.shown("nik", "123") == "•••"
    assert values.shown("name", "x" * 100) == "x" * 79 + "…"


READERS = (
    values.text,
    values.day,
    values.sex,
    values.status,
    values.position_kind,
    values.eselon,
    values.golongan,
    values.email,
    values.phone,
    partial(values.digits, name="NIP"),
    partial(values.shown, "nik"),
)


@pytest.mark.parametrize("reader", READERS)
@given(cell=st.text() | st.floats() | st.dates())
def test_no_cell_breaks_a_reader(reader: Callable[[values.Cell], object], cell: values.Cell) -> None:
    reason = remedy = "unsaid"
    try:
        reader(cell)
    except Wrong as wrong:
        reason, remedy = wrong.reason, wrong.remedy
    assert reason
    assert remedy
