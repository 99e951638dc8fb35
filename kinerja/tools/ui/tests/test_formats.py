"""Numbers, money, days and hours in words."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from kinerja.tools import clock
from kinerja.tools.ui import formats

MOMENT = datetime(2026, 3, 3, 14, 5, tzinfo=clock.WIB)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1234.56, None, "1.234,56"),
        (Decimal("1234.500"), None, "1.234,5"),
        (Decimal("1234567"), None, "1.234.567"),
        (100, None, "100"),
        (Decimal("1E+3"), None, "1.000"),
        (0, None, "0"),
        (0.1 + 0.2, None, "0,3"),
        (12, 2, "12,00"),
        (Decimal("2.345"), 2, "2,35"),
        (Decimal("2.5"), 0, "3"),
        (-1234.5, None, "−1.234,5"),
        (Decimal("-0.001"), 2, "0,00"),
        ("1234.5", None, "1.234,5"),
        (10**15, None, "1.000.000.000.000.000"),
        (Decimal("92.5817"), None, "92,58"),
        (Decimal("92.995"), None, "93"),
        (Decimal("0.125"), None, "0,13"),
        (Decimal("0.0025"), None, "0,0025"),
        (Decimal("-0.00254"), None, "−0,0025"),
        (Decimal("0.00000001"), None, "0"),
    ],
)
def test_number_is_written_the_indonesian_way(value: formats.Number, places: int | None, text: str) -> None:
    assert formats.number(value, places) == text


def test_what_was_typed_or_agreed_keeps_all_its_figures() -> None:
    assert formats.in_full(Decimal("92.5817")) == "92,5817"
    assert formats.in_full(Decimal("-1234.500000")) == "−1.234,5"
    assert formats.in_full(Decimal("2400")) == "2.400"
    assert formats.in_full(None) == "–"


@pytest.mark.parametrize("value", [None, "", "dua", float("nan"), float("inf"), True])
def test_what_is_no_number_is_a_dash_and_never_a_zero(value: object) -> None:
    assert formats.number(value) == "–"  # type: ignore[arg-type]
    assert formats.percent(value) == "–"  # type: ignore[arg-type]
    assert formats.rupiah(value) == "–"  # type: ignore[arg-type]


def test_percent_and_rupiah() -> None:
    assert formats.percent(87.5) == "87,5%"
    assert formats.percent(Decimal("87.456"), 1) == "87,5%"
    assert formats.rupiah(1250000) == "Rp1.250.000"
    assert formats.rupiah(Decimal("-63000.40")) == "−Rp63.000"


def test_a_day_is_written_out() -> None:
    assert formats.day(date(2026, 3, 3)) == "3 Maret 2026"
    assert formats.day(date(2026, 8, 17), short=True) == "17 Agu 2026"
    assert formats.day(date(2026, 8, 17), weekday=True) == "Senin, 17 Agustus 2026"
    assert formats.day(None) == "–"


def test_months_follow_the_language_and_numbers_do_not() -> None:
    with translation.override("en"):
        assert formats.day(date(2026, 3, 3)) == "3 March 2026"
        assert formats.number(1234.5) == "1.234,5"


def test_a_moment_near_midnight_utc_is_the_day_in_wib() -> None:
    assert formats.day(datetime.fromisoformat("2026-03-02T18:30:00+00:00")) == "3 Maret 2026"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=20), "baru saja"),
        (timedelta(minutes=5), "5 menit lalu"),
        (timedelta(hours=3), "hari ini 11.05 WIB"),
        (timedelta(days=1), "kemarin 14.05 WIB"),
        (timedelta(days=2), "1 Mar 2026 14.05 WIB"),
        (timedelta(hours=-3), "hari ini 17.05 WIB"),
        (timedelta(days=-1), "besok 14.05 WIB"),
        (timedelta(minutes=-5), "hari ini 14.10 WIB"),
    ],
)
def test_a_moment_is_told_from_now(before: timedelta, words: str) -> None:
    with clock.at(MOMENT):
        assert formats.relative(MOMENT - before) == words


def test_yesterday_is_by_the_calendar_and_not_by_24_hours() -> None:
    with clock.at(datetime(2026, 3, 3, 1, 0, tzinfo=clock.WIB)):
        assert formats.relative(datetime(2026, 3, 2, 23, 30, tzinfo=clock.WIB)) == "kemarin 23.30 WIB"


def test_the_exact_time_names_the_weekday() -> None:
    assert formats.exact(MOMENT) == "Selasa, 3 Maret 2026, 14.05 WIB"
