"""Whom a silent warning reaches when the superior is rated by a named exception: he reads it, answers it, sees no more."""

from collections.abc import Callable

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse

from kinerja.areas.monitoring.actions import pass_on_silence
from kinerja.areas.monitoring.models import Alert
from kinerja.areas.monitoring.states import AlertState
from kinerja.areas.monitoring.tests.test_alerts import DUE, alert, example
from kinerja.base.inbox.models import Message
from kinerja.base.organization.models import Person, RaterOverride
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import SINCE, make_member
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock

__all__ = ["alert", "example"]
ClientOf = Callable[[Person], Client]
LATE = DUE.replace(day=DUE.day + 1)


@pytest.fixture
def nina(cast: Cast, alert: Alert) -> Person:
    """She heads nothing; a decree names her as the rater of Sari, who did not answer in time."""
    with inside(cast.kota.pk):
        nina = make_member(cast.bkpsdm, "Nina Kartika", "Analis")
        RaterOverride.objects.create(
            person=cast.sari, rater=nina, during=DateRange(SINCE, None), reason="SK 7/2026"
        )
        with clock.at(LATE):
            pass_on_silence()
    return nina


def test_the_message_leads_to_a_page_and_the_page_to_an_answer(
    cast: Cast, nina: Person, client_of: ClientOf
) -> None:
    with inside(cast.kota.pk):
        link = Message.objects.get(person=nina, kind="alert.passed_on").link
        pk = Alert.objects.get().pk
    sent = {"response": "DIALOG", "text": "Saya bicara dengan Sari hari Senin", "check_on": "2026-07-30"}
    with clock.at(LATE):
        browser = client_of(nina)
        page = browser.get(link)
        answer = browser.post(reverse("monitoring:answer", args=[pk]), sent)
        listed = browser.get(reverse("monitoring:alerts")).content.decode()

    assert page.status_code == 200
    assert "Catat tindakan" in page.content.decode()
    assert answer.status_code == 302
    assert "Budi Santoso" in listed
    with inside(cast.kota.pk):
        assert Alert.objects.get().state == AlertState.ACTED


def test_the_reports_of_the_person_stay_closed_and_no_link_leads_there(
    cast: Cast, nina: Person, client_of: ClientOf
) -> None:
    with inside(cast.kota.pk):
        found = Alert.objects.get()
    path = reverse("monitoring:indicator", args=[found.indicator_id])
    with clock.at(LATE):
        page = client_of(nina).get(reverse("monitoring:alert", args=[found.pk])).content.decode()
        sari = client_of(cast.sari).get(reverse("monitoring:alert", args=[found.pk])).content.decode()

        assert client_of(nina).get(path).status_code == 404
    assert path not in page
    assert path in sari


def test_before_it_is_passed_on_she_finds_nothing(cast: Cast, alert: Alert, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        nina = make_member(cast.bkpsdm, "Nina Kartika", "Analis")

    assert client_of(nina).get(reverse("monitoring:alert", args=[alert.pk])).status_code == 404
