"""The session read by a plain statement is Django's: known until it ends, then nobody's."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from kinerja.base.accounts.session_store import SessionStore
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock


def test_what_was_kept_is_read_again(db: None) -> None:
    kept = SessionStore()
    kept["language"] = "en"
    kept.save()

    assert SessionStore(kept.session_key)["language"] == "en"


def test_an_unknown_key_is_an_empty_session_without_a_key(db: None) -> None:
    found = SessionStore("x" * 32)

    assert found.get("language") is None
    assert found.session_key is None


def test_a_session_that_has_ended_lets_nobody_in(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    client = client_of(cast.budi)
    assert client.get(reverse("home:today")).status_code == 200

    Session.objects.update(expire_date=clock.real_now() - timedelta(seconds=1))

    assert client.get(reverse("home:today")).status_code == 302
