"""A recap: what one reported in a week or a month, day by day, and what it adds up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.states import COUNTING
from kinerja.base.organization.models import Person
from kinerja.rules.codes import Consolidation


@dataclass(frozen=True, slots=True)
class Sum:
    """What the counting reports of an indicator come to: added up, their mean, or the last, as the indicator says."""

    name: str
    unit: str
    how: Consolidation
    value: Decimal
    reports: int


@dataclass(frozen=True, slots=True)
class Recap:
    """Everything one reported between two days, in their order; withdrawn and replaced reports are left out."""

    person: Person
    begin: date
    end: date
    reports: list[Report]
    sums: list[Sum]

    @property
    def days(self) -> int:
        """Days on which something counts."""
        return len({report.day for report in self.reports if report.state in COUNTING})


def recap_of(person: Person, begin: date, end: date) -> Recap:
    """The recap of a person. One query."""
    shown = [*COUNTING, "DIKEMBALIKAN"]
    reports = list(Report.objects.of(person.pk).between(begin, end).filter(state__in=shown).for_page())
    return Recap(person, begin, end, reports, _sums(reports))


def _sums(reports: Iterable[Report]) -> list[Sum]:
    lines: dict[object, list[Report]] = {}
    for report in reports:
        if report.state in COUNTING:
            lines.setdefault(report.indicator.lineage, []).append(report)
    return [_sum(found) for found in lines.values()]


def _sum(found: list[Report]) -> Sum:
    """`found` in the order of their days."""
    last, how = found[-1].indicator, Consolidation[found[-1].indicator.consolidation]
    total = sum((report.value for report in found), Decimal(0))
    value = {
        Consolidation.SUM: total,
        Consolidation.AVERAGE: total / len(found),
        Consolidation.TAKE_LAST_KNOWN: found[-1].value,
    }[how]
    return Sum(last.name, last.unit_of_measure, how, value, len(found))
