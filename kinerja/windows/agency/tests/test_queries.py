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

#: three of them are the session, the account and the person who asks
MOST = {"home": 7, "people": 6, "units": 5, "posts": 6, "acting": 5, "teams": 5, "roles": 5, "ledger": 5, "disputes": 4}
#: the frame of a transaction, not questions
FRAME = ("SAVEPOINT", "RELEASE", "SELECT set_config")


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
    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser.get(reverse(f"agency:{name}"))

    questions = [query["sql"][:120] for query in asked if not query["sql"].startswith(FRAME)]
    assert len(questions) <= MOST[name], "\n".join(questions)
