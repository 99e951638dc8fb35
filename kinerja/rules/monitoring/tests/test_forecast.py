"""The forecast's edges: silence, outage, season, the first report and the last day."""

import time
from datetime import date, timedelta
from decimal import Decimal

from kinerja.rules.codes import Consolidation, Polarity
from kinerja.rules.monitoring.course import DAY, course, season_of
from kinerja.rules.monitoring.fading import ONE, weight
from kinerja.rules.monitoring.forecast import forecast
from kinerja.rules.monitoring.series import Away, Observed, points
from kinerja.rules.planning.achievement import Target

START, END = date(2026, 1, 1), date(2026, 12, 31)
NO_DAYS = frozenset()


def weekly(value, weeks, first=date(2026, 1, 9)):
    return tuple(Observed(first + timedelta(7 * week), Decimal(value)) for week in range(weeks))


def asked(observations, on, **changed):
    given = {
        "polarity": Polarity.MAXIMIZE,
        "consolidation": Consolidation.SUM,
        "target": Target.of(520),
        "start": START,
        "end": END,
        "on": on,
        "observations": observations,
    }
    return forecast(**(given | changed))


def test_the_story_of_a_year_that_will_fall_short():
    assert asked(weekly(8, 25), date(2026, 6, 30), unit="pasien").sentences() == [
        "diperkirakan 80% ± 17 pada 31 Desember 2026",
        "Delapan dari sepuluh kali hasil akhirnya antara 328 dan 502 pasien.",
        "Menurut hari kerja, sampai hari ini seharusnya 257 pasien.",
        "Agar target tercapai, tiap hari kerja yang tersisa perlu 2,42 pasien.",
    ]


def test_who_keeps_the_plan_is_expected_to_reach_it():
    found = asked(weekly(10, 25), date(2026, 6, 30)).value

    assert found.percent in range(97, 104)
    assert found.low < 520 < found.high


def test_a_month_between_reports_is_no_silence_for_who_reports_monthly():
    monthly = tuple(Observed(date(2026, month, 28), Decimal(45)) for month in range(1, 6))

    waiting = asked(monthly, date(2026, 6, 26)).value
    silent = asked(monthly, date(2026, 7, 24)).value

    assert waiting.percent >= 100
    assert silent.projected < waiting.projected


def test_an_outage_without_reports_costs_nothing_while_they_may_still_come():
    away = (Away(date(2026, 4, 6), date(2026, 5, 29)),)
    seen = weekly(10, 13)

    plain = asked(seen, date(2026, 6, 5)).value
    excused = asked(seen, date(2026, 6, 5), away=away).value
    late = asked(seen, date(2026, 6, 9), away=away).value

    assert excused.projected > plain.projected
    assert excused.silent < 10
    assert late.silent == plain.silent + 2


def test_last_years_campaign_months_are_not_mistaken_for_a_slack_year():
    shape = tuple(Decimal(each) for each in (10, 10, 10, 10, 10, 10, 10, 200, 200, 10, 10, 10))
    seen = weekly(3, 25)

    even = asked(seen, date(2026, 6, 30)).value
    known = asked(seen, date(2026, 6, 30), last_year=shape).value

    assert known.projected > even.projected
    assert known.expected < even.expected


def test_a_mean_is_drawn_by_its_level_of_late():
    high, low = weekly(95, 20), weekly(75, 10, date(2026, 5, 29))

    found = asked(
        high + low, date(2026, 8, 1), consolidation=Consolidation.AVERAGE, target=Target.of(85)
    ).value

    assert found.achieved == Decimal("88.33")
    assert found.projected < found.achieved
    assert found.recent < 100


def test_a_range_to_be_kept_is_missed_on_either_side():
    kept = {
        "polarity": Polarity.STABILIZE,
        "consolidation": Consolidation.AVERAGE,
        "target": Target.between(60, 85),
    }

    inside, above, below = (
        asked(weekly(level, 20), date(2026, 6, 1), **kept).value.margin for level in (72, 95, 40)
    )

    assert inside > 0
    assert above < 0
    assert below < 0


def test_what_was_written_twice_on_a_day_adds_up_or_the_last_counts():
    twice = (Observed(START, Decimal(3)), Observed(START, Decimal(4)))

    assert [each.value for each in points(twice, START, END, adds_up=True)] == [7_000_000]
    assert [each.value for each in points(twice, START, END, adds_up=False)] == [4_000_000]


def test_a_day_off_weighs_nothing_and_a_span_without_workdays_counts_every_day():
    assert course(date(2026, 1, 1), date(2026, 1, 4), frozenset({date(2026, 1, 1)})) == (0, 0, DAY, DAY, DAY)
    assert course(date(2026, 1, 3), date(2026, 1, 4), NO_DAYS) == (0, DAY, 2 * DAY)


def test_a_season_needs_twelve_months_that_are_not_negative():
    assert season_of([1] * 11, START, NO_DAYS, 80) == ()
    assert season_of([1] * 11 + [-1], START, NO_DAYS, 80) == ()
    assert season_of([0] * 12, START, NO_DAYS, 80) == ()
    assert len(season_of([1] * 12, START, NO_DAYS, 80)) == 12


def test_what_is_a_half_life_back_weighs_half():
    assert weight(0, 800) == ONE
    assert abs(weight(800, 800) - ONE // 2) < ONE // 10_000
    assert weight(10**9, 1) == 1


def test_a_forecast_takes_no_longer_than_a_millisecond():
    seen = weekly(8, 50)
    asked(seen, END)
    begun = time.process_time()
    for _each in range(20):
        asked(seen, date(2026, 12, 20))

    assert (time.process_time() - begun) / 20 < 0.003  # three times the promise: this machine may be busy
