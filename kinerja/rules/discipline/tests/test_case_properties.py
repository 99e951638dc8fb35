"""What holds for every clock and every course of a disciplinary case."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import PositionKind, PunishmentLevel
from kinerja.rules.discipline import authority, case_steps, procedure, punishments, remedies
from kinerja.rules.discipline.case_steps import TakenStep
from kinerja.rules.discipline.codes import (
    Authority,
    CaseAct,
    CasePhase,
    Neglect,
    PunishmentKind,
    Remedy,
    RemedyTiming,
    TeamMember,
)
from kinerja.rules.refusal import Refused
from kinerja.rules.working_days import is_working_day

ON = date(2026, 12, 31)
days = st.dates(date(2025, 12, 1), date(2026, 6, 30))
free = st.frozensets(days, max_size=15)
threats = st.sampled_from(PunishmentLevel)
TEAM = frozenset(TeamMember)
CLOCKS = [
    procedure.examination_deadline,
    procedure.second_summons_deadline,
    procedure.handover_deadline,
    procedure.effect_day,
    lambda day, *, free_days: remedies.filing_deadline(Remedy.BANDING, day, free_days=free_days),
    lambda day, *, free_days: remedies.filing_deadline(
        Remedy.KEBERATAN, day, received=day, free_days=free_days
    ),
]


@pytest.mark.parametrize("clock", CLOCKS)
@given(days, free, days)
def test_a_clock_ends_on_a_working_day_and_a_free_day_never_brings_it_forward(
    clock, start, holidays, another
):
    last = clock(start, free_days=holidays).value

    assert is_working_day(last, holidays)
    assert last > start
    assert clock(start, free_days=holidays | {another}).value >= last
    assert clock(start + timedelta(days=1), free_days=holidays).value >= last


@given(days, free, days, st.sampled_from(Remedy))
def test_a_remedy_is_ruled_on_on_a_working_day_that_a_free_day_never_brings_forward(
    start, holidays, another, remedy
):
    last = remedies.clocks(remedy, start, copied=start, free_days=holidays).value
    later = remedies.clocks(remedy, start, copied=start, free_days=holidays | {another}).value

    assert is_working_day(last.decided_by, holidays)
    assert later.decided_by >= last.decided_by
    assert (last.answer_by is None) is (remedy is Remedy.KEBERATAN)
    assert last.answer_by is None or later.answer_by >= last.answer_by


@given(st.sampled_from(Remedy), days, st.integers(0, 40), free)
def test_a_remedy_is_accepted_up_to_its_last_day(remedy, decided, wait, holidays):
    filed = decided + timedelta(days=wait)
    last = remedies.filing_deadline(remedy, decided, received=decided, free_days=holidays).value

    found = remedies.timing(remedy, decided, filed, received=decided, free_days=holidays).value

    assert found is (RemedyTiming.DITERIMA if filed <= last else RemedyTiming.TIDAK_DITERIMA)


def step_for(act, day, holidays):
    """A lawful step of this act on the day, as far as the day allows it."""
    if act is CaseAct.PANGGILAN:
        return TakenStep(act, day, procedure.examination_deadline(day, free_days=holidays).value)
    return TakenStep(act, day, members=TEAM if act is CaseAct.TIM_DIBENTUK else frozenset())


@st.composite
def courses(draw):
    """A case led lawfully for a while: threat, steps, free days, and whether the examiner may punish."""
    threat, holidays, within = draw(threats), draw(free), draw(st.booleans())
    taken = ()
    for _n in range(draw(st.integers(0, 9))):
        state = procedure.state(threat, taken, within_authority=within, free_days=holidays).value
        if not state.next:
            break
        coming = draw(st.sampled_from(state.next))
        planned = max((each.planned for each in taken if each.planned), default=date(2026, 1, 5))
        day = coming.from_day or max([planned, *(each.day for each in taken)])
        taken = (*taken, step_for(coming.act, day, holidays))
    return threat, taken, holidays, within


@given(courses())
def test_what_is_offered_may_be_taken_and_what_is_not_offered_may_not(course):
    threat, taken, holidays, within = course
    state = procedure.state(threat, taken, within_authority=within, free_days=holidays).value
    offered = {each.act: each for each in state.next}
    last = max([date(2026, 1, 5), *(each.planned or each.day for each in taken)])

    for act in CaseAct:
        day = offered[act].from_day or last if act in offered else last + timedelta(days=60)
        step = step_for(act, day, holidays)
        may = procedure.may_take(threat, step, taken=taken, within_authority=within, free_days=holidays)
        again = act in (CaseAct.TIM_DIBENTUK, CaseAct.BEBAS_TUGAS) and any(each.act is act for each in taken)
        report = act is CaseAct.LAPORAN and within
        assert may.value is (act in offered) or again or report, act
        assert bool(may.errors) is not may.value


@given(courses())
def test_nobody_is_punished_without_summons_minutes_and_handover(course):
    threat, taken, _holidays, within = course
    acts = [each.act for each in taken]

    if CaseAct.KEPUTUSAN in acts:
        before = acts[: acts.index(CaseAct.KEPUTUSAN)]
        minutes = {CaseAct.BAP_DITANDATANGANI, CaseAct.BAP_DITOLAK} & set(before)
        assert minutes or before.count(CaseAct.TIDAK_HADIR) == 2
        assert CaseAct.PANGGILAN in before
        assert threat is not PunishmentLevel.BERAT or CaseAct.TIM_DIBENTUK in before
        assert within or CaseAct.LAPORAN in before
    if CaseAct.BERLAKU in acts:
        assert CaseAct.PENYAMPAIAN in acts


@given(courses(), st.data())
def test_a_record_with_a_step_left_out_is_refused_or_stands_earlier(course, data):
    threat, taken, holidays, within = course
    needed = [at for at, each in enumerate(taken) if (each.act not in case_steps._BESIDE)]
    if not needed[:-1]:
        return
    gap = data.draw(st.sampled_from(needed[:-1]))
    shorter = (*taken[:gap], *taken[gap + 1 :])

    whole = procedure.state(threat, taken, within_authority=within, free_days=holidays).value
    try:
        short = procedure.state(threat, shorter, within_authority=within, free_days=holidays).value
    except Refused as refused:
        assert refused.field.startswith("taken.")  # noqa: PT017 - a refusal is one of two lawful answers
        return
    assert list(CasePhase).index(short.phase) <= list(CasePhase).index(whole.phase)


@given(courses(), days)
def test_a_free_day_more_never_brings_a_due_day_forward(course, another):
    threat, taken, holidays, within = course
    before = procedure.state(threat, taken, within_authority=within, free_days=holidays).value
    try:
        after = procedure.state(threat, taken, within_authority=within, free_days=holidays | {another}).value
    except Refused:
        return  # the planned day itself became free, or a decision took effect too early

    for early, late in zip(before.next, after.next, strict=True):
        assert early.act is late.act
        assert early.due is None or late.due >= early.due
        assert early.from_day is None or late.from_day >= early.from_day


@given(courses())
def test_forming_a_team_shortens_no_clock(course):
    threat, taken, holidays, within = course
    state = procedure.state(threat, taken, within_authority=within, free_days=holidays).value
    day = max([date(2026, 1, 5), *(each.day for each in taken)])
    team = TakenStep(CaseAct.TIM_DIBENTUK, day, members=TEAM)
    if state.phase not in case_steps._BEFORE_DECISION:
        return

    longer = procedure.state(threat, (*taken, team), within_authority=within, free_days=holidays).value

    due = {each.act: each for each in longer.next}
    assert longer.phase is state.phase
    for each in state.next:
        assert each.act is CaseAct.TIM_DIBENTUK or due[each.act] == replace(each)


@given(st.sampled_from(PositionKind), st.sampled_from(PunishmentKind), st.sampled_from(Authority))
def test_exactly_one_official_may_decide(position, kind, by):
    may = [each for each in Authority if authority.may_decide(each, position, kind, on=ON).value]

    assert may == [authority.who(position, kind, on=ON).value]
    assert not kind.is_dismissal or may[0] in (Authority.PPK, Authority.PRESIDEN)


@given(st.sampled_from(PositionKind), st.sampled_from(PunishmentKind), st.sampled_from(PunishmentKind))
def test_a_heavier_punishment_is_never_decided_lower_down(position, one, other):
    mild, grave = sorted([one, other], key=lambda each: each.height)
    order = list(Authority)

    low, high = (authority.who(position, each, on=ON).value for each in (mild, grave))

    assert order.index(low) <= order.index(high)


@given(st.sampled_from(Neglect), st.sampled_from(PunishmentKind))
def test_silence_about_a_graver_case_is_never_punished_more_mildly(neglect, deserved):
    found = authority.silence(neglect, deserved).value

    assert (found.at_least is None) is (neglect is Neglect.TIDAK_MENGHUKUM)
    if found.at_least:
        assert found.at_least.height > deserved.height or deserved.is_dismissal
        assert punishments.details(found.at_least, on=ON).value


@given(days, days, free, days)
def test_a_free_day_never_makes_a_superior_silent(known, today, holidays, another):
    before = authority.is_silent(known, today, free_days=holidays).value
    after = authority.is_silent(known, today, free_days=holidays | {another}).value

    assert after <= before
