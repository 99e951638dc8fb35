"""Fixtures every test may use."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from kinerja.base.accounts.models import User
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast, make_cast
from kinerja.base.tenancy.context import inside


@pytest.fixture
def cast(db: None) -> Cast:
    """Budi, Sari, Ratna, Joko and Dewi in their units."""
    return make_cast()


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
