"""Each row of a decree names the field that does not fit, and takes what lies on its bounds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja.rules.allowance import absence_ladder, attendance_cuts, event_cuts, productivity, rule_sets
from kinerja.rules.allowance.attendance_codes import AttendanceTally
from kinerja.rules.allowance.codes import (
    AttendanceCode,
    CuttingPunishment,
    DayStatus,
    DeductionBase,
    EventKind,
    EventOutcome,
    EventPosition,
    PerkadaPart,
    TppCriterion,
    TppExample,
    TppStaff,
)
from kinerja.rules.allowance.perkada import (
    AchievementRate,
    CodeRate,
    CriterionRate,
    EventRate,
    LadderStep,
    LeaveRate,
    PartSource,
    Perkada,
    ProductivityRate,
    PunishmentRate,
    StaffRate,
)
from kinerja.rules.allowance.tests.decree import decree
from kinerja.rules.citation import Standing, design
from kinerja.rules.codes import PeriodKind, Predicate
from kinerja.rules.refusal import Refused

ON = date(2026, 3, 1)
ROWS = {
    CodeRate: {"code": AttendanceCode.TL1},
    LeaveRate: {"status": DayStatus.CUTI},
    LadderStep: {"days": 1},
    EventRate: {"event": EventKind.APEL, "outcome": EventOutcome.TIDAK_HADIR, "position": EventPosition.PNS},
    PunishmentRate: {"kind": CuttingPunishment.SEDANG_6, "months": 6},
    ProductivityRate: {"predicate": Predicate.BAIK},
    AchievementRate: {"at_least": Decimal(0)},
    StaffRate: {"staff": TppStaff.PNS},
    CriterionRate: {"criterion": TppCriterion.BK, "lowest": 1, "highest": 17},
}


def refused(build, **given):
    with pytest.raises(Refused) as caught:
        build(**given)
    return caught.value.field


@pytest.mark.parametrize(("row", "rest"), ROWS.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_a_percentage_runs_from_0_to_100(row, rest):
    assert row(**rest, percent=Decimal(0)).percent == 0
    assert row(**rest, percent=Decimal(100)).percent == 100
    for wrong in ("-0.01", "100.01", "0.00001"):
        assert refused(row, **rest, percent=Decimal(wrong)) == "percent"


@pytest.mark.parametrize(
    ("row", "field", "good", "bad"),
    [
        (CodeRate, "from_minutes", (0, 1_439), (-1, 1_440)),
        (LadderStep, "days", (1,), (0,)),
        (EventRate, "deadline", (0, 1_439), (-1, 1_440)),
        (PunishmentRate, "months", (0, 120), (-1, 121)),
        (AchievementRate, "at_least", (Decimal(0), Decimal(10_000)), (Decimal("-0.01"), Decimal("10000.01"))),
        (CriterionRate, "lowest", (1, 17), (0, 18)),
        (CriterionRate, "highest", (1, 17), (0, 18)),
    ],
)
def test_a_number_of_a_row_is_taken_on_its_bounds_and_refused_beyond(row, field, good, bad):
    rest = {name: value for name, value in ROWS[row].items() if name != field} | {"percent": Decimal(10)}
    for value in good:
        assert getattr(row(**rest, **{field: value}), field) == value
    for value in bad:
        assert refused(row, **rest, **{field: value}) == field


def test_a_decree_may_hold_for_one_day():
    assert decree(effective_from=ON, effective_until=ON).effective_until == ON
    assert refused(decree, effective_from=ON, effective_until=date(2026, 2, 28)) == "effective_until"


def test_a_predikat_has_one_factor():
    assert refused(decree, productivity=decree().productivity * 2) == "productivity"


def test_what_a_decree_does_not_say():
    told = decree()
    least = Perkada(
        told.instansi, told.legal_basis, told.effective_from, told.codes, told.punishments, told.productivity,
        told.staff,
    )  # fmt: skip

    assert (least.performance, least.discipline, least.without_evaluation) == (60, 40, 0)
    assert (least.deduction_base, least.event_base) == (DeductionBase.DISIPLIN, DeductionBase.TOTAL)
    assert (least.evaluation, least.standing) == (PeriodKind.BULANAN, Standing.KNOWN)
    assert (least.effective_until, least.missing_clock) == (None, None)
    tables = (least.leave, least.ladder, least.events, least.achievement, least.basic, least.criteria)
    assert tables == ((),) * 6
    assert (least.parts, least.gaps) == ((), ())
    assert CodeRate(AttendanceCode.TK, Decimal(3)).from_minutes == 0


def test_each_ladder_of_absence_is_checked_by_itself():
    by_number = (LadderStep(2, Decimal(10)), LadderStep(3, Decimal(20)))
    in_a_row = (LadderStep(2, Decimal(30), True), LadderStep(3, Decimal(40), True))

    assert decree(ladder=by_number + in_a_row).ladder == by_number + in_a_row
    for wrong in (
        (LadderStep(2, Decimal(20)), LadderStep(3, Decimal(10))),
        (LadderStep(2, Decimal(20), True), LadderStep(3, Decimal(10), True)),
        (LadderStep(2, Decimal(20)), LadderStep(2, Decimal(20))),
        (LadderStep(2, Decimal(20), True), LadderStep(2, Decimal(20), True)),
    ):
        assert refused(decree, ladder=wrong) == "ladder"


def test_what_a_payment_asks_carries_its_citations_too():
    achieved = decree(achievement=(AchievementRate(Decimal(50), Decimal(70)),))

    assert productivity.factor(None, Decimal(60), on=ON, perkada=achieved).cites == productivity.CITES
    laddered = decree(ladder=(LadderStep(2, Decimal(30)),))
    for absent in (0, 2):
        cites = absence_ladder.percent(absent, 0, on=ON, perkada=laddered).cites
        assert cites == (laddered.cite(PerkadaPart.LADDER), design("4"))


def test_nothing_to_cut_is_a_number_of_the_same_kind():
    assert isinstance(attendance_cuts.cuts(AttendanceTally(), on=ON).value.percent, Decimal)
    assert isinstance(event_cuts.cut(1_000, (), on=ON, perkada=decree()).value.percent, Decimal)


def test_the_events_of_a_decree_may_rest_on_a_source_of_their_own():
    own = replace(decree().cite(), article="apel")
    events = rule_sets.example(TppExample.KOTA_JAMBI_2025, on=ON).value.events
    told = replace(decree(events=events), parts=(PartSource(PerkadaPart.EVENTS, own),))
    known = next(rate for rate in told.events if rate.deadline is not None)

    assert own in event_cuts.cut(1_000, (), on=ON, perkada=told).cites
    assert event_cuts.list_outcome(known.event, on=ON, perkada=told).cites == (own,)
