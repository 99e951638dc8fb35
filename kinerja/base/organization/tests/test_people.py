"""Who stops serving, who comes back, what is corrected."""

from datetime import date, timedelta

import pytest

from kinerja.base.accounts.models import User
from kinerja.base.ledger.models import Entry
from kinerja.base.organization import actions
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay
from kinerja.base.organization.models import Assignment, Change, RaterOverride, TeamMember
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock
from kinerja.tools.refusals import Refusal

DAY = date(2026, 3, 3)
NEXT = DAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _on_the_third_of_march(kota: Cast) -> object:
    with clock.at(DAY):
        yield


def test_posts_teams_and_account_end_with_the_person(kota: Cast) -> None:
    team = actions.create_team(
        name="Tim Stunting",
        leader=kota.sari,
        unit=kota.dinkes,
        begins=DAY,
        ends=None,
        by=kota.ratna,
        decree="SK",
    )
    actions.add_member(team, kota.budi, begins=DAY, by=kota.ratna)
    actions.override_rater(kota.joko, kota.budi, begins=DAY, ends=None, by=kota.ratna, reason="SK")

    actions.person_leaves(kota.budi, on=NEXT, by=kota.ratna, reason="Pensiun")

    assert Assignment.objects.on(DAY).filter(person=kota.budi).exists()
    for rows in (Assignment, TeamMember):
        assert not rows.objects.on(NEXT).filter(person=kota.budi).exists()
    assert not RaterOverride.objects.on(NEXT).filter(rater=kota.budi).exists()
    assert User.objects.get(pk=kota.budi.pk).is_active
    assert actions.apply_due_changes(NEXT) == 1
    assert not User.objects.get(pk=kota.budi.pk).is_active


def test_leaving_today_closes_the_account_at_once(kota: Cast) -> None:
    actions.person_leaves(kota.budi, on=DAY, by=kota.ratna, reason="Pensiun")

    assert not User.objects.get(pk=kota.budi.pk).is_active
    with pytest.raises(OrganizationRefusal, match="sudah dicatat berhenti"):
        actions.person_leaves(kota.budi, on=NEXT, by=kota.ratna, reason="Pensiun")


def test_whoever_leads_a_team_is_not_let_go_with_it(kota: Cast) -> None:
    actions.create_team(
        name="Tim Stunting",
        leader=kota.budi,
        unit=kota.dinkes,
        begins=DAY,
        ends=None,
        by=kota.ratna,
        decree="SK",
    )

    with pytest.raises(OrganizationRefusal, match="masih memimpin Tim Stunting"):
        actions.person_leaves(kota.budi, on=DAY, by=kota.ratna, reason="Pensiun")


def test_somebody_who_comes_back_may_sign_in_again(kota: Cast) -> None:
    actions.person_leaves(kota.budi, on=DAY, by=kota.ratna, reason="CLTN")

    actions.person_returns(kota.budi, on=DAY, by=kota.ratna, reason="SK 8/2026")

    kota.budi.refresh_from_db()
    assert kota.budi.left_on is None
    assert User.objects.get(pk=kota.budi.pk).is_active


def test_a_return_that_cannot_be_is_refused(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="memang masih bertugas"):
        actions.person_returns(kota.budi, on=DAY, by=kota.ratna, reason="SK")
    actions.person_leaves(kota.budi, on=DAY, by=kota.ratna, reason="CLTN")
    with pytest.raises(WrongDay, match="pada atau sesudah"):
        actions.person_returns(kota.budi, on=DAY - timedelta(days=1), by=kota.ratna, reason="SK")
    with pytest.raises(WrongDay, match="bukan sebelumnya"):
        actions.person_returns(kota.budi, on=NEXT, by=kota.ratna, reason="SK")


def test_each_corrected_field_gets_its_row_and_the_ledger_holds_no_text(kota: Cast) -> None:
    changed = actions.change_person(
        kota.budi, changes={"title_after": "S.Kep., Ns.", "golongan": "III/b", "name": "Budi Santoso"},
        on=DAY, by=kota.ratna, source="SK 4/2026",
    )  # fmt: skip

    assert changed == ["title_after", "golongan"]
    rows = Change.objects.filter(subject_id=kota.budi.pk).order_by("field")
    assert [(row.field, row.old, row.new, row.source) for row in rows] == [
        ("golongan", "", "III/b", "SK 4/2026"), ("title_after", "", "S.Kep., Ns.", "SK 4/2026"),
    ]  # fmt: skip
    entry = Entry.objects.get(subject_id=kota.budi.pk)
    assert b"Kep" not in bytes(entry.content_hash)


def test_a_new_nip_is_the_new_name_at_the_door(kota: Cast) -> None:
    actions.change_person(
        kota.budi, changes={"nip": "19860926 201505 1 901"}, on=DAY, by=kota.ratna, source="SK PNS"
    )

    assert User.objects.get(pk=kota.budi.pk).nip == "198609262015051901"


@pytest.mark.parametrize(("changes", "said"), [
    ({"nip": "12345"}, "NIP harus 18 angka"),
    ({"nip": "198613262015051001"}, "bukan tanggal lahir"),
    ({"name": "  "}, "Nama belum diisi"),
    ({"golongan": "V/z"}, "."),
    ({"status": "RAJA"}, "Status kepegawaian tidak dikenal"),
    ({"left_on": DAY}, "tidak dapat diubah di sini"),
    ({"name": "Budi Santoso"}, "Tidak ada isian yang berbeda"),
])  # fmt: skip
def test_a_correction_that_cannot_be_is_refused(kota: Cast, changes: dict, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        actions.change_person(kota.budi, changes=changes, on=DAY, by=kota.ratna, source="SK")
    assert not Change.objects.exists()


def test_a_nip_of_another_government_is_refused_with_a_sentence(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="sudah dipakai orang lain"):
        actions.change_person(kota.budi, changes={"nip": kota.dewi.nip}, on=DAY, by=kota.ratna, source="SK")


def test_a_correction_from_tomorrow_on_is_refused(kota: Cast) -> None:
    with pytest.raises(WrongDay, match="paling lambat hari ini"):
        actions.change_person(kota.budi, changes={"name": "Budi"}, on=NEXT, by=kota.ratna, source="SK")
