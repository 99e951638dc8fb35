"""How many questions a page asks the database, as written in tests/budgets/queries.json, however many people there are."""

from collections.abc import Callable

import pytest
from django.test import Client

from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_head, make_member, make_unit
from kinerja.base.tenancy.context import inside
from tests.budgets.checking import assert_as_written

LISTS = [
    "home",
    "people",
    "units",
    "posts",
    "acting",
    "teams",
    "roles",
    "calendar",
    "periods",
    "receipts",
    "ledger",
    "disputes",
]


@pytest.fixture
def browser(cast: Cast, client_of: Callable[[Person], Client]) -> Client:
    with inside(cast.kota.pk):
        for number in range(12):
            unit = make_unit(f"Unit {number}", cast.pemda)
            make_head(unit, f"Kepala {number}")
            make_member(unit, f"Pegawai {number}")
    return client_of(cast.ratna)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_a_fixed_number_of_questions(browser: Client, name: str) -> None:
    assert_as_written(browser, f"agency:{name}")


def test_a_person_and_a_unit_ask_a_fixed_number_of_questions(browser: Client, cast: Cast) -> None:
    assert_as_written(browser, "agency:person", cast.budi.pk)
    assert_as_written(browser, "agency:unit", cast.puskesmas.pk)
