"""Reports as stretches of work between them: what a forecast reckons with. Whole numbers throughout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from typing import NamedTuple

from kinerja.rules.monitoring.course import DAY
from kinerja.rules.stored import record

#: figures are reckoned in millionths
SCALE = 1_000_000
_WIDE = Context(prec=80)


@record
@dataclass(frozen=True, slots=True)
class Observed:
    """What was reported about the time up to a day.

    Of SUM the amount, of AVERAGE the sum of `count` figures, of TAKE_LAST_KNOWN the figure itself.
    """

    day: date
    value: Decimal
    count: int = 1


@record
@dataclass(frozen=True, slots=True)
class Away:
    """Days, both included, on which the system or the network was away."""

    begins: date
    ends: date


class Point(NamedTuple):
    """A day with reports: its place in the course, the figure in millionths, how many reports."""

    place: int
    value: int
    reports: int


class Stretch(NamedTuple):
    """Work between one report and the next: where it ends in the course, how much lay in it, what was reported."""

    ends: int
    work: int
    value: int
    reports: int


class Series(NamedTuple):
    """The stretches so far.

    `as_of`: how far in the course the reports speak; `silent`: the work since the last, once that is too long.
    """

    stretches: list[Stretch]
    as_of: int
    silent: int


def whole(number: Decimal) -> int:
    """In millionths, cut off."""
    return int(number.scaleb(6, _WIDE))


def points(observations: Iterable[Observed], start: date, on: date, *, adds_up: bool) -> list[Point]:
    """The days with reports up to `on`, in order; what stands on one day is added up, or the last of it counts."""
    last = (on - start).days + 1
    merged: dict[int, Point] = {}
    for each in observations:
        place = (each.day - start).days + 1
        if not 0 < place <= last or each.count < 1:
            continue
        earlier = merged.get(place)
        value, count = whole(each.value), each.count
        if earlier is not None:
            value, count = (earlier.value + value if adds_up else value), earlier.reports + count
        merged[place] = Point(place, value, count)
    return [merged[place] for place in sorted(merged)]


def rises(found: Sequence[Point], begin: int) -> list[Point]:
    """What each figure rose above the one before it, the first above `begin`."""
    before, steps = begin, []
    for each in found:
        steps.append(Point(each.place, each.value - before, each.reports))
        before = each.value
    return steps


def missing(
    found: Sequence[Point], course: tuple[int, ...], start: date, on: date, away: Iterable[Away], grace: int
) -> list[tuple[int, int]]:
    """The parts of the course that nobody could report yet: without a report, and at most `grace` days ago."""
    parts = []
    for each in away:
        first = max((each.begins - start).days, 0)
        end = min((min(each.ends, on) - start).days + 1, len(course) - 1)
        if first >= end or (on - each.ends).days > grace:
            continue
        if not any(first < point.place <= end for point in found):
            parts.append((course[first], course[end]))
    return parts


def series(
    found: Sequence[Point], course: tuple[int, ...], now: int, gone: list[tuple[int, int]], patience: int
) -> Series:
    """The stretches between reports, `now` being how much of the course has passed.

    What lies in `gone` is no work. A silence waits for the next report until it is `patience` percent of the usual
    distance between two; then it is a stretch in which nothing was done.
    """
    stretches: list[Stretch] = []
    before, value, count = 0, 0, 0
    for each in found:
        ends = course[each.place]
        value, count = value + each.value, count + each.reports
        work = ends - before - _within(gone, before, ends)
        if work > 0:
            stretches.append(Stretch(ends, work, value, count))
        elif stretches:  # a Saturday belongs to the week before it
            stretches[-1] = stretches[-1]._replace(
                value=stretches[-1].value + value, reports=stretches[-1].reports + count
            )
        else:
            continue
        before, value, count = ends, 0, 0
    silent = now - before - _within(gone, before, now)
    if not stretches or silent * 100 <= _usual(stretches) * patience:
        return Series(stretches, before, 0)
    stretches.append(Stretch(now, silent, 0, 0))
    return Series(stretches, now, silent)


def _usual(stretches: Sequence[Stretch]) -> int:
    """The work that usually lies between two reports: four in five are not longer; a week at least."""
    works = sorted(each.work for each in stretches)
    return max(works[(len(works) * 4 - 1) // 5], 5 * DAY)


def _within(gone: Iterable[tuple[int, int]], begin: int, end: int) -> int:
    return sum(max(0, min(end, last) - max(begin, first)) for first, last in gone)
