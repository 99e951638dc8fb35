"""The rules of `assessment`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.assessment import (
    areas_to_improve,
    berakhlak,
    credit_points,
    distribution,
    legacy,
    nearest_change,
    objection,
    order,
    organisation_predicate,
    part_year,
    quadrant,
    reason,
    suggestion,
)
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "assessment.quadrant",
        _("Kuadran kinerja"),
        quadrant.CITES,
        (quadrant.predicate,),
        nearest=quadrant.nearest,
    ),
    Rule(
        "assessment.organisation_predicate",
        _("Predikat unit"),
        organisation_predicate.CITES,
        (
            organisation_predicate.suggestion,
            organisation_predicate.annual,
            organisation_predicate.leader_rating,
        ),
        figures=("organisation.",),
    ),
    Rule("assessment.order", _("Unit lebih dahulu"), order.CITES, (order.may_fix_employee_predicates,)),
    Rule(
        "assessment.distribution",
        _("Pola distribusi predikat"),
        distribution.CITES,
        (distribution.check,),
        nearest=distribution.nearest,
        figures=("distribution.",),
    ),
    Rule(
        "assessment.suggestion",
        _("Saran rating"),
        suggestion.CITES,
        (
            suggestion.rhk_rating,
            suggestion.work_rating,
        ),
        figures=("suggestion.",),
    ),
    Rule(
        "assessment.reason",
        _("Kapan alasan wajib"),
        reason.CITES,
        (reason.reason_needed,),
        figures=("reason.",),
    ),
    Rule(
        "assessment.nearest_change",
        _("Perubahan terdekat"),
        nearest_change.CITES,
        (
            nearest_change.nearest_change,
            nearest_change.held_down,
        ),
    ),
    Rule(
        "assessment.areas_to_improve",
        _("Yang perlu diperbaiki"),
        areas_to_improve.CITES,
        (areas_to_improve.areas,),
        figures=("suggestion.rhk.meets",),
    ),
    Rule(
        "assessment.objection",
        _("Keberatan"),
        objection.CITES,
        (
            objection.timing,
            objection.filing_deadline,
            objection.decision_deadline,
            objection.state,
            objection.signature_deadline,
        ),
        figures=("objection.",),
    ),
    Rule("assessment.berakhlak", _("BerAKHLAK"), berakhlak.CITES, (berakhlak.guides,)),
    Rule(
        "assessment.part_year",
        _("Situasi khusus dalam tahun penilaian"),
        part_year.CITES,
        (part_year.situation, part_year.who_rates),
    ),
    Rule(
        "assessment.credit_points",
        _("Angka kredit"),
        credit_points.CITES,
        (
            credit_points.conversion,
            credit_points.accumulate,
            credit_points.reached,
            credit_points.degree_bonus,
            credit_points.base,
            credit_points.full_months,
        ),
        figures=("credit.",),
    ),
    Rule(
        "assessment.legacy",
        _("Skala angka sebelum 2022"),
        legacy.CITES,
        (legacy.predicate, legacy.total, legacy.achievement, legacy.value),
        figures=("legacy.",),
    ),
)
