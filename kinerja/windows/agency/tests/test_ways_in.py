"""The menu leads whoever may read people and ledger there, and marks one place only."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast


def menu(client: Client, address: str) -> list[tuple[str, bool]]:
    """(address, whether it stands for where one is) of every link of the menu."""
    groups = client.get(address).context["navigation"]
    return [(item["url"], item["current"]) for group in groups for item in group["items"]]


def test_the_inspectorate_finds_people_and_ledger(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    browser = client_of(cast.joko)
    ways = [address for address, _current in menu(browser, reverse("home:today"))]

    assert {reverse("agency:people"), reverse("agency:receipts"), reverse("agency:ledger")} <= set(ways)
    assert reverse("agency:home") not in ways
    assert all(browser.get(address).status_code == 200 for address in ways)


def test_a_nurse_does_not(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    ways = [address for address, _current in menu(client_of(cast.budi), reverse("home:today"))]

    assert not {reverse("agency:people"), reverse("agency:receipts"), reverse("agency:ledger")} & set(ways)


@pytest.mark.parametrize("name", ["agency:home", "agency:people", "siasn:imports", "agency:units"])
def test_one_place_is_marked(cast: Cast, client_of: Callable[[Person], Client], name: str) -> None:
    marked = [address for address, current in menu(client_of(cast.ratna), reverse(name)) if current]

    expected = "agency:home" if name == "agency:units" else name
    assert marked == [reverse(expected)]


def test_a_person_page_offers_roles_only_to_who_may_see_them(
    cast: Cast, client_of: Callable[[Person], Client]
) -> None:
    page, roles = (
        reverse("agency:person", args=[cast.budi.pk]),
        f'href="{reverse("agency:roles")}">Lihat semua',
    )

    assert roles in client_of(cast.ratna).get(page).content.decode()
    assert roles not in client_of(cast.joko).get(page).content.decode()
