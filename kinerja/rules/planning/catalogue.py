"""The rules of `planning`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.planning import achievement, cascade, consolidation, indicator_quality
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
        (consolidation.consolidate,),
    ),
    Rule(
        "planning.cascade",
        _("Keterkaitan RHK"),
        cascade.CITES,
        (
            cascade.may_be_approved,
            cascade.covers_parent,
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
)
