"""The commands of a fresh installation: the first operator, and a link that lets one person in."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from kinerja.base.access.models import RoleGrant
from kinerja.base.accounts.models import User
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi

NIP = "197501012000011901"


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO())
    return out.getvalue().strip()


def first(*extra: str, nip: str = NIP) -> str:
    return run(
        "first_operator", "--nip", nip, "--nama", "Ratna Dewanti", "--instansi", "kota-jambi",
        "--nama-instansi", "Pemerintah Kota Jambi", "--jenis", "kota", *extra,
    )  # fmt: skip


@pytest.mark.django_db
def test_on_an_empty_database_the_operator_comes_in_and_chooses_a_password() -> None:
    link = first()

    browser = Client()
    path = link.removeprefix("http://127.0.0.1:8000")
    assert browser.get(path).status_code == 200
    assert browser.post(path)["Location"] == "/masuk/kata-sandi-baru/"
    word = "padi menguning pagi ini"
    assert browser.post("/masuk/kata-sandi-baru/", {"password": word, "again": word}).status_code == 302
    assert User.objects.get(nip=NIP).check_password(word)
    assert browser.post(path).status_code == 410


@pytest.mark.django_db
def test_the_operator_is_in_the_ledger_with_both_roles() -> None:
    first()

    with inside(Instansi.objects.get(code="kota-jambi").pk):
        assert set(RoleGrant.objects.values_list("role", flat=True)) == {"OPERATOR", "KEPEGAWAIAN"}
        assert Entry.objects.get().verb == "access.operator_made"
        assert Person.objects.get().birth_date.isoformat() == "1975-01-01"


@pytest.mark.django_db
def test_a_second_operator_needs_to_be_meant() -> None:
    first()

    with pytest.raises(CommandError, match="--tambah"):
        first(nip="197501012000011902")
    assert User.objects.count() == 1
    assert first("--tambah", nip="197501012000011902").startswith("http")


@pytest.mark.django_db
@pytest.mark.parametrize(("arguments", "said"), [
    (["--nip", "123", "--nama", "Ratna", "--instansi", "kota-jambi"], "NIP harus 18 angka"),
    (["--nip", NIP, "--nama", " ", "--instansi", "kota-jambi"], "Nama belum diisi"),
    (["--nip", NIP, "--nama", "Ratna", "--instansi", "kota-jambi"], "belum ada. Sebutkan --nama-instansi"),
    (["--nip", NIP, "--nama", "R", "--instansi", "Kota Jambi", "--nama-instansi", "K", "--jenis", "KOTA"], "huruf kecil"),
])  # fmt: skip
def test_a_wrong_operator_is_refused_and_nothing_is_made(arguments: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        run("first_operator", *arguments)
    assert not User.objects.exists()
    assert not Instansi.objects.exists()


def test_a_nip_of_another_instansi_is_refused(cast: Cast) -> None:
    with pytest.raises(CommandError, match="tercatat di instansi lain"):
        first("--tambah", nip=cast.dewi.nip)


def test_somebody_who_is_known_already_becomes_operator(cast: Cast) -> None:
    first(nip=cast.budi.nip)

    with inside(cast.kota.pk):
        assert RoleGrant.objects.filter(person=cast.budi).count() == 2
        assert Person.objects.filter(nip=cast.budi.nip).count() == 1


def test_a_printed_link_lets_the_person_in(cast: Cast) -> None:
    answer = json.loads(run("login_link", cast.budi.nip, "--json", "--alamat", "https://kinerja.example/"))

    assert answer["nip"] == cast.budi.nip
    path = answer["link"].removeprefix("https://kinerja.example")
    browser = Client()
    browser.post(path)
    assert browser.session["_auth_user_id"] == str(cast.budi.pk)


def test_a_link_for_nobody_is_refused(cast: Cast) -> None:
    with pytest.raises(CommandError, match="Tidak ada akun dengan NIP 123"):
        run("login_link", "123")
    User.objects.filter(pk=cast.budi.pk).update(is_active=False)
    with pytest.raises(CommandError, match="akunnya ditutup"):
        run("login_link", f"'{cast.budi.nip}")
