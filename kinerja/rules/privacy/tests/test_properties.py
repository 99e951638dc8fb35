"""What holds for every input of the rules of privacy."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import PeriodKind
from kinerja.rules.privacy import clocks, exchange_key, human_decision, masking, retention, small_cells
from kinerja.rules.privacy.codes import ExchangeKind, KeptRecord, MaskedText, PersonalDecision, PrivacyEvent

ON = date(2026, 11, 24)
WIB = timezone(timedelta(hours=7))
days = st.dates(date(2015, 1, 1), date(2040, 12, 31))
moments = st.datetimes(
    min_value=datetime(2023, 1, 1),  # noqa: DTZ001 - the zone comes in the next line
    max_value=datetime(2040, 1, 1),  # noqa: DTZ001
).map(lambda each: each.replace(tzinfo=WIB))
counts = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), max_size=6)


@given(st.sampled_from(PrivacyEvent), moments, st.integers(0, 10**6))
def test_a_later_event_is_due_later_and_always_after_three_days(event, known, seconds):
    first, second = (clocks.due(event, each).value for each in (known, known + timedelta(seconds=seconds)))

    assert first - known == timedelta(days=3)
    assert second >= first


@given(st.sampled_from(PrivacyEvent), moments, st.integers(0, 500_000))
def test_once_late_always_late(event, known, seconds):
    at = known + timedelta(seconds=seconds)

    assert clocks.state(event, known, at).value.late == (seconds > 3 * 24 * 3600)


@given(st.sampled_from(KeptRecord), days, st.booleans())
def test_nothing_is_erased_while_it_is_kept_or_held(kind, since, held):
    found = retention.retention(kind, since, on=ON, legal_hold=held).value

    assert not (found.may_be_erased and (held or found.kept_until is None or found.kept_until >= ON))
    assert found.may_be_erased == (found.kept_until is not None and found.kept_until < ON and not held)


@given(counts)
def test_a_small_cell_is_never_shown_nor_left_alone(people):
    found = small_cells.cells(people, on=ON).value

    assert {*found.shown, *found.hidden} == set(people)
    assert not {*found.shown} & {*found.hidden}
    assert all(people[name] >= 5 for name in found.shown)
    assert len(found.hidden) != 1 or len(people) == 1


@given(st.integers(0, 20), st.integers(0, 20))
def test_more_people_never_hide_a_figure_that_fewer_showed(one, other):
    low, high = sorted([one, other])

    assert small_cells.may_be_shown(high, on=ON).value >= small_cells.may_be_shown(low, on=ON).value


@given(st.sampled_from(MaskedText), st.text("0123456789", max_size=20))
def test_a_mask_keeps_the_length_and_shows_at_most_the_last_four(kind, number):
    shown = masking.masked(kind, number, on=ON).value

    assert len(shown) == len(number)
    assert len(shown.replace("•", "")) <= 4
    assert number.endswith(shown.replace("•", ""))


def test_every_result_has_a_key_of_its_own():
    made = {
        exchange_key.key("198609262015051001", year, PeriodKind.BULANAN, number, kind).value
        for year in (2025, 2026)
        for number in range(1, 13)
        for kind in ExchangeKind
    }

    assert len(made) == 2 * 12 * len(ExchangeKind)


@given(st.sampled_from(PersonalDecision), st.text(" \t", max_size=3))
def test_nothing_takes_effect_without_a_name(decision, blank):
    assert not human_decision.may_take_effect(decision, blank).value
    assert human_decision.may_take_effect(decision, blank + "Sari").value
