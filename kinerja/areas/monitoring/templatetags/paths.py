"""The picture of the way to a target, drawn on the server; the table beside it says the same in words."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kinerja.areas.monitoring.queries import Path
from kinerja.tools.ui import formats

register = template.Library()
WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 260, 76, 34, 26, 14
#: months whose names are written below
EVERY_MONTHS = 3


class Scale:
    """From days and figures to places in the picture."""

    def __init__(self, path: Path) -> None:
        forecast, target = path.verdict.value, path.line.target
        figures = [target.low, target.high, *(each.expected for each in path.milestones)]
        figures += [value for _day, value in path.reached]
        figures += [each for each in (forecast.low, forecast.high, path.line.baseline) if each is not None]
        low, high = min(figures), max(figures)
        self._low = Decimal(0) if 0 <= low <= high / 2 else low - (high - low) / 10
        self._span = (high - self._low) * Decimal("1.06") or Decimal(1)
        self._begin, self._days = path.line.begins, max((path.line.ends - path.line.begins).days, 1)

    def x(self, day: date) -> str:
        return f"{LEFT + (WIDTH - LEFT - RIGHT) * (day - self._begin).days / self._days:.1f}"

    def y(self, value: Decimal) -> str:
        part = float((value - self._low) / self._span)
        return f"{HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * part:.1f}"

    def line(self, points: Iterable[tuple[date, Decimal]]) -> str:
        return " ".join(f"{self.x(day)},{self.y(value)}" for day, value in points)


@register.simple_tag
def path_picture(path: Path) -> SafeString:
    """Target, what should be there, what is there, and the band of the forecast."""
    scale = Scale(path)
    begin = path.line.baseline if path.line.baseline is not None else _first(path)
    expected = scale.line(
        [(path.line.begins, begin), *((each.day, each.expected) for each in path.milestones)]
    )
    parts = [
        *(_target(scale, path, bound) for bound in {path.line.target.low, path.line.target.high}),
        _band(scale, path),
        format_html('<polyline class="path-expected" points="{}"/>', expected),
        format_html('<polyline class="path-reached" points="{}"/>', scale.line(path.reached)),
        *(_mark(scale, day, value) for day, value in path.reached[-1:]),
        _axis(scale, path),
    ]
    return format_html(
        '<svg class="path" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        WIDTH, HEIGHT, _("Jalan menuju target; angkanya ada dalam tabel di bawah."), mark_safe("".join(parts)),
    )  # fmt: skip


def _first(path: Path) -> Decimal:
    """A sum begins with nothing; a level is due from the first day."""
    return Decimal(0) if path.line.consolidation == "SUM" else path.milestones[0].expected


def _target(scale: Scale, path: Path, bound: Decimal) -> SafeString:
    return format_html(
        '<line class="path-target" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>'
        '<text class="path-word" x="{3}" y="{2}" dy="4" text-anchor="end">{4}</text>',
        scale.x(path.line.begins), scale.x(path.line.ends), scale.y(bound), LEFT - 6, formats.number(bound),
    )  # fmt: skip


def _band(scale: Scale, path: Path) -> SafeString:
    value = path.verdict.value
    if value.low is None or value.high is None or value.projected is None or not path.reached:
        return mark_safe("")
    day, here = path.reached[-1]
    x, y, end = scale.x(day), scale.y(here), scale.x(path.line.ends)
    return format_html(
        '<polygon class="path-band" points="{0},{1} {2},{3} {2},{4}"/>'
        '<line class="path-forecast" x1="{0}" y1="{1}" x2="{2}" y2="{5}"/>',
        x, y, end, scale.y(value.high), scale.y(value.low), scale.y(value.projected),
    )  # fmt: skip


def _mark(scale: Scale, day: date, value: Decimal) -> SafeString:
    return format_html(
        '<circle class="path-here" cx="{0}" cy="{1}" r="4"/>'
        '<text class="path-figure" x="{0}" y="{1}" dy="-10" text-anchor="middle">{2}</text>',
        scale.x(day), scale.y(value), formats.number(value),
    )  # fmt: skip


def _month(day: date) -> str:
    """The short name of the month, as the reader's language has it."""
    return formats.day(day, short=True).split()[1]


def _axis(scale: Scale, path: Path) -> SafeString:
    foot = HEIGHT - BOTTOM
    words = [
        format_html(
            '<text class="path-word" x="{}" y="{}" text-anchor="{}">{}</text>',
            scale.x(each.day),
            HEIGHT - 8,
            "end" if each.day == path.line.ends else "middle",
            _month(each.day),
        )  # fmt: skip
        for place, each in enumerate(path.milestones, start=1)
        if place % EVERY_MONTHS == 0
    ]
    line = format_html(
        '<line class="path-axis" x1="{0}" x2="{1}" y1="{2}" y2="{2}"/>', LEFT, WIDTH - RIGHT, foot
    )
    return mark_safe(line + "".join(words))
