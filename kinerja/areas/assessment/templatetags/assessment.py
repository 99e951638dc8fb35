"""Words of this area for templates."""

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kinerja.areas.assessment.documents.grid import TONES
from kinerja.rules.codes import OrganisationPredicate, PaceState, Predicate, Rating
from kinerja.rules.verdict import Step, Verdict
from kinerja.tools.ui import markup

register = template.Library()

_UNIT_TONES = {
    OrganisationPredicate.ISTIMEWA: "baik",
    OrganisationPredicate.BAIK: "baik",
    OrganisationPredicate.BUTUH_PERBAIKAN: "perhatian",
    OrganisationPredicate.KURANG: "bahaya",
    OrganisationPredicate.SANGAT_KURANG: "bahaya",
}
_PACE_TONES = {
    PaceState.SESUAI_JALUR: "baik",
    PaceState.TERTINGGAL: "perhatian",
    PaceState.BERISIKO: "bahaya",
}


@register.simple_tag
def predikat(code: str) -> SafeString:
    """The chip of an employee's predikat."""
    found = Predicate(code)
    return markup.chip(_(found.label), TONES[found])


@register.simple_tag
def predikat_unit(code: str) -> SafeString:
    """The chip of a unit's predikat."""
    found = OrganisationPredicate(code)
    return markup.chip(_(found.label), _UNIT_TONES[found])


@register.filter
def peringkat(code: str | None) -> str:
    """The words of a rating; a dash for none."""
    return _(Rating(code).label) if code else "–"


@register.filter
def kalimat(step: Step) -> str:
    """The sentence of a step in the reader's language."""
    return step.sentence(_)


@register.filter
def kalimat_semua(verdict: Verdict[Any]) -> list[str]:
    """All sentences of a verdict."""
    return verdict.sentences(_)


@register.filter
def arti(text: str) -> str:
    """A text of the rules in the reader's language."""
    return _(text)


@register.simple_tag
def laju(verdict: Verdict[Any] | None) -> SafeString | str:
    """The pace bar of an indicator, with its phrase."""
    if verdict is None:
        return ""
    found = verdict.value
    way = markup.Pace(
        float(found.target.low),
        float(found.achieved or 0),
        float(found.expected.low) if found.expected != found.target else None,
    )
    return markup.pace(way, verdict.steps[0].sentence(_), _PACE_TONES.get(found.state, "netral"))


@register.filter
def bagian(count: int, people: int) -> float:
    """A count per hundred of the people."""
    return 100 * count / people if people else 0
