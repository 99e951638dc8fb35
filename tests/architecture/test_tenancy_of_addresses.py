"""Dewi of Muaro Jambi, with every role there is, finds nothing of Kota Jambi at any address."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from tests.addresses import addresses_without_key, arguments, give_every_role, keyed, rows_of_kota

ClientOf = Callable[[Person], Client]


ADDRESSES = dict(keyed())
#: not there in Kota Jambi either: the workbook of problems is a file on the disk, and the example has none
NEED_MORE = {"siasn:problems"}


def test_addresses_with_keys_were_found() -> None:
    assert len(ADDRESSES) > 60


@pytest.fixture
def asked(cast: Cast) -> dict[str, str]:
    """Each address with keys of Kota Jambi."""
    with inside(cast.kota.pk):
        keys = rows_of_kota(cast)
        return {name: reverse(name, kwargs=arguments(each, keys)) for name, each in ADDRESSES.items()}


@pytest.fixture
def dewi(cast: Cast, client_of: ClientOf) -> Client:
    """Dewi with every role that can be granted."""
    give_every_role(cast.dewi, cast.muaro)
    return client_of(cast.dewi)


def test_dewi_gets_404_at_every_address_of_kota_jambi(asked: dict[str, str], dewi: Client) -> None:
    answers = {
        name: {dewi.get(address).status_code, dewi.post(address).status_code}
        for name, address in asked.items()
    }

    assert {name: told for name, told in answers.items() if not {404} <= told <= {404, 405}} == {}


def test_the_same_addresses_are_there_for_people_of_kota_jambi(
    asked: dict[str, str], cast: Cast, client_of: ClientOf
) -> None:
    give_every_role(cast.ratna, cast.kota)
    people = [client_of(each) for each in (cast.ratna, cast.sari, cast.kadis, cast.budi)]

    hidden = {
        name
        for name, address in asked.items()
        if all(each.get(address).status_code == 404 for each in people)
    }

    assert hidden <= NEED_MORE, "Dewi's 404 proves nothing where nobody of Kota Jambi is let in."


def test_no_page_of_dewi_names_anything_of_kota_jambi(
    asked: dict[str, str], cast: Cast, dewi: Client
) -> None:
    people = (cast.budi, cast.sari, cast.ratna, cast.joko, cast.kadis, cast.walikota)
    names = {
        cast.kota.name,
        cast.puskesmas.name,
        "kota.csv",
        "Hari jadi kota",
        *(each.name for each in people),
    }
    pages = {name: dewi.get(reverse(name), follow=True) for name in sorted(set(addresses_without_key()))}

    opened = {
        name: page.content.decode(errors="replace") for name, page in pages.items() if page.status_code == 200
    }

    assert len(opened) > 25
    assert {name: found for name, text in opened.items() if (found := {n for n in names if n in text})} == {}


def test_a_stranger_is_sent_to_sign_in_and_nowhere_else(asked: dict[str, str], client: Client) -> None:
    answers = {name: client.get(address) for name, address in asked.items()}

    let_in = {
        name
        for name, answer in answers.items()
        if answer.status_code not in {404, 405}
        and not answer.headers.get("Location", "").startswith("/akun/login/")
    }
    assert let_in == set()
