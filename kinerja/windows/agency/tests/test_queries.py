"""How many questions a page asks the database; growth must be meant."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_head, make_member, make_unit
from kinerja.base.tenancy.context import inside

#: session, account, walls and the person who asks come to 4 of them, the savepoint of a test to 2
MOST = {"home": 12, "people": 9, "units": 8, "posts": 9, "acting": 8, "teams": 8, "roles": 8, "ledger": 9, "disputes": 8}


@pytest.mark.parametrize("name", sorted(MOST))
def test_a_list_asks_the_same_few_questions_however_long_it_is(
    cast: Cast, client_of: Callable[[Person], Client], name: str
) -> None:
    with inside(cast.kota.pk):
        for number in range(12):
            unit = make_unit(f"Unit {number}", cast.pemda)
            make_head(unit, f"Kepala {number}")
            make_member(unit, f"Pegawai {number}")
    browser = client_of(cast.ratna)
    browser.get(reverse(f"agency:{name}"))
    with CaptureQueriesContext(connection, ) as asked:
        browser.get(reverse(f"agency:{name}"))

    assert len(asked) <= MOST[name], "\n".join(query["sql"][:120] for query in asked)
