"""What holds for every input of the assessment rules."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.assessment import (
    areas_to_improve,
    berakhlak,
    distribution,
    nearest_change,
    objection,
    order,
    organisation_predicate,
    quadrant,
    suggestion,
)
from kinerja.rules.citation import Standing
from kinerja.rules.codes import (
    Behaviour,
    ObjectionTiming,
    OrganisationPredicate,
    Predicate,
    Rating,
    RhkKind,
)

ON = date(2026, 12, 31)
ratings = st.sampled_from(Rating)
counts = st.fixed_dictionaries({code: st.integers(0, 40) for code in Predicate})
days = st.dates(date(2022, 1, 1), date(2040, 12, 31))
rated = st.builds(
    nearest_change.RatedRhk,
    st.text("abc", min_size=1, max_size=3),
    ratings,
    st.sampled_from(RhkKind),
)


def test_the_quadrant_has_an_answer_for_every_pair_of_ratings():
    assert set(quadrant.TABLE) == {(work, behaviour) for work in Rating for behaviour in Rating}


@given(ratings, ratings, ratings)
def test_a_higher_behaviour_never_lowers_the_predicate(work, behaviour, other):
    low, high = sorted([behaviour, other], key=lambda rating: rating.height)

    assert quadrant.TABLE[work, low].height <= quadrant.TABLE[work, high].height


@given(ratings)
def test_below_in_behaviour_is_never_better_than_kurang(work):
    assert quadrant.TABLE[work, Rating.DIBAWAH].height <= Predicate.KURANG.height


@given(ratings, ratings)
def test_the_nearest_change_applied_gives_the_stated_predicate(work, behaviour):
    now = quadrant.predicate(work, behaviour).value

    for change in nearest_change.nearest_change(work, behaviour).value:
        assert quadrant.predicate(change.work, change.behaviour).value is change.predicate
        assert change.predicate.height > now.height
        assert change.work.height >= work.height
        assert change.behaviour.height >= behaviour.height


@given(ratings, ratings)
def test_no_shorter_change_than_the_nearest_gives_a_better_predicate(work, behaviour):
    def length(to, toward):
        return to.height - work.height + toward.height - behaviour.height

    now = quadrant.TABLE[work, behaviour]
    named = nearest_change.nearest_change(work, behaviour).value
    shortest = min((length(change.work, change.behaviour) for change in named), default=9)

    for (to, toward), gained in quadrant.TABLE.items():
        is_upward = to.height >= work.height and toward.height >= behaviour.height
        if is_upward and length(to, toward) < shortest:
            assert gained.height <= now.height


@given(ratings, ratings)
def test_the_nearest_change_never_speaks_in_percentages(work, behaviour):
    assert all("%" not in told for told in nearest_change.nearest_change(work, behaviour).sentences())


@given(st.lists(rated, max_size=8))
def test_only_main_rhk_hold_the_suggestion_down(results):
    main = {result.statement for result in results if result.kind is RhkKind.UTAMA}

    assert set(nearest_change.held_down(results, on=ON).value) <= main


@given(st.lists(rated, min_size=1, max_size=8))
def test_raising_what_held_the_suggestion_down_never_lowers_it(results):
    main = [result for result in results if result.kind is RhkKind.UTAMA]
    before = suggestion.work_rating([result.rating for result in main], on=ON).value
    held = set(nearest_change.held_down(results, on=ON).value)

    after = suggestion.work_rating(
        [Rating.DIATAS if result.statement in held else result.rating for result in main], on=ON
    ).value

    if before is not None:
        assert after.height >= before.height


@given(st.lists(ratings, min_size=1, max_size=12))
def test_one_result_below_forbids_the_suggestion_above(many):
    assert suggestion.work_rating([*many, Rating.DIBAWAH], on=ON).value is not Rating.DIATAS


@given(st.lists(ratings, max_size=12), st.randoms())
def test_the_order_of_results_does_not_matter(many, random):
    shuffled = random.sample(many, len(many))

    assert suggestion.work_rating(many, on=ON).value == suggestion.work_rating(shuffled, on=ON).value


@given(st.sampled_from(OrganisationPredicate), counts, st.integers(2, 6))
def test_the_pattern_of_shares_is_the_same_in_a_unit_many_times_as_large(unit, people, times):
    if unit is OrganisationPredicate.BAIK or sum(people.values()) < 5:
        return
    larger = {code: count * times for code, count in people.items()}

    assert (
        distribution.check(unit, people, on=ON).value.fits
        == distribution.check(unit, larger, on=ON).value.fits
    )


@given(st.sampled_from(OrganisationPredicate), counts)
def test_a_small_unit_is_never_asked_for_a_reason(unit, people):
    curve = distribution.check(unit, people, on=ON)

    if sum(people.values()) < 5:
        assert not curve.value.needs_reason
        assert not curve.warnings


@given(st.sampled_from(OrganisationPredicate), counts)
def test_whoever_must_give_a_reason_is_told_why(unit, people):
    curve = distribution.check(unit, people, on=ON)

    assert curve.value.needs_reason == bool(curve.warnings)


@given(counts)
def test_seventy_percent_is_the_most_in_a_special_unit(people):
    share = Fraction(people[Predicate.SANGAT_BAIK], sum(people.values()) or 1)

    if share > Fraction(7, 10):
        assert not distribution.check(OrganisationPredicate.ISTIMEWA, people, on=ON).value.fits


def test_a_negative_number_of_people_is_refused():
    with pytest.raises(ValueError, match="negatif"):
        distribution.check(OrganisationPredicate.BAIK, {Predicate.BAIK: -1}, on=ON)


@given(days, st.integers(0, 60))
def test_an_objection_is_late_exactly_after_the_deadline(received, later):
    filed = received + timedelta(days=later)
    in_time = objection.timing(received, filed).value is ObjectionTiming.TEPAT_WAKTU

    assert in_time == (filed <= objection.filing_deadline(received).value)


def test_an_objection_before_the_result_is_refused():
    with pytest.raises(ValueError, match="sebelum hasil diterima"):
        objection.timing(date(2026, 2, 2), date(2026, 2, 1))


def test_counting_in_calendar_days_is_said_to_be_unverified():
    cites = objection.filing_deadline(date(2026, 2, 2)).all_cites

    assert Standing.UNSURE in {cite.standing for cite in cites}


def test_every_organisation_predicate_has_a_criterion_and_a_rating_for_its_leader():
    for predicate in OrganisationPredicate:
        assert organisation_predicate.criterion(predicate).predicate is predicate
        assert organisation_predicate.criterion(predicate).sentence
        assert organisation_predicate.leader_rating(predicate).value in Rating


def test_the_wording_in_the_middle_is_said_to_be_unverified():
    middle = organisation_predicate.CRITERIA[1:4]

    assert {criterion.cite.standing for criterion in middle} == {Standing.UNSURE}


@given(st.decimals(0, 200, places=2), st.decimals(0, 200, places=2))
def test_a_higher_average_never_suggests_a_lower_unit_predicate(one, other):
    low, high = sorted([one, other])
    order_of = list(OrganisationPredicate).index

    assert order_of(organisation_predicate.suggestion(high, on=ON).value) <= order_of(
        organisation_predicate.suggestion(low, on=ON).value
    )


def test_berakhlak_has_seven_values_and_twenty_one_guides():
    assert [value.code for value in berakhlak.VALUES] == list(Behaviour)
    assert len({guide for value in berakhlak.VALUES for guide in value.guides}) == 21


def test_two_values_of_berakhlak_were_confirmed_by_a_page():
    confirmed = {value.code for value in berakhlak.VALUES if value.cite.standing is Standing.SOURCE}

    assert confirmed == {Behaviour.BP, Behaviour.AK}
    assert berakhlak.value_of(Behaviour.BP).label == "Berorientasi Pelayanan"


@given(st.lists(st.sampled_from(Behaviour), unique=True))
def test_every_weak_behaviour_has_its_own_next_step(weak):
    facts = [areas_to_improve.BehaviourFact(value, Rating.DIBAWAH) for value in weak]
    found = areas_to_improve.areas([], facts, on=ON)

    assert [area.subject for area in found.value] == [value.value for value in weak]
    if weak:
        assert len(set(found.sentences())) == len(weak)


def test_the_refusal_to_fix_too_early_says_who_must_act():
    refused = order.may_fix_employee_predicates("Puskesmas Contoh 01", None)

    assert "Minta pimpinan di atasnya" in refused.errors[0].sentence()
