"""The rules of `assessment`, in the order in which they are read."""

from __future__ import annotations

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
        ),
        figures=("objection.",),
    ),
    Rule("assessment.berakhlak", _("BerAKHLAK"), berakhlak.CITES, (berakhlak.guides,)),
)
