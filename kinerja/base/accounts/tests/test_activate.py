"""The first way in: NIP and a code from the sheet, then a password of one's own; or a link that opens once."""

from datetime import timedelta

import pytest
from django.test import Client

from kinerja.base.accounts import activation
from kinerja.base.accounts.models import Activation, User
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock

WORD = "padi menguning pagi ini"


def user_of(cast: Cast) -> User:
    return User.objects.get(pk=cast.budi.pk)


def activate(cast: Cast, browser: Client, right: str, **given: str):  # type: ignore[no-untyped-def]
    return browser.post(
        "/masuk/aktivasi/", {"nip": cast.budi.nip, "code": right, "password": WORD, "again": WORD} | given
    )


def test_the_code_opens_the_account_and_signs_in(cast: Cast, client: Client) -> None:
    code = activation.issue_code(user_of(cast))

    assert activate(cast, client, code.lower().replace("-", " ")).status_code == 302
    assert user_of(cast).check_password(WORD)
    assert client.session["_auth_user_id"] == str(cast.budi.pk)


@pytest.mark.parametrize(("given", "said"), [
    ({"nip": ""}, "NIP belum diisi"),
    ({"code": ""}, "Kode aktivasi belum diisi"),
    ({"again": "lain"}, "Kedua kata sandi berbeda"),
    ({"password": "pendek", "again": "pendek"}, "12"),
    ({"code": "AAAA-BBBB-CCCC"}, "tidak cocok, sudah dipakai, atau sudah lewat 14 hari"),
])  # fmt: skip
def test_what_cannot_be_is_refused_and_the_code_stays(
    cast: Cast, client: Client, given: dict, said: str
) -> None:
    code = activation.issue_code(user_of(cast))

    page = activate(cast, client, code, **given)

    assert page.status_code == 422
    assert said in page.content.decode()
    assert activate(cast, client, code).status_code == 302


def test_five_wrong_codes_lock_the_right_one(cast: Cast) -> None:
    code = activation.issue_code(user_of(cast))
    for _attempt in range(5):
        activation.use_code(cast.budi.nip, "AAAA-BBBB-CCCC")

    assert activation.use_code(cast.budi.nip, code) is None
    assert Activation.objects.get().failures == 5


@pytest.mark.parametrize(("seconds", "opens"), [(1, True), (-1, False)])
def test_a_code_is_void_after_its_last_second(cast: Cast, seconds: int, opens: bool) -> None:
    code = activation.issue_code(user_of(cast))
    assert Activation.objects.get().expires_at - clock.real_now() > timedelta(days=13, hours=23)
    Activation.objects.update(expires_at=clock.real_now() + timedelta(seconds=seconds))

    assert bool(activation.use_code(cast.budi.nip, code)) is opens


def test_a_code_belongs_to_one_person_and_is_kept_as_a_hash(cast: Cast) -> None:
    code = activation.issue_code(user_of(cast))
    activation.issue_code(User.objects.get(pk=cast.sari.pk))

    assert activation.use_code(cast.sari.nip, code) is None
    kept = " ".join(Activation.objects.values_list("secret_hash", flat=True))
    assert activation.normal(code) not in kept.upper()


@pytest.mark.parametrize("code", ["", "-", "\x00", "K" * 5_000, "ＡＢＣＤ-1234-5678"])
def test_nonsense_instead_of_a_code_lets_nobody_in(cast: Cast, client: Client, code: str) -> None:
    activation.issue_code(user_of(cast))

    assert activate(cast, client, code).status_code == 422
    assert "_auth_user_id" not in client.session


def test_many_tries_are_slowed_down(cast: Cast, client: Client) -> None:
    for _attempt in range(5):
        activate(cast, client, "AAAA-BBBB-CCCC")

    assert "Terlalu banyak percobaan" in activate(cast, client, "AAAA-BBBB-CCCC").content.decode()


def test_looking_at_a_link_does_not_spend_it(cast: Cast, client: Client) -> None:
    address = f"/masuk/tautan/{activation.issue_link(user_of(cast))}/"

    assert client.get(address).status_code == 200
    assert client.post(address)["Location"] == "/"
    assert client.post(address).status_code == 410
    assert "tidak berlaku lagi" in Client().get(address).content.decode()


def test_a_first_password_is_asked_of_whoever_has_none(cast: Cast, client: Client) -> None:
    user = user_of(cast)
    user.set_unusable_password()
    user.save()

    assert (
        client.post(f"/masuk/tautan/{activation.issue_link(user)}/")["Location"] == "/masuk/kata-sandi-baru/"
    )
    assert client.get("/akun/password/set/")["Location"] == "/masuk/kata-sandi-baru/"
    assert client.post("/masuk/kata-sandi-baru/", {"password": "a", "again": "b"}).status_code == 422
    client.post("/masuk/kata-sandi-baru/", {"password": WORD, "again": WORD})
    assert user_of(cast).check_password(WORD)


def test_a_stranger_gets_no_first_password(cast: Cast, client: Client) -> None:
    assert client.get("/masuk/kata-sandi-baru/")["Location"] == "/akun/login/"
