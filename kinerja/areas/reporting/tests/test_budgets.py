"""Queries per page of reporting, as tests/budgets/queries.json has them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.tests.factories import make_indicator
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_evidence, make_patients, make_report
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from tests.budgets.checking import assert_as_written, count

SignIn = Callable[[Any], Client]


@dataclass
class Usual:
    """Five indicators, a report a day for three weeks, some with evidence."""

    patients: Indicator
    report: Report


@pytest.fixture
def usual(cast: Cast) -> Usual:
    with inside(cast.kota.pk):
        patients = make_patients(cast.budi)
        for number in range(4):
            make_indicator(patients.rhk, f"Indikator {number}")
        report = make_report(patients)
        make_evidence(report)
        for number in range(1, 21):
            make_report(patients, TODAY - timedelta(days=number))
    return Usual(patients, report)


@pytest.mark.parametrize(
    "name", ["new", "fill_month", "templates", "imports", "burden_mine", "calendar", "this_week"]
)
def test_a_page_of_ones_own_takes_what_is_written(
    name: str, cast: Cast, usual: Usual, client_of: SignIn
) -> None:
    assert_as_written(client_of(cast.budi), f"reporting:{name}")


def test_a_day_takes_what_is_written(cast: Cast, usual: Usual, client_of: SignIn) -> None:
    assert_as_written(client_of(cast.budi), "reporting:day", 2026, 7, 1)


@pytest.mark.parametrize("name", ["detail", "correct", "withdraw"])
def test_a_page_of_a_report_takes_what_is_written(
    name: str, cast: Cast, usual: Usual, client_of: SignIn
) -> None:
    assert_as_written(client_of(cast.budi), f"reporting:{name}", usual.report.pk)


def test_the_raters_page_takes_what_is_written(cast: Cast, usual: Usual, client_of: SignIn) -> None:
    assert_as_written(client_of(cast.sari), "reporting:send_back", usual.report.pk)


@pytest.mark.parametrize("name", ["post_templates", "filling_rule", "openings", "burden", "load"])
def test_a_page_of_the_agency_takes_what_is_written(
    name: str, cast: Cast, usual: Usual, client_of: SignIn
) -> None:
    assert_as_written(client_of(cast.ratna), f"reporting:{name}")


def test_more_reports_indicators_and_files_take_no_more_queries(
    cast: Cast, usual: Usual, client_of: SignIn
) -> None:
    client = client_of(cast.budi)
    pages: list[tuple[Any, ...]] = [
        ("reporting:new",),
        ("reporting:fill_month",),
        ("reporting:calendar",),
        ("reporting:day", 2026, 7, 1),
        ("reporting:detail", usual.report.pk),
    ]
    before = [count(client, *page)[0] for page in pages]
    with inside(cast.kota.pk):
        for number in range(6):
            make_report(make_indicator(usual.patients.rhk, f"Lagi {number}"))
            make_evidence(usual.report, str(number) * 64)

    assert [count(client, *page)[0] for page in pages] == before
