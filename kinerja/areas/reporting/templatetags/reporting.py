"""`{% load reporting %}`: words and chips for reports and their pace."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from kinerja.areas.reporting.models import Report
from kinerja.rules.codes import PaceState
from kinerja.rules.monitoring.pace import Pace
from kinerja.rules.verdict import Verdict
from kinerja.tools.ui import markup

register = template.Library()

_PACE_TONES = {
    PaceState.SESUAI_JALUR: "baik",
    PaceState.TERTINGGAL: "perhatian",
    PaceState.BERISIKO: "bahaya",
}


@register.filter
def state_chip(report: Report) -> SafeString:
    """The state of a report, as a word with its colour."""
    return markup.chip(report.get_state_display(), report.tone)


@register.filter
def can(report: Report, verb: str) -> bool:
    """Whether the report's state has this move."""
    return report.can(verb)


@register.filter
def files_words(report: Any) -> str:
    """`2 berkas bukti` or `tanpa bukti`, from a report that carries `files`."""
    if not report.files:
        return gettext("tanpa bukti")
    return ngettext("%(n)d berkas bukti", "%(n)d berkas bukti", report.files) % {"n": report.files}


@register.filter
def pace_words(verdict: Verdict[Pace]) -> str:
    """`100 dari 600 pasien, seharusnya 298 hari ini`."""
    return verdict.steps[0].sentence(gettext)


@register.filter
def pace_chip(verdict: Verdict[Pace]) -> SafeString:
    """`tertinggal`, with its colour."""
    state = verdict.value.state
    return markup.chip(gettext(state.label), _PACE_TONES.get(state, "netral"))
