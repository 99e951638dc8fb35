"""Codes, links, and accounts that close at once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from kinerja.base.access.actions import deactivate_account, issue_codes, reactivate_account, sign_in_link
from kinerja.base.access.errors import AccountRefused
from kinerja.base.access.roles import Role
from kinerja.base.accounts import activation
from kinerja.base.accounts.models import Activation, User
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast, grant
from kinerja.tools import clock


def test_a_code_lets_its_owner_in_once(kota: Cast) -> None:
    [(person, code)] = issue_codes([kota.budi], by=kota.ratna)

    assert person == kota.budi
    assert activation.use_code(kota.sari.nip, code) is None
    assert activation.use_code(kota.budi.nip, code.lower()) == User.objects.get(pk=kota.budi.pk)
    assert activation.use_code(kota.budi.nip, code) is None


def test_neither_ledger_nor_table_holds_the_code(kota: Cast) -> None:
    [(_person, code)] = issue_codes([kota.budi], by=kota.ratna)

    assert code.replace("-", "") not in str(Activation.objects.values())
    assert Entry.objects.get(verb="access.codes_issued").rows == 1
    assert code not in str(Message.objects.values())


def test_a_newer_code_makes_the_older_void(kota: Cast) -> None:
    [(_p, old)] = issue_codes([kota.budi], by=kota.ratna)
    [(_p, new)] = issue_codes([kota.budi], by=kota.ratna)

    assert activation.use_code(kota.budi.nip, old) is None
    assert activation.use_code(kota.budi.nip, new) is not None


def test_a_unit_gets_one_sheet_and_one_entry(kota: Cast) -> None:
    sheet = issue_codes([kota.budi, kota.sari], by=kota.ratna, subject=kota.puskesmas)

    assert len({code for _person, code in sheet}) == 2
    entry = Entry.objects.get(verb="access.codes_issued")
    assert (entry.rows, entry.subject_id) == (2, kota.puskesmas.pk)


def test_a_code_for_an_officer_is_told_to_him_and_his_colleagues_and_written_by_name(kota: Cast) -> None:
    for officer in (kota.joko, kota.sari):
        grant(officer, Role.AGENCY)

    issue_codes([kota.budi, kota.joko], by=kota.ratna, subject=kota.puskesmas)

    told = Message.objects.filter(kind="access.officer_code")
    assert {message.person_id for message in told} == {kota.joko.pk, kota.sari.pk}
    assert "pengelola Joko Purnomo" in told[0].title
    assert "Ratna Dewanti" in told[0].body
    assert Entry.objects.get(verb="access.officer_code_issued").subject_id == kota.joko.pk
    assert not Message.objects.filter(person=kota.joko, kind="access.code_issued").exists()


def test_a_code_for_anybody_else_alarms_no_officer(kota: Cast) -> None:
    issue_codes([kota.budi], by=kota.ratna)

    assert not Message.objects.filter(kind="access.officer_code").exists()
    assert not Entry.objects.filter(verb="access.officer_code_issued").exists()


def test_closed_accounts_get_no_code(kota: Cast) -> None:
    deactivate_account(kota.budi, by=kota.ratna, reason="Hilang ponsel")

    assert [person for person, _code in issue_codes([kota.budi, kota.sari], by=kota.ratna)] == [kota.sari]
    with pytest.raises(AccountRefused, match="Tidak ada yang dapat diberi kode"):
        issue_codes([kota.budi], by=kota.ratna)
    with pytest.raises(AccountRefused, match="paling banyak 500"):
        issue_codes([kota.sari] * 501, by=kota.ratna)


def test_a_link_opens_once_and_the_person_is_told(kota: Cast) -> None:
    secret = sign_in_link(kota.budi, by=None)

    assert activation.link_is_open(secret)
    assert activation.use_link(secret) is not None
    assert activation.use_link(secret) is None
    assert "sekali pakai" in Message.objects.get(person=kota.budi).title
    assert Entry.objects.get(verb="access.link_issued").subject_id == kota.budi.pk


def test_a_link_is_void_after_ten_minutes(kota: Cast) -> None:
    secret = sign_in_link(kota.budi, by=None)
    Activation.objects.update(expires_at=clock.real_now() - timedelta(seconds=1))

    assert not activation.link_is_open(secret)
    assert activation.use_link(secret) is None


def test_closing_an_account_ends_its_sessions_and_voids_its_links(
    cast: Cast, client_of: Callable[[Person], Client], kota: Cast
) -> None:
    browser, secret = client_of(cast.budi), sign_in_link(cast.budi, by=None)
    assert browser.get("/akun/password/change/").status_code == 200

    deactivate_account(cast.budi, by=cast.ratna, reason="Hilang ponsel")

    assert browser.get("/akun/password/change/").status_code == 302
    assert activation.use_link(secret) is None


def test_opening_it_again_brings_no_session_back(
    cast: Cast, client_of: Callable[[Person], Client], kota: Cast
) -> None:
    browser = client_of(cast.budi)
    deactivate_account(cast.budi, by=cast.ratna, reason="Hilang ponsel")

    reactivate_account(cast.budi, by=cast.ratna, reason="Ketemu")

    assert User.objects.get(pk=cast.budi.pk).is_active
    assert browser.get("/akun/password/change/").status_code == 302


def test_what_makes_no_sense_is_refused(kota: Cast) -> None:
    with pytest.raises(AccountRefused, match="akun sendiri"):
        deactivate_account(kota.ratna, by=kota.ratna, reason="x")
    with pytest.raises(AccountRefused, match="memang sudah terbuka"):
        reactivate_account(kota.budi, by=kota.ratna, reason="x")
    deactivate_account(kota.budi, by=kota.ratna, reason="x")
    with pytest.raises(AccountRefused, match="memang sudah ditutup"):
        deactivate_account(kota.budi, by=kota.ratna, reason="x")
    with pytest.raises(AccountRefused, match="tidak dapat masuk"):
        sign_in_link(kota.budi, by=None)
