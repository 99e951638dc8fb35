"""Compute a receipt (kwitansi predikat) again from its exported inputs alone, and compare.

`kinerja rule replay` reads an export and asks here. Knows no database: what is not among the inputs cannot have
influenced the predikat.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.rules.assessment import (
    areas_to_improve,
    nearest_change,
    order,
    organisation_predicate,
    quadrant,
    reason,
    suggestion,
)
from kinerja.rules.citation import design
from kinerja.rules.codes import Behaviour, Consolidation, OrganisationPredicate, Polarity, Rating, RhkKind
from kinerja.rules.monitoring.pace import expected
from kinerja.rules.monitoring.share import linear
from kinerja.rules.planning import achievement
from kinerja.rules.planning.consolidation import consolidate
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

VERSION = 1
CITES = (design("1"),)


class UnknownVersion(ValueError):
    """The receipt was written by a version that this program does not know."""


def verdicts(inputs: Mapping[str, Any]) -> dict[str, Verdict[Any]]:
    """Every verdict of a receipt by its name, in the order of the reasoning. Indicators: `achievement.<rhk>.<n>`."""
    on = date.fromisoformat(inputs["review"]["ends"])
    unit = OrganisationPredicate(inputs["unit_predicate"]["predicate"])
    found: dict[str, Verdict[Any]] = {
        "order": order.may_fix_employee_predicates(inputs["person"]["unit"], unit),
    }
    if inputs["is_leader"]:
        found["leader"] = organisation_predicate.leader_rating(unit)
    ratings: list[Rating | None] = []
    for number, rhk in enumerate(inputs["rhks"]):
        own = []
        for place, indicator in enumerate(rhk["indicators"]):
            steps = _indicator(inputs, indicator)
            found |= {f"{name}.{number}.{place}": verdict for name, verdict in steps.items()}
            own.append(steps["achievement"])
        average = achievement.average([verdict.value for verdict in own], on=on)
        suggested = suggestion.rhk_rating(average.value, on=on)
        found |= {f"average.{number}": average, f"rhk.{number}": suggested}
        ratings.append(Rating(rhk["rating"]) if rhk["rating"] else suggested.value)
    return found | _of_the_person(inputs, ratings, found, on)


def _of_the_person(
    inputs: Mapping[str, Any], ratings: list[Rating | None], found: Mapping[str, Verdict[Any]], on: date
) -> dict[str, Verdict[Any]]:
    work, behaviour = Rating(inputs["work"]), Rating(inputs["behaviour"])
    rated = [
        nearest_change.RatedRhk(rhk["statement"], rating, RhkKind(rhk["kind"]))
        for rhk, rating in zip(inputs["rhks"], ratings, strict=True)
        if rating is not None
    ]
    suggested = suggestion.work_rating([each.rating for each in rated if each.kind is RhkKind.UTAMA], on=on)
    compared = found["leader"].value if "leader" in found else suggested.value
    results = [
        areas_to_improve.ResultFact(
            rhk["statement"],
            Rating(rhk["rating"]) if rhk["rating"] else None,
            found[f"average.{number}"].value,
            sum(len(each["figures"]) for each in rhk["indicators"]),
        )
        for number, rhk in enumerate(inputs["rhks"])
    ]
    weak = [areas_to_improve.BehaviourFact(Behaviour(code), Rating.DIBAWAH) for code in inputs["weak_values"]]
    return {
        "suggestion": suggested,
        "reason": reason.reason_needed(work, behaviour, compared, inputs["alike"], on=on),
        "quadrant": quadrant.predicate(work, behaviour),
        "nearest_change": nearest_change.nearest_change(work, behaviour),
        "held_down": nearest_change.held_down(rated, on=on),
        "areas": areas_to_improve.areas(results, weak, on=on),
    }


def _indicator(inputs: Mapping[str, Any], indicator: Mapping[str, Any]) -> dict[str, Verdict[Any]]:
    """The part of the target that falls into the review, what was reached, and the one against the other."""
    polarity, kind = Polarity(indicator["polarity"]), Consolidation(indicator["consolidation"])
    target = Decimal(indicator["target"])
    upper = Decimal(indicator["target_upper"]) if indicator["target_upper"] is not None else target
    baseline = Decimal(indicator["baseline"]) if indicator["baseline"] is not None else None
    share = _share(inputs, kind)
    due = expected(polarity, kind, achievement.Target.between(target, upper), share, baseline)
    realised = consolidate(kind, [Decimal(figure) for figure in indicator["figures"]])
    return {
        "due": Verdict(due, (_due_step(kind, share, due, target, upper),), CITES),
        "realisation": realised,
        "achievement": achievement.achievement(polarity, due, realised.value),
    }


def _due_step(
    kind: Consolidation, share: Fraction, due: achievement.Target, low: Decimal, high: Decimal
) -> Step:
    params = {"share": share, "due": due.low, "due_high": due.high, "target": low, "target_high": high}
    if kind is not Consolidation.SUM:
        words = (
            _("Target periode ini {due} sampai {due_high}.")
            if due.is_range
            else _("Target periode ini {due}.")
        )
        return Step(words, params, CITES, due.low)
    if due.is_range:
        words = _("{share:bagian} hari kerja setahun ada di periode ini: target {due} sampai {due_high}.")
        return Step(words, params, CITES, due.low)
    words = _("{share:bagian} hari kerja setahun ada di periode ini: {due} dari target {target}.")
    return Step(words, params, CITES, due.low)


def _share(inputs: Mapping[str, Any], kind: Consolidation) -> Fraction:
    begins, ends = date.fromisoformat(inputs["skp"]["begins"]), date.fromisoformat(inputs["skp"]["ends"])
    first = date.fromisoformat(inputs["review"]["begins"])
    last = date.fromisoformat(inputs["review"]["ends"])
    free = frozenset(date.fromisoformat(day) for day in inputs["free_days"])
    share = linear(begins, ends, last, free)
    if kind is Consolidation.SUM and first > begins:
        share -= linear(begins, ends, first - timedelta(days=1), free)
    return max(share, Fraction(0))


def differences(receipt: Mapping[str, Any]) -> list[str]:
    """The names of the verdicts that come out otherwise than they were kept; empty when all agree."""
    if receipt["version"] != VERSION:
        raise UnknownVersion(f"receipt version {receipt['version']}, known is {VERSION}")
    again = {name: verdict.to_json() for name, verdict in verdicts(receipt["inputs"]).items()}
    kept = receipt["verdicts"]
    return sorted(name for name in {*again, *kept} if again.get(name) != kept.get(name))
