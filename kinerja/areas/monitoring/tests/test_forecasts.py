"""Outlooks: reckoned in sets, kept with their version, shown first to the employee."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import DjangoAssertNumQueries

from kinerja.areas.monitoring import jobs, queries
from kinerja.areas.monitoring.actions import refresh
from kinerja.areas.monitoring.models import Outlook
from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.tests.factories import (
    Example,
    agreed_example,
    make_indicator,
    make_period,
    make_rhk,
    make_skp,
)
from kinerja.areas.reporting.tests.factories import make_patients, make_report
from kinerja.base.calendar.actions import log_outage
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.base.tenancy.context import inside
from kinerja.rules.monitoring.codes import DeviationState
from kinerja.tools import clock
from tests.budgets.checking import assert_as_written

TODAY = date(2026, 6, 30)
ClientOf = Callable[[Person], Client]


def report_weekly(
    indicator: Indicator, value: Any, until: date = TODAY, begin: date = date(2026, 1, 9)
) -> None:
    """A report each Friday."""
    day = begin
    while day <= until:
        make_report(indicator, day=day, value=Decimal(value))
        day += timedelta(7)


@pytest.fixture
def example(cast: Cast) -> Example:
    with inside(cast.kota.pk):
        return agreed_example(cast)


def outlook(indicator: Indicator) -> Outlook:
    return Outlook.objects.get(lineage=indicator.lineage)


def test_a_line_far_behind_is_watched_first_and_deviates_a_week_later(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk):
        report_weekly(example.quantity, 20)
        with clock.at(TODAY):
            refresh([cast.budi.pk])
        first = outlook(example.quantity)
        with clock.at(TODAY + timedelta(7)):
            refresh([cast.budi.pk])

        assert (first.state, first.since) == (DeviationState.DIAMATI, TODAY)
        assert first.percent is not None
        assert first.percent < 60
        assert outlook(example.quantity).state == DeviationState.MENYIMPANG
        assert outlook(example.quality).state == DeviationState.BELUM_CUKUP_DATA
        assert outlook(example.quantity).rule_version == "1"


def test_reckoning_again_changes_the_row_and_makes_no_second(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk), clock.at(TODAY):
        refresh([cast.budi.pk])
        report_weekly(example.quantity, 50)
        refresh([cast.budi.pk])

        assert Outlook.objects.filter(person=cast.budi).count() == 3
        assert outlook(example.quantity).state == DeviationState.MENUJU_TARGET


def test_a_line_that_is_no_longer_in_force_loses_its_outlook(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk), clock.at(TODAY):
        refresh([cast.budi.pk])
        example.budi_skp.state = "DIGANTI"
        example.budi_skp.save()
        refresh([cast.budi.pk])

        assert not Outlook.objects.filter(person=cast.budi).exists()


@pytest.mark.parametrize("size", [1, 30])
def test_the_number_of_people_does_not_change_the_number_of_statements(
    cast: Cast, example: Example, size: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with inside(cast.kota.pk), clock.at(TODAY):
        people = [make_member(cast.puskesmas, f"Pegawai {number}") for number in range(size)]
        for person in people:
            report_weekly(
                make_indicator(make_rhk(make_skp(person, example.period))), 30, until=date(2026, 2, 1)
            )
        with django_assert_max_num_queries(14):
            assert len(refresh([person.pk for person in people])) == size


def test_a_logged_outage_is_not_counted_as_silence(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk):
        report_weekly(example.quantity, 48, until=date(2026, 5, 8))
        with clock.at(date(2026, 6, 5)):
            refresh([cast.budi.pk])
            silent = outlook(example.quantity).margin
            log_outage(
                begins=datetime(2026, 5, 9, 8, tzinfo=clock.WIB), ends=datetime(2026, 6, 4, 8, tzinfo=clock.WIB),
                reason="Jaringan putus", by=cast.ratna, units=[cast.puskesmas],
            )  # fmt: skip
            refresh([cast.budi.pk])

        assert outlook(example.quantity).margin > silent  # type: ignore[operator]


def test_last_years_months_are_read_from_the_line_of_the_same_name(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk), clock.at(TODAY):
        year = {"begins": date(2025, 1, 1), "ends": date(2025, 12, 31), "fill_until": date(2025, 1, 31)}
        earlier = make_skp(cast.budi, make_period("SKP 2025", **year))
        old = make_indicator(make_rhk(earlier), example.quantity.name)
        for month in range(1, 13):
            make_report(old, day=date(2025, month, 20), value=Decimal(100 + month))
        line = queries.measured_one(example.quantity.pk, TODAY)
        assert line is not None

        assert queries.last_years([line])[line.lineage][2] == Decimal(103)


def test_a_report_wakes_one_reckoning_for_its_person(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk):
        for day in (5, 6):
            report = make_report(example.quantity, day=date(2026, 6, day), value=Decimal(3))
            jobs.reported(cast.kota.pk, subject_type="reporting.Report", subject_id=str(report.pk))
        waiting = ProcrastinateJob.objects.filter(task_name="monitoring.forecast")

        assert [job.args["people"] for job in waiting] == [[str(cast.budi.pk)]]


def test_a_rush_is_one_reckoning_for_all_who_came_in_the_same_moment(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk):
        reports = [make_report(example.quantity, day=date(2026, 6, day), value=Decimal(3)) for day in (5, 6)]
        reports.append(make_report(make_patients(cast.ratna), day=date(2026, 6, 5), value=Decimal(3)))

        jobs.reported(
            cast.kota.pk, subject_type="reporting.Report", subject_ids=[str(each.pk) for each in reports]
        )

        [reckoning] = ProcrastinateJob.objects.filter(task_name="monitoring.forecast")
        assert reckoning.args["people"] == sorted([str(cast.budi.pk), str(cast.ratna.pk)])


def test_the_night_asks_for_everybody_with_an_skp(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk), clock.at(TODAY):
        jobs.nightly(cast.kota.pk)
        asked = {
            person
            for job in ProcrastinateJob.objects.filter(task_name="monitoring.forecast")
            for person in job.args["people"]
        }
        jobs.forecast(cast.kota.pk, people=sorted(asked))

        assert asked == {str(cast.budi.pk), str(cast.sari.pk)}
        assert Outlook.objects.count() == 4


def test_the_employee_reads_the_forecast_on_the_first_page(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    with inside(cast.kota.pk), clock.at(TODAY):
        report_weekly(example.quantity, 20)
        refresh([cast.budi.pk])
    with clock.at(TODAY):
        page = client_of(cast.budi).get(reverse("home:today")).content.decode()

    assert "diperkirakan" in page
    assert "tiap hari kerja yang tersisa perlu" in page
    assert reverse("monitoring:indicator", args=[example.quantity.pk]) in page


@pytest.mark.parametrize("who", ["budi", "sari", "kadis", "joko"])
def test_the_page_of_an_indicator_has_picture_and_table(
    cast: Cast, example: Example, client_of: ClientOf, who: str
) -> None:
    with inside(cast.kota.pk), clock.at(TODAY):
        report_weekly(example.quantity, 20)
        refresh([cast.budi.pk])
    with clock.at(TODAY):
        page = client_of(getattr(cast, who)).get(reverse("monitoring:indicator", args=[example.quantity.pk]))

    text = page.content.decode()
    for word in ("diperkirakan", 'class="path"', "<table", "31 Desember 2026", "diamati"):
        assert word in text


@pytest.mark.parametrize("stranger", ["dewi", "walikota_of_nobody"])
def test_a_stranger_gets_404(cast: Cast, example: Example, client_of: ClientOf, stranger: str) -> None:
    with inside(cast.kota.pk):
        other = make_member(cast.puskesmas, "Rekan")
    person = cast.dewi if stranger == "dewi" else other

    assert (
        client_of(person).get(reverse("monitoring:indicator", args=[example.quantity.pk])).status_code == 404
    )


def test_the_page_takes_the_queries_that_are_written(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    with inside(cast.kota.pk), clock.at(TODAY):
        refresh([cast.budi.pk])
    with clock.at(TODAY):
        assert_as_written(client_of(cast.budi), "monitoring:indicator", example.quantity.pk)
