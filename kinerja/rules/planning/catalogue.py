"""The rules of `planning`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.planning import (
    achievement,
    akip,
    cascade,
    consolidation,
    deadlines,
    indicator_quality,
    role_matrix,
    skp_change,
)
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "planning.achievement",
        _("Capaian"),
        achievement.CITES,
        (
            achievement.achievement,
            achievement.average,
            achievement.band,
        ),
        figures=("achievement.",),
    ),
    Rule(
        "planning.consolidation",
        _("Penggabungan angka periode"),
        consolidation.CITES,
        (consolidation.consolidate, consolidation.by_location),
    ),
    Rule(
        "planning.cascade",
        _("Keterkaitan RHK"),
        cascade.CITES,
        (
            cascade.may_be_approved,
            cascade.covers_parent,
            cascade.passed_down,
        ),
    ),
    Rule(
        "planning.indicator_quality",
        _("Mutu indikator"),
        indicator_quality.CITES,
        (
            indicator_quality.check,
            indicator_quality.check_rhk,
        ),
    ),
    Rule("planning.role_matrix", _("Matriks Peran Hasil"), role_matrix.CITES, (role_matrix.check,)),
    Rule("planning.skp_change", _("Perubahan SKP"), skp_change.CITES, (skp_change.may_change,)),
    Rule(
        "planning.deadlines",
        _("Tenggat perencanaan dan pelaporan"),
        deadlines.CITES,
        (deadlines.skp_due, deadlines.annual_skp_due, deadlines.agreement_due, deadlines.report_due),
        figures=("deadline.",),
    ),
    Rule("planning.akip", _("Evaluasi AKIP"), akip.CITES, (akip.evaluate, akip.grade), figures=("akip.",)),
)
