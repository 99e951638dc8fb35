"""What holds for all absence and every punishment."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.discipline import absence, absence_calendar, punishments
from kinerja.rules.discipline.absence import Punished
from kinerja.rules.discipline.codes import PunishmentKind, WorkingWeek

ON = date(2026, 12, 31)
days = st.dates(date(2025, 11, 1), date(2026, 3, 31))
many = st.frozensets(days, max_size=60)
kinds = st.sampled_from(PunishmentKind)
weeks = st.sampled_from(WorkingWeek)
punished = st.none() | st.builds(Punished, kinds, st.integers(0, 30))


def height(level):
    return level.kind.height if level.kind else 0


@st.composite
def absences(draw):
    number = draw(st.integers(0, 60))
    return {
        "days": number,
        "consecutive": draw(st.integers(0, number)),
        "short_minutes": draw(st.integers(0, 20_000)),
    }


@given(absences(), punished, st.integers(0, 20), st.integers(0, 20), st.integers(0, 2_000))
def test_more_absence_is_never_milder(less, before, days_more, run_more, minutes_more):
    more = {
        "days": less["days"] + days_more + run_more,
        "consecutive": less["consecutive"] + run_more,
        "short_minutes": less["short_minutes"] + minutes_more,
    }

    lighter = absence.level(**less, on=ON, punished=before).value
    graver = absence.level(**more, on=ON, punished=before).value

    assert height(graver) >= height(lighter)
    assert graver.salary_stops >= lighter.salary_stops
    assert graver.proposes >= lighter.proposes


@given(absences(), punished)
def test_a_second_punishment_of_a_year_is_heavier_than_the_first(given_days, before):
    level = absence.level(**given_days, on=ON, punished=before).value

    if before:
        assert height(level) >= before.kind.height
        assert not level.proposes or height(level) > before.kind.height


@given(absences(), punished)
def test_the_nearest_change_is_milder_and_no_smaller_one_is(asked, before):
    now = absence.level(**asked, on=ON, punished=before).value
    changes = absence.nearest(**asked, on=ON, punished=before).value

    for change in changes:
        given_back = {**asked, **change.inputs}
        assert all(given_back[name] <= asked[name] for name in asked)
        assert absence.level(**given_back, on=ON, punished=before).value == change.value
        assert height(change.value) < height(now)
        if given_back["days"] < asked["days"]:
            one_more = given_back["days"] + 1
            run = min(asked["consecutive"], one_more)
            again = {**given_back, "days": one_more, "consecutive": min(run, given_back["consecutive"])}
            still = absence.level(**again, on=ON, punished=before).value
            assert height(still) == height(now) or asked["consecutive"] >= 10
    if not changes:
        nothing = absence.level(0, on=ON, punished=before).value
        assert height(nothing) == height(now)


@given(many, st.frozensets(days, max_size=20), weeks, days)
def test_one_date_more_is_never_milder_in_any_year(absent, free_days, week, another):
    def levels(dates):
        found = absence_calendar.by_year(dates, free_days=free_days, week=week).value
        return {each.year: each for each in found}

    before, after = levels(absent), levels(absent | {another})

    for year, each in before.items():
        assert height(after[year].level) >= height(each.level)
        assert after[year].longest_run >= each.longest_run


@given(many, st.frozensets(days, max_size=20), weeks)
def test_the_years_hold_every_working_day_of_absence_once(absent, free_days, week):
    found = absence_calendar.by_year(absent, free_days=free_days, week=week)
    left_out = sum(step.params.get("count", 0) for step in found.warnings)

    assert sum(each.days for each in found.value) + left_out == len(absent)
    for each in found.value:
        assert (each.salary_stops_from is not None) is each.level.salary_stops
        assert each.salary_stops_from is None or each.salary_stops_from.day == 1


@given(st.sets(days, max_size=30), st.lists(st.integers(0, 600), max_size=30))
def test_short_hours_count_as_their_sum(dates, minutes):
    short = [absence_calendar.ShortTime(day, each) for day, each in zip(sorted(dates), minutes, strict=False)]
    found = absence_calendar.by_year(frozenset(), short=tuple(short), week=WorkingWeek.JADWAL).value

    assert sum(each.short_minutes for each in found) == sum(each.minutes for each in short)
    assert all(each.level.short_days == each.short_minutes // 450 for each in found)


@given(kinds, st.dates(date(2021, 1, 1), date(2030, 12, 31)))
def test_a_punishment_cuts_as_many_months_as_it_lasts(kind, effective):
    lasting = punishments.details(kind, on=effective).value
    run = punishments.run(kind, effective).value
    months = [date(year, month, 1) for year in range(2021, 2033) for month in range(1, 13)]
    cuts = [punishments.cut(kind, effective, each).value for each in months]

    assert sum(cuts) == lasting.months * lasting.percent
    assert run.ends is None or run.ends >= effective + timedelta(days=lasting.months * 28)
    assert (run.ends is None) is (lasting.months == 0)


@given(st.lists(st.builds(punishments.Violation, st.text(max_size=5), kinds, st.booleans()), max_size=5))
def test_one_punishment_is_as_heavy_as_the_heaviest_and_no_heavier(violations):
    found = punishments.one_for_all(tuple(violations)).value
    open_kinds = [each.kind.height for each in violations if not each.is_punished]

    assert (found.height if found else 0) == max(open_kinds, default=0)
