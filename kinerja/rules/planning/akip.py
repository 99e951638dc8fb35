"""Evaluasi AKIP: a score from the answers to twelve sub-components, and its grade."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.planning.codes import AkipAnswer, AkipGrade
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("PermenPANRB 88/2021", in_force_from=date(2021, 1, 1), standing=Standing.KNOWN, page="3"),)


@dataclass(frozen=True, slots=True)
class AkipAnswers:
    """The answers to the three sub-components of one component."""

    existence: AkipAnswer
    quality: AkipAnswer
    use: AkipAnswer


@record
@dataclass(frozen=True, slots=True)
class AkipResult:
    """`parts` in the order planning, measurement, reporting, evaluation; together they are the score."""

    score: Decimal
    grade: AkipGrade
    parts: tuple[Decimal, ...]


def evaluate(
    planning: AkipAnswers,
    measurement: AkipAnswers,
    reporting: AkipAnswers,
    evaluation: AkipAnswers,
    *,
    on: date,
) -> Verdict[AkipResult]:
    """Weight of the component × share of the sub-component × value of the answer, added up; nothing is rounded."""
    weights = {row["component"]: row["weight"] for row in parameters.table("akip.components", on=on).rows}
    shares = {row["part"]: row["share"] for row in parameters.table("akip.parts", on=on).rows}
    answers = {row["answer"]: row["value"] for row in parameters.table("akip.answers", on=on).rows}
    given = {
        "planning": planning,
        "measurement": measurement,
        "reporting": reporting,
        "evaluation": evaluation,
    }
    steps, parts = [], []
    for name, component in given.items():
        reached = sum(
            shares[each.name] * answers[getattr(component, each.name)] for each in fields(AkipAnswers)
        )
        score = Decimal(weights[name] * reached) / (100 * 100)
        parts.append(score)
        words = _SCORED[name]
        params = {
            "weight": weights[name],
            "score": score,
            **{each.name: getattr(component, each.name) for each in fields(AkipAnswers)},
        }
        steps.append(Step(words, params, CITES, score))
    total = sum(parts, Decimal(0))
    graded = grade(total, on=on)
    return Verdict(AkipResult(total, graded.value, tuple(parts)), (*steps, *graded.steps), CITES)


_SCORED = {
    "planning": _(
        "Perencanaan kinerja: ada {existence}, mutu {quality}, manfaat {use}: {score} dari {weight}."
    ),
    "measurement": _(
        "Pengukuran kinerja: ada {existence}, mutu {quality}, manfaat {use}: {score} dari {weight}."
    ),
    "reporting": _(
        "Pelaporan kinerja: ada {existence}, mutu {quality}, manfaat {use}: {score} dari {weight}."
    ),
    "evaluation": _(
        "Evaluasi internal: ada {existence}, mutu {quality}, manfaat {use}: {score} dari {weight}."
    ),
}


def grade(score: Decimal, *, on: date) -> Verdict[AkipGrade]:
    """The grade of a score of 0–100 by its exact value: each bound itself belongs to the lower grade."""
    if not 0 <= score <= 100:
        raise Refused("score", _("Nilai harus 0 sampai {most}."), {"most": 100})
    bounds = parameters.table("akip.grades", on=on)
    for row in bounds.rows:
        if score > row["above"]:
            found = AkipGrade(row["grade"])
            words = _("Nilai {score}, lebih dari {above}: {grade}.")
            step = Step(words, {"score": score, "above": row["above"], "grade": found}, (bounds.cite,), score)
            return Verdict(found, (step,), CITES)
    step = Step(_("Nilai {score}: {grade}."), {"score": score, "grade": AkipGrade.D}, (bounds.cite,), score)
    return Verdict(AkipGrade.D, (step,), CITES)
