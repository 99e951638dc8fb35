"""Queries per page of assessment, as tests/budgets/queries.json has them."""

from collections.abc import Callable

import pytest
from django.test import Client

from kinerja.areas.assessment.tests.factories import (
    Table,
    colleague,
    lay_the_table,
    set_unit,
    sign_budi,
)
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_head, make_unit
from kinerja.base.tenancy.context import inside
from tests.again import again
from tests.budgets.checking import assert_as_written, count

SignIn = Callable[[Person], Client]


@pytest.fixture
def laid(cast: Cast) -> Table:
    with inside(cast.kota.pk):
        table = again(lay_the_table, cast)
        set_unit(table.review, cast.puskesmas, cast.kadis)
        return table


def test_the_superiors_pages_take_what_is_written(laid: Table, client_of: SignIn) -> None:
    assert_as_written(client_of(laid.sari), "assessment:team")
    assert_as_written(client_of(laid.sari), "assessment:rate", laid.review.pk, laid.budi.pk)


def test_the_leaders_pages_take_what_is_written(laid: Table, client_of: SignIn) -> None:
    assert_as_written(client_of(laid.cast.kadis), "assessment:units")
    assert_as_written(client_of(laid.cast.kadis), "assessment:unit", laid.review.pk, laid.cast.puskesmas.pk)


def test_the_employees_pages_take_what_is_written(laid: Table, client_of: SignIn) -> None:
    with inside(laid.cast.kota.pk):
        signed = sign_budi(laid)

    assert_as_written(client_of(laid.budi), "assessment:mine")
    assert_as_written(client_of(laid.budi), "assessment:receipt", signed.pk)
    assert_as_written(client_of(laid.budi), "assessment:receipt-json", signed.pk)


def test_more_people_and_units_take_no_more_queries(laid: Table, client_of: SignIn) -> None:
    pages = [(laid.sari, "assessment:team"), (laid.cast.kadis, "assessment:units")]
    before = [count(client_of(person), name)[0] for person, name in pages]
    with inside(laid.cast.kota.pk):
        for number in range(6):
            colleague(laid, f"Perawat {number}")
            make_head(make_unit(f"Puskesmas {number}", laid.cast.dinkes), f"Kepala {number}")

    assert [count(client_of(person), name)[0] for person, name in pages] == before
