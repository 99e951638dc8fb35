"""The edges of the pace: the first day, the last day, the threshold itself."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja.rules import parameters
from kinerja.rules.codes import Consolidation, PaceState, Polarity
from kinerja.rules.monitoring.pace import Pace, expected, pace
from kinerja.rules.monitoring.share import linear
from kinerja.rules.planning.achievement import Target
from kinerja.rules.verdict import Verdict

ON = date(2026, 9, 1)
FORECAST = "Dengan laju ini"


def judged(achieved, share, **changed):
    given = {
        "polarity": Polarity.MAXIMIZE,
        "consolidation": Consolidation.SUM,
        "target": Target.of(60),
        "achieved": achieved,
        "share": share,
        "on": ON,
    }
    return pace(**(given | changed))


def test_the_story_of_being_behind():
    assert judged(Decimal(42), Fraction(3, 4), unit="pasien").sentences() == [
        "42 dari 60 pasien, seharusnya 45 hari ini",
        "Terhadap yang seharusnya: 93,33%. Sesuai jalur mulai 95%, berisiko di bawah 80%: tertinggal.",
        "Dengan laju ini, akhir periode diperkirakan 56 pasien.",
    ]


def test_on_the_last_day_there_is_nothing_left_to_forecast():
    told = judged(Decimal(42), Fraction(1)).sentences()

    assert not any(FORECAST in sentence for sentence in told)


def test_before_the_beginning_there_is_nothing_to_compare():
    verdict = judged(Decimal(3), Fraction(0))

    assert verdict.sentences() == ["belum mulai, target 60"]
    assert verdict.value.ratio is None
    assert verdict.value.projected is None


def test_a_level_has_no_forecast_of_its_own():
    level = judged(Decimal(82), Fraction(1, 2), consolidation=Consolidation.AVERAGE, target=Target.of(85))

    assert not any(FORECAST in sentence for sentence in level.sentences())


def test_nothing_due_yet_is_on_track_without_a_percentage():
    early = judged(Decimal(0), Fraction(1, 100))

    assert early.value.expected == Target.of(0)
    assert early.value.state is PaceState.SESUAI_JALUR
    assert early.value.ratio is None


@pytest.mark.parametrize(
    ("polarity", "low", "high"),
    [(Polarity.MAXIMIZE, 30, 30), (Polarity.MINIMIZE, 31, 31), (Polarity.STABILIZE, 30, 31)],
)
def test_whole_pieces_are_rounded_to_the_side_of_the_employee(polarity, low, high):
    due = expected(polarity, Consolidation.SUM, Target.of(61), Fraction(1, 2))

    assert (due.low, due.high) == (low, high)


def test_a_range_with_one_whole_end_is_not_in_whole_pieces():
    due = expected(Polarity.STABILIZE, Consolidation.SUM, Target.between(1, Decimal("2.5")), Fraction(1, 2))

    assert (due.low, due.high) == (Decimal("0.5"), Decimal("1.25"))


@pytest.mark.parametrize(
    ("achieved", "state"),
    [
        ("95", PaceState.SESUAI_JALUR),
        ("94.99", PaceState.TERTINGGAL),
        ("80", PaceState.TERTINGGAL),
        ("79.99", PaceState.BERISIKO),
    ],
)
def test_the_thresholds_themselves_belong_to_the_better_word(achieved, state):
    assert judged(Decimal(achieved), Fraction(1, 2), target=Target.of(200)).value.state is state


def test_using_a_limit_up_exactly_is_not_beyond_it():
    limit = {"polarity": Polarity.MINIMIZE, "target": Target.of(20)}

    assert judged(Decimal(20), Fraction(1, 50), **limit).value.state is PaceState.TERTINGGAL
    assert judged(Decimal(21), Fraction(1, 50), **limit).value.state is PaceState.BERISIKO


def test_more_than_the_whole_of_a_kept_range_cannot_be_won_back():
    kept = {"polarity": Polarity.STABILIZE, "target": Target.between(90, 100)}

    assert judged(Decimal(101), Fraction(1, 50), **kept).value.state is PaceState.BERISIKO


def test_an_average_above_its_limit_can_still_be_won_back():
    early = judged(
        Decimal(45),
        Fraction(1, 50),
        polarity=Polarity.MINIMIZE,
        consolidation=Consolidation.AVERAGE,
        target=Target.of(30),
    )

    assert early.value.state is PaceState.TERTINGGAL


@pytest.mark.parametrize(
    ("polarity", "achieved", "state"),
    [
        (Polarity.MAXIMIZE, -1, PaceState.SESUAI_JALUR),
        (Polarity.MAXIMIZE, -2, PaceState.TERTINGGAL),
        (Polarity.MINIMIZE, -2, PaceState.SESUAI_JALUR),
        (Polarity.MINIMIZE, 0, PaceState.TERTINGGAL),
        (Polarity.STABILIZE, -1, PaceState.SESUAI_JALUR),
        (Polarity.STABILIZE, 0, PaceState.TERTINGGAL),
        (Polarity.STABILIZE, -2, PaceState.TERTINGGAL),
    ],
)
def test_a_negative_level_is_compared_as_it_is(polarity, achieved, state):
    level = judged(
        Decimal(achieved),
        Fraction(1, 2),
        polarity=polarity,
        consolidation=Consolidation.TAKE_LAST_KNOWN,
        target=Target.of(-1),
    )

    assert level.value.state is state


def test_a_pace_can_be_stored_and_told_again():
    verdict = judged(Decimal(42), Fraction(3, 4), unit="pasien")
    again = Verdict.from_json(verdict.to_json())

    assert isinstance(again.value, Pace)
    assert again == verdict


def test_without_thresholds_for_a_day_no_word_is_said():
    with pytest.raises(parameters.NoFigure):
        judged(Decimal(42), Fraction(3, 4), on=date(2021, 12, 31))


def test_the_first_and_the_last_working_day_of_a_span():
    start, end = date(2026, 1, 5), date(2026, 1, 9)

    assert linear(start, end, start) == Fraction(1, 5)
    assert linear(start, end, date(2026, 1, 8)) == Fraction(4, 5)
    assert linear(start, end, end) == 1
