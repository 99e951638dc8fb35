"""What holds for every day and every figure."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import Consolidation, PaceState, PeriodKind, Polarity
from kinerja.rules.monitoring.codes import DeviationCause, DeviationState
from kinerja.rules.monitoring.deviation import deviation
from kinerja.rules.monitoring.forecast import forecast
from kinerja.rules.monitoring.pace import expected, pace
from kinerja.rules.monitoring.series import Observed
from kinerja.rules.monitoring.share import linear, seasonal
from kinerja.rules.periods import month, quarter, year
from kinerja.rules.planning.achievement import Target

ON = date(2026, 9, 1)
amounts = st.decimals(0, 10_000, places=1)
targets = st.tuples(amounts, amounts).map(lambda pair: Target.between(*sorted(pair)))
shares = st.fractions(0, 1, max_denominator=300)
days = st.dates(date(2025, 12, 1), date(2027, 1, 31))
polarities, consolidations = st.sampled_from(Polarity), st.sampled_from(Consolidation)


def judged(polarity, consolidation, target, achieved, share, baseline=None):
    return pace(
        polarity=polarity,
        consolidation=consolidation,
        target=target,
        achieved=achieved,
        share=share,
        on=ON,
        baseline=baseline,
    )


@given(polarities, consolidations, targets, st.none() | amounts, shares, st.none() | amounts)
def test_every_situation_has_a_state_and_a_phrase(polarity, consolidation, target, achieved, share, baseline):
    verdict = judged(polarity, consolidation, target, achieved, share, baseline)

    assert verdict.value.state in PaceState
    assert all(verdict.sentences())
    assert "None" not in " ".join(verdict.sentences())


@given(polarities, consolidations, targets, amounts)
def test_nothing_is_late_before_it_begins(polarity, consolidation, target, achieved):
    assert judged(polarity, consolidation, target, achieved, Fraction(0)).value.state is PaceState.BELUM_MULAI


@given(polarities, consolidations, targets, shares)
def test_without_a_report_there_is_no_forecast(polarity, consolidation, target, share):
    silent = judged(polarity, consolidation, target, None, share).value

    assert silent.projected is silent.ratio is None
    assert silent.state in (PaceState.BELUM_MULAI, PaceState.BELUM_ADA_LAPORAN)


@given(polarities, consolidations, targets, shares, st.none() | amounts)
def test_who_does_exactly_what_is_due_is_on_track(polarity, consolidation, target, share, baseline):
    due = expected(polarity, consolidation, target, share, baseline)

    if share and due.high <= target.high:
        reached = judged(polarity, consolidation, target, due.low, share, baseline).value
        assert reached.state is PaceState.SESUAI_JALUR


@given(polarities, targets)
def test_at_the_end_the_whole_target_is_due(polarity, target):
    for consolidation in Consolidation:
        assert expected(polarity, consolidation, target, Fraction(1), Decimal(3)) == target


@given(targets, shares, shares)
def test_what_is_due_never_shrinks_as_the_days_go_by(target, one, other):
    early, late = sorted([one, other])

    def due(share):
        return expected(Polarity.MAXIMIZE, Consolidation.SUM, target, share)

    assert due(early).low <= due(late).low


@given(targets, shares, amounts, amounts)
def test_doing_more_never_makes_the_pace_worse(target, share, one, other):
    order = [PaceState.BERISIKO, PaceState.TERTINGGAL, PaceState.SESUAI_JALUR]
    low, high = sorted([one, other])
    states = [
        judged(Polarity.MAXIMIZE, Consolidation.SUM, target, done, share).value.state for done in (low, high)
    ]

    if share:
        assert order.index(states[0]) <= order.index(states[1])


def test_a_share_outside_the_period_is_refused():
    with pytest.raises(ValueError, match="antara 0 dan 1"):
        judged(Polarity.MAXIMIZE, Consolidation.SUM, Target.of(1), None, Fraction(3, 2))


@given(days, st.frozensets(days, max_size=30))
def test_the_share_of_a_year_stays_between_zero_and_one_and_never_falls(today, free_days):
    whole = year(2026)

    def share(day):
        return linear(whole.start, whole.end, day, free_days)

    assert 0 <= share(today) <= share(today + timedelta(days=1)) <= 1


@given(days, st.integers(1, 9))
def test_equal_months_of_equal_share_end_as_the_year_does(today, part):
    parts = dict.fromkeys(year(2026).within(PeriodKind.BULANAN), part)
    done = seasonal(parts, today)

    assert 0 <= done <= 1
    if today > date(2026, 12, 30):
        assert done == 1


def test_half_of_a_quarters_days_is_half_of_its_share():
    first = quarter(2026, 1)
    share = seasonal({first: 40, quarter(2026, 2): 60}, date(2026, 2, 13))

    assert share == linear(first.start, first.end, date(2026, 2, 13)) * Fraction(2, 5)


@pytest.mark.parametrize("parts", [{}, {month(2026, 1): 0}, {month(2026, 1): 2, month(2026, 2): -1}])
def test_impossible_seasons_are_refused(parts):
    with pytest.raises(ValueError, match="harus positif"):
        seasonal(parts, date(2026, 1, 1))


START, END = date(2026, 1, 1), date(2026, 12, 31)
reported = st.lists(
    st.builds(Observed, st.dates(START, END), st.decimals(0, 500, places=1), st.integers(1, 5)), max_size=30
)


def foreseen(polarity, consolidation, target, on, observations, **more):
    return forecast(
        polarity=polarity,
        consolidation=consolidation,
        target=target,
        start=START,
        end=END,
        on=on,
        observations=tuple(observations),
        **more,
    )


@given(polarities, consolidations, targets, days, reported, st.none() | amounts)
def test_every_series_has_a_forecast_or_says_that_too_little_is_known(
    polarity, consolidation, target, on, observations, baseline
):
    verdict = foreseen(polarity, consolidation, target, on, observations, baseline=baseline)
    value = verdict.value

    assert (value.projected is None) == (value.margin is None) == (value.low is None)
    assert "None" not in " ".join(verdict.sentences())
    if value.low is not None:
        assert value.low <= value.high
    assert verdict == foreseen(polarity, consolidation, target, on, observations, baseline=baseline)


@given(polarities, consolidations, targets, reported)
def test_when_the_period_is_over_the_forecast_is_what_was_reached(
    polarity, consolidation, target, observations
):
    value = foreseen(polarity, consolidation, target, END, observations).value

    if value.projected is not None:
        assert value.low == value.projected == value.high == value.achieved


@given(targets, days, reported, st.integers(1, 50))
def test_reporting_more_never_lowers_what_a_sum_is_expected_to_reach(target, on, observations, more):
    fuller = [Observed(each.day, each.value + more, each.count) for each in observations]
    less, greater = (
        foreseen(Polarity.MAXIMIZE, Consolidation.SUM, target, on, each).value.projected
        for each in (observations, fuller)
    )

    if less is not None:
        assert less <= greater


@given(polarities, consolidations, targets, days, reported, st.none() | days)
def test_a_deviation_has_a_cause_and_a_beginning_exactly_when_the_target_is_missed(
    polarity, consolidation, target, on, observations, since
):
    if since is not None and since > on:
        since = None
    found = foreseen(polarity, consolidation, target, on, observations).value
    value = deviation(
        forecast=found, polarity=polarity, consolidation=consolidation, target=target, on=on, since=since
    ).value
    deviates = value.state in (DeviationState.DIAMATI, DeviationState.MENYIMPANG)

    assert deviates == (value.since is not None) == (value.cause is not DeviationCause.TIDAK_ADA)
