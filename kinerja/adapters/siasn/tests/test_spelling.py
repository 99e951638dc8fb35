"""Names in SIASN's capitals become names as people write them."""

import pytest

from kinerja.adapters.siasn.spelling import person_name


@pytest.mark.parametrize(
    ("delivered", "written"),
    [
        ("BUDI SANTOSO", "Budi Santoso"),
        ("SUKARNO", "Sukarno"),
        ("M. YUSUF", "M. Yusuf"),
        ("M.YUSUF A.R.", "M.Yusuf A.R."),
        ("MUH. ALI", "Muh. Ali"),
        ("HJ. SITI AISYAH", "Hj. Siti Aisyah"),
        ("A RAHMAN", "A Rahman"),
        ("ALI BIN ABU BAKAR", "Ali bin Abu Bakar"),
        ("SITI BINTI HASAN", "Siti binti Hasan"),
        ("MA'RUF AMIN", "Ma'ruf Amin"),
        ("NUR’AINI", "Nur’aini"),
        ("JOHN D'ORNAY", "John D'Ornay"),
        ("AL-HABSYI", "Al-Habsyi"),
        ("RADEN MAS II", "Raden Mas II"),
        ("SITI AISYAH (ALM)", "Siti Aisyah (Alm)"),
        ("JOSÉ MARÍA", "José María"),
    ],
)
def test_capitals_become_a_name(delivered: str, written: str) -> None:
    assert person_name(delivered) == written


@pytest.mark.parametrize(
    "written", ["Budi Santoso", "Siti binti Hasan", "de Rosari", "BUDI Santoso", "-", ""]
)
def test_a_name_with_a_small_letter_is_left_alone(written: str) -> None:
    assert person_name(written) == written


def test_titles_behind_a_comma_stay_as_delivered() -> None:
    assert person_name("BUDI SANTOSO, S.KOM., M.SI") == "Budi Santoso, S.KOM., M.SI"


@pytest.mark.parametrize("delivered", ["BIN YAMIN", "IV", "VI ANGGRAINI", "SITI BINTI"])
def test_a_particle_or_numeral_out_of_place_is_a_name(delivered: str) -> None:
    words = [word if word == "IV" else word.capitalize() for word in delivered.split()]
    assert person_name(delivered) == " ".join(words).replace("IV", "Iv")


@pytest.mark.parametrize("delivered", ["BUDI SANTOSO", "M. YUSUF", "MA'RUF II", "A. B.", "ALI BIN ABU"])
def test_a_spelled_name_is_spelled_the_same_again(delivered: str) -> None:
    assert person_name(person_name(delivered)) == person_name(delivered)
