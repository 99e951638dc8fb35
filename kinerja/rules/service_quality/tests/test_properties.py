"""What holds for every input of the rules of service quality."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.service_quality import (
    complaints,
    health_services,
    puskesmas,
    satisfaction,
    survey_sample,
)
from kinerja.rules.service_quality.codes import (
    ComplaintKind,
    ComplaintTiming,
    HealthService,
    ServiceGrade,
    SurveyWeight,
)

ON = date(2026, 11, 24)
answers = st.lists(st.tuples(*[st.integers(1, 4)] * 9), min_size=1, max_size=6)
days = st.dates(date(2018, 1, 1), date(2040, 12, 31))
weights = st.sampled_from(SurveyWeight)


def rank(code):
    return -list(type(code)).index(code)


@given(answers, st.integers(0, 50), st.integers(0, 8), weights)
def test_a_higher_answer_never_lowers_the_index(rows, who, element, weight):
    at = who % len(rows)
    raised = [*rows]
    raised[at] = tuple(min(4, each + (place == element)) for place, each in enumerate(rows[at]))
    before, after = (satisfaction.from_answers(each, on=ON, weight=weight).value for each in (rows, raised))

    assert after.ikm >= before.ikm
    assert after.converted >= before.converted
    assert rank(after.grade) >= rank(before.grade)


@given(answers)
def test_the_exact_weight_stays_on_the_scale_and_is_never_below_the_printed_one(rows):
    exact = satisfaction.from_answers(rows, on=ON).value
    printed = satisfaction.from_answers(rows, on=ON, weight=SurveyWeight.CETAK).value

    assert 1 <= exact.ikm <= 4
    assert 25 <= exact.converted <= 100
    assert printed.ikm == exact.ikm * 99 / 100


def test_the_worst_and_the_best_answers_have_the_worst_and_the_best_grade():
    assert satisfaction.from_answers([(1,) * 9], on=ON).value.grade is ServiceGrade.D
    assert satisfaction.from_answers([(4,) * 9], on=ON).value.grade is ServiceGrade.A


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_more_people_never_need_fewer_answers_and_never_more_than_there_are(people, more):
    small, large = (survey_sample.sample(each, on=ON).value for each in (people, people + more))

    assert 1 <= small <= people
    assert small <= large <= 384


@given(
    st.sampled_from(ComplaintKind),
    days,
    st.frozensets(days, max_size=5),
    st.integers(0, 60),
    st.booleans(),
)
def test_a_later_complaint_is_never_due_earlier(kind, received, free, later, six):
    first = complaints.clock(kind, received, free_days=free, six_days=six).value
    second = complaints.clock(kind, received + timedelta(days=later), free_days=free, six_days=six).value

    assert second.closed >= first.closed
    assert second.first_response >= first.first_response
    assert received < first.first_response <= first.closed


@given(st.sampled_from(ComplaintKind), days, st.frozensets(days, max_size=5), days)
def test_a_free_day_more_never_makes_it_earlier(kind, received, free, day):
    before = complaints.clock(kind, received, free_days=free).value
    after = complaints.clock(kind, received, free_days=free | {day}).value

    assert after.closed >= before.closed


@given(st.sampled_from(ComplaintKind), days)
def test_on_the_last_day_it_is_on_time_and_late_on_the_next(kind, received):
    last = complaints.clock(kind, received).value.closed

    def on(day):
        return complaints.timing(kind, received, on=day).value

    assert on(last) is ComplaintTiming.BERJALAN
    assert on(last + timedelta(days=1)) is ComplaintTiming.TERLAMBAT


@given(st.sampled_from(HealthService), st.integers(1, 2_000), st.integers(0, 2_000), st.integers(0, 50))
def test_more_people_served_are_never_a_lower_band(service, target, served, more):
    few, many = (
        health_services.coverage(service, target, each, on=ON).value for each in (served, served + more)
    )

    assert many.percent >= few.percent
    assert rank(many.band) >= rank(few.band)


def test_there_are_twelve_services_and_two_of_the_province():
    assert len(HealthService) == 14
    assert sum("provinsi" in each.label for each in HealthService) == 2


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 50))
def test_more_contacts_never_miss_the_target_that_fewer_met(contacts, members, more):
    few, many = (puskesmas.contact_rate(each, members, on=ON).value for each in (contacts, contacts + more))

    assert many.met >= few.met


@given(st.integers(0, 100), st.integers(0, 100))
def test_more_needless_referrals_never_meet_what_fewer_missed(one, other):
    low, high = sorted([one, other])

    assert (
        puskesmas.referral_ratio(low, 100, on=ON).value.met
        >= puskesmas.referral_ratio(high, 100, on=ON).value.met
    )
    assert (
        puskesmas.prolanis_ratio(high, 100, on=ON).value.met
        >= puskesmas.prolanis_ratio(low, 100, on=ON).value.met
    )


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_a_higher_score_is_never_a_lower_grade(one, other):
    low, high = sorted([one, other])

    assert rank(puskesmas.grade(high, on=ON).value) >= rank(puskesmas.grade(low, on=ON).value)
    assert rank(satisfaction.grade(high, on=ON).value) >= rank(satisfaction.grade(low, on=ON).value)
