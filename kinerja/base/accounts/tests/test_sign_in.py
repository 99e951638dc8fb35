"""Coming in by NIP and password, and what is refused on the way."""

import pytest
from django.test import Client

from kinerja.base.access.actions import deactivate_account
from kinerja.base.accounts.models import User
from kinerja.base.organization.tests.cast import PASSWORD, Cast
from kinerja.base.tenancy.context import inside
from kinerja.config import settings as written

LOGIN = "/akun/login/"


def sign_in(cast: Cast, browser: Client, password: str = PASSWORD, nip: str | None = None):  # type: ignore[no-untyped-def]
    return browser.post(LOGIN, {"login": nip or cast.budi.nip, "password": password})


def test_a_nip_with_blanks_and_a_password_let_in(cast: Cast, client: Client) -> None:
    nip = f"'{cast.budi.nip[:8]} {cast.budi.nip[8:]}"

    assert sign_in(cast, client, nip=nip)["Location"] == "/"
    assert client.session["_auth_user_id"] == str(cast.budi.pk)


def test_the_session_holds_nothing_secret(cast: Cast, client: Client) -> None:
    sign_in(cast, client)

    assert PASSWORD not in str(dict(client.session))
    assert User.objects.get(pk=cast.budi.pk).password not in str(dict(client.session))


def test_a_wrong_password_and_an_unknown_nip_say_the_same(cast: Cast, client: Client) -> None:
    wrong = sign_in(cast, client, "bukan ini")
    unknown = sign_in(cast, client, nip="199901012020011999")

    for page in (wrong, unknown):
        assert "NIP atau kata sandi tidak cocok" in page.content.decode()
    assert "_auth_user_id" not in client.session


def test_passwords_are_hashed_as_expensively_as_django_advises() -> None:
    """The settings as written: the tests themselves hash at the least cost."""
    assert written.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_empty_fields_are_answered_in_indonesian(client: Client, db: None) -> None:
    page = client.post(LOGIN, {}).content.decode()

    assert "NIP belum diisi" in page
    assert "Kata sandi belum diisi" in page
    assert "This field" not in page


def test_a_closed_account_does_not_come_in(cast: Cast, client: Client) -> None:
    with inside(cast.kota.pk):
        deactivate_account(cast.budi, by=cast.ratna, reason="Hilang ponsel")

    sign_in(cast, client)

    assert "_auth_user_id" not in client.session


def test_the_sixth_wrong_password_for_one_nip_waits_even_from_another_browser(cast: Cast) -> None:
    for _attempt in range(5):
        sign_in(cast, Client(), "bukan ini")

    page = sign_in(cast, Client())

    assert "Terlalu banyak percobaan masuk" in page.content.decode()


def test_an_address_that_tries_many_nips_is_stopped(cast: Cast) -> None:
    answers = [
        sign_in(cast, Client(), "bukan ini", nip=f"1990010120200119{serial:02d}") for serial in range(11)
    ]

    assert "Terlalu banyak" in answers[-1].content.decode()


def test_signing_out_needs_a_press(cast: Cast, client: Client) -> None:
    sign_in(cast, client)

    assert "Keluar dari Kinerja?" in client.get("/akun/logout/").content.decode()
    assert "_auth_user_id" in client.session
    client.post("/akun/logout/")
    assert "_auth_user_id" not in client.session


def test_a_new_password_ends_the_other_sessions(cast: Cast, client: Client) -> None:
    other = Client()
    sign_in(cast, other)
    sign_in(cast, client)
    new = "kopi tungkal di pagi hari"

    client.post("/akun/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert User.objects.get(pk=cast.budi.pk).check_password(new)
    assert client.get("/akun/password/change/").status_code == 200
    assert other.get("/akun/password/change/").status_code == 302


@pytest.mark.parametrize(("given", "said"), [
    ({"oldpassword": "salah"}, "Kata sandi saat ini tidak cocok"),
    ({"password1": "pendek", "password2": "pendek"}, "12 karakter"),
    ({"password2": "lain sama sekali"}, "sandi"),
])  # fmt: skip
def test_a_password_that_cannot_be_is_refused(cast: Cast, client: Client, given: dict, said: str) -> None:
    sign_in(cast, client)
    new = "kopi tungkal di pagi hari"

    page = client.post(
        "/akun/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new} | given
    ).content.decode()

    assert said in page
    assert User.objects.get(pk=cast.budi.pk).check_password(PASSWORD)


@pytest.mark.parametrize("address", [
    "signup/", "email/", "confirm-email/", "password/reset/", "login/code/confirm/", "",
])  # fmt: skip
def test_the_rest_of_the_library_does_not_exist(client: Client, db: None, address: str) -> None:
    assert client.get(f"/akun/{address}").status_code == 404
