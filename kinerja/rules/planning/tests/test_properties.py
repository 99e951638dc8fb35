"""What holds for every target and every realisation."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import Consolidation, IndicatorFlaw, Polarity
from kinerja.rules.planning.achievement import Target, achievement, average, national_bands
from kinerja.rules.planning.cascade import covers_parent
from kinerja.rules.planning.consolidation import consolidate
from kinerja.rules.planning.indicator_quality import (
    ACTIVITY_VERBS,
    SUGGESTIONS,
    VAGUE_WORDS,
    IndicatorDraft,
    check,
)

ON = date(2026, 12, 31)
amounts = st.decimals(0, 100_000, places=2)
positive = st.decimals(Decimal("0.01"), 100_000, places=2)
polarities = st.sampled_from(Polarity)


@given(polarities, positive)
def test_reaching_the_target_exactly_is_one_hundred(polarity, target):
    assert achievement(polarity, Target.of(target), target).value == 100


@given(polarities, amounts, amounts, amounts)
def test_an_achievement_is_never_negative(polarity, one, other, realisation):
    value = achievement(polarity, Target.between(*sorted([one, other])), realisation).value

    assert value is None or value >= 0


@given(polarities, amounts, amounts, st.fractions(0, 1))
def test_anywhere_inside_a_range_is_one_hundred(polarity, one, other, place):
    low, high = sorted([one, other])
    inside = low + (high - low) * place.numerator / Decimal(place.denominator)

    if low < high and low <= inside <= high:
        assert achievement(polarity, Target.between(low, high), inside).value == 100


@given(positive, amounts, amounts)
def test_more_is_better_or_worse_as_the_polarity_says(target, one, other):
    low, high = sorted([one, other])

    def value(polarity, realisation):
        return achievement(polarity, Target.of(target), realisation).value

    assert value(Polarity.MAXIMIZE, low) <= value(Polarity.MAXIMIZE, high)
    assert value(Polarity.MINIMIZE, low) >= value(Polarity.MINIMIZE, high)
    assert value(Polarity.STABILIZE, high) <= 100


@given(st.lists(st.none() | amounts, max_size=6))
def test_an_average_lies_between_zero_and_the_cap(values):
    mean = average(values, on=ON).value

    assert (mean is None) == (not any(value is not None for value in values))
    assert mean is None or 0 <= mean <= 120


@given(st.lists(amounts, min_size=1, max_size=6), st.integers(0, 3))
def test_figures_that_were_not_reported_change_nothing(figures, silent):
    for kind in Consolidation:
        with_gaps = consolidate(kind, [*figures, *[None] * silent]).value
        assert with_gaps == consolidate(kind, figures).value


@given(st.lists(amounts, min_size=1, max_size=6))
def test_the_mean_lies_between_the_smallest_and_the_largest(figures):
    tiny = Decimal("1e-9")

    assert min(figures) - tiny <= consolidate(Consolidation.AVERAGE, figures).value <= max(figures) + tiny


@given(amounts, st.lists(amounts, max_size=6))
def test_a_target_divided_without_rest_is_covered(parent, children):
    assert covers_parent(sum(children, Decimal(0)), children).value
    assert covers_parent(parent, children).value == (sum(children, Decimal(0)) >= parent)


def test_a_range_the_wrong_way_round_is_refused():
    with pytest.raises(ValueError, match="lebih besar"):
        Target.between(90, 80)


def test_bands_fall_from_high_to_low():
    bounds = [bound for _band, bound in national_bands(on=ON)]

    assert bounds == sorted(bounds, reverse=True) == [91, 76, 66, 51]


def test_every_flaw_has_a_suggestion_that_names_the_indicator():
    assert set(SUGGESTIONS) == set(IndicatorFlaw)
    assert all("{name}" in sentence for sentence in SUGGESTIONS.values())


def test_an_empty_draft_is_a_list_of_what_is_missing_not_a_crash():
    found = check(IndicatorDraft(""))

    assert set(found.value) == {
        IndicatorFlaw.NO_TARGET,
        IndicatorFlaw.NO_UNIT,
        IndicatorFlaw.NO_POLARITY,
        IndicatorFlaw.NO_PERIOD,
        IndicatorFlaw.TOO_SHORT,
    }
    assert len(found.steps) == len(found.value)


@given(st.text(max_size=60))
def test_no_name_makes_the_check_fail_and_every_flaw_has_its_sentence(name):
    found = check(IndicatorDraft(name))

    assert len(found.sentences()) == len(found.value)


def test_the_word_lists_are_single_lower_case_words():
    assert all(word.isalpha() and word.islower() for word in ACTIVITY_VERBS | VAGUE_WORDS)
    assert not ACTIVITY_VERBS & VAGUE_WORDS
