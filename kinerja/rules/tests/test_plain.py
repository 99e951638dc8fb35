"""Values in plain words."""

import inspect
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import get_args, get_type_hints

import pytest

from kinerja.rules import catalogue, labels, plain
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Predicate, Rating, RhkKind
from kinerja.rules.identity.golongan import Golongan
from kinerja.rules.verdict import Verdict


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "tidak ada"),
        ((), "tidak ada"),
        (frozenset(), "tidak ada"),
        ("", "tidak ada"),
        ({}, "tidak ada"),
        (True, "ya"),
        (False, "tidak"),
        (Rating.DIATAS, "di atas ekspektasi"),
        (Decimal("1234.50"), "1.234,5"),
        (0, "0"),
        (Fraction(3, 8), "3/8"),
        (Fraction(11, 12), "11/12"),
        (Fraction(151, 45), "3,355556 (151/45)"),
        (Fraction(7, 13), "0,538462 (7/13)"),
        (date(2026, 3, 3), "3 Maret 2026"),
        (datetime(2026, 3, 3, 10, 5, tzinfo=UTC), "3 Maret 2026 10:05 UTC"),
        ((Decimal(1), None), "1; tidak ada"),
        (frozenset({date(2026, 1, 2), date(2026, 1, 1)}), "1 Januari 2026; 2 Januari 2026"),
        ({Predicate.BAIK: 3}, "Baik: 3"),
        ("apa adanya", "apa adanya"),
    ],
)
def test_a_value_is_one_line(value, said):
    assert plain.told(value) == said


def test_a_record_is_its_parts_with_their_labels():
    read = Golongan("III/d", "Penata Tingkat I", False, 12)

    assert plain.rows(read)[0] == ("Kode", "III/d")
    assert plain.told(read) == "Kode: III/d, Pangkat: Penata Tingkat I, Golongan PPPK: tidak, Urutan: 12"


def test_inside_a_record_what_was_not_given_is_left_out_and_how_sure_we_are_is_in_words():
    cite = Citation("PP 94/2021", "Pasal 14", None, standing=Standing.KNOWN)

    assert plain.told(cite).startswith("Peraturan: PP 94/2021, Pasal: Pasal 14, ")
    assert "tidak ada" not in plain.told(cite)
    assert Standing.KNOWN.label in plain.told(cite)
    assert plain.rows(cite)[2][1] == "tidak ada"


def test_a_value_without_parts_is_one_row_without_a_label():
    assert plain.rows(RhkKind.UTAMA) == [("", "Utama")]


def test_several_records_are_a_line_each_on_a_page():
    one = Golongan("III/d", "Penata Tingkat I", False, 12)

    assert plain.lines((one, one)) == [("", [plain.told(one)] * 2)]
    assert plain.lines(one)[0] == ("Kode", ["III/d"])
    assert plain.lines((1, 2)) == [("", ["1; 2"])]


def test_a_year_is_no_amount():
    assert plain.part("year", 2026) == "2026"
    assert plain.part("birth_year", 1990) == "1990"
    assert plain.part("people", 2026) == "2.026"


def test_a_reader_of_another_language_gets_his_own_words():
    assert plain.told(True, str.upper) == "YA"
    assert labels.label("work", translate=str.upper) == "RATING HASIL KERJA"


def test_a_name_that_means_something_else_elsewhere_has_two_labels():
    assert labels.label("unit", "check") == "Predikat unit"
    assert labels.label("unit", "pace") == "Satuan"


def test_a_name_without_a_label_is_still_readable():
    assert labels.label("some_new_name") == "Some new name"
    assert labels.question("x.y", "some_question") == "Some question"
    assert labels.room("some_room") == "Some room"


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_every_argument_part_and_question_of_a_rule_has_a_label(rule):
    missing = [
        f"{owner}.{name}"
        for function in rule.functions
        for owner, name in [*asked(function), *answered(function)]
        if f"{owner}.{name}" not in labels.LABELS and name not in labels.LABELS
    ]
    missing += [
        f"{rule.name}.{function.__name__}"
        for function in rule.functions
        if f"{rule.name}.{function.__name__}" not in labels.QUESTIONS
    ]

    assert missing == [], "write what people call it in kinerja/rules/labels.py"
    assert rule.room in labels.ROOMS


def asked(function):
    hints = get_type_hints(function)
    for name in inspect.signature(function).parameters:
        yield function.__name__, name
        yield from parts(hints[name])


def answered(function):
    return parts(get_type_hints(function)["return"])


def parts(hint):
    if is_dataclass(hint):
        hints = get_type_hints(hint) if hint is not Verdict else {}
        for each in fields(hint):
            if hint is not Verdict:
                yield hint.__name__, each.name
                yield from parts(hints[each.name])
    for inner in get_args(hint):
        yield from parts(inner)
