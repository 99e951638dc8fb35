"""The page by which the agency takes in the head of government."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside

ClientOf = Callable[[Person], Client]


def test_the_agency_takes_in_an_official(cast: Cast, client_of: ClientOf) -> None:
    answer = client_of(cast.ratna).post(
        reverse("agency:official_new"), {"number": "KDH1571", "name": "Wali Kota Contoh"}
    )

    assert answer.status_code == 302
    with inside(cast.kota.pk):
        assert Person.objects.get(nip="KDH1571").status == "NON_ASN"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"number": "x", "name": "A"}, "tidak dapat dipakai"),
        ({"number": "KDH1571", "name": ""}, "masih kosong"),
    ],
)
def test_bad_input_is_answered_in_words(
    cast: Cast, client_of: ClientOf, sent: dict[str, str], words: str
) -> None:
    answer = client_of(cast.ratna).post(reverse("agency:official_new"), sent)

    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize("who", ["budi", "sari", "joko"])
def test_nobody_else_finds_the_page(cast: Cast, client_of: ClientOf, who: str) -> None:
    assert client_of(getattr(cast, who)).get(reverse("agency:official_new")).status_code == 404
