"""HCDP: what must be in the plan of an employee, and what comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.rules.citation import design
from kinerja.rules.codes import Predicate
from kinerja.rules.limits import between
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (design("7"),)
HIGHEST_LEVEL = 5


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A gap of 0–5 levels in the post of an employee, and how critical the post is, 1–5."""

    subject: str
    gap: int
    criticality: int


@record
@dataclass(frozen=True, slots=True)
class PlanPriority:
    """`priority` = gap × criticality, 0–25."""

    subject: str
    priority: int


def ranked(items: Sequence[PlanItem]) -> Verdict[tuple[PlanPriority, ...]]:
    """Highest priority first; equals stay in the order they were given."""
    found = []
    for place, each in enumerate(items):
        between(f"items.{place}.gap", each.gap, 0, HIGHEST_LEVEL)
        between(f"items.{place}.criticality", each.criticality, 1, HIGHEST_LEVEL)
        found.append(PlanPriority(each.subject, each.gap * each.criticality))
    found.sort(key=lambda each: -each.priority)
    steps = tuple(
        Step(
            _("{subject}: prioritas {priority}."), {"subject": each.subject, "priority": each.priority}, CITES
        )
        for each in found
    )
    return Verdict(tuple(found), steps, CITES)


def obligatory(predicate: Predicate, results_below_target: int = 0) -> Verdict[bool]:
    """Whether the plan must hold an item: a predikat below Baik, or an RHK below its target."""
    between("results_below_target", results_below_target, 0, 100)
    weak = predicate.height < Predicate.BAIK.height
    must = weak or results_below_target > 0
    steps = []
    if weak:
        steps.append(
            Step(_("Predikat {predicate}: rencana pengembangan wajib."), {"predicate": predicate}, CITES)
        )
    if results_below_target:
        steps.append(
            Step(
                _("{count} RHK di bawah target: rencana pengembangan wajib."),
                {"count": results_below_target},
                CITES,
            )
        )
    if not must:
        steps.append(Step(_("Rencana pengembangan dianjurkan, tidak wajib."), {}, CITES))
    return Verdict(must, tuple(steps), CITES)
