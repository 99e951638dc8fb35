"""Every case of `assessment/cases/*.toml`, run against its rule."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinerja.rules.assessment import (
    areas_to_improve,
    distribution,
    nearest_change,
    objection,
    order,
    organisation_predicate,
    quadrant,
    reason,
    suggestion,
)
from kinerja.rules.codes import Behaviour, OrganisationPredicate, Predicate, Rating, RhkKind
from kinerja.rules.tests import cases
from kinerja.rules.verdict import Verdict

ON = date(2026, 12, 31)


def _organisation(given: Mapping[str, Any]) -> Verdict[Any]:
    if "leader_of" in given:
        return organisation_predicate.leader_rating(OrganisationPredicate(given["leader_of"]))
    return organisation_predicate.suggestion(given.get("average"), on=given["on"])


def _distribution(given: Mapping[str, Any]) -> Verdict[Any]:
    counts = {Predicate(code): count for code, count in given["counts"].items()}
    return distribution.check(OrganisationPredicate(given["unit"]), counts, on=ON)


def _suggestion(given: Mapping[str, Any]) -> Verdict[Any]:
    if "ratings" in given:
        return suggestion.work_rating([Rating(code) for code in given["ratings"]], on=ON)
    return suggestion.rhk_rating(given.get("achievement"), on=ON)


def _nearest(given: Mapping[str, Any]) -> Verdict[Any]:
    if "results" in given:
        rated = [
            nearest_change.RatedRhk(statement, Rating(rating), RhkKind(kind))
            for statement, rating, kind in given["results"]
        ]
        return nearest_change.held_down(rated, on=ON)
    return nearest_change.nearest_change(Rating(given["work"]), Rating(given["behaviour"]))


def _areas(given: Mapping[str, Any]) -> Verdict[Any]:
    results = [
        areas_to_improve.ResultFact(
            row["statement"],
            Rating(row["rating"]) if "rating" in row else None,
            row.get("achievement"),
            row.get("reports", 0),
        )
        for row in given["results"]
    ]
    behaviours = [
        areas_to_improve.BehaviourFact(Behaviour(code), Rating(rating))
        for code, rating in given.get("behaviours", [])
    ]
    return areas_to_improve.areas(results, behaviours, on=ON)


def _objection(given: Mapping[str, Any]) -> Verdict[Any]:
    if "decided_after" in given:
        return objection.decision_deadline(given["decided_after"])
    if "filed" in given:
        return objection.timing(given["received"], given["filed"], days=given.get("days"))
    return objection.filing_deadline(given["received"])


def _order(given: Mapping[str, Any]) -> Verdict[Any]:
    predicate = OrganisationPredicate(given["predicate"]) if "predicate" in given else None
    return order.may_fix_employee_predicates(given["unit"], predicate)


def _reason(given: Mapping[str, Any]) -> Verdict[Any]:
    suggested = Rating(given["suggested"]) if "suggested" in given else None
    work, behaviour = Rating(given["work"]), Rating(given["behaviour"])
    return reason.reason_needed(work, behaviour, suggested, given.get("alike", 0), on=ON)


RULES = {
    "quadrant": lambda given: quadrant.predicate(Rating(given["work"]), Rating(given["behaviour"])),
    "organisation_predicate": _organisation,
    "distribution": _distribution,
    "suggestion": _suggestion,
    "nearest_change": _nearest,
    "areas_to_improve": _areas,
    "objection": _objection,
    "order": _order,
    "reason": _reason,
}


@pytest.mark.parametrize("case", cases.in_folder(Path(__file__).parents[1]))
def test_every_case_of_assessment(case):
    cases.check(case, RULES)
