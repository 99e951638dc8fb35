"""Quiet hours over midnight, within a day, and never."""

from datetime import datetime

import pytest

from kinerja.base.inbox.hours import Hours, defaults
from kinerja.tools import clock

USUAL = Hours(20 * 60, 6 * 60, 7 * 60)


def at(hour: int, minute: int = 0, day: int = 8) -> datetime:
    return datetime(2026, 4, day, hour, minute, tzinfo=clock.WIB)


def test_the_usual_hours_are_dated_figures_of_our_own() -> None:
    assert defaults(at(10).date()) == USUAL


@pytest.mark.parametrize(
    ("moment", "allowed"),
    [
        (at(19, 59), at(19, 59)),
        (at(20), at(6, day=9)),
        (at(23, 59), at(6, day=9)),
        (at(0), at(6)),
        (at(5, 59), at(6)),
        (at(6), at(6)),
    ],
)
def test_the_night_reaches_over_midnight(moment: datetime, allowed: datetime) -> None:
    assert USUAL.allowed(moment) == allowed


@pytest.mark.parametrize(("moment", "quiet"), [(at(11, 59), False), (at(12), True), (at(13), False)])
def test_hours_within_a_day(moment: datetime, quiet: bool) -> None:
    assert Hours(720, 780, 420).is_quiet(moment) is quiet


@pytest.mark.parametrize("hour", range(24))
def test_equal_hours_are_never_quiet(hour: int) -> None:
    assert not Hours(0, 0, 420).is_quiet(at(hour))
