"""The page by which the agency takes in the head of government."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.base.organization.lookups import people_meant_by
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_person
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock

ClientOf = Callable[[Person], Client]


def test_the_agency_takes_in_an_official(cast: Cast, client_of: ClientOf) -> None:
    answer = client_of(cast.ratna).post(
        reverse("agency:official_new"), {"number": "KDH1571", "name": "Wali Kota Contoh"}
    )

    assert answer.status_code == 302
    with inside(cast.kota.pk):
        assert Person.objects.get(nip="KDH1571").status == "NON_ASN"


def test_a_number_of_another_shape_finds_its_holder_taken_whole(cast: Cast) -> None:
    with inside(cast.kota.pk):
        official = make_person("Wali Kota Contoh", nip="KDH1571", status="NON_ASN")

        assert people_meant_by(" kdh1571 ", clock.today()) == [official]
        assert people_meant_by("KDH15", clock.today()) == []


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
