"""What changed from one version of an SKP to the next, line by line."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Indicator, Rhk, Skp
from kinerja.areas.planning.queries.faces import rhks_with_indicators
from kinerja.areas.planning.queries.skps import behaviours

ADDED, REMOVED, CHANGED = "added", "removed", "changed"


@dataclass
class Change:
    """One line that differs; `fields` are (label, before, after) of what changed in a line that stayed."""

    kind: str
    what: str
    title: str
    fields: list[tuple[str, Any, Any]] = field(default_factory=list)


def between(old: Skp, new: Skp) -> list[Change]:
    """The changes, results first, then indicators, expectations and annex."""
    before, after = rhks_with_indicators(old), rhks_with_indicators(new)
    return [
        *_lines(_("RHK"), before, after, _rhk_fields),
        *_lines(_("Indikator"), _indicators(before), _indicators(after), _indicator_fields),
        *_whole(_("Ekspektasi khusus pimpinan"), _expectations(old), _expectations(new)),
        *_whole(_("Lampiran dan masa berlaku"), _frame(old), _frame(new)),
    ]


def _indicators(rhks: list[Rhk]) -> list[Indicator]:
    return [indicator for rhk in rhks for indicator in rhk.indicators.all()]


def _lines(what: str, before: Iterable[Any], after: Iterable[Any], fields: Any) -> list[Change]:
    old = {line.lineage: line for line in before}
    new = {line.lineage: line for line in after}
    changes = [Change(ADDED, what, str(line)) for key, line in new.items() if key not in old]
    for key, line in new.items():
        differing = _differing(fields(old[key]), fields(line)) if key in old else []
        if differing:
            changes.append(Change(CHANGED, what, str(line), differing))
    return changes + [Change(REMOVED, what, str(line)) for key, line in old.items() if key not in new]


def _whole(what: str, before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    differing = _differing(before, after)
    return [Change(CHANGED, what, what, differing)] if differing else []


def _differing(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    return [(label, before[label], after[label]) for label in after if before[label] != after[label]]


def _rhk_fields(rhk: Rhk) -> dict[str, Any]:
    return {
        _("Rumusan"): rhk.statement,
        _("Jenis"): rhk.get_kind_display(),
        _("Perspektif"): rhk.get_perspective_display(),
        _("RHK pimpinan yang diintervensi"): rhk.supports.statement if rhk.supports else "",
        _("IKU yang didukung"): rhk.supports_iku.name if rhk.supports_iku else "",
        _("Penugasan dari"): rhk.get_assigned_from_display(),
        _("Keterangan penugasan"): rhk.assigned_note,
    }


def _indicator_fields(indicator: Indicator) -> dict[str, Any]:
    return {
        _("Nama"): indicator.name,
        _("Aspek"): indicator.get_aspect_display(),
        _("Ukuran keberhasilan"): indicator.success,
        _("Target"): indicator.target,
        _("Batas atas"): indicator.target_upper,
        _("Satuan"): indicator.unit_of_measure,
        _("Arah"): indicator.get_polarity_display(),
        _("Cara menggabungkan"): indicator.get_consolidation_display(),
        _("Periode pengukuran"): indicator.get_frequency_display(),
        _("Angka awal"): indicator.baseline,
        _("Tahun lalu"): indicator.last_year,
        _("Dihitung dari layanan"): indicator.service.name if indicator.service else "",
        _("Yang dihitung"): indicator.get_figure_display(),
    }


def _expectations(skp: Skp) -> dict[str, Any]:
    return {each.label: each.expectation for each in behaviours(skp)}


def _frame(skp: Skp) -> dict[str, Any]:
    return {
        _("Berlaku mulai"): skp.begins,
        _("Berlaku sampai"): skp.ends,
        _("Dukungan sumber daya"): skp.support,
        _("Skema pertanggungjawaban"): skp.accountability,
        _("Konsekuensi"): skp.consequences,
    }
