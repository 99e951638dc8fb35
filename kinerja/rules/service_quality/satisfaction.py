"""SKM: the satisfaction index of a service from its nine elements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.dates import years_after
from kinerja.rules.limits import between
from kinerja.rules.refusal import Refused
from kinerja.rules.service_quality.codes import ServiceGrade, SurveyElement, SurveyWeight
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.wording import half_up

CITES = (
    Citation("PermenPANRB 14/2017", in_force_from=date(2017, 1, 1), page="8"),
    Citation(
        "PermenPANRB 14/2017",
        "interval indeks",
        date(2017, 1, 1),
        standing=Standing.SOURCE,
        sources=("S42",),
        page="8",
    ),
)
ELEMENTS = tuple(SurveyElement)


@record
@dataclass(frozen=True, slots=True)
class Satisfaction:
    """IKM on the scale of the answers (exact), converted to 25–100 with two decimals, and its grade."""

    ikm: Fraction
    converted: Decimal
    grade: ServiceGrade


def index(
    means: Sequence[Decimal], *, on: date, weight: SurveyWeight = SurveyWeight.TEPAT
) -> Verdict[Satisfaction]:
    """From the mean of each of the nine elements (NRR, 1–4), in the order of the regulation."""
    if len(means) != len(ELEMENTS):
        raise Refused("means", _("Isi rata-rata {count} unsur."), {"count": len(ELEMENTS)})
    for place, each in enumerate(means):
        between(f"means.{place}", each, 1, 4)
    return _weighed([Fraction(each) for each in means], on, weight)


def from_answers(
    answers: Sequence[tuple[int, ...]], *, on: date, weight: SurveyWeight = SurveyWeight.TEPAT
) -> Verdict[Satisfaction]:
    """From the answers 1–4 of each respondent to the nine elements. Answers carry no name."""
    if not answers:
        raise Refused("answers", _("Belum ada jawaban."))
    for place, row in enumerate(answers):
        if len(row) != len(ELEMENTS):
            raise Refused(f"answers.{place}", _("Isi jawaban untuk {count} unsur."), {"count": len(ELEMENTS)})
        for number, answer in enumerate(row):
            between(f"answers.{place}.{number}", answer, 1, 4)
    means = [Fraction(sum(column), len(answers)) for column in zip(*answers, strict=True)]
    return _weighed(means, on, weight)


def grade(converted: Decimal, *, on: date) -> Verdict[ServiceGrade]:
    """The grade of a converted value of 0–100, rounded half up to two decimals first."""
    between("converted", converted, 0, 100)
    value, table = half_up(converted), parameters.table("skm.grade", on=on)
    row = next(row for row in table.rows if value >= row["least"])
    found = ServiceGrade(row["grade"])
    step = Step(
        _("Nilai konversi {value}: mutu {grade} (mulai {least})."),
        {"value": value, "grade": found, "least": row["least"]},
        (table.cite, design("8")),
    )
    return Verdict(found, (step,), CITES)


def next_survey(last: date, *, on: date) -> Verdict[date]:
    """The last day for the next survey: at least one a year."""
    every = parameters.figure("skm.every_years", on=on)
    day = years_after(last, int(every.value), "last")
    step = Step(
        _("Survei terakhir {last}; yang berikut paling lambat {day}."),
        {"last": last, "day": day},
        (every.cite,),
    )
    return Verdict(day, (step,), CITES)


def _weighed(means: list[Fraction], on: date, weight: SurveyWeight) -> Verdict[Satisfaction]:
    printed = parameters.figure("skm.printed_weight", on=on)
    factor = parameters.figure("skm.conversion", on=on)
    each = Fraction(printed.value) if weight is SurveyWeight.CETAK else Fraction(1, len(ELEMENTS))
    ikm = sum(means, Fraction(0)) * each
    converted = half_up(ikm * Fraction(factor.value))
    graded = grade(converted, on=on)
    lowest = min(means)
    steps = [
        Step(_("Unsur terendah: {element}, {mean}."), {"element": ELEMENTS[place], "mean": mean})
        for place, mean in enumerate(means)
        if mean == lowest
    ]
    steps.append(
        Step(
            _("IKM {ikm} dengan bobot {weight}; dikali {factor} menjadi {converted}."),
            {"ikm": half_up(ikm, 4), "weight": weight, "factor": factor.value, "converted": converted},
            (factor.cite, printed.cite),
        )
    )
    return Verdict(Satisfaction(ikm, converted, graded.value), (*steps, *graded.steps), CITES)
