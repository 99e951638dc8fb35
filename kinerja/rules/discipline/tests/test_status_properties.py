"""What holds for every status, contract, conviction and preventive clock."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import Predicate
from kinerja.rules.dates import last_day
from kinerja.rules.discipline import legal_status, pppk, preventive_clocks
from kinerja.rules.discipline.codes import CrimeKind, Dismissal, Duty, DutyState, LegalStatus
from kinerja.rules.working_days import is_working_day

days = st.dates(date(2021, 1, 1), date(2030, 12, 31))
free = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 6, 30)), max_size=15)
spring = st.dates(date(2026, 1, 1), date(2026, 4, 30))


@given(st.sampled_from(LegalStatus), st.sampled_from(LegalStatus))
def test_a_graver_status_never_gives_back_what_a_lighter_one_took(one, other):
    order = list(LegalStatus)
    light, grave = sorted([one, other], key=order.index)

    before, after = legal_status.effects(light).value, legal_status.effects(grave).value

    assert after.allowance_suspended >= before.allowance_suspended
    assert after.out_of_talent_pool >= before.out_of_talent_pool
    assert after.out_of_awards >= before.out_of_awards


@given(st.sampled_from(CrimeKind), st.integers(0, 1_200), st.integers(0, 1_200), days)
def test_a_longer_sentence_is_never_milder(crime, one, other, final):
    short, long = sorted([one, other])
    mild = legal_status.conviction(crime, short, final).value.dismissal
    grave = legal_status.conviction(crime, long, final).value.dismissal

    assert grave is not None or mild is None
    assert (grave is Dismissal.PTDH) is (crime is CrimeKind.JABATAN)


@given(days, st.integers(0, 1_200))
def test_dishonourable_dismissal_takes_effect_on_the_last_day_of_the_month(final, months):
    effective = legal_status.conviction(CrimeKind.JABATAN, months, final).value.effective

    assert (effective.year, effective.month) == (final.year, final.month)
    assert (effective + timedelta(days=1)).day == 1


@given(days, st.integers(0, 10**12))
def test_suspension_pays_half_to_the_rupiah(detained, income):
    pay = legal_status.suspension(detained, income).value.pay

    assert 0 <= 2 * pay - income <= 1


@given(st.sampled_from(Duty), spring, spring, st.none() | spring, free)
def test_a_duty_is_late_after_its_last_day_only(duty, since, today, done, holidays):
    if done is not None and done < since:
        return
    found = preventive_clocks.clock(duty, since, today=today, done=done, free_days=holidays).value
    acted = done if done is not None and done <= today else today

    assert found.due > since
    assert (found.state in (DutyState.LEWAT, DutyState.TERLAMBAT)) is (acted > found.due)
    assert duty is not Duty.GRATIFIKASI or is_working_day(found.due, holidays)


@given(st.sampled_from(Duty), spring, free, spring)
def test_a_free_day_never_brings_a_duty_forward(duty, since, holidays, another):
    before = preventive_clocks.clock(duty, since, today=since, free_days=holidays).value.due
    after = preventive_clocks.clock(duty, since, today=since, free_days=holidays | {another}).value.due

    assert after >= before


@given(days, st.integers(0, 2_000), st.none() | st.sampled_from(Predicate), st.none() | days, st.booleans())
def test_a_better_predicate_never_blocks_an_extension(starts, length, predicate, decided, part_time):
    ends = starts + timedelta(days=length)
    found = pppk.extension(starts, ends, predicate, ppk_decision=decided, part_time=part_time)
    best = pppk.extension(starts, ends, Predicate.SANGAT_BAIK, part_time=part_time).value

    assert not best.is_blocked
    assert found.value.is_blocked is bool(found.errors)
    assert not found.value.awaits_decision or decided is None


@given(days, st.integers(-50, 400))
def test_the_alert_that_is_on_becomes_more_urgent_as_the_end_comes_nearer(ends, left):
    today = ends - timedelta(days=left)
    now = pppk.alerts(ends, today).value
    later = pppk.alerts(ends, today + timedelta(days=1)).value

    assert now.days_left == left
    assert now.reached is None or now.reached >= left
    assert now.next_on is None or now.next_on > today
    if now.reached and later.reached:
        assert later.reached <= now.reached


@given(days)
def test_an_extension_is_proposed_well_before_the_end(ends):
    last = pppk.proposal_deadline(ends).value

    assert timedelta(days=181) <= ends - last <= timedelta(days=187)


@given(days, st.integers(1, 24))
def test_whole_months_follow_each_other_without_gap_or_overlap(start, months):
    end = last_day(start, months, "x")
    longer = last_day(start, months + 1, "x")

    assert end < longer
    assert timedelta(days=28 * months - 1) <= end - start <= timedelta(days=31 * months - 1)
    if start.day <= 28:
        assert (end + timedelta(days=1)).day == start.day
