"""Fixtures every test may use."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from conftest import cluster, template
from kinerja.base.accounts.models import User
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast, make_cast
from kinerja.base.tenancy.context import inside
from tests.again import again


@pytest.fixture
def cast(db: None) -> Cast:
    """Budi, Sari, Ratna, Joko and Dewi in their units."""
    return again(make_cast)


@pytest.fixture
def kota(cast: Cast) -> Iterator[Cast]:
    """The cast, inside Kota Jambi."""
    with inside(cast.kota.pk):
        yield cast


@pytest.fixture
def client_of() -> Callable[[Person], Client]:
    """A signed-in browser of a person, without the sign-in page."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(
            User.objects.get(pk=person.pk), "kinerja.base.accounts.backends.AuthenticationBackend"
        )
        return client

    return signed_in


@pytest.fixture(scope="module")
def own_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Every connection of this module leads to a fresh copy of the template."""
    usual, own = connection.settings_dict["NAME"], f"{connection.settings_dict['NAME']}_races"
    cluster().create_database(own, template=template())
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = own
        yield
        connection.close()
        connection.settings_dict["NAME"] = usual
    cluster().drop_database(own)
