"""The words of the board."""

from typing import Any
from uuid import UUID

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kinerja.base.ledger import topics
from kinerja.rules.codes import PaceState
from kinerja.rules.monitoring.pace import Pace
from kinerja.rules.verdict import Verdict
from kinerja.tools.live.templatetags.live import live_part

register = template.Library()


@register.simple_tag
def pace_word(state: PaceState, number: int) -> str:
    """ "2 berisiko"."""
    return f"{number} {gettext(state.label)}"


@register.simple_tag
def sentence(verdict: Verdict[Any]) -> str:
    """The first sentence of a verdict, in the language of the page."""
    return verdict.steps[0].sentence(gettext)


@register.simple_tag
def live_person(person_id: UUID) -> SafeString:
    """A fragment that hears one person's changes."""
    return live_part(topics.person(person_id))


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
