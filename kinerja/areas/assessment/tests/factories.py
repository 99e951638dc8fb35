"""A review of the first quarter, reports of the worked example, and choices. Used inside `inside(instansi)`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from kinerja.areas.assessment import actions
from kinerja.areas.assessment.actions import Choice
from kinerja.areas.assessment.models import Assessment, Review, UnitPredicate
from kinerja.areas.planning.models import Period
from kinerja.areas.planning.tests.factories import (
    Example,
    agreed_example,
    make_indicator,
    make_period,
    make_rhk,
    make_skp,
)
from kinerja.areas.reporting.tests.factories import make_evidence, make_report
from kinerja.base.organization.models import Person, Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.rules.codes import OrganisationPredicate, Rating

BEGINS, ENDS, UNTIL = date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 15)
#: a day after the review's last day
AFTER = date(2026, 4, 2)
REASON = "Capaian tercatat, bukti lengkap, dan pasien terlayani baik."


def make_review(period: Period | None = None, name: str = "Triwulan I 2026", **extra: Any) -> Review:
    days = {"begins": BEGINS, "ends": ENDS, "fill_until": UNTIL}
    return Review.objects.create(period=period or make_period(), name=name, **(days | extra))


def set_unit(review: Review, unit: Unit, by: Person, predicate: str = "BAIK", **extra: Any) -> UnitPredicate:
    """The unit's predikat, through the act itself."""
    values = {"expectation": Rating.SESUAI, "reason": "Rencana aksi tercapai sesuai kesepakatan."} | extra
    return actions.set_unit_predicate(
        review, unit, predicate=OrganisationPredicate(predicate), by=by, **values
    )


def choose(work: str = "SESUAI", behaviour: str = "SESUAI", reason: str = REASON, **extra: Any) -> Choice:
    return Choice(work=work, behaviour=behaviour, reason=reason, **extra)


def report_the_quarter(example: Example) -> None:
    """Budi serves 600 of his patients, with evidence, satisfaction 92, waiting 24 minutes; Sari's unit reaches 90 %."""
    for number in range(12):
        report = make_report(example.quantity, date(2026, 1 + number % 3, 5 + number), 50)
        if number % 2:
            make_evidence(report)
    for month in (1, 2, 3):
        make_report(example.quality, date(2026, month, 27), 92)
        make_report(example.time, date(2026, month, 27), 24)
    indicator = example.sari_rhk.indicators.get()
    make_report(indicator, date(2026, 3, 27), 90)


@dataclass
class Table:
    """The cast with the worked example, reported, and a review whose last day has come."""

    cast: Cast
    example: Example
    review: Review

    @property
    def budi(self) -> Person:
        return self.cast.budi

    @property
    def sari(self) -> Person:
        return self.cast.sari


def lay_the_table(cast: Cast) -> Table:
    example = agreed_example(cast)
    report_the_quarter(example)
    return Table(cast, example, make_review(example.period))


def sign_budi(table: Table, choice: Choice | None = None) -> Assessment:
    """Unit first, then Sari signs for Budi."""
    if not UnitPredicate.objects.in_force().filter(unit=table.cast.puskesmas, review=table.review).exists():
        set_unit(table.review, table.cast.puskesmas, table.cast.kadis)
    return actions.sign(table.review, table.budi, choice=choice or choose(), by=table.sari)


def colleague(table: Table, name: str, value: int = 600) -> Person:
    """One more nurse of the puskesmas with an agreed SKP and a quarter's reports."""
    person = make_member(table.cast.puskesmas, name, password=None)
    indicator = make_indicator(make_rhk(make_skp(person, table.example.period)))
    make_report(indicator, date(2026, 3, 2), Decimal(value))
    return person


def rhk_of(table: Table) -> UUID:
    return table.example.budi_rhk.pk
