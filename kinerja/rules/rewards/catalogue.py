"""The rules of `rewards`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.rewards import nine_box, nomination, rank_promotion, salary_rise, satyalancana
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "rewards.satyalancana",
        _("Satyalancana Karya Satya"),
        satyalancana.CITES,
        (satyalancana.service,),
        figures=("satyalancana.years",),
    ),
    Rule(
        "rewards.rank_promotion",
        _("Kenaikan pangkat"),
        rank_promotion.CITES,
        (rank_promotion.regular, rank_promotion.functional, rank_promotion.level, rank_promotion.next_period),
        figures=("promotion.",),
    ),
    Rule(
        "rewards.salary_rise",
        _("Kenaikan gaji berkala"),
        salary_rise.CITES,
        (salary_rise.rise, salary_rise.dates),
        figures=("salary_rise.years",),
    ),
    Rule(
        "rewards.nomination",
        _("Pengusulan penghargaan"),
        nomination.CITES,
        (nomination.nomination,),
        figures=("nomination.",),
    ),
    Rule(
        "rewards.nine_box",
        _("Sembilan kotak talenta"),
        nine_box.CITES,
        (nine_box.box, nine_box.potential_of),
        figures=("nine_box.",),
    ),
)
