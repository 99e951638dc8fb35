"""Advice on an indicator while it is typed: it helps, and it stops nobody."""

from kinerja.areas.planning.forms import quality_of
from kinerja.areas.planning.tests.conftest import Ask
from kinerja.base.organization.tests.cast import Cast

GOOD = {
    "name": "Jumlah pasien dilayani sesuai standar",
    "target": "2.400",
    "unit_of_measure": "orang",
    "polarity": "MAXIMIZE",
    "frequency": "BULANAN",
}


def test_a_clear_indicator_needs_no_advice() -> None:
    assert quality_of(GOOD | {"target": "2400"}) == []


def test_nothing_typed_yet_gets_no_advice() -> None:
    assert quality_of({"name": " "}) == []


def test_an_activity_and_a_missing_target_are_named() -> None:
    advice = quality_of(
        GOOD | {"name": "Melaksanakan pelayanan pasien umum", "target": "", "target_upper": ""}
    )

    assert any("dimulai dengan kegiatan (melaksanakan)" in sentence for sentence in advice)
    assert any("belum berupa angka" in sentence for sentence in advice)


def test_unreadable_numbers_and_unknown_codes_count_as_missing() -> None:
    advice = quality_of(GOOD | {"target": "banyak", "polarity": "NAIK", "frequency": "KADANG"})

    assert len(advice) == 3


def test_an_iku_is_asked_for_the_fields_of_its_manual() -> None:
    advice = " ".join(quality_of(GOOD | {"target": "2400"}, is_iku=True))

    for words in ("Angka awal", "Rumus", "Sumber data", "Penanggung jawab"):
        assert words in advice


def test_in_words_no_number_is_asked_for() -> None:
    assert (
        quality_of({"name": "Pedoman triase puskesmas", "success": "Dipakai", "frequency": "BULANAN"}) == []
    )


def test_the_fragment_answers_while_typing_and_keeps_nothing(cast: Cast, ask: Ask) -> None:
    answer = ask(cast.budi, "indicator_check", data=GOOD | {"name": "Menyusun laporan bulanan puskesmas"})

    text = answer.content.decode()
    assert "dimulai dengan kegiatan (menyusun)" in text
    assert "<html" not in text
    assert ask(cast.sari, "iku_check", data=GOOD).status_code == 200
