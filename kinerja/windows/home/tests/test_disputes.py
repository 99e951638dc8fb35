""" "Atasan saya salah" on the own profile: one form; what is said reaches a named person, and the answer comes back."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person, RaterDispute
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.base.tenancy.context import inside

Browser = Callable[[Person], Client]


def page(client: Client, name: str) -> str:
    response = client.get(reverse(name))
    assert response.status_code == 200
    return response.content.decode()


def say(client: Client, explanation: str = "Saya pindah ruangan sejak Maret", **more: str) -> Any:
    return client.post(reverse("home:profile"), {"explanation": explanation, **more})


def test_a_wrong_superior_reaches_a_named_person(cast: Cast, client_of: Browser) -> None:
    browser = client_of(cast.budi)

    done = browser.post(
        reverse("home:profile"), {"explanation": "Sejak Januari saya di bawah Ibu Rina."}, follow=True
    )

    assert "Terkirim kepada Ratna Dewanti, dijawab paling lambat" in done.content.decode()
    assert "sedang ditangani Ratna Dewanti" in page(browser, "home:profile")
    with inside(cast.kota.pk):
        dispute = RaterDispute.objects.get()
        message = Message.objects.get(person=cast.ratna)
    assert dispute.owner_id == cast.ratna.pk
    assert message.due_on == dispute.due_on
    assert message.link == reverse("agency:dispute", args=[dispute.pk])
    assert "Sejak Januari" in client_of(cast.ratna).get(message.link).content.decode()


@pytest.mark.parametrize(
    ("text", "says"), [("", "masih kosong"), ("salah", "paling sedikit 10"), ("a" * 2001, "2000")]
)
def test_a_wrong_superior_without_words_is_answered(
    cast: Cast, client_of: Browser, text: str, says: str
) -> None:
    response = client_of(cast.budi).post(reverse("home:profile"), {"explanation": text})

    assert response.status_code == 422
    assert says in response.content.decode()
    with inside(cast.kota.pk):
        assert not RaterDispute.objects.exists()
        assert not Entry.objects.exists()


def test_a_second_dispute_waits_for_the_first(cast: Cast, client_of: Browser) -> None:
    first = say(client_of(cast.budi), "Saya sudah pindah sejak Januari.")
    second = say(client_of(cast.budi), "Saya sudah pindah sejak Februari.")

    assert (first.status_code, second.status_code) == (302, 409)
    shown = second.content.decode()
    assert "masih ditangani Ratna Dewanti" in shown
    assert "sejak Februari" in shown  # nothing typed is lost
    with inside(cast.kota.pk):
        assert RaterDispute.objects.count() == 1


def test_it_travels_from_budi_to_ratna_and_back(cast: Cast, client_of: Browser) -> None:
    budi, ratna = client_of(cast.budi), client_of(cast.ratna)
    say(budi, "Saya pindah ruangan", proposed=cast.kadis.nip)
    with inside(cast.kota.pk):
        dispute = RaterDispute.objects.get()
    address = reverse("agency:dispute", args=[dispute.pk])

    seen = ratna.get(address).content.decode()
    assert "Saya pindah ruangan" in seen
    assert cast.kadis.full_name in seen
    assert ratna.post(address, {"answer": ""}).status_code == 422
    assert ratna.post(address, {"answer": "Sudah diperbaiki."}).status_code == 302
    with inside(cast.kota.pk):
        assert Message.objects.get(person=cast.budi).link == reverse("home:profile")
    answered = page(budi, "home:profile")
    assert "Sudah diperbaiki." in answered
    assert "sedang ditangani" not in answered
    assert ratna.get(address).status_code == 200
    assert say(budi).status_code == 302  # answered: another may be said


@pytest.mark.parametrize(
    ("typed", "says"),
    [("Tidak Ada", "Tidak ada pegawai dengan NIP atau nama itu"), ("Sari", "Ada lebih dari satu orang"), ("1985", "Tidak ada")],
)  # fmt: skip
def test_an_unclear_superior_is_asked_again_without_naming_anybody(
    cast: Cast, client_of: Browser, typed: str, says: str
) -> None:
    """A NIP holds the day of birth: it is not handed to a colleague who types half a name."""
    with inside(cast.kota.pk):
        other = make_member(cast.dinkes, "Sari Ningsih")

    response = say(client_of(cast.budi), proposed=typed)

    assert response.status_code == 422
    assert says in response.content.decode()
    assert other.nip not in response.content.decode()


def test_nobody_proposes_himself(cast: Cast, client_of: Browser) -> None:
    response = say(client_of(cast.budi), proposed=cast.budi.nip)

    assert response.status_code == 409
    assert "Anda tidak dapat menilai diri sendiri" in response.content.decode()


def test_somebody_of_another_government_cannot_be_named(cast: Cast, client_of: Browser) -> None:
    assert "Tidak ada pegawai" in say(client_of(cast.budi), proposed=cast.dewi.nip).content.decode()


def test_the_profile_lists_what_the_person_said_alone(cast: Cast, client_of: Browser) -> None:
    say(client_of(cast.budi), "Saya pindah ruangan")

    assert "Saya pindah ruangan" in page(client_of(cast.budi), "home:profile")
    assert "Saya pindah ruangan" not in page(client_of(cast.sari), "home:profile")


def test_the_card_of_the_skp_leads_to_the_form(cast: Cast, client_of: Browser) -> None:
    anchor = "atasan-saya-salah"

    assert f'href="{reverse("home:profile")}#{anchor}"' in page(client_of(cast.budi), "planning:mine")
    assert f'id="{anchor}"' in page(client_of(cast.budi), "home:profile")
