"""SPM kesehatan: how many of those who must be served were served to standard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import Citation
from kinerja.rules.limits import between
from kinerja.rules.service_quality.codes import HealthService, SpmBand
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PMK 4/2019", in_force_from=date(2019, 1, 1), in_force_until=date(2023, 12, 31), page="8"),
    Citation("PMK 6/2024", in_force_from=date(2024, 1, 1), page="8"),
    Citation("Permendagri 59/2021", in_force_from=date(2021, 1, 1), page="8"),
)
MOST_PEOPLE = 10**9


@record
@dataclass(frozen=True, slots=True)
class ServiceCoverage:
    """Exact percentage and its band."""

    percent: Fraction
    band: SpmBand


def coverage(
    service: HealthService, target_population: int, served: int, *, on: date
) -> Verdict[ServiceCoverage]:
    """Served to standard in one year ÷ those who must be served in one year × 100; the target is always 100 %."""
    between("target_population", target_population, 1, MOST_PEOPLE)
    between("served", served, 0, MOST_PEOPLE)
    table = parameters.table("spm.band", on=on)
    percent = Fraction(served * 100, target_population)
    band = SpmBand(next(row["band"] for row in table.rows if percent >= row["least"]))
    steps = [
        Step(
            _("{service}: {served} dari {target} dilayani sesuai standar, {percent:persen}: {band}."),
            {
                "service": service,
                "served": served,
                "target": target_population,
                "percent": percent,
                "band": band,
            },
            (table.cite,),
        )
    ]
    if served > target_population:
        steps.append(
            Step(
                _("Yang dilayani lebih banyak daripada sasaran: periksa angka sasarannya."),
                {},
                level=Level.WARNING,
            )
        )
    return Verdict(ServiceCoverage(percent, band), tuple(steps), CITES)
