"""The words of the board."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kinerja.areas.monitoring.models import Alert, Outlook
from kinerja.areas.monitoring.queries import Path, Row, UnitRow
from kinerja.areas.monitoring.templatetags import drawing
from kinerja.rules.monitoring.codes import DeviationState
from kinerja.rules.monitoring.pace import Pace
from kinerja.rules.verdict import Verdict
from kinerja.tools.ui import formats

register = template.Library()


@register.simple_tag
def team_row(row: Row, changed: bool = False) -> SafeString:
    """One person's line of the board."""
    return drawing.row(row, drawing.Words(), changed=changed)


@register.simple_tag
def team_rows(rows: Iterable[Row]) -> SafeString:
    """All lines of the board."""
    return drawing.rows(rows)


@register.inclusion_tag("monitoring/_pace.html")
def pace_bar(verdict: Verdict[Pace], tone: str) -> dict[str, Any]:
    """The pace bar of an indicator with its sentence."""
    pace = verdict.value
    return {
        "pace": pace,
        "tone": tone,
        "sentence": " ".join(step.sentence(gettext) for step in verdict.steps[:1]),
    }


@register.simple_tag
def percent_of(part: int, whole: int) -> str:
    """`87%` of a number of people, without decimals: it counts heads."""
    return formats.percent(Decimal(100 * part) / whole, 0)


@register.simple_tag
def share_bar(row: UnitRow) -> SafeString:
    """The part on pace as a bar beside its figure."""
    return format_html(
        '<svg class="wall-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="wall-track" width="100" height="10"/><rect class="wall-part" width="{}" height="10"/></svg>',
        round(100 * row.on_pace / row.known),
    )


_REPORT_TONES = {"DIKIRIM": "keterangan", "DITERIMA": "baik", "DIKEMBALIKAN": "perhatian"}


@register.filter
def report_tone(state: str) -> str:
    """The tone of a report's state."""
    return _REPORT_TONES.get(state, "netral")


_DEVIATION_TONES = {
    DeviationState.BELUM_CUKUP_DATA: "netral",
    DeviationState.MENUJU_TARGET: "baik",
    DeviationState.DIAMATI: "perhatian",
    DeviationState.MENYIMPANG: "bahaya",
}


@register.inclusion_tag("monitoring/_forecast.html")
def forecast_words(path: Path, outlook: Outlook | None) -> dict[str, Any]:
    """What the rules say of one line: the forecast of this moment, the deviation as kept."""
    first, *rest = path.verdict.sentences(gettext)
    state = outlook.status if outlook else DeviationState.BELUM_CUKUP_DATA
    return {
        "first": first,
        "rest": rest,
        "reasons": outlook.reasons(gettext) if outlook else [],
        "word": gettext(state.label),
        "tone": _DEVIATION_TONES[state],
    }


@register.inclusion_tag("monitoring/_outlook.html")
def outlook_line(indicator_id: Any, outlooks: Mapping[Any, Outlook]) -> dict[str, Any]:
    """Under a pace bar: where the line is expected to end, and what to do about it."""
    found = outlooks.get(indicator_id)
    sentences = found.sentences(gettext) if found else []
    return {
        "key": indicator_id,
        "outlook": found,
        "sentences": sentences[:1]
        + ([sentences[-1]] if found and found.deviates and len(sentences) > 1 else []),
        "tone": _DEVIATION_TONES[found.status] if found else "netral",
        "word": gettext(found.status.label) if found else "",
    }


@register.simple_tag
def outlook_words(outlook: Outlook) -> str:
    """The forecast in one breath."""
    return ". ".join(outlook.sentences(gettext)[:1])


@register.inclusion_tag("monitoring/_reasons.html")
def alert_reasons(alert: Alert) -> dict[str, Any]:
    """Why a warning was opened, in the words of that day."""
    return {"sentences": alert.sentences(gettext)}
