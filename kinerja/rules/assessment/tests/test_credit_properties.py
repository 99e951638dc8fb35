"""What holds for all angka kredit and for the scale of the years before 2022."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.assessment import credit_points, legacy
from kinerja.rules.assessment.codes import CreditGoal, LegacyPredicate
from kinerja.rules.assessment.credit_points import CreditPeriod
from kinerja.rules.codes import Jenjang, Predicate
from kinerja.rules.planning.achievement import Target

ON = date(2026, 12, 31)
THEN = date(2021, 12, 31)
jenjangs, predicates, months = st.sampled_from(Jenjang), st.sampled_from(Predicate), st.integers(1, 12)
scale = st.decimals(0, 120, places=2)
percents = st.decimals(0, 200, places=2)
HEIGHT = list(LegacyPredicate)[::-1].index


def points(jenjang, predicate, count):
    return credit_points.conversion(jenjang, predicate, count, on=ON).value


@given(jenjangs, predicates, predicates, months)
def test_a_better_predikat_never_gives_less_credit(jenjang, one, other, count):
    low, high = sorted([one, other], key=lambda each: each.height)

    assert points(jenjang, low, count) <= points(jenjang, high, count)
    assert low is high or points(jenjang, low, count) < points(jenjang, high, count)


@given(jenjangs, predicates, st.integers(1, 11))
def test_one_month_more_gives_more(jenjang, predicate, count):
    assert points(jenjang, predicate, count) < points(jenjang, predicate, count + 1)


@given(jenjangs, predicates, months)
def test_the_points_are_within_half_a_hundredth_of_the_exact_share(jenjang, predicate, count):
    step = credit_points.conversion(jenjang, predicate, count, on=ON).steps[0].params
    exact = Fraction(step["percent"] * step["coefficient"] * count) / 1200

    assert -Fraction(5, 1000) <= exact - Fraction(points(jenjang, predicate, count)) < Fraction(5, 1000)
    assert points(jenjang, predicate, count).as_tuple().exponent == -2


@given(
    jenjangs, st.lists(st.tuples(predicates, months), min_size=1, max_size=8), st.decimals(0, 500, places=2)
)
def test_the_account_is_the_sum_of_its_periods_to_the_hundredth(jenjang, rows, opening):
    periods = [CreditPeriod(jenjang, predicate, count) for predicate, count in rows]
    account = credit_points.accumulate(periods, opening, on=ON).value

    assert account.total == opening + sum(account.periods)
    assert list(account.periods) == [points(jenjang, predicate, count) for predicate, count in rows]


@given(st.lists(st.tuples(jenjangs, predicates, months), min_size=1, max_size=8))
def test_only_the_periods_of_the_last_jenjang_count(rows):
    rows = sorted(rows, key=lambda row: list(Jenjang).index(row[0]))
    account = credit_points.accumulate([CreditPeriod(*row) for row in rows], on=ON).value

    assert account.jenjang is rows[-1][0]
    assert account.total == sum(points(*row) for row in rows if row[0] is account.jenjang)


@given(jenjangs, st.decimals(0, 500, places=2))
def test_what_is_missing_is_exactly_what_reaches(jenjang, credit):
    progress = credit_points.reached(jenjang, credit, CreditGoal.PANGKAT, on=ON).value

    assert progress.is_reached == (credit >= progress.needed)
    assert credit + progress.missing - progress.excess == progress.needed
    assert not (progress.missing and progress.excess)
    if progress.missing:
        assert credit_points.reached(
            jenjang, credit + progress.missing, CreditGoal.PANGKAT, on=ON
        ).value.is_reached


def test_every_jenjang_has_its_figures_and_only_two_have_nothing_above():
    for jenjang in Jenjang:
        needed = credit_points.reached(jenjang, Decimal(0), CreditGoal.PANGKAT, on=ON).value.needed
        assert credit_points.degree_bonus(jenjang, on=ON).value == needed / 4
        # four good years reach the credit of a rank: the figures of the regulation agree with each other
        assert points(jenjang, Predicate.BAIK, 12) * 4 == needed
    assert set(Jenjang) - set(credit_points._LEVEL) == {Jenjang.PENYELIA, Jenjang.AHLI_UTAMA}


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 900))
def test_full_months_are_counted_day_by_day(begins, length):
    ends = date.fromordinal(begins.toordinal() + length)
    days = {date.fromordinal(n) for n in range(begins.toordinal(), ends.toordinal() + 1)}
    whole = 0
    for number in range(begins.year * 12, ends.year * 12 + 12):
        first = date(number // 12, number % 12 + 1, 1)
        after = date((number + 1) // 12, (number + 1) % 12 + 1, 1)
        whole += {date.fromordinal(n) for n in range(first.toordinal(), after.toordinal())} <= days

    assert credit_points.full_months(begins, ends).value == whole


@given(scale, scale, st.booleans())
def test_a_higher_value_of_old_never_has_a_lower_word(one, other, has_new_idea):
    low, high = sorted([one, other])

    def word(value):
        return legacy.predicate(value, has_new_idea=has_new_idea, on=THEN).value

    assert HEIGHT(word(low)) <= HEIGHT(word(high))


@given(scale, scale, st.booleans())
def test_a_total_of_old_lies_between_its_parts(skp, behaviour, heard):
    total = legacy.total(skp, behaviour, has_peer_opinion=heard, on=THEN).value

    assert min(skp, behaviour) <= total <= max(skp, behaviour)


@given(percents, percents, st.booleans())
def test_a_higher_achievement_of_old_never_has_a_lower_value(one, other, is_maximum):
    low, high = sorted([one, other])

    def value(percent):
        return legacy.value(percent, is_maximum=is_maximum, on=THEN).value

    assert 0 <= value(low) <= value(high) <= 120


@given(st.decimals("0.01", 500, places=2), st.decimals(0, 500, places=2), st.decimals(0, 500, places=2))
def test_more_is_better_or_worse_as_the_old_formula_says(target, one, other):
    low, high = sorted([one, other])

    def reached(realisation, special):
        return legacy.achievement(Target.of(target), realisation, is_special=special, on=THEN).value

    assert reached(low, False) <= reached(high, False)
    assert reached(low, True) >= reached(high, True) >= 0
    assert reached(target, False) == reached(target, True) == 100
