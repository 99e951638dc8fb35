"""The phrase beside the pace bar."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kinerja.rules.codes import Consolidation, PaceState, Polarity
from kinerja.rules.planning.achievement import Target
from kinerja.rules.wording import gettext_noop as _

_GROWING = {
    Polarity.MAXIMIZE: _("{achieved} dari {target}{unit}, seharusnya {expected} hari ini"),
    Polarity.MINIMIZE: _("{achieved} dari batas {target}{unit}, sampai hari ini paling banyak {expected}"),
    Polarity.STABILIZE: _(
        "{achieved} dari {target}{unit}, seharusnya {expected} sampai {expected_high} hari ini"
    ),
}
_GROWING_RANGE = _(
    "{achieved}{unit}, target {target} sampai {target_high}, "
    "seharusnya {expected} sampai {expected_high} hari ini"
)
_LEVEL = {
    (Consolidation.AVERAGE, False): _("rata-rata {achieved}{unit}, target {target}"),
    (Consolidation.AVERAGE, True): _("rata-rata {achieved}{unit}, target {target} sampai {target_high}"),
    (Consolidation.TAKE_LAST_KNOWN, False): _("terakhir {achieved}{unit}, target {target}"),
    (Consolidation.TAKE_LAST_KNOWN, True): _(
        "terakhir {achieved}{unit}, target {target} sampai {target_high}"
    ),
}
_MOVING = {
    False: _("terakhir {achieved}{unit}, target {target}, seharusnya {expected} hari ini"),
    True: _(
        "terakhir {achieved}{unit}, target {target} sampai {target_high}, "
        "seharusnya {expected} sampai {expected_high} hari ini"
    ),
}
_SILENT = {
    (PaceState.BELUM_MULAI, False): _("belum mulai, target {target}{unit}"),
    (PaceState.BELUM_MULAI, True): _("belum mulai, target {target} sampai {target_high}{unit}"),
    (PaceState.BELUM_ADA_LAPORAN, False): _(
        "belum ada laporan, seharusnya {expected} dari {target}{unit} hari ini"
    ),
    (PaceState.BELUM_ADA_LAPORAN, True): _(
        "belum ada laporan, seharusnya {expected} sampai {expected_high}{unit} hari ini"
    ),
}
_SILENT_LIMIT = _("belum ada laporan, sampai hari ini paling banyak {expected} dari batas {target}{unit}")


def phrase(
    polarity: Polarity,
    consolidation: Consolidation,
    state: PaceState,
    target: Target,
    due: Target,
    achieved: Decimal | None,
    unit: str,
) -> tuple[str, dict[str, Any]]:
    """The template and its parameters; `unit` is set off by a blank, or left out."""
    params = {
        "achieved": achieved,
        "target": target.low,
        "target_high": target.high,
        "expected": due.low,
        "expected_high": due.high,
        "unit": f" {unit}" if unit else "",
    }
    return _template(polarity, consolidation, state, target, due), params


def _template(
    polarity: Polarity, consolidation: Consolidation, state: PaceState, target: Target, due: Target
) -> str:
    if (state, target.is_range) in _SILENT:
        is_limit = polarity is Polarity.MINIMIZE and consolidation is Consolidation.SUM
        if is_limit and state is PaceState.BELUM_ADA_LAPORAN and not target.is_range:
            return _SILENT_LIMIT
        return _SILENT[state, target.is_range]
    if consolidation is Consolidation.SUM:
        return _GROWING_RANGE if target.is_range else _GROWING[polarity]
    if due != target:
        return _MOVING[target.is_range]
    return _LEVEL[consolidation, target.is_range]
