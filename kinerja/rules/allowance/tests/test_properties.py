"""What holds for every payment: parts add up, nothing is negative, and worse is never paid more."""

from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules import inputs, money, parameters
from kinerja.rules.allowance import attendance_codes, basic_tpp, nearest_payment, rule_sets
from kinerja.rules.allowance.attendance_codes import AttendanceTally, WorkDay
from kinerja.rules.allowance.codes import (
    AttendanceCode,
    CuttingPunishment,
    DayStatus,
    DeductionBase,
    EventKind,
    EventOutcome,
    EventPosition,
    HoldReason,
    TppExample,
    TppLineKind,
    TppStaff,
)
from kinerja.rules.allowance.event_cuts import EventFact
from kinerja.rules.allowance.monthly_payment import from_days, payment
from kinerja.rules.allowance.perkada import CodeRate, EventRate, LadderStep, ProductivityRate
from kinerja.rules.allowance.punishment_cuts import PunishmentFact
from kinerja.rules.allowance.tests.decree import decree
from kinerja.rules.codes import Predicate

MONTH = date(2026, 3, 1)
TL = list(AttendanceCode)[:4]
PSW = list(AttendanceCode)[4:8]
percents = st.decimals(0, 100, places=2)
amounts = st.integers(0, 30_000_000) | st.sampled_from([0, 1, 2, 3, money.MOST])
predicates = st.none() | st.sampled_from(Predicate)
punishments = st.lists(
    st.builds(
        PunishmentFact, st.sampled_from(CuttingPunishment), st.dates(date(2025, 1, 1), date(2026, 6, 1))
    ),
    max_size=3,
)
facts = st.lists(st.builds(EventFact, st.sampled_from(EventKind), st.sampled_from(EventOutcome)), max_size=3)
minutes = st.none() | st.integers(400, 1_000)


@st.composite
def tallies(draw, most=12):
    counts = draw(st.dictionaries(st.sampled_from(AttendanceCode), st.integers(0, most)))
    absent = counts.get(AttendanceCode.TK, 0)
    return AttendanceTally(
        counts,
        draw(st.integers(0, counts.get(AttendanceCode.TL4, 0))),
        draw(st.integers(0, counts.get(AttendanceCode.PSW4, 0))),
        draw(st.integers(0, absent)),
    )


@st.composite
def decrees(draw):
    """Any decree whose tables rise: rates, factors, a ladder, events, both bases, any split."""
    rising = [sorted(draw(st.lists(percents, min_size=4, max_size=4))) for _group in range(2)]
    absent = min(Decimal(100), rising[0][3] + rising[1][3])
    codes = [
        CodeRate(code, rate, least)
        for group, rates in zip((TL, PSW), rising, strict=True)
        for code, rate, least in zip(group, rates, (1, 31, 61, 91), strict=True)
    ]
    factors = sorted(draw(st.lists(percents, min_size=5, max_size=5)), reverse=True)
    ladder = sorted(draw(st.lists(percents, max_size=3)))
    share = draw(percents)
    return decree(
        codes=(*codes, CodeRate(AttendanceCode.TK, absent)),
        productivity=tuple(map(ProductivityRate, Predicate, factors)),
        ladder=tuple(LadderStep(days, percent) for days, percent in enumerate(ladder, start=1)),
        events=tuple(
            EventRate(kind, EventOutcome.TIDAK_HADIR, EventPosition.SEMUA, draw(percents))
            for kind in EventKind
        ),
        deduction_base=draw(st.sampled_from(DeductionBase)),
        event_base=draw(st.sampled_from(DeductionBase)),
        performance=share,
        discipline=100 - share,
    )


@given(amounts, tallies(31), predicates, st.sampled_from(TppStaff), facts, punishments, decrees())
def test_the_parts_equal_the_total_and_stay_within_the_tpp(
    tpp, tally, predicate, staff, events, punished, own
):
    paid = payment(
        tpp,
        tally,
        MONTH,
        predicate,
        staff=staff,
        events=events,
        punishments=punished,
        perkada=own,
    ).value

    assert 0 <= paid.paid <= tpp
    assert paid.performance + paid.discipline - paid.cuts == paid.paid
    assert sum(line.rupiah for line in paid.lines) == paid.paid
    assert all(
        line.rupiah >= 0 for line in paid.lines if line.kind in (TppLineKind.KINERJA, TppLineKind.DISIPLIN)
    )
    assert all(
        line.rupiah <= 0
        for line in paid.lines
        if line.kind not in (TppLineKind.KINERJA, TppLineKind.DISIPLIN)
    )


@given(amounts, tallies(), decrees())
def test_a_worse_predikat_is_never_paid_more(tpp, tally, own):
    paid = [payment(tpp, tally, MONTH, each, perkada=own).value.paid for each in (*Predicate, None)]

    assert all(better >= worse for better, worse in pairwise(paid))


@given(amounts, tallies(), predicates, st.sampled_from(AttendanceCode), decrees())
def test_one_code_more_is_never_paid_more(tpp, tally, predicate, code, own):
    more = replace(tally, counts={**tally.counts, code: tally.counts.get(code, 0) + 1})

    assert (
        payment(tpp, more, MONTH, predicate, perkada=own).value.paid
        <= payment(tpp, tally, MONTH, predicate, perkada=own).value.paid
    )


@given(amounts, minutes, minutes, st.integers(0, 300), decrees())
def test_coming_later_or_leaving_earlier_or_not_at_all_is_never_paid_more(tpp, came, left, later, own):
    def paid(clock_in, clock_out):
        day = WorkDay(date(2026, 3, 2), 450, 960, clock_in, clock_out)
        return from_days(tpp, [day], MONTH, Predicate.BAIK, perkada=own).value.paid

    if came is not None and left is not None and left < came:
        came, left = left, came
    if came is not None and (left is None or came + later <= left):
        assert paid(came + later, left) <= paid(came, left)
    if left is not None and (came is None or came <= left - later):
        assert paid(came, max(0, left - later)) <= paid(came, left)
    assert paid(None, left) <= paid(came, left)
    assert paid(came, None) <= paid(came, left)
    assert paid(None, None) <= paid(came, left)


@given(amounts, tallies(), predicates, facts, punishments, decrees(), st.sampled_from(EventKind))
def test_an_event_missed_or_a_punishment_is_never_paid_more(
    tpp, tally, predicate, events, punished, own, kind
):
    def paid(facts, running):
        asked = {"events": facts, "punishments": running, "perkada": own}
        return payment(tpp, tally, MONTH, predicate, **asked).value.paid

    usual = paid(events, punished)

    assert paid([*events, EventFact(kind, EventOutcome.TIDAK_HADIR)], punished) <= usual
    for each in CuttingPunishment:
        assert paid(events, [*punished, PunishmentFact(each, MONTH)]) <= usual


@given(amounts, tallies(), decrees(), st.sampled_from(HoldReason), minutes, minutes)
def test_holding_never_takes_anything_away(tpp, tally, own, reason, came, left):
    assert (
        payment(tpp, tally, MONTH, evaluation_held=reason, perkada=own).value.paid
        >= payment(tpp, tally, MONTH, perkada=own).value.paid
    )
    if came is None or left is None or came <= left:
        day = WorkDay(date(2026, 3, 2), 450, 960, came, left)
        held = replace(day, held=reason)
        applied = from_days(tpp, [day], MONTH, Predicate.BAIK, perkada=own).value
        waiting = from_days(tpp, [held], MONTH, Predicate.BAIK, perkada=own).value
        assert waiting.paid >= applied.paid
        assert len(waiting.held) == sum(each.kind is TppLineKind.KEHADIRAN for each in applied.lines)


@given(st.lists(st.integers(0, money.MOST)))
def test_differences_add_up_to_the_last_total(totals):
    assert sum(money.differences(totals)) == (totals[-1] if totals else 0)


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"), [(1, 2, 1), (3, 2, 2), (49, 100, 0), (5, 10, 1), (0, 7, 0)]
)
def test_half_a_rupiah_is_rounded_up(numerator, denominator, rounded):
    assert money.half_up(numerator, denominator) == rounded


def test_the_printed_table_of_lubuklinggau_is_the_formula_within_one_rupiah():
    printed = rule_sets.example(TppExample.LUBUKLINGGAU_2022, on=date(2022, 1, 1)).value.basic

    off = {
        each.job_class: basic_tpp.basic_tpp(each.job_class, Decimal("0.59112978"), on=date(2022, 1, 1)).value
        - each.rupiah
        for each in printed
    }

    assert len(off) == 15
    assert {job_class: by for job_class, by in off.items() if by} == {3: 1}


def test_every_named_rule_set_is_in_the_parameters_and_every_one_there_has_a_name():
    there = {
        name.removeprefix(rule_sets.PREFIX).partition(".")[0]
        for name in parameters.tables()
        if name.startswith(rule_sets.PREFIX)
    }

    assert there == {each.lower() for each in TppExample}
    assert [name for name, _decree in rule_sets.known()] == list(TppExample)


@pytest.mark.parametrize("name", TppExample)
def test_a_rule_set_is_the_same_after_a_journey_through_json(name):
    shipped = dict(rule_sets.known())[name]
    plain = asdict(shipped)
    given = {"tpp": 1, "tally": {}, "month": MONTH, "perkada": plain}

    assert inputs.of(payment, given)["perkada"] == shipped


@pytest.mark.parametrize("name", [TppExample.NASIONAL, TppExample.PERMENTAN_68_2012])
def test_absence_costs_no_less_than_both_clock_times_missing(name):
    rates = {each.code: each.percent for each in dict(rule_sets.known())[name].codes}

    assert rates[AttendanceCode.TK] >= rates[AttendanceCode.TL4] + rates[AttendanceCode.PSW4]


@given(st.lists(st.tuples(minutes, minutes, st.sampled_from(DayStatus)), max_size=22))
def test_a_month_counts_what_its_days_count(times):
    days = [
        WorkDay(date(2026, 3, number), 450, 960, came, left, status)
        for number, (came, left, status) in enumerate(times, start=1)
        if came is None or left is None or came <= left
    ]
    each_day = [
        attendance_codes.day_codes(
            day.shift_start, day.shift_end, day.clock_in, day.clock_out, day.status, on=MONTH
        )
        for day in days
    ]
    tally = attendance_codes.month_codes(days, month=MONTH).value

    assert sum(tally.counts.values()) == sum(len(each.value.codes) for each in each_day)
    assert tally.no_clock_in + tally.no_clock_out == sum(each.value.without_clock for each in each_day)
    assert sum(tally.leave.values()) == sum(day.status is not DayStatus.HADIR for day in days)


@given(amounts, tallies(31), predicates, facts, punishments, decrees())
def test_what_would_raise_the_payment_does(tpp, tally, predicate, events, punished, own):
    asked = {
        "tpp": tpp,
        "tally": tally,
        "month": MONTH,
        "predicate": predicate,
        "events": events,
        "punishments": punished,
        "perkada": own,
    }
    now = payment(**asked).value
    found = nearest_payment.nearest(**asked).value

    assert [each.value.paid for each in found] == sorted(each.value.paid for each in found)
    for change in found:
        assert change.value.paid > now.paid
        assert payment(**{**asked, **change.inputs}).value == change.value
