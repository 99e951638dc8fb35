"""It is 3 March 2026 in every test of planning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.again import again

if TYPE_CHECKING:
    from kinerja.areas.planning.models import Skp
    from kinerja.areas.planning.tests.factories import Example
    from kinerja.base.organization.models import Person
    from kinerja.base.organization.tests.cast import Cast

Ask = Callable[..., HttpResponse]


def _factories() -> Any:
    """The factories, once the tables are known: this file is read before Django is set up."""
    return import_module("kinerja.areas.planning.tests.factories")


@pytest.fixture(autouse=True)
def _march() -> Iterator[None]:
    with clock.at(date(2026, 3, 3)):
        yield


@pytest.fixture
def example(cast: Cast) -> Example:
    """The worked example, agreed."""
    with inside(cast.kota.pk):
        return again(_factories().agreed_example, cast)


@pytest.fixture
def draft(cast: Cast, example: Example) -> Skp:
    """A new colleague's complete draft under Sari, ready to be proposed."""
    with inside(cast.kota.pk):
        return again(_factories().ready_draft, cast, example)


@pytest.fixture
def ask(client_of: Callable[[Person], Client]) -> Ask:
    """`ask(person, "skp", pk)` reads a page of planning, `ask(person, "proposal", pk, data={…})` posts to it."""

    def asked(person: Person, name: str, *args: Any, data: dict[str, Any] | None = None, **extra: Any) -> Any:
        url = reverse(f"planning:{name}", args=args)
        client = client_of(person)
        return client.get(url, **extra) if data is None else client.post(url, data, **extra)

    return asked
