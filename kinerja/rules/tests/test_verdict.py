"""A verdict can be kept, read again and told in another language."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules import stored
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import Predicate, Rating
from kinerja.rules.planning.achievement import Target
from kinerja.rules.verdict import Level, Step, Verdict

LAW = Citation("PermenPANRB 6/2022", "Pasal 24", date(2022, 1, 1), None, Standing.SOURCE, ("S4",), "1")
OTHER = design("3")

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.fractions()
    | st.dates()
    | st.sampled_from(Predicate)
)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=5)


@given(values)
def test_every_value_comes_back_as_it_was(value):
    again = stored.unpack(json.loads(json.dumps(stored.pack(value))))

    assert again == value
    assert type(again) is type(value)


def test_a_record_comes_back_as_it_was():
    target = Target.between(80, Decimal("90.5"))

    assert stored.unpack(json.loads(json.dumps(stored.pack(target)))) == target


def test_a_whole_verdict_comes_back_as_it_was():
    step = Step(
        "{a} dan {b}", {"a": Rating.DIATAS, "b": Fraction(1, 3)}, (LAW,), Decimal("1.50"), Level.WARNING
    )
    verdict = Verdict(Predicate.BAIK, (step,), (LAW, OTHER))

    again = Verdict.from_json(json.loads(json.dumps(verdict.to_json())))

    assert again == verdict
    assert str(again.steps[0].amount) == "1.50"


@pytest.mark.parametrize("value", [1.5, {1, 2}, object()], ids=["float", "set", "object"])
def test_what_would_not_come_back_is_refused(value):
    with pytest.raises(TypeError, match="cannot be stored"):
        stored.pack(value)


def test_an_unknown_record_says_its_name():
    with pytest.raises(stored.UnknownRecord, match="Gone"):
        stored.unpack({"record": "Gone", "fields": {}})
    with pytest.raises(stored.UnknownRecord, match="nothing"):
        stored.unpack({"nothing": 1})


def test_two_records_cannot_share_a_name():
    @dataclass(frozen=True)
    class Target:
        low: int

    with pytest.raises(TypeError, match="two records are called Target"):
        stored.record(Target)
    assert stored.unpack(stored.pack(stored_target())).low == 1


def stored_target():
    return Target.of(1)


def test_warnings_and_errors_are_told_apart():
    note, warning, error = (Step(level, level=Level(level)) for level in ("note", "warning", "error"))
    verdict = Verdict(None, (note, warning, error))

    assert verdict.warnings == (warning,)
    assert verdict.errors == (error,)


def test_every_citation_is_listed_once_in_the_order_of_the_reasoning():
    verdict = Verdict(1, (Step("a", cites=(OTHER, LAW)), Step("b", cites=(OTHER,))), (LAW,))

    assert verdict.all_cites == (LAW, OTHER)


def test_a_sentence_is_told_in_the_readers_language():
    english = {"Hasil kerja {work}.": "Work: {work}.", "di atas ekspektasi": "above expectation"}
    verdict = Verdict(1, (Step("Hasil kerja {work}.", {"work": Rating.DIATAS}),))

    assert verdict.sentences() == ["Hasil kerja di atas ekspektasi."]
    assert verdict.sentences(lambda text: english.get(text, text)) == ["Work: above expectation."]


def test_braces_that_a_person_typed_stay_as_they_are():
    assert Step("RHK “{rhk}”.", {"rhk": "{rhk} {0.__class__}"}).sentence() == "RHK “{rhk} {0.__class__}”."


def test_a_citation_holds_on_its_first_and_its_last_day():
    cite = Citation("Aturan", in_force_from=date(2022, 2, 1), in_force_until=date(2023, 1, 31))
    days = [date(2022, 1, 31), date(2022, 2, 1), date(2023, 1, 31), date(2023, 2, 1)]

    assert [cite.is_in_force(day) for day in days] == [False, True, True, False]
    assert Citation("Aturan").is_in_force(date(1900, 1, 1))


def test_a_citation_reads_as_one_would_say_it():
    assert str(LAW) == "PermenPANRB 6/2022 Pasal 24"
    assert str(Citation("PP 30/2019")) == "PP 30/2019"
    assert Standing.UNSURE.label == "belum diverifikasi"
    assert all(standing.label for standing in Standing)


@given(
    st.builds(
        Citation,
        st.text(min_size=1),
        st.text(),
        st.none() | st.dates(),
        st.none() | st.dates(),
        st.sampled_from(Standing),
        st.lists(st.text(), max_size=3).map(tuple),
        st.text(),
    )
)
def test_a_citation_comes_back_as_it_was(cite):
    assert Citation.from_json(json.loads(json.dumps(cite.to_json()))) == cite
