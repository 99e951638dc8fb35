"""Numbers and dates as Indonesians write them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja.rules.codes import PaceState, Predicate
from kinerja.rules.wording import bilangan, exact, fill, gettext_noop, half_up, persen, tanggal


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (1234, "1.234"),
        (1234567, "1.234.567"),
        (Decimal("1234.50"), "1.234,5"),
        (Decimal("1234.56"), "1.234,56"),
        (Decimal("-0.001"), "0"),
        (Decimal("-12.5"), "-12,5"),
        (Decimal("1E+3"), "1.000"),
        (Fraction(1, 3), "0,33"),
        (Fraction(2, 3), "0,67"),
        (Decimal("96.285714"), "96,29"),
    ],
)
def test_a_number_is_written_the_indonesian_way(number, written):
    assert bilangan(number) == written


@pytest.mark.parametrize(
    ("number", "rounded"), [("1.875", "1.88"), ("5.625", "5.63"), ("2.665", "2.67"), ("-1.875", "-1.88")]
)
def test_half_is_rounded_up_and_never_to_the_even_neighbour(number, rounded):
    assert half_up(Decimal(number)) == Decimal(rounded)


def test_a_percentage_and_a_share():
    assert persen(Decimal("97.746")) == "97,75%"
    assert fill("{share:bagian}", {"share": Fraction(3, 4)}) == "75%"
    assert fill("{x:persen}", {"x": 50}) == "50%"


def test_a_date_is_written_out():
    assert tanggal(date(2026, 3, 3)) == "3 Maret 2026"
    assert tanggal(date(2026, 12, 31)) == "31 Desember 2026"


def test_the_month_follows_the_readers_language():
    assert fill("{d}", {"d": date(2026, 3, 3)}, {"{d}": "{d}", "Maret": "March"}.get) == "3 March 2026"


def test_a_template_fills_each_kind_of_value():
    params = {"a": Predicate.BAIK, "b": date(2026, 1, 2), "c": Decimal("1.5"), "d": "teks", "e": True}

    assert fill("{a}; {b}; {c}; {d}; {e}", params) == "Baik; 2 Januari 2026; 1,5; teks; True"
    assert fill("{d:>6}", params) == "  teks"


def test_a_fraction_becomes_exact_to_28_digits():
    assert exact(Fraction(1, 8)) == Decimal("0.125")
    assert exact(7) == 7


def test_a_marked_sentence_is_itself():
    assert gettext_noop("Baik") == "Baik"


def test_codes_are_their_own_text_and_carry_a_label():
    assert Predicate("BAIK") is Predicate.BAIK
    assert Predicate.BAIK == "BAIK"
    assert f"{PaceState.SESUAI_JALUR}" == "SESUAI_JALUR"
    assert PaceState.choices()[2] == ("SESUAI_JALUR", "sesuai jalur")
