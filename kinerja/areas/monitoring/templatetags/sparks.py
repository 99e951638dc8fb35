"""The way to a target as a small picture in a line of the board: what should be there, what is there. Its words beside it."""

from collections.abc import Iterable
from decimal import Decimal
from html import escape

from django.utils.translation import gettext as _

from kinerja.areas.monitoring.queries import Trail
from kinerja.tools.ui import formats

WIDTH, HEIGHT, EDGE = 96, 32, 3


def spark(name: str, trail: Trail) -> str:
    """Actual against expected, month by month; for screen readers a sentence with the figures."""
    reached = [(at, value) for at, value in enumerate(trail.reached) if value is not None]
    figures = [*trail.expected, *(value for _at, value in reached)]
    least, high = min(figures), max(figures)
    low = min(Decimal(0), least)
    if least > high / 2:  # levels: from nothing, 92 against 90 would be two equal lines
        low = least - (high - least) / 2
    span, last = float(high - low) or 1.0, max(len(trail.days) - 1, 1)

    def place(at: int, value: Decimal) -> str:
        x = EDGE + (WIDTH - 2 * EDGE) * at / last
        return f"{x:.0f},{HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * float(value - low) / span:.1f}"

    due = " ".join(place(*each) for each in enumerate(trail.expected))
    done = [place(*each) for each in reached]
    here = _dot(done[-1]) if done else ""
    return (
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(_words(name, trail))}">'
        f'<polyline class="path-expected" points="{due}"/>'
        f'<polyline class="path-reached" points="{" ".join(done)}"/>{here}</svg>'
    )


def _dot(place: str) -> str:
    x, _comma, y = place.partition(",")
    return f'<circle class="path-here" cx="{x}" cy="{y}" r="2.5"/>'


def _words(name: str, trail: Trail) -> str:
    """`Pasien dilayani: tercapai 5, 9, 14; seharusnya 8, 16, 24, menurut bulan`."""
    return _("%(name)s, menurut bulan: tercapai %(reached)s; seharusnya %(expected)s") % {
        "name": name,
        "reached": _list(trail.reached),
        "expected": _list(trail.expected),
    }


def _list(figures: Iterable[Decimal | None]) -> str:
    return "; ".join(formats.number(each) for each in figures)
