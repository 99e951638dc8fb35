"""The words of the board."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kinerja.areas.monitoring.queries import Row
from kinerja.areas.monitoring.templatetags import drawing
from kinerja.rules.monitoring.pace import Pace
from kinerja.rules.verdict import Verdict

register = template.Library()


@register.simple_tag
def team_row(row: Row, by_row: bool = False, changed: bool = False) -> SafeString:
    """One person's line of the board."""
    return drawing.row(row, drawing.Words(), by_row=by_row, changed=changed)


@register.simple_tag
def team_rows(rows: Iterable[Row], by_row: bool = False) -> SafeString:
    """All lines of the board."""
    return drawing.rows(rows, by_row=by_row)


@register.inclusion_tag("monitoring/_pace.html")
def pace_bar(verdict: Verdict[Pace], tone: str) -> dict[str, Any]:
    """The pace bar of an indicator with its sentence."""
    pace = verdict.value
    return {
        "pace": pace,
        "tone": tone,
        "sentence": " ".join(step.sentence(gettext) for step in verdict.steps[:1]),
    }


_REPORT_TONES = {"DIKIRIM": "keterangan", "DITERIMA": "baik", "DIKEMBALIKAN": "perhatian"}


@register.filter
def report_tone(state: str) -> str:
    """The tone of a report's state."""
    return _REPORT_TONES.get(state, "netral")
