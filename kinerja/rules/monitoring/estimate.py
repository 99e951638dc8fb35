"""Where a series ends, and how far off that may be: exact integers, so that the same reports give the same answer anywhere."""

from __future__ import annotations

from math import isqrt
from typing import NamedTuple

from kinerja.rules.monitoring.fading import ONE, weight
from kinerja.rules.monitoring.series import Series


class Settings(NamedTuple):
    """The figures of our own that decide (parameters `forecast.`), as whole numbers."""

    memory: int
    level_memory: int
    mix: int
    prior: int
    noise: int
    unforeseen: int
    level_unforeseen: int
    limit_unforeseen: int
    level_limit_unforeseen: int
    width: int
    season_trust: int
    patience: int
    grace: int
    reports: int
    share: int


class End(NamedTuple):
    """What is expected at the end; its standard deviation if all goes on as it is, and with what nobody foresees.

    `recent` is the work of late against all work so far, in percent.
    """

    value: int
    deviation: int
    unsure: int
    recent: int


def growing(found: Series, begin: int, goal: int, whole: int, settings: Settings, *, limit: bool) -> End:
    """A figure that adds up: what is there, and the rate of late over what is left.

    The plan counts as a stretch before the first: with few reports the rate stays near it.
    """
    memory = whole * settings.memory // 100
    plan, prior = goal - begin, whole * settings.prior // 100
    first = weight(found.as_of, memory)
    weighted_work, weighted_value, squares = first * prior, first * prior * plan // whole, 0
    done, work = 0, 0
    for ends, each_work, value, _count in found.stretches:
        each = weight(found.as_of - ends, memory)
        weighted_work += each * each_work
        weighted_value += each * value
        squares += each * each * each_work
        done, work = done + value, work + each_work
    late = weighted_value * whole // weighted_work  # a whole course at the rate of late
    ever = (done * whole + prior * plan) // (work + prior)
    rate = (late * settings.mix + ever * (100 - settings.mix)) // 100
    left = whole - found.as_of
    variance = _variance_of_work(found, late, plan, whole, memory, settings)
    spread = variance * left + left * left * variance * squares // (weighted_work * weighted_work)
    end = begin + done + rate * left // whole
    unforeseen = (
        (settings.limit_unforeseen if limit else settings.unforeseen) * abs(plan) // 100 * left // whole
    )
    return End(end, isqrt(spread), isqrt(spread + unforeseen * unforeseen), _percent(late, ever))


def _variance_of_work(
    found: Series, late: int, plan: int, whole: int, memory: int, settings: Settings
) -> int:
    """How much a piece of work scatters around the rate, per unit of work; few reports lean on what is usual."""
    usual = (settings.noise * abs(plan) // 100) ** 2 // (12 * whole)
    weights, total = 2 * ONE, 2 * ONE * usual
    for ends, work, value, _count in found.stretches:
        each = weight(found.as_of - ends, memory)
        off = value - late * work // whole
        weights += each
        total += each * (off * off // work)
    return total // weights


def level(
    found: Series,
    offsets: tuple[int, list[int]],
    goal: int,
    whole: int,
    settings: Settings,
    *,
    mean: bool,
    limit: bool,
) -> End:
    """A figure that stands where it stands: its level of late, and for a mean what is already in it.

    `offsets`: what the season adds on average over the work left, and for each stretch. `limit`: less is better, and then
    nothing bounds how bad it may get.
    """
    left_offset, each_offset = offsets
    memory = whole * (settings.level_memory if mean else settings.level_memory // 2 + 1) // 100
    first = weight(found.as_of, memory)
    weights, total, squares = first, first * goal, 0
    count, done = 0, 0
    for (ends, _work, value, number), offset in zip(found.stretches, each_offset, strict=True):
        if number:
            each = weight(found.as_of - ends, memory)
            weights += each * number
            total += each * (value - offset * number)
            squares += each * each * number
            count, done = count + number, done + value
    late = total // weights
    variance = _variance_of_level(found, each_offset, late, goal, memory, settings)
    of_late = variance * squares // (weights * weights)
    left = whole - found.as_of
    surprise = settings.level_limit_unforeseen if limit else settings.level_unforeseen
    unforeseen = surprise * abs(goal) // 100 * left // whole
    ever = done // count if count else late
    if not mean:
        spread = of_late + variance
        return End(
            late + left_offset, isqrt(spread), isqrt(spread + unforeseen * unforeseen), _percent(late, ever)
        )
    future = max(count * left // max(found.as_of, 1), 1)
    every = count + future
    end = (done + future * (late + left_offset)) // every
    spread = (of_late + variance // future) * future * future // (every * every)
    return End(end, isqrt(spread), isqrt(spread + unforeseen * unforeseen), _percent(late, ever))


def _variance_of_level(
    found: Series, offsets: list[int], late: int, goal: int, memory: int, settings: Settings
) -> int:
    usual = (settings.noise * abs(goal) // 400) ** 2
    weights, total = 2 * ONE, 2 * ONE * usual
    for (ends, _work, value, number), offset in zip(found.stretches, offsets, strict=True):
        if number:
            each = weight(found.as_of - ends, memory)
            off = value - (late + offset) * number
            weights += each
            total += each * (off * off // number)
    return total // weights


def _percent(late: int, ever: int) -> int:
    return late * 100 // ever if ever else 100
