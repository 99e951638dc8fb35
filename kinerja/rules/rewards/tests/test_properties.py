"""What holds for every input of the rules of rewards."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import Predicate, PunishmentLevel
from kinerja.rules.discipline.codes import LegalStatus
from kinerja.rules.rewards import nine_box, nomination, rank_promotion, salary_rise, satyalancana
from kinerja.rules.rewards.codes import Potential, ServiceMedal

ON = date(2026, 11, 24)
days = st.dates(date(1990, 1, 1), ON)
predicates = st.sampled_from(Predicate)
punishments = st.lists(
    st.builds(satyalancana.DatedPunishment, st.sampled_from(PunishmentLevel), days), max_size=4
)


def rank(medal):
    return -1 if medal is None else list(ServiceMedal).index(medal)


@given(days, punishments, st.sampled_from(PunishmentLevel), days)
def test_one_punishment_more_never_brings_a_medal_closer(cpns, record, level, begins):
    before = satyalancana.service(cpns, on=ON, punishments=record).value
    after = satyalancana.service(
        cpns, on=ON, punishments=[*record, satyalancana.DatedPunishment(level, begins)]
    ).value

    assert after.counted_from >= before.counted_from
    assert rank(after.medal) <= rank(before.medal)


@given(days, punishments, st.integers(1, 4_000))
def test_without_anything_new_a_later_day_never_loses_a_medal(cpns, record, later):
    held = [each for each in record if each.begins <= ON]
    now = satyalancana.service(cpns, on=ON, punishments=held).value
    then = satyalancana.service(cpns, on=ON + timedelta(days=later), punishments=held).value

    assert rank(then.medal) >= rank(now.medal)


@given(days, punishments)
def test_the_medal_is_earned_before_the_day_and_the_next_one_after_it(cpns, record):
    found = satyalancana.service(cpns, on=ON, punishments=record).value

    assert found.since is None or found.counted_from < found.since <= ON
    assert found.next_day is None or found.next_day > ON
    assert found.medal is not None or found.next_medal is ServiceMedal.X


@given(days, st.lists(predicates, min_size=2, max_size=2), predicates, st.integers(0, 1))
def test_a_better_predicate_never_loses_a_promotion(since, pair, other, place):
    low, high = sorted([pair[place], other], key=lambda each: each.height)

    def tested(value):
        years = [value if place == at else each for at, each in enumerate(pair)]
        rows = [rank_promotion.YearPredicate(2024 + at, each) for at, each in enumerate(years)]
        return rank_promotion.regular(since, rows, on=ON).value

    assert tested(high).eligible >= tested(low).eligible
    assert tested(high).eligible == (not tested(high).gaps)


@given(st.dates(date(2025, 1, 1), date(2040, 12, 31)), st.integers(0, 400))
def test_rank_periods_come_in_the_order_of_the_days(day, later):
    first = rank_promotion.next_period(day).value
    second = rank_promotion.next_period(day + timedelta(days=later)).value

    assert day <= first <= second
    assert first.day == 1


@given(days, predicates, predicates)
def test_a_better_predicate_never_postpones_a_rise(last, one, other):
    low, high = sorted([one, other], key=lambda each: each.height)

    assert salary_rise.rise(last, high, on=ON).value.due >= salary_rise.rise(last, low, on=ON).value.due


def test_a_rise_without_predicate_waits_and_says_so():
    found = salary_rise.rise(date(2020, 1, 1), on=ON)

    assert not found.value.due
    assert [step.sentence() for step in found.warnings] == ["Predikat terakhir belum ada: KGB menunggu."]


@given(
    predicates,
    st.decimals(0, 100, places=2),
    st.decimals(0, 100, places=2),
    st.integers(0, 6),
    st.booleans(),
)
def test_only_who_is_clean_is_nominated(predicate, attendance, index, scorers, punished):
    for status in LegalStatus:
        found = nomination.nomination(
            predicate, status, attendance, index, scorers, on=ON, punished_this_year=punished
        ).value
        assert found.eligible == (not found.gaps)
        assert status is LegalStatus.BERSIH or not found.eligible


def test_every_pair_has_a_box_of_its_own_but_for_the_weak_predicates():
    found = {(p, q): nine_box.box(p, q, on=ON).value for p in Predicate for q in Potential}

    assert {each.box for each in found.values()} == set(range(1, 10))
    assert all(each.succession == (each.box >= 7) for each in found.values())
    for potential in Potential:
        weak = [Predicate.BUTUH_PERBAIKAN, Predicate.KURANG, Predicate.SANGAT_KURANG]
        assert len({found[each, potential] for each in weak}) == 1


@given(predicates, predicates, st.sampled_from(Potential))
def test_a_better_predicate_never_gives_a_lower_box(one, other, potential):
    low, high = sorted([one, other], key=lambda each: each.height)

    assert nine_box.box(high, potential, on=ON).value.box >= nine_box.box(low, potential, on=ON).value.box


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_a_higher_score_is_never_a_lower_potential(one, other):
    low, high = sorted([one, other])
    order = list(Potential).index

    assert order(nine_box.potential_of(high, on=ON).value) >= order(nine_box.potential_of(low, on=ON).value)
