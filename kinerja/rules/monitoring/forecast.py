"""Perkiraan akhir periode: where an indicator will end and how far off that may be; nothing where too little is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from kinerja.rules import parameters
from kinerja.rules.citation import design
from kinerja.rules.codes import Consolidation, Polarity
from kinerja.rules.monitoring.course import DAY, course, season_of
from kinerja.rules.monitoring.estimate import End, Settings, growing, level
from kinerja.rules.monitoring.series import (
    SCALE,
    Away,
    Observed,
    Point,
    Series,
    missing,
    points,
    rises,
    series,
    whole,
)
from kinerja.rules.planning.achievement import Target, achievement
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import exact, half_up
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.working_days import NO_FREE_DAYS

CITES = (design("3"),)
_LONGEST_YEARS = 2
_MONTHS = 12
#: decimals that decide a percentage; the farthest margin; millionths that a Decimal holds exactly
_FINE, _FAR, _EXACT = 6, 9_999, 10**26
#: working days without a report that are worth a sentence
_SAID_SILENT = 5
#: a share of something ends at the whole of it
_PERCENT, _WHOLE = frozenset({"persen", "%"}), 100
_RANGE = _("Delapan dari sepuluh kali hasil akhirnya antara {low} dan {high}{unit}.")
_BY_DAYS = _("Menurut hari kerja, sampai hari ini seharusnya {expected}{unit}.")
_BY_SEASON = _("Menurut hari kerja dan bentuk tahun lalu, sampai hari ini seharusnya {expected}{unit}.")
_SILENT = _("Sudah {silent} hari kerja tidak ada laporan.")
_NEEDED_EACH = _("Agar target tercapai, tiap hari kerja yang tersisa perlu {needed}{unit}.")
_NEEDED_MEAN = _("Agar target tercapai, rata-rata laporan berikutnya perlu {needed}{unit}.")
_OUT_OF_REACH = _(
    "Agar target tercapai, rata-rata laporan berikutnya perlu lebih dari {whole}{unit}: tampaknya tidak terkejar lagi."
)
_AT_MOST_EACH = _("Agar batas tidak terlampaui, tiap hari kerja yang tersisa paling banyak {needed}{unit}.")
_AT_MOST_MEAN = _("Agar batas tidak terlampaui, rata-rata laporan berikutnya paling tinggi {needed}{unit}.")


@record
@dataclass(frozen=True, slots=True)
class Forecast:
    """Where the period is expected to end, in the unit of the indicator; None where too little is known.

    `low` to `high` holds the end in eight of ten cases. `percent` is the achievement the end would be, `give` how far it
    may be off. `margin` counts, in hundredths, the standard deviations by which the end lies on the good side of the target.
    `expected` is what would be there today on the way to the target. `recent` compares the pace of late with that of the
    whole period so far, in percent. `silent` are the working days without a report, once they are too many. `needed` is
    what each working day left must bring for the target, or at most; None where that cannot be won any more.
    """

    expected: Decimal
    share: Fraction
    reports: int = 0
    achieved: Decimal | None = None
    projected: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    percent: Decimal | None = None
    give: Decimal | None = None
    margin: int | None = None
    recent: int = 100
    silent: int = 0
    needed: Decimal | None = None


class Found(NamedTuple):
    """What the figures come to, before anybody is told: in millionths."""

    series: Series
    end: End
    achieved: int
    goal: int
    begin: int
    reports: int
    way: tuple[int, ...]


def forecast(
    *,
    polarity: Polarity,
    consolidation: Consolidation,
    target: Target,
    start: date,
    end: date,
    on: date,
    observations: Sequence[Observed] = (),
    baseline: Decimal | None = None,
    last_year: Sequence[Decimal] = (),
    free_days: frozenset[date] = NO_FREE_DAYS,
    away: Sequence[Away] = (),
    unit: str = "",
) -> Verdict[Forecast]:
    """The end of the period as the reports up to `on` let expect it.

    `last_year`: of SUM the amount of each month, of AVERAGE its mean, of TAKE_LAST_KNOWN where the month ended; twelve or
    none. Raises Refused for a span that is the wrong way round or longer than two years.
    """
    if end < start:
        raise Refused("end", _("Akhir periode mendahului awalnya."))
    if end.year - start.year >= _LONGEST_YEARS:
        raise Refused("end", _("Periode paling panjang {most} tahun."), {"most": _LONGEST_YEARS})
    if len(last_year) not in (0, _MONTHS):
        raise Refused("last_year", _("Angka tahun lalu harus dua belas, satu untuk tiap bulan."))
    settings = settings_on(on)
    asked = Asked(
        polarity, consolidation, target, start, end, on, baseline, tuple(map(whole, last_year)), free_days
    )
    found = reckon(asked, observations, away, settings)
    return told(asked, found, unit, settings)


class Asked(NamedTuple):
    """The question without the reports."""

    polarity: Polarity
    consolidation: Consolidation
    target: Target
    start: date
    end: date
    on: date
    baseline: Decimal | None
    last_year: tuple[int, ...]
    free_days: frozenset[date]

    def grows(self, settings: Settings) -> tuple[int, ...]:
        """The course of the work: with last year's months where the figure adds up from nothing or from a known figure."""
        season: tuple[int, ...] = ()
        if self.last_year and self.is_moving:
            season = season_of(self._amounts(), self.start, self.free_days, settings.season_trust)
        return course(self.start, self.end, self.free_days, season)

    @property
    def is_moving(self) -> bool:
        """It moves towards the target; else it is a level that holds every day."""
        if self.consolidation is Consolidation.TAKE_LAST_KNOWN:
            return self.baseline is not None
        return self.consolidation is Consolidation.SUM

    def _amounts(self) -> list[int]:
        if self.consolidation is Consolidation.SUM:
            return list(self.last_year)
        steps = [after - before for before, after in zip(self.last_year, self.last_year[1:], strict=False)]
        steps = [sum(steps) // len(steps), *steps]
        return [-step for step in steps] if sum(steps) < 0 else steps


def reckon(asked: Asked, observations: Sequence[Observed], away: Sequence[Away], settings: Settings) -> Found:
    """The rule without its words. No figure is read, nothing is rounded but to millionths."""
    way = asked.grows(settings)
    on = min(asked.on, asked.end)
    adds_up = asked.consolidation is not Consolidation.TAKE_LAST_KNOWN
    seen = points(observations, asked.start, on, adds_up=adds_up)
    count = sum(each.reports for each in seen)
    begin = whole(asked.baseline) if asked.baseline is not None and not adds_up else 0
    goal = _goal(asked)
    now = way[max((on - asked.start).days + 1, 0)]
    gone = missing(seen, way, asked.start, on, away, settings.grace)
    limit = asked.polarity is Polarity.MINIMIZE and adds_up
    if asked.is_moving:
        steps = rises(seen, begin) if not adds_up else seen
        found = series(steps, way, now, gone, settings.patience)
        achieved = begin + sum(each.value for each in steps)
        if on == asked.end:
            return Found(
                found._replace(as_of=way[-1]), End(achieved, 0, 0, 100), achieved, goal, begin, count, way
            )
        return Found(
            found,
            growing(found, begin, goal, way[-1], settings, limit=limit),
            achieved,
            goal,
            begin,
            count,
            way,
        )
    found = series(_sums(seen) if not adds_up else seen, way, now, gone, settings.patience)
    achieved = _level_now(seen, mean=adds_up)
    if on == asked.end:
        return Found(
            found._replace(as_of=way[-1]), End(achieved, 0, 0, 100), achieved, goal, begin, count, way
        )
    ends = level(found, _offsets(asked, found, way), goal, way[-1], settings, mean=adds_up, limit=limit)
    return Found(found, ends, achieved, goal, begin, count, way)


def _sums(seen: Sequence[Point]) -> list[Point]:
    """A last known figure stands once, however often it was written on its day."""
    return [Point(each.place, each.value, 1) for each in seen]


def _level_now(seen: Sequence[Point], *, mean: bool) -> int:
    if not seen:
        return 0
    if not mean:
        return seen[-1].value
    return sum(each.value for each in seen) // sum(each.reports for each in seen)


def _goal(asked: Asked) -> int:
    """The edge of the target that decides; of a range to be kept its middle."""
    low, high = whole(asked.target.low), whole(asked.target.high)
    if asked.polarity is Polarity.STABILIZE:
        return (low + high) // 2
    return low if asked.polarity is Polarity.MAXIMIZE else high


def _offsets(asked: Asked, found: Series, way: tuple[int, ...]) -> tuple[int, list[int]]:
    """What last year's months lie above their mean: on average in the work left, and at each stretch."""
    if not asked.last_year:
        return 0, [0] * len(found.stretches)
    mean = sum(asked.last_year) // _MONTHS
    #: half of it: a single year is not the season
    month = [(each - mean) // 2 for each in asked.last_year]
    # a year is taken in twelve equal parts of work, the first being that of the month in which it begins
    parts = [month[(asked.start.month - 1 + part) % _MONTHS] for part in range(_MONTHS)]
    each = [parts[min(stretch.ends * _MONTHS // way[-1], _MONTHS - 1)] for stretch in found.stretches]
    left = [parts[part] for part in range(_MONTHS) if (part + 1) * way[-1] > found.as_of * _MONTHS]
    return (sum(left) // len(left) if left else 0), each


def told(asked: Asked, found: Found, unit: str, settings: Settings) -> Verdict[Forecast]:
    """The verdict: rounded as people write, with its sentences."""
    way, whole_way = found.way, found.way[-1]
    places = 0 if asked.consolidation is Consolidation.SUM and _in_whole_pieces(asked.target) else 2
    now = way[max((min(asked.on, asked.end) - asked.start).days + 1, 0)]
    enough = found.reports >= settings.reports and found.series.as_of * 100 >= settings.share * whole_way
    known = _known(asked, found, settings, places) if enough else _Known(None, None, None, None, None, None)
    value = Forecast(
        projected=known.projected, low=known.low, high=known.high, percent=known.percent, give=known.give,
        margin=known.margin, expected=_number(_expected(asked, found, now), places),
        achieved=_number(found.achieved, places) if found.reports else None, recent=found.end.recent,
        silent=found.series.silent // DAY, needed=_needed(asked, found, now) if found.reports else None,
        reports=found.reports, share=Fraction(now, whole_way),
    )  # fmt: skip
    return Verdict(value, tuple(_steps(asked, value, unit, settings)), CITES)


class _Known(NamedTuple):
    projected: Decimal | None
    low: Decimal | None
    high: Decimal | None
    percent: Decimal | None
    give: Decimal | None
    margin: int | None


def _known(asked: Asked, found: Found, settings: Settings, places: int) -> _Known:
    end, half = found.end, found.end.unsure * settings.width // 100
    low = end.value - half
    if asked.consolidation is Consolidation.SUM and end.value >= found.achieved:
        low = max(low, found.achieved)  # what is done is done
    projected = _number(end.value, places)
    percent = achievement(asked.polarity, asked.target, _number(end.value, _FINE)).value
    give = None if percent is None or not found.goal else half_up(Fraction(half * 100, abs(found.goal)), 0)
    return _Known(
        projected, _number(low, places), _number(end.value + half, places),
        None if give is None or percent is None else half_up(percent, 0), give, _margin(asked, end),
    )  # fmt: skip


def _margin(asked: Asked, end: End) -> int:
    """Hundredths of standard deviations on the good side of the target."""
    below, above = end.value - whole(asked.target.low), whole(asked.target.high) - end.value
    sides = {Polarity.MAXIMIZE: below, Polarity.MINIMIZE: above, Polarity.STABILIZE: min(below, above)}
    margin = sides[asked.polarity] * 100 // max(end.deviation, 1)
    return max(-_FAR, min(_FAR, margin))


def _expected(asked: Asked, found: Found, now: int) -> int:
    if not asked.is_moving:
        return found.goal
    return found.begin + (found.goal - found.begin) * now // found.way[-1]


def _needed(asked: Asked, found: Found, now: int) -> Decimal | None:
    """What a working day left must bring, or what a mean must be from here on; None where nothing is left or to be won."""
    plain = course(asked.start, asked.end, asked.free_days)
    left = (plain[-1] - plain[max((min(asked.on, asked.end) - asked.start).days + 1, 0)]) // DAY
    if not left or asked.polarity is Polarity.STABILIZE:
        return None
    if asked.is_moving:
        rest = found.goal - found.achieved
        over = rest <= 0 if found.goal >= found.begin else rest >= 0
        return None if over else _number(rest // left, 2)
    if asked.consolidation is not Consolidation.AVERAGE:
        return None
    future = max(found.reports * (found.way[-1] - now) // max(now, 1), 1)
    mean = (found.goal * (found.reports + future) - found.achieved * found.reports) // future
    return None if mean < 0 < found.achieved else _number(mean, 2)


def _advice(asked: Asked, needed: Decimal, unit: str) -> str:
    """The sentence that says what is needed: of a limit at most, else at least; more than everybody is not asked for."""
    if asked.polarity is Polarity.MINIMIZE and asked.consolidation is not Consolidation.TAKE_LAST_KNOWN:
        return _AT_MOST_EACH if asked.is_moving else _AT_MOST_MEAN
    if asked.is_moving:
        return _NEEDED_EACH
    share = unit.lower() in _PERCENT and asked.target.high <= _WHOLE
    return _OUT_OF_REACH if share and needed > _WHOLE else _NEEDED_MEAN


def _steps(asked: Asked, value: Forecast, unit: str, settings: Settings) -> list[Step]:
    params = {
        "end": asked.end, "unit": f" {unit}" if unit else "", "projected": value.projected, "low": value.low,
        "high": value.high, "percent": value.percent, "give": value.give, "expected": value.expected,
        "achieved": value.achieved, "needed": value.needed, "recent": Decimal(value.recent), "silent": value.silent,
        "reports": value.reports, "least": settings.reports, "whole": _WHOLE,
    }  # fmt: skip
    if value.projected is None:
        first = _(
            "belum cukup data: {reports} laporan, perkiraan muncul sesudah {least} laporan dan awal periode lewat"
        )
    elif value.percent is not None:
        first = _("diperkirakan {percent:persen} ± {give} pada {end}")
    else:
        params["give"] = half_up((exact(value.high or 0) - exact(value.low or 0)) / 2, 2)
        first = _("diperkirakan {projected} ± {give}{unit} pada {end}")
    steps = [Step(first, params, CITES, value.projected)]
    if value.projected is not None and value.low != value.high:
        steps.append(Step(_RANGE, params, CITES))
    if asked.is_moving:
        steps.append(Step(_BY_SEASON if asked.last_year else _BY_DAYS, params, CITES, value.expected))
    if value.silent >= _SAID_SILENT:
        steps.append(Step(_SILENT, params, CITES))
    if value.needed is not None and value.margin is not None and value.margin < 0:
        steps.append(Step(_advice(asked, value.needed, unit), params, CITES, value.needed))
    return steps


def _number(millionths: int, places: int) -> Decimal:
    return (
        half_up(Fraction(millionths, SCALE), places)
        if abs(millionths) < _EXACT
        else Decimal(millionths // SCALE)
    )


def _in_whole_pieces(target: Target) -> bool:
    return all(bound == bound.to_integral_value() for bound in (target.low, target.high))


@lru_cache(maxsize=64)
def settings_on(on: date) -> Settings:
    """The figures that hold on a day."""
    return Settings(*(parameters.whole(f"forecast.{name}", on=on) for name in Settings._fields))
