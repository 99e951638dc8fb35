"""The figures that indicators take: counts of a day, ratios of all days so far, for a unit or one officer."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja.areas.service_quality.models import Figure, Service
from kinerja.areas.service_quality.queries import Asked, come_to, figures
from kinerja.areas.service_quality.tests.factories import make_volume
from kinerja.base.organization.tests.cast import Cast

BEGIN, END = date(2026, 1, 1), date(2026, 12, 31)
FIRST, SECOND = date(2026, 3, 2), date(2026, 3, 3)


def asked(service: Service, figure: Figure, officer: object = None, begin: date = BEGIN) -> Asked:
    return Asked(service.pk, figure, getattr(officer, "pk", None), begin, END)


def of(question: Asked) -> dict[date, Decimal]:
    return figures([question])[question]


def test_a_count_is_that_of_the_day_and_of_everybody(kota: Cast, visits: Service) -> None:
    make_volume(visits, FIRST, 10, 8)
    make_volume(visits, FIRST, 5, 5, kota.budi)

    assert of(asked(visits, Figure.SERVED)) == {FIRST: 15}
    assert of(asked(visits, Figure.STANDARD)) == {FIRST: 13}


def test_for_an_officer_only_what_bears_his_name_counts(kota: Cast, visits: Service) -> None:
    make_volume(visits, FIRST, 10, 8)
    make_volume(visits, SECOND, 5, 4, kota.budi)

    assert of(asked(visits, Figure.STANDARD, kota.budi)) == {SECOND: 4}
    assert of(asked(visits, Figure.STANDARD, kota.sari)) == {}


def test_a_share_is_that_of_all_days_so_far(kota: Cast, visits: Service) -> None:
    make_volume(visits, FIRST, 10, 5)
    make_volume(visits, SECOND, 20, 20)

    assert of(asked(visits, Figure.SHARE)) == {FIRST: 50, SECOND: Decimal("83.3333")}
    assert of(asked(visits, Figure.SHARE, begin=SECOND)) == {SECOND: 100}


def test_a_day_on_which_nobody_came_has_no_share(kota: Cast, visits: Service) -> None:
    make_volume(visits, FIRST, 0, 0)

    assert of(asked(visits, Figure.SHARE)) == {}


def test_coverage_counts_from_january_against_the_years_population(kota: Cast, antenatal: Service) -> None:
    """Vector 8.7 with its figures: 1,178 of 1,240."""
    make_volume(antenatal, date(2026, 1, 5), 1000)
    make_volume(antenatal, FIRST, 178)

    assert of(asked(antenatal, Figure.COVERAGE, begin=FIRST)) == {FIRST: 95}


def test_without_a_population_there_is_no_coverage(kota: Cast, visits: Service) -> None:
    make_volume(visits, FIRST, 10)

    assert of(asked(visits, Figure.COVERAGE)) == {}


@pytest.mark.parametrize(("consolidation", "value"), [("SUM", 30), ("AVERAGE", 15), ("TAKE_LAST_KNOWN", 20)])
def test_days_come_together_as_the_indicator_says(consolidation: str, value: int) -> None:
    assert come_to({FIRST: Decimal(10), SECOND: Decimal(20)}, consolidation) == value
    assert come_to({}, consolidation) is None
