"""Teams across units: formed, joined, left, ended."""

from datetime import date, timedelta

import pytest

from kinerja.base.organization import actions
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay
from kinerja.base.organization.models import Team, TeamMember
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.refusals import Refusal

DAY = date(2026, 3, 3)
LATER = date(2026, 6, 30)


@pytest.fixture
def team(kota: Cast) -> Team:
    return actions.create_team(
        name="Tim Stunting", leader=kota.sari, unit=kota.dinkes, begins=DAY, ends=date(2026, 12, 31), by=kota.ratna,
        decree="SK 7/2026",
    )  # fmt: skip


@pytest.mark.parametrize(("wrong", "said"), [
    ({"name": ""}, "Nama tim belum diisi"),
    ({"decree": ""}, "Nomor SK belum diisi"),
    ({"ends": date(2026, 1, 1)}, "mendahului"),
    ({"begins": date(2019, 1, 1), "ends": None}, "Pilih unit lain"),
])  # fmt: skip
def test_a_team_that_cannot_be_is_refused(kota: Cast, wrong: dict, said: str) -> None:
    given = {
        "name": "Tim", "leader": kota.sari, "unit": kota.dinkes, "begins": DAY, "ends": None, "by": kota.ratna, "decree": "SK",
    }  # fmt: skip

    with pytest.raises(Refusal, match=said):
        actions.create_team(**given | wrong)


def test_a_member_stays_until_the_team_ends(kota: Cast, team: Team) -> None:
    member = actions.add_member(team, kota.budi, begins=DAY, by=kota.ratna, role="Pencatat")

    assert member.during.upper == date(2027, 1, 1)


def test_who_cannot_join_is_told_why(kota: Cast, team: Team) -> None:
    actions.add_member(team, kota.budi, begins=DAY, by=kota.ratna)

    with pytest.raises(OrganizationRefusal, match="sudah menjadi anggota"):
        actions.add_member(team, kota.budi, begins=LATER, by=kota.ratna)
    with pytest.raises(OrganizationRefusal, match="sudah memimpin"):
        actions.add_member(team, kota.sari, begins=DAY, by=kota.ratna)
    with pytest.raises(WrongDay, match="Pilih tanggal di dalamnya"):
        actions.add_member(team, kota.joko, begins=date(2027, 1, 1), by=kota.ratna)


def test_a_member_leaves_on_a_last_day(kota: Cast, team: Team) -> None:
    member = actions.add_member(team, kota.budi, begins=DAY, by=kota.ratna)

    actions.remove_member(member, last=LATER, by=kota.ratna)

    assert not TeamMember.objects.on(LATER + timedelta(days=1)).exists()
    with pytest.raises(WrongDay, match="di dalamnya"):
        actions.remove_member(member, last=LATER, by=kota.ratna)


def test_a_team_ends_with_its_members(kota: Cast, team: Team) -> None:
    actions.add_member(team, kota.budi, begins=DAY, by=kota.ratna)
    actions.add_member(team, kota.joko, begins=LATER, by=kota.ratna)

    actions.close_team(team, last=DAY, by=kota.ratna, reason="Selesai")

    assert [member.person_id for member in TeamMember.objects.all()] == [kota.budi.pk]
    assert not TeamMember.objects.on(DAY + timedelta(days=1)).exists()
    with pytest.raises(WrongDay, match="di dalamnya"):
        actions.close_team(team, last=LATER, by=kota.ratna, reason="Lagi")
