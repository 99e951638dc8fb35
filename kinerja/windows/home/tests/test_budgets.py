"""Queries per page of a person's own pages, as tests/budgets/queries.json has them."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from kinerja.areas.assessment.tests.factories import AFTER, colleague, lay_the_table
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.budgets.checking import assert_as_written, count

SignIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _after_the_quarter() -> Iterator[None]:
    with clock.at(AFTER):
        yield


def test_own_pages_take_what_is_written(cast: Cast, client_of: SignIn) -> None:
    with inside(cast.kota.pk):
        lay_the_table(cast)

    for name in ("home:today", "home:inbox", "home:profile"):
        assert_as_written(client_of(cast.sari), name)


def test_a_larger_team_takes_no_more_queries(cast: Cast, client_of: SignIn) -> None:
    with inside(cast.kota.pk):
        table = lay_the_table(cast)
    before = count(client_of(cast.sari), "home:today")[0]
    with inside(cast.kota.pk):
        for number in range(5):
            colleague(table, f"Perawat {number}")

    assert count(client_of(cast.sari), "home:today")[0] == before
