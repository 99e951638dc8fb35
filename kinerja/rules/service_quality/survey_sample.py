"""How many respondents a survey needs: Krejcie and Morgan."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import Citation
from kinerja.rules.limits import between
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.wording import half_up

CITES = (Citation("PermenPANRB 14/2017", "jumlah responden", date(2017, 1, 1), page="8"),)
MOST_PEOPLE = 10**10


def sample(population: int, *, on: date) -> Verdict[int]:
    """S = χ²·N·PQ / (d²·(N−1) + χ²·PQ), to the nearest whole. The printed table differs by one at 100,000."""
    between("population", population, 1, MOST_PEOPLE)
    chi = parameters.figure("sample.chi_square", on=on)
    spread = parameters.figure("sample.spread", on=on)
    error = parameters.figure("sample.error_square", on=on)
    constant = Fraction(chi.value) * Fraction(spread.value)
    exact = constant * population / (Fraction(error.value) * (population - 1) + constant)
    people = int(half_up(exact, 0))
    step = Step(
        _("Dari {population} penerima layanan dibutuhkan {people} responden."),
        {"population": population, "people": people},
        (chi.cite,),
    )
    return Verdict(people, (step,), CITES)
