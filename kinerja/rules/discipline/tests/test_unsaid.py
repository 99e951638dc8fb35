"""What a case, a step and a row of a matrix are when nothing more is said of them."""

from datetime import date

from kinerja.rules.codes import PunishmentLevel
from kinerja.rules.discipline.authority import AuthorityRow
from kinerja.rules.discipline.case_steps import Case, TakenStep
from kinerja.rules.discipline.codes import Authority, CaseAct, CasePhase, PunishmentKind
from kinerja.rules.discipline.procedure import NextAct
from kinerja.rules.discipline.punishments import Violation
from kinerja.rules.discipline.working_time import works


def test_a_new_case_has_had_nothing():
    assert Case() == Case(CasePhase.BARU, None, None, False, False, False, False)
    assert [type(each) for each in (Case().has_team, Case().is_released)] == [bool, bool]


def test_a_step_names_no_day_and_nobody_and_a_row_every_position():
    step = TakenStep(CaseAct.PANGGILAN, date(2026, 3, 2))

    assert (step.planned, step.members) == (None, frozenset())
    assert AuthorityRow(PunishmentLevel.RINGAN, Authority.PPK).positions == frozenset()


def test_a_next_act_has_no_clock_and_a_violation_was_not_punished():
    act = NextAct(CaseAct.PANGGILAN)

    assert (act.due, act.from_day) == (None, None)
    assert Violation("Terlambat", PunishmentKind.TEGURAN_LISAN).is_punished is False


def test_the_week_of_a_case_has_five_days():
    assert works(date(2026, 3, 6), frozenset())
    assert not works(date(2026, 3, 7), frozenset())
