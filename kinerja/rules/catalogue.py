"""Every rule by name: what it answers, where it is cited from, which page explains it.

Importing this also makes every kind of stored verdict readable, so screens that only show receipts import it.
"""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.rules.assessment import (
    areas_to_improve,
    berakhlak,
    distribution,
    nearest_change,
    objection,
    order,
    organisation_predicate,
    quadrant,
    reason,
    suggestion,
)
from kinerja.rules.citation import Citation
from kinerja.rules.identity import golongan, nik, nip, position_kinds
from kinerja.rules.monitoring import pace, share
from kinerja.rules.planning import achievement, cascade, consolidation, indicator_quality
from kinerja.rules.wording import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` is the module below `kinerja.rules`; `title` is what a screen calls the rule."""

    name: str
    title: str
    cites: tuple[Citation, ...]

    @property
    def page(self) -> str:
        """The page that tells the story of the rule, from the root of the repository."""
        return f"docs/explanation/rules/{self.name.rpartition('.')[2].replace('_', '-')}.md"


RULES = (
    Rule("identity.nip", _("Nomor induk pegawai"), nip.CITES),
    Rule("identity.nik", _("Nomor induk kependudukan"), nik.CITES),
    Rule("identity.golongan", _("Pangkat dan golongan"), golongan.CITES),
    Rule("identity.position_kinds", _("Jenis jabatan dan jenjang"), position_kinds.CITES),
    Rule("planning.achievement", _("Capaian"), achievement.CITES),
    Rule("planning.consolidation", _("Penggabungan angka periode"), consolidation.CITES),
    Rule("planning.cascade", _("Keterkaitan RHK"), cascade.CITES),
    Rule("planning.indicator_quality", _("Mutu indikator"), indicator_quality.CITES),
    Rule("monitoring.share", _("Bagian periode yang telah lewat"), share.CITES),
    Rule("monitoring.pace", _("Laju"), pace.CITES),
    Rule("assessment.quadrant", _("Kuadran kinerja"), quadrant.CITES),
    Rule("assessment.organisation_predicate", _("Predikat unit"), organisation_predicate.CITES),
    Rule("assessment.order", _("Unit lebih dahulu"), order.CITES),
    Rule("assessment.distribution", _("Pola distribusi predikat"), distribution.CITES),
    Rule("assessment.suggestion", _("Saran rating"), suggestion.CITES),
    Rule("assessment.reason", _("Kapan alasan wajib"), reason.CITES),
    Rule("assessment.nearest_change", _("Perubahan terdekat"), nearest_change.CITES),
    Rule("assessment.areas_to_improve", _("Yang perlu diperbaiki"), areas_to_improve.CITES),
    Rule("assessment.objection", _("Keberatan"), objection.CITES),
    Rule("assessment.berakhlak", _("BerAKHLAK"), berakhlak.CITES),
)


def rule(name: str) -> Rule:
    """The rule of this name; raises KeyError when there is none."""
    for each in RULES:
        if each.name == name:
            return each
    raise KeyError(name)
