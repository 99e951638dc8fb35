"""Advice on an indicator while it is typed."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Frequency
from kinerja.rules.codes import IndicatorFlaw, PeriodKind, Polarity, TreeLevel
from kinerja.rules.planning import indicator_quality
from kinerja.rules.planning.achievement import Target
from kinerja.tools.ui.forms import parse_decimal

_PERIOD_KINDS = {
    Frequency.DAILY: PeriodKind.BULANAN,
    Frequency.MONTHLY: PeriodKind.BULANAN,
    Frequency.QUARTERLY: PeriodKind.TRIWULANAN,
    Frequency.YEARLY: PeriodKind.TAHUNAN,
}


def quality_of(typed: Any, *, owner: str = "", is_iku: bool = False) -> list[str]:
    """Advice on an indicator while it is typed, from the raw fields of a form. Advice only: it stops nobody."""
    if not typed.get("name", "").strip():
        return []
    polarity, frequency = typed.get("polarity", ""), typed.get("frequency", "")
    draft = indicator_quality.IndicatorDraft(
        name=typed["name"].strip(),
        unit=typed.get("unit_of_measure", ""),
        target=_target(typed.get("target", ""), typed.get("target_upper", "")),
        polarity=Polarity[polarity] if polarity in {each.value for each in Polarity} else None,
        period=_PERIOD_KINDS.get(Frequency(frequency)) if frequency in Frequency.values else None,
        level=TreeLevel.IMMEDIATE_OUTCOME,
        is_iku=is_iku,
        baseline=_number(typed.get("baseline", "")),
        formula=typed.get("formula", ""),
        source=typed.get("source", ""),
        owner=owner,
    )
    verdict = indicator_quality.check(draft)
    in_words = "success" in typed
    return [
        step.sentence(_)
        for flaw, step in zip(verdict.value, verdict.warnings, strict=True)
        if not (in_words and flaw in _OF_NUMBERS)
    ]


#: what the qualitative approach does not ask for
_OF_NUMBERS = frozenset({IndicatorFlaw.NO_TARGET, IndicatorFlaw.NO_UNIT, IndicatorFlaw.NO_POLARITY})


def _number(text: str) -> Decimal | None:
    try:
        return parse_decimal(text) if text.strip() else None
    except forms.ValidationError:
        return None


def _target(text: str, upper: str) -> Target | None:
    low, high = _number(text), _number(upper)
    if low is None:
        return None
    return Target.between(low, high) if high is not None and high > low else Target.of(low)
