"""What a person may type, and how a mistake is answered."""

from datetime import date, time
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError

from kinerja.tools.ui.forms import (
    DateInput,
    DecimalInput,
    IndonesianDateField,
    IndonesianDecimalField,
    IndonesianTimeField,
    KinerjaForm,
    parse_decimal,
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.234,56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1234.56", "1234.56"),
        ("12.5", "12.5"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("1.234.567", "1234567"),
        ("1.234.567,8", "1234567.8"),
        ("60", "60"),
        ("0,5", "0.5"),
        ("-3,5", "-3.5"),
        ("−3,5", "-3.5"),
        ("+7", "7"),
        (" 1 234,5 ", "1234.5"),
        ("1\u00a0234", "1234"),
        ("1,234", "1.234"),
        ("007", "7"),
    ],
)
def test_a_number_is_read_as_it_was_meant(typed: str, value: str) -> None:
    assert parse_decimal(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["1.234", "12.345", "999.000", "-1.234"])
def test_what_could_be_two_numbers_is_refused_with_both(typed: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        parse_decimal(typed)
    assert refusal.value.code == "ambiguous"
    assert "bila ribuan" in refusal.value.messages[0]
    assert typed.lstrip("-").replace(".", "") in refusal.value.messages[0]


@pytest.mark.parametrize(
    "typed",
    [
        "dua",
        "1,2,3",
        "1.23.456",
        "1.2345,6",
        ",",
        ".",
        "5.",
        ".5",
        "1e5",
        "--3",
        "+-3",
        "NaN",
        "Infinity",
        "12 orang",
        "٣",
        "1/2",
    ],
)
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        parse_decimal(typed)
    assert refusal.value.code == "invalid"
    assert "1.234,56" in refusal.value.messages[0]


class Report(KinerjaForm):
    """A form with one of each."""

    activity = forms.CharField(max_length=10, min_length=3)
    amount = IndonesianDecimalField(min_value=1, max_value=100, decimal_places=2, max_digits=6)
    day = IndonesianDateField()
    kind = forms.ChoiceField(choices=[("a", "A")])
    mail = forms.EmailField()
    count = forms.IntegerField()
    own = forms.CharField(error_messages={"required": "Tulis sendiri."})


GOOD = {
    "activity": "Imunisasi",
    "amount": "12,5",
    "day": "2026-03-03",
    "kind": "a",
    "mail": "a@b.go.id",
    "count": "3",
    "own": "x",
}


def mistake(**typed: str) -> str:
    """The one sentence about the one wrong field."""
    form = Report(GOOD | typed)
    assert not form.is_valid()
    (sentences,) = form.errors.values()
    return " ".join(sentences)


def test_good_input_is_taken() -> None:
    form = Report(GOOD)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["amount"] == Decimal("12.5")
    assert form.cleaned_data["day"] == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"activity": ""}, "masih kosong"),
        ({"activity": "x" * 11}, "11 huruf, paling banyak 10"),
        ({"activity": "ab"}, "2 huruf, paling sedikit 3"),
        ({"activity": "a\x00bc"}, "tidak dapat disimpan"),
        ({"amount": "101"}, "paling banyak 100"),
        ({"amount": "0,5"}, "paling sedikit 1"),
        ({"amount": "1,234"}, "paling banyak 2. Bulatkan"),
        ({"amount": "1.500"}, "bila ribuan"),
        ({"day": "31-02-2026"}, "tidak ada di kalender"),
        ({"day": "0026-03-03"}, "tidak ada di kalender"),
        ({"kind": "b"}, "Pilih dari daftar"),
        ({"mail": "budi"}, "nama@instansi.go.id"),
        ({"count": "2,5"}, "bilangan bulat"),
        ({"own": ""}, "Tulis sendiri."),
    ],
)
def test_a_mistake_is_answered_with_what_and_what_to_do(typed: dict[str, str], words: str) -> None:
    assert words in mistake(**typed)


def test_no_field_answers_in_english() -> None:
    form = Report({})
    english = {"this", "field", "required", "ensure", "enter", "valid", "value"}
    for sentences in form.errors.values():
        assert not english & set(" ".join(sentences).lower().replace(".", "").split())


@pytest.mark.parametrize("typed", ["2026-03-03", "03-03-2026", "3/3/2026", "3.3.2026", " 03-03-2026 "])
def test_a_day_may_be_picked_or_typed(typed: str) -> None:
    assert IndonesianDateField().clean(typed) == date(2026, 3, 3)


def test_the_day_comes_before_the_month() -> None:
    assert IndonesianDateField().clean("04-05-2026") == date(2026, 5, 4)


@pytest.mark.parametrize("typed", ["13-13-2026", "kemarin", "2026", "3 Maret", "1-1-1899", "29-02-2026"])
def test_a_day_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="03-03-2026"):
        IndonesianDateField().clean(typed)


def test_the_decimal_box_shows_a_number_as_it_is_typed() -> None:
    widget = DecimalInput()
    assert widget.format_value(Decimal("1234.50")) == "1234,5"
    assert widget.format_value(Decimal("-3.5")) == "-3,5"
    assert widget.format_value("1.2.3") == "1.2.3"
    assert widget.format_value(None) is None
    assert 'inputmode="decimal"' in widget.render("n", None)


def test_what_the_decimal_box_shows_is_read_back_the_same() -> None:
    for value in (Decimal("1234.5"), Decimal("0.125"), Decimal("-99999"), Decimal("1234")):
        assert parse_decimal(DecimalInput().format_value(value) or "") == value


def test_the_decimal_field_knows_whether_it_changed() -> None:
    field = IndonesianDecimalField()
    assert not field.has_changed(Decimal("1234.5"), "1.234,5")
    assert field.has_changed(Decimal("1234.5"), "1.234,6")
    assert field.has_changed(Decimal("1234"), "1.234")


def test_the_picker_turns_into_a_text_box_for_what_is_no_date() -> None:
    assert 'type="date"' in DateInput().render("d", date(2026, 3, 3))
    assert 'value="2026-03-03"' in DateInput().render("d", date(2026, 3, 3))
    kept = DateInput().render("d", "31-02-2026")
    assert 'type="text"' in kept
    assert 'value="31-02-2026"' in kept


@pytest.mark.parametrize("typed", ["14:05", "14.05", "14:05:00"])
def test_an_hour_may_be_picked_or_typed(typed: str) -> None:
    assert IndonesianTimeField().clean(typed) == time(14, 5)


@pytest.mark.parametrize("typed", ["25:00", "14.60", "pagi", "14"])
def test_an_hour_that_is_none_is_refused(typed: str) -> None:
    class Duty(KinerjaForm):
        start = IndonesianTimeField()

    assert "14.05" in Duty({"start": typed}).errors["start"][0]


def test_an_empty_optional_number_is_nothing() -> None:
    assert IndonesianDecimalField(required=False).clean("") is None
