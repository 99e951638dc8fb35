"""Roles are given between dates, by decree, never to oneself, and never all taken away."""

from datetime import date, timedelta

import pytest

from kinerja.base.access import principal
from kinerja.base.access.actions import grant_role, revoke_role
from kinerja.base.access.errors import GrantNotYours, GrantRefused
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import Role
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast, grant
from kinerja.tools import clock
from kinerja.tools.refusals import Refusal

DAY = date(2026, 3, 3)


@pytest.fixture(autouse=True)
def _on_the_third_of_march(kota: Cast) -> object:
    with clock.at(DAY):
        yield


def test_a_role_is_held_between_its_days_and_the_person_is_told(kota: Cast) -> None:
    grant_role(kota.budi, "INSPEKTORAT", begins=DAY, ends=DAY, by=kota.ratna, decree="SK 2/2026")

    who = {on: principal.load(kota.budi.pk, on) for on in (DAY, DAY + timedelta(days=1))}
    assert [Role.INSPECTORATE in person.roles for person in who.values() if person] == [True, False]
    assert Message.objects.get(person=kota.budi).kind == "access.role_granted"
    assert Entry.objects.get(verb="access.role_granted").by_id == kota.ratna.pk


def test_a_clerk_reaches_a_unit_and_all_below_it(kota: Cast) -> None:
    grant_role(kota.budi, "PENGELOLA", begins=DAY, ends=None, by=kota.ratna, decree="SK", unit=kota.dinkes)

    who = principal.load(kota.budi.pk)
    assert who is not None
    assert set(who.granted_unit_ids(Role.PERFORMANCE_CLERK)) == {kota.dinkes.pk, kota.puskesmas.pk}


def test_nobody_gives_himself_a_role(kota: Cast) -> None:
    with pytest.raises(GrantRefused, match="kepada diri sendiri"):
        grant_role(kota.ratna, "AUDITOR", begins=DAY, ends=None, by=kota.ratna, decree="SK")


@pytest.mark.parametrize(("role", "given", "said"), [
    ("PEGAWAI", {}, "tidak dapat diberikan"),
    ("RAJA", {}, "tidak dapat diberikan"),
    ("PENGELOLA", {}, "Pilih unitnya"),
    ("AUDITOR", {"decree": ""}, "Dasar penunjukan belum diisi"),
    ("AUDITOR", {"ends": date(2026, 1, 1)}, "mendahului"),
    ("OPERATOR", {}, "hanya dapat diberikan oleh operator"),
])  # fmt: skip
def test_a_role_that_cannot_be_given_is_refused(kota: Cast, role: str, given: dict, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        grant_role(kota.budi, role, **{"begins": DAY, "ends": None, "by": kota.ratna, "decree": "SK"} | given)
    assert not RoleGrant.objects.filter(person=kota.budi).exists()


def test_a_role_for_the_whole_instansi_takes_no_unit(kota: Cast) -> None:
    with pytest.raises(Refusal, match="Kosongkan unitnya"):
        grant_role(kota.budi, "AUDITOR", begins=DAY, ends=None, by=kota.ratna, decree="SK", unit=kota.dinkes)


def test_the_same_role_twice_at_a_time_is_refused(kota: Cast) -> None:
    grant_role(kota.budi, "AUDITOR", begins=DAY, ends=None, by=kota.ratna, decree="SK")

    with pytest.raises(GrantRefused, match="sudah memegang peran"):
        grant_role(kota.budi, "AUDITOR", begins=date(2026, 9, 1), ends=None, by=kota.ratna, decree="SK")


def test_a_revoked_role_is_gone_the_day_after(kota: Cast) -> None:
    held = grant_role(kota.budi, "AUDITOR", begins=DAY, ends=None, by=kota.ratna, decree="SK")

    revoke_role(held, last=DAY, by=kota.ratna, reason="Selesai")

    assert not RoleGrant.objects.on(DAY + timedelta(days=1)).filter(person=kota.budi).exists()
    with pytest.raises(GrantRefused, match="sudah berakhir"):
        revoke_role(held, last=DAY, by=kota.ratna, reason="Selesai")


def test_a_role_that_has_not_begun_is_taken_back_whole(kota: Cast) -> None:
    held = grant_role(kota.budi, "AUDITOR", begins=date(2026, 9, 1), ends=None, by=kota.ratna, decree="SK")

    revoke_role(held, last=DAY, by=kota.ratna, reason="Keliru")

    assert not RoleGrant.objects.filter(person=kota.budi).exists()


def test_the_last_one_of_the_agency_keeps_the_role(kota: Cast) -> None:
    held = RoleGrant.objects.get(person=kota.ratna)

    with pytest.raises(GrantRefused, match="pemegang terakhir"):
        revoke_role(held, last=DAY, by=kota.joko, reason="Pindah")
    grant_role(kota.budi, "KEPEGAWAIAN", begins=DAY, ends=None, by=kota.ratna, decree="SK")
    revoke_role(held, last=DAY, by=kota.ratna, reason="Pindah")


def test_an_operators_role_belongs_to_operators(kota: Cast) -> None:
    held = grant(kota.joko, Role.OPERATOR)

    with pytest.raises(GrantNotYours, match="hanya dapat dicabut"):
        revoke_role(held, last=DAY, by=kota.ratna, reason="x")
    grant_role(kota.budi, "OPERATOR", begins=DAY, ends=None, by=kota.joko, decree="SK")
