"""What holds for every input of the rules of development."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import Education, PositionKind, Predicate, StaffKind
from kinerja.rules.development import (
    development_plan,
    job_person_match,
    learning_hours,
    learning_mix,
    professionality,
)
from kinerja.rules.development.codes import IpAsnBand, LearningForm, MatchBand, PunishmentRecord

ON = date(2026, 11, 24)
#: low to high; the text names no points for a professional degree
LEARNED = [each for each in Education if each is not Education.PROFESI]
persons = st.fixed_dictionaries({
    "position": st.sampled_from(PositionKind), "education": st.sampled_from(LEARNED),
    "predicate": st.sampled_from(Predicate), "punishment": st.sampled_from(PunishmentRecord),
    "role_training": st.booleans(), "technical_hours": st.integers(0, 40), "seminar": st.booleans(),
})  # fmt: skip


def index(person, **changed):
    return professionality.index(**{**person, **changed}, on=ON).value


def rank(band):
    return -list(type(band)).index(band)


@given(persons, st.sampled_from(Predicate))
def test_a_better_predicate_never_lowers_the_index(person, other):
    low, high = sorted([person["predicate"], other], key=lambda each: each.height)

    assert index(person, predicate=high).total >= index(person, predicate=low).total
    assert rank(index(person, predicate=high).band) >= rank(index(person, predicate=low).band)


@given(persons, st.integers(0, 40))
def test_more_training_never_lowers_the_index(person, more):
    hours = person["technical_hours"] + more

    assert index(person, technical_hours=hours).total >= index(person).total
    assert index(person, seminar=True).total >= index(person, seminar=False).total
    assert index(person, role_training=True).total >= index(person, role_training=False).total


@given(persons)
def test_a_heavier_punishment_and_a_lower_education_never_raise_it(person):
    by_punishment = [index(person, punishment=each).total for each in PunishmentRecord]
    by_education = [index(person, education=each).total for each in reversed(LEARNED)]

    assert by_punishment == sorted(by_punishment, reverse=True)
    assert by_education == sorted(by_education, reverse=True)


@given(persons)
def test_the_dimensions_add_up_to_the_index_and_stay_within_their_weights(person):
    found = index(person)

    assert found.qualification + found.competence + found.performance + found.discipline == found.total
    assert found.qualification <= 25
    assert found.competence <= 40
    assert found.performance <= 30
    assert found.discipline <= 5


@given(persons)
def test_the_nearest_changes_give_the_next_category_and_no_smaller_set_does(person):
    now = index(person)
    changes = professionality.nearest(**person, on=ON).value

    assert now.band is not IpAsnBand.SANGAT_TINGGI or changes == ()
    assert len({len(change.inputs) for change in changes}) <= 1
    for change in changes:
        assert index(person, **change.inputs) == change.value
        assert rank(change.value.band) > rank(now.band)
        for left_out in change.inputs:
            fewer = {name: value for name, value in change.inputs.items() if name != left_out}
            assert rank(index(person, **fewer).band) <= rank(now.band)


def test_the_nearest_change_names_each_single_way_there_is():
    found = professionality.nearest(
        position=PositionKind.FUNGSIONAL, education=Education.S1, predicate=Predicate.BAIK,
        punishment=PunishmentRecord.TIDAK_ADA, on=ON,
        technical_hours=20, role_training=True,
    )  # fmt: skip

    assert [set(change.inputs) for change in found.value] == [{"seminar"}, {"education"}]
    assert found.value[1].inputs["education"] is Education.S3
    assert found.sentences() == [
        "Dengan seminar atau sejenisnya, IP ASN menjadi 85: Tinggi.",
        "Dengan pendidikan yang lebih tinggi, IP ASN menjadi 85: Tinggi.",
    ]


def test_at_the_top_nothing_is_left_to_raise():
    top = professionality.nearest(
        position=PositionKind.FUNGSIONAL, education=Education.S3, predicate=Predicate.SANGAT_BAIK,
        punishment=PunishmentRecord.BERAT, on=ON,
        technical_hours=20, role_training=True, seminar=True,
    )  # fmt: skip

    assert top.value == ()
    assert top.sentences() == ["Sangat Tinggi adalah kategori tertinggi."]


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_a_higher_number_is_never_a_lower_category(one, other):
    low, high = sorted([one, other])

    assert rank(professionality.band(high, on=ON).value) >= rank(professionality.band(low, on=ON).value)


@given(st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=10))
def test_an_agency_lies_between_its_lowest_and_its_highest(totals):
    assert min(totals) <= professionality.agency(totals, on=ON).value <= max(totals)


competences = st.lists(
    st.builds(job_person_match.Competence, st.text("abc", max_size=2), st.integers(1, 5), st.integers(0, 5)),
    min_size=1,
    max_size=9,
)


@given(competences, st.integers(0, 8))
def test_one_level_more_never_lowers_the_match(many, place):
    at = place % len(many)
    one = many[at]
    raised = [*many]
    raised[at] = job_person_match.Competence(one.name, one.required, min(5, one.held + 1))
    before, after = (job_person_match.match(each, on=ON).value for each in (many, raised))

    assert after.jpm >= before.jpm
    assert rank(after.band) >= rank(before.band)
    assert sum(gap.gap for gap in after.gaps) <= sum(gap.gap for gap in before.gaps)


@given(competences)
def test_a_full_match_has_no_gap(many):
    found = job_person_match.match(many, on=ON).value

    assert (found.jpm == 100) == (not found.gaps)
    assert found.jpm < 100 or found.band is MatchBand.MEMENUHI


@given(st.sampled_from(StaffKind), st.integers(0, 100), st.integers(0, 100))
def test_more_hours_are_never_shorter_and_fewer_never_over(staff, one, other):
    low, high = sorted([one, other])
    few, many = (learning_hours.check(staff, each, on=ON).value for each in (low, high))

    assert many.short <= few.short
    assert few.over <= many.over
    assert not (many.short and many.over)


@given(st.sampled_from(LearningForm), st.integers(0, 60), st.integers(1, 5), st.integers(1, 5))
def test_hours_are_never_negative_and_grow_with_the_days(form, hours, days, sessions):
    def given_by(count):
        each = learning_hours.LearningRecord(form, date(2026, 3, 2), date(2026, 3, 8), hours, count, sessions)
        return learning_hours.conversion(each, on=ON).value

    assert 0 <= given_by(days) <= given_by(days + 1)


@given(st.integers(0, 100), st.integers(0, 100), st.integers(1, 100))
def test_the_shares_of_learning_add_up_to_one(in_class, others, work):
    found = learning_mix.mix(in_class, others, work, on=ON).value

    assert found.in_class + found.from_others + found.at_work == 1


@given(st.lists(st.builds(development_plan.PlanItem, st.text("abc"), st.integers(0, 5), st.integers(1, 5))))
def test_the_plan_keeps_every_item_in_order_of_priority(items):
    found = development_plan.ranked(items).value

    assert sorted(each.subject for each in found) == sorted(each.subject for each in items)
    assert [each.priority for each in found] == sorted((each.priority for each in found), reverse=True)


def test_points_of_a_pelaksana_are_exact():
    found = professionality.index(
        PositionKind.PELAKSANA, Education.SD, Predicate.KURANG, PunishmentRecord.BERAT, on=ON,
        technical_hours=20,
    ).value  # fmt: skip

    assert found.total == Decimal("29.5")
