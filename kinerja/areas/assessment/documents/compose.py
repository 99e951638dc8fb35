"""The receipt (kwitansi predikat) as it is kept: inputs as they were at signing, and every verdict with its steps.

`kinerja.rules.recompute` computes the verdicts again from `inputs` alone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kinerja.areas.assessment.models import Assessment, UnitPredicate
from kinerja.areas.assessment.queries.facts import Facts, RhkFact
from kinerja.areas.assessment.queries.raters import Duty
from kinerja.areas.assessment.queries.rating import Tally
from kinerja.areas.monitoring.models import Feedback
from kinerja.areas.reporting.queries import Achieved
from kinerja.base.organization.models import Person
from kinerja.rules import recompute
from kinerja.rules.codes import Rating
from kinerja.rules.monitoring.pace import Pace
from kinerja.rules.verdict import Verdict

VERSION = recompute.VERSION


@dataclass(frozen=True, slots=True)
class Table:
    """Everything that lies on the table when one person is rated."""

    assessment: Assessment
    duty: Duty
    unit_predicate: UnitPredicate
    title: str
    facts: Facts
    tallies: dict[Any, Tally]
    paces: dict[Any, Verdict[Pace]]
    feedback: list[Feedback]
    leader: Verdict[Rating] | None
    alike: int
    objection_to: Person | None


def compose(table: Table, *, by: Person, at: datetime) -> dict[str, Any]:
    """The receipt as JSON: `inputs`, `verdicts` computed from them alone, and the hand that signed."""
    inputs = _inputs(table)
    verdicts = recompute.verdicts(inputs)
    return {
        "version": VERSION,
        "inputs": inputs,
        "verdicts": {name: verdict.to_json() for name, verdict in verdicts.items()},
        "signature": {
            "name": by.full_name,
            "nip": by.nip,
            "capacity": table.duty.capacity,
            "why": table.duty.why,
            "at": at.isoformat(),
        },
        "objection_to": table.objection_to.full_name if table.objection_to else "",
    }


def _inputs(table: Table) -> dict[str, Any]:
    assessment, facts = table.assessment, table.facts
    review, person = assessment.review, assessment.person
    return {
        "person": {
            "name": person.full_name,
            "nip": person.nip,
            "post": table.title,
            "unit": assessment.unit.name,
        },
        "review": {"name": review.name, "begins": str(review.begins), "ends": str(review.ends)},
        "unit_predicate": {
            "predicate": table.unit_predicate.predicate,
            "reason": table.unit_predicate.reason,
            "by": table.unit_predicate.by.full_name,
            "at": table.unit_predicate.at.isoformat(),
        },
        "skp": {"version": facts.skp.version, "begins": str(facts.skp.begins), "ends": str(facts.skp.ends)}
        if facts.skp
        else None,
        "free_days": sorted(map(str, facts.free_days)),
        "rhks": [_rhk(table, rhk) for rhk in facts.rhks],
        "feedback": [_said(row) for row in table.feedback],
        "work": assessment.work,
        "behaviour": assessment.behaviour,
        "weak_values": list(assessment.weak_values),
        "reason": assessment.reason,
        "alike": table.alike,
        "is_leader": table.leader is not None,
    }


def _rhk(table: Table, rhk: RhkFact) -> dict[str, Any]:
    return {
        "statement": rhk.rhk.statement,
        "kind": rhk.rhk.kind,
        "supports": _supports(rhk),
        "rating": rhk.given.value if rhk.given else "",
        "indicators": [_indicator(table, each) for each in rhk.indicators],
    }


def _supports(rhk: RhkFact) -> str:
    if rhk.rhk.supports is not None:
        return rhk.rhk.supports.statement
    return rhk.rhk.supports_iku.name if rhk.rhk.supports_iku is not None else ""


def _indicator(table: Table, achieved: Achieved) -> dict[str, Any]:
    indicator, progress = achieved.indicator, achieved.progress
    tally = table.tallies[indicator.pk]
    carried = progress.value is not None and not tally.figures
    return {
        "name": indicator.name,
        "aspect": indicator.aspect,
        "unit": indicator.unit_of_measure,
        "polarity": indicator.polarity,
        "consolidation": indicator.consolidation,
        "target": _number(indicator.target),
        "target_upper": _number(indicator.target_upper),
        "baseline": _number(indicator.baseline),
        #: what counts, in the order of the days; a last known figure may be older than the review
        "figures": [_number(progress.value)] if carried else list(tally.figures),
        "carried": carried,
        "uncounted": tally.uncounted,
        "evidence": progress.evidence,
        "proven": progress.proven,
        "evidence_removed": tally.removed,
        "pace": table.paces[indicator.pk].sentences()[0] if indicator.pk in table.paces else "",
    }


def _said(row: Feedback) -> dict[str, Any]:
    return {
        "by": row.by.full_name,
        "at": row.at.isoformat(),
        "rhk": row.rhk.statement if row.rhk else "",
        "value": row.value,
        "text": row.text,
    }


def _number(value: Any) -> str | None:
    return None if value is None else f"{value.normalize():f}"
