"""What holds for every number, rank and position."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import Jenjang, NumberKind, PositionKind, Sex
from kinerja.rules.identity import golongan, nik, nip, position_kinds

births = st.dates(date(1955, 1, 1), date(2005, 12, 31))
sexes = st.sampled_from(Sex)
noise = st.sampled_from(["", " ", "'", ".", "\u00a0", "-", "’", "\ufeff"])


def a_nip(born: date, year: int, code: int, sex: Sex, serial: int) -> str:
    return f"{born:%Y%m%d}{year}{code:02d}{1 if sex is Sex.L else 2}{serial:03d}"


def a_nik(born: date, sex: Sex) -> str:
    day = born.day + (40 if sex is Sex.P else 0)
    return f"157101{day:02d}{born:%m%y}0000"


@given(births, st.integers(1980, 2026), st.integers(1, 12), sexes, st.integers(1, 999))
def test_a_nip_is_read_back_as_it_was_built(born, year, month, sex, serial):
    read = nip.parse(a_nip(born, year, month, sex, serial)).value

    assert (read.kind, read.born, read.year, read.month) == (NumberKind.NIP, born, year, month)
    assert (read.sex, int(read.serial), read.contract_code) == (sex, serial, "")


@given(births, st.integers(2014, 2026), st.integers(21, 29), sexes)
def test_a_number_of_a_pppk_has_no_month(born, year, code, sex):
    read = nip.parse(a_nip(born, year, code, sex, 1)).value

    assert (read.kind, read.month, read.contract_code) == (NumberKind.NI_PPPK, None, str(code))


@given(births, sexes, noise, noise, st.integers(1, 17))
def test_what_a_spreadsheet_adds_changes_nothing(born, sex, before, inside, cut):
    number = a_nip(born, 2015, 5, sex, 1)

    assert nip.parse(before + number[:cut] + inside + number[cut:]).value == nip.parse(number).value


@given(st.text(max_size=40))
def test_no_text_makes_the_reading_of_numbers_fail(text):
    for rule in (nip.parse, nik.parse, golongan.parse):
        verdict = rule(text)
        assert (verdict.value is None) == bool(verdict.errors)
        assert all(verdict.sentences())


def test_the_year_zero_is_read_without_a_crash():
    assert nip.parse("198609260000051001").warnings


@given(births, sexes)
def test_a_number_agrees_with_the_file_it_came_from(born, sex):
    read = nip.parse(a_nip(born, 2015, 5, sex, 1)).value

    assert nip.disagreements(read, born=born, sex=sex) == ()
    assert nip.disagreements(read) == ()


def test_another_birth_and_sex_are_two_warnings():
    read = nip.parse("198609262015051001").value
    told = nip.disagreements(read, born=date(1986, 9, 27), sex=Sex.P)

    assert [step.sentence() for step in told] == [
        "Tanggal lahir 27 September 1986 berbeda dari NIP, yang memuat 26 September 1986.",
        "Jenis kelamin perempuan berbeda dari NIP, yang memuat laki-laki.",
    ]
    assert {step.level for step in told} == {"warning"}


@given(births, sexes)
def test_a_nik_is_read_back_as_it_was_built(born, sex):
    read = nik.parse(a_nik(born, sex)).value

    assert (read.day, read.month, read.two_digit_year, read.sex) == (
        born.day,
        born.month,
        born.year % 100,
        sex,
    )
    assert nik.disagreements(read, born=born, sex=sex) == ()


@pytest.mark.parametrize(
    "born", [date(1990, 3, 16), date(1990, 4, 15), date(1991, 3, 15)], ids=["day", "month", "year"]
)
def test_another_birth_than_in_the_nik_is_a_warning(born):
    read = nik.parse("1571015503900000").value

    assert len(nik.disagreements(read, born=born)) == 1
    assert len(nik.disagreements(read, born=born, sex=Sex.L)) == 2


@given(births, sexes)
def test_no_sentence_about_a_nik_repeats_the_number(born, sex):
    number = a_nik(born, sex)
    read = nik.parse(number)
    told = [*read.sentences(), *(step.sentence() for step in nik.disagreements(read.value, sex=Sex.L))]
    told += nik.parse(number[:15]).sentences()
    told += nip.parse(number).sentences()

    assert not any(number[:6] in sentence for sentence in told)


def test_a_nik_cannot_be_stored_in_a_receipt():
    with pytest.raises(TypeError, match="Nik"):
        nik.parse("1571015503900000").to_json()


@given(st.text("0123456789 '", max_size=24))
def test_the_mask_shows_at_most_the_last_four(text):
    shown = nik.mask(text)
    number = nik.clean(text)

    assert len(shown) == len(number)
    assert shown.count("•") >= min(len(number), max(len(number) - 4, 0))
    if len(number) <= 4:
        assert set(shown) <= {"•"}


def test_the_mask_of_a_nik_ends_in_its_last_four():
    assert nik.mask("1571015503901234") == "••••••••••••1234"


def test_seventeen_ranks_and_seventeen_golongan():
    assert len(golongan.PNS_RANKS) == 17
    assert len(golongan.PPPK_GOLONGAN) == 17


@pytest.mark.parametrize("code", [*golongan.PNS_RANKS, *golongan.PPPK_GOLONGAN])
def test_every_golongan_is_read_back(code):
    assert golongan.parse(code).value.code == code


@pytest.mark.parametrize("jenjang", Jenjang)
def test_every_jenjang_is_read_from_the_end_of_a_name(jenjang):
    read = position_kinds.classify("Jabatan Fungsional", f"Perawat {jenjang.label}").value

    assert (read.kind, read.jenjang) == (PositionKind.FUNGSIONAL, jenjang)


def test_jenjang_and_kinds_know_their_side():
    assert [level for level in Jenjang if level.is_expert] == list(Jenjang)[4:]
    assert [kind for kind in PositionKind if not kind.is_managerial] == [
        PositionKind.FUNGSIONAL,
        PositionKind.PELAKSANA,
    ]


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=8))
def test_no_text_makes_the_reading_of_a_position_fail(kind, position, echelon):
    verdict = position_kinds.classify(kind, position, echelon)

    assert verdict.value.is_certain or verdict.warnings
