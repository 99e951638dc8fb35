"""Queries per page of service quality, as tests/budgets/queries.json has them; more volumes take no more."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kinerja.areas.service_quality.actions import look_at
from kinerja.areas.service_quality.models import Service
from kinerja.areas.service_quality.tests.factories import TODAY, make_antenatal, make_service, make_volume
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from tests.budgets.checking import assert_as_written, count

SignIn = Callable[[Any], Client]
DAY = TODAY.isoformat()


@pytest.fixture
def usual(cast: Cast) -> Service:
    with inside(cast.kota.pk):
        antenatal = make_antenatal(cast.puskesmas)
        for number in range(30):
            make_volume(antenatal, TODAY - timedelta(days=number), 12, 11, cast.budi)
        for number in range(4):
            make_service(cast.puskesmas, f"Layanan {number}")
    return antenatal


def test_the_catalogue_takes_what_is_written(cast: Cast, usual: Service, client_of: SignIn) -> None:
    assert_as_written(client_of(cast.sari), "service_quality:catalogue")


@pytest.mark.parametrize("name", ["service", "standard_new", "population", "closing", "counter"])
def test_a_page_of_a_service_takes_what_is_written(
    name: str, cast: Cast, usual: Service, client_of: SignIn
) -> None:
    assert_as_written(client_of(cast.sari), f"service_quality:{name}", usual.pk)


@pytest.mark.parametrize("name", ["day", "correction"])
def test_a_page_of_a_day_takes_what_is_written(
    name: str, cast: Cast, usual: Service, client_of: SignIn
) -> None:
    assert_as_written(client_of(cast.sari), f"service_quality:{name}", usual.pk, DAY)


def test_a_new_service_takes_what_is_written(cast: Cast, usual: Service, client_of: SignIn) -> None:
    assert_as_written(client_of(cast.sari), "service_quality:service_new", cast.puskesmas.pk)


def test_files_take_what_is_written(cast: Cast, usual: Service, client_of: SignIn) -> None:
    content = b"TANGGAL;KODE LAYANAN;DILAYANI;SESUAI STANDAR\n29-06-2026;PKM01-ANC;41;38"
    with inside(cast.kota.pk):
        made = look_at(content, file_name="v.csv", services=[usual], by=cast.sari)

    assert_as_written(client_of(cast.sari), "service_quality:deliveries")
    assert_as_written(client_of(cast.sari), "service_quality:delivery", made.pk)


def test_more_services_and_volumes_take_no_more_queries(
    cast: Cast, usual: Service, client_of: SignIn
) -> None:
    client = client_of(cast.sari)
    pages: list[tuple[Any, ...]] = [("service_quality:catalogue",), ("service_quality:service", usual.pk)]
    before = [count(client, *page)[0] for page in pages]
    with inside(cast.kota.pk):
        for number in range(6):
            make_volume(make_service(cast.puskesmas, f"Lagi {number}"), TODAY, 3)
        make_volume(usual, TODAY, 5)

    assert [count(client, *page)[0] for page in pages] == before
