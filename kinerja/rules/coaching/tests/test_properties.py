"""What holds for every course of a follow-up and every counselling."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.coaching import counselling, follow_up
from kinerja.rules.coaching.codes import CounsellingOutcome, Counsellor, FollowUpStage, Vacancy
from kinerja.rules.coaching.follow_up import FollowUpFacts
from kinerja.rules.codes import PositionKind, Predicate
from kinerja.rules.dates import last_day
from kinerja.rules.refusal import Refused

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
weak = st.sampled_from([Predicate.KURANG, Predicate.SANGAT_KURANG])
lower = st.sampled_from([PositionKind.ADMINISTRATOR, PositionKind.PELAKSANA, PositionKind.FUNGSIONAL])


@st.composite
def any_facts(draw):
    """Facts in any combination, as far as their dates stand in order."""
    warned = draw(st.none() | days)
    start = draw(st.none() | days)
    truth = st.none() | st.booleans()
    vacancies = st.none() | st.sampled_from(Vacancy)
    try:
        return FollowUpFacts(
            warned, start, draw(truth), draw(truth), draw(vacancies), draw(st.none() | days), draw(vacancies)
        )
    except Refused:
        return FollowUpFacts(warned)


@given(any_facts(), st.sampled_from(Predicate), st.sampled_from(PositionKind), days, st.booleans())
def test_nobody_is_dismissed_before_every_step_was_taken(facts, predicate, position, today, force_majeure):
    try:
        found = follow_up.stage(
            predicate, position, today=today, facts=facts, force_majeure=force_majeure
        ).value
    except Refused:
        return

    if found.stage is FollowUpStage.PDH:
        assert not force_majeure
        assert (facts.improved, facts.meets_standard, facts.vacancy) == (False, False, Vacancy.TIDAK_ADA)
        assert facts.placed + timedelta(days=364) <= today
        assert facts.improving_from + timedelta(days=180) <= today
    if found.stage is FollowUpStage.PENEMPATAN_SEMENTARA:
        assert position not in follow_up._TOP
    assert found.due is None or found.stage in (
        FollowUpStage.PERBAIKAN_6BLN,
        FollowUpStage.PENEMPATAN_SEMENTARA,
    )


@given(weak, lower, days, st.integers(0, 400))
def test_six_months_are_given_in_full(predicate, position, start, wait):
    today = start + timedelta(days=wait)
    facts = FollowUpFacts(start, start, improved=False)
    due = last_day(start, 6, "x")
    running = follow_up.stage(predicate, position, today=today, facts=FollowUpFacts(start, start))

    assert running.value == follow_up.FollowUp(FollowUpStage.PERBAIKAN_6BLN, due)
    assert bool(running.warnings) is (today > due)
    try:
        judged = follow_up.stage(predicate, position, today=today, facts=facts).value
    except Refused as refused:
        assert (refused.field, today <= due) == ("facts.improved", True)  # noqa: PT017 - one of two answers
        return
    assert judged.stage is FollowUpStage.UJI_KOMPETENSI
    assert today > due


@given(weak, lower, st.dates(date(2021, 1, 1), date(2025, 12, 31)), st.integers(0, 800))
def test_a_placement_lasts_its_year_and_a_vacancy_always_ends_it(predicate, position, placed, wait):
    begun = placed - timedelta(days=400)
    facts = FollowUpFacts(begun, begun, False, False, Vacancy.TIDAK_ADA, placed)
    today = placed + timedelta(days=wait)

    found = follow_up.stage(predicate, position, today=today, facts=facts).value

    over = today > last_day(placed, 12, "x")
    assert found.stage is (FollowUpStage.PDH if over else FollowUpStage.PENEMPATAN_SEMENTARA)
    moved = FollowUpFacts(begun, begun, False, False, Vacancy.TIDAK_ADA, placed, Vacancy.SESUAI)
    assert (
        follow_up.stage(predicate, position, today=today, facts=moved).value.stage is FollowUpStage.PEMINDAHAN
    )


@given(
    st.none() | st.sampled_from(Counsellor),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.none() | st.sampled_from(CounsellingOutcome),
)
def test_an_outcome_follows_a_complete_counselling_only(counsellor, private, signed, reported, outcome):
    found = counselling.check(
        counsellor, is_private=private, is_signed=signed, is_reported=reported, outcome=outcome
    )

    missing = [counsellor is None, not private, not signed, not reported].count(True)
    assert len(found.value.gaps) == len(found.warnings) == missing
    assert found.value.outcome == (None if missing else outcome)
