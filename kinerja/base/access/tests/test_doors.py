"""The door: who gets in, who gets 404, what a refusal looks like, and that nothing half done stays."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.test import RequestFactory

from kinerja.base.access.doors import door
from kinerja.base.accounts.models import User
from kinerja.base.organization.models import Person, Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools.keys import uuid7
from kinerja.tools.refusals import Refusal


@door("skp.read", Person)
def show(request: HttpRequest, person: Person) -> HttpResponse:
    return HttpResponse(person.name)


@door("person.change", Person)
def rename(request: HttpRequest, person: Person) -> HttpResponse:
    Person.objects.filter(pk=person.pk).update(name=request.POST["name"])
    if request.POST["name"] == "X":
        raise Refusal("Nama ini terlalu pendek. Ketik nama lengkap.")
    return redirect("/done/")


def ask(view: Any, who: Person | None, method: str = "get", **kwargs: Any) -> HttpResponse:
    request = getattr(RequestFactory(), method)("/x/", kwargs.pop("post", None))
    request.user = User.objects.get(pk=who.pk) if who else AnonymousUser()
    request.session = {}
    return view(request, **kwargs)


def test_a_person_sees_himself(cast: Cast) -> None:
    assert ask(show, cast.budi, pk=cast.budi.pk).content == b"Budi Santoso"


def test_a_superior_sees_whom_he_rates(cast: Cast) -> None:
    assert ask(show, cast.sari, pk=cast.budi.pk).status_code == 200


@pytest.mark.parametrize("stranger", ["budi", "dewi"])
def test_a_stranger_gets_404(cast: Cast, stranger: str) -> None:
    with pytest.raises(Http404):
        ask(show, getattr(cast, stranger), pk=cast.ratna.pk)


def test_a_missing_row_looks_like_a_forbidden_one(cast: Cast) -> None:
    with pytest.raises(Http404):
        ask(show, cast.ratna, pk=uuid7())


def test_without_the_role_the_address_does_not_exist(cast: Cast) -> None:
    with pytest.raises(Http404):
        ask(rename, cast.budi, "post", pk=cast.budi.pk, post={"name": "Y"})


def test_nobody_signed_in_is_sent_to_sign_in_and_back(cast: Cast) -> None:
    response = ask(show, None, pk=cast.budi.pk)

    assert response.status_code == 302
    assert response["Location"].endswith("?next=/x/")


def test_whoever_has_left_gets_404(cast: Cast) -> None:
    with inside(cast.kota.pk):
        Person.objects.filter(pk=cast.budi.pk).update(left_on="2026-01-01")

    with pytest.raises(Http404):
        ask(show, cast.budi, pk=cast.budi.pk)


def test_a_refusal_undoes_the_act_and_says_why(cast: Cast) -> None:
    response = ask(rename, cast.ratna, "post", pk=cast.budi.pk, post={"name": "X"})

    assert response.status_code == 409
    assert "Ketik nama lengkap" in response.content.decode()
    with inside(cast.kota.pk):
        assert Person.objects.get(pk=cast.budi.pk).name == "Budi Santoso"


def test_the_same_key_does_the_act_once_and_leads_to_the_same_place(cast: Cast) -> None:
    post = {"name": "Budi Baru", "_retry_key": str(uuid7())}

    first = ask(rename, cast.ratna, "post", pk=cast.budi.pk, post=post)
    with inside(cast.kota.pk):
        Person.objects.filter(pk=cast.budi.pk).update(name="Budi Kemudian")
    second = ask(rename, cast.ratna, "post", pk=cast.budi.pk, post=post)

    assert first["Location"] == second["Location"] == "/done/"
    with inside(cast.kota.pk):
        assert Person.objects.get(pk=cast.budi.pk).name == "Budi Kemudian"


def test_the_same_key_with_another_content_is_refused(cast: Cast) -> None:
    key = str(uuid7())
    ask(rename, cast.ratna, "post", pk=cast.budi.pk, post={"name": "Budi Baru", "_retry_key": key})

    response = ask(rename, cast.ratna, "post", pk=cast.budi.pk, post={"name": "Lain", "_retry_key": key})

    assert response.status_code == 422
    assert "Muat ulang" in response.content.decode()


def test_a_crooked_key_is_refused(cast: Cast) -> None:
    response = ask(rename, cast.ratna, "post", pk=cast.budi.pk, post={"name": "Y", "_retry_key": "abc"})

    assert response.status_code == 422


def test_a_refused_act_frees_its_key(cast: Cast) -> None:
    key = str(uuid7())
    ask(rename, cast.ratna, "post", pk=cast.budi.pk, post={"name": "X", "_retry_key": key})

    response = ask(rename, cast.ratna, "post", pk=cast.budi.pk, post={"name": "Budi Baru", "_retry_key": key})

    assert response.status_code == 302


def test_a_door_without_a_row_in_the_matrix_cannot_be_built() -> None:
    with pytest.raises(LookupError, match="matrix"):
        door("nothing.known", Unit)
