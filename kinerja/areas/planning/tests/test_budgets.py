"""Queries per page of planning, as tests/budgets/queries.json has them."""

from collections.abc import Callable

import pytest
from django.test import Client

from kinerja.areas.planning.models import Skp
from kinerja.areas.planning.tests.factories import (
    Example,
    make_agreement,
    make_iku,
    make_indicator,
    make_rhk,
    make_skp,
    ready_draft,
)
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from tests.budgets.checking import assert_as_written, count

SignIn = Callable[[Person], Client]


@pytest.mark.parametrize("name", ["mine", "team", "agreements"])
def test_a_list_takes_what_is_written(name: str, cast: Cast, draft: Skp, client_of: SignIn) -> None:
    assert_as_written(client_of(cast.sari), f"planning:{name}")


@pytest.mark.parametrize("name", ["skp", "matrix", "changes", "annex", "skp_removal", "rhk_new"])
def test_a_page_of_an_skp_takes_what_is_written(name: str, draft: Skp, client_of: SignIn) -> None:
    assert_as_written(client_of(draft.person), f"planning:{name}", draft.pk)


@pytest.mark.parametrize("name", ["rhk", "rhk_removal", "indicator_new", "indicator", "indicator_removal"])
def test_a_page_of_a_line_takes_what_is_written(name: str, cast: Cast, draft: Skp, client_of: SignIn) -> None:
    with inside(cast.kota.pk):
        rhk = draft.rhks.get()
        key = rhk.indicators.get().pk if name in {"indicator", "indicator_removal"} else rhk.pk

    assert_as_written(client_of(draft.person), f"planning:{name}", key)


@pytest.mark.parametrize("name", ["return", "expectations"])
def test_a_page_of_the_superior_takes_what_is_written(
    name: str, cast: Cast, draft: Skp, client_of: SignIn
) -> None:
    assert_as_written(client_of(cast.sari), f"planning:{name}", draft.pk)


def test_starting_and_a_new_version_take_what_is_written(
    cast: Cast, example: Example, client_of: SignIn
) -> None:
    assert_as_written(client_of(cast.joko), "planning:start", example.period.pk)
    assert_as_written(client_of(cast.budi), "planning:version", example.budi_skp.pk)


def test_agreements_take_what_is_written(cast: Cast, example: Example, client_of: SignIn) -> None:
    client = client_of(cast.sari)
    assert_as_written(client, "planning:agreement_new", cast.puskesmas.pk)
    with inside(cast.kota.pk):
        agreement = make_agreement(cast.puskesmas, state="DRAF")
        iku = make_iku(agreement, supports=example.dinkes_iku)

    for name, key in [
        ("agreement", agreement.pk),
        ("iku_new", agreement.pk),
        ("iku", iku.pk),
        ("iku_removal", iku.pk),
    ]:
        assert_as_written(client, f"planning:{name}", key)


def test_more_people_and_lines_take_no_more_queries(
    cast: Cast, draft: Skp, example: Example, client_of: SignIn
) -> None:
    client = client_of(cast.sari)
    pages = [("planning:team",), ("planning:matrix", example.sari_skp.pk), ("planning:skp", draft.pk)]
    before = [count(client, *page)[0] for page in pages]
    with inside(cast.kota.pk):
        for number in range(8):
            ready_draft(cast, example, f"Perawat {number}")
            make_indicator(make_rhk(draft, f"Hasil {number}", supports=example.sari_rhk))
        make_skp(cast.joko)

    assert [count(client, *page)[0] for page in pages] == before
