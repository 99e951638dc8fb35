"""Units are formed, renamed, moved and closed; each day keeps its own truth."""

from datetime import date, timedelta

import pytest

from kinerja.base.ledger.models import Entry
from kinerja.base.organization import actions, lines
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay, WrongText
from kinerja.base.organization.models import Change, Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_head, make_member, make_unit
from kinerja.tools import clock

DAY = date(2026, 3, 3)
EVE = DAY - timedelta(days=1)


@pytest.fixture(autouse=True)
def _on_the_third_of_march(kota: Cast) -> object:
    with clock.at(DAY):
        yield


def test_a_new_unit_stands_under_its_parent_from_its_day_on(kota: Cast) -> None:
    unit = actions.create_unit(
        name="  Seksi   Gizi ", kind="SEKSI", parent=kota.dinkes, on=DAY, by=kota.ratna
    )

    assert (unit.name, unit.parent_id) == ("Seksi Gizi", kota.dinkes.pk)
    assert unit.siasn_id.startswith("LOKAL-")
    assert not unit.periods.on(EVE).exists()
    assert Entry.objects.get(subject_id=unit.pk).verb == "organization.unit_created"
    assert Change.objects.get(subject_id=unit.pk).new == "Seksi Gizi"


@pytest.mark.parametrize(("wrong", "said"), [
    ({"name": "  "}, "belum diisi"),
    ({"name": "x" * 201}, "terlalu panjang"),
    ({"kind": "KAPAL"}, "tidak dikenal"),
    ({"on": date(1900, 1, 1)}, "di luar jangkauan"),
    ({"on": date(2099, 1, 1)}, "di luar jangkauan"),
    ({"on": date(2019, 1, 1)}, "tidak ada pada"),
])  # fmt: skip
def test_a_unit_that_cannot_be_is_refused_with_a_sentence(kota: Cast, wrong: dict, said: str) -> None:
    given = {"name": "Seksi Gizi", "kind": "SEKSI", "parent": kota.dinkes, "on": DAY, "by": kota.ratna}

    with pytest.raises((WrongText, WrongDay), match=said):
        actions.create_unit(**given | wrong)
    assert not Unit.objects.filter(name="Seksi Gizi").exists()


def test_a_unor_id_in_use_is_refused(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="sudah dipakai unit lain"):
        actions.create_unit(
            name="Seksi", kind="SEKSI", parent=None, on=DAY, by=kota.ratna, siasn_id=kota.dinkes.siasn_id
        )


def test_a_new_name_begins_on_its_day(kota: Cast) -> None:
    actions.rename_unit(kota.puskesmas, name="Puskesmas Simpang", on=DAY, by=kota.ratna, decree="SK 1/2026")

    kota.puskesmas.refresh_from_db()
    assert kota.puskesmas.name == "Puskesmas Simpang"
    assert kota.puskesmas.periods.on(EVE).get().name == "Puskesmas 01"
    assert kota.puskesmas.periods.on(DAY).get().name == "Puskesmas Simpang"
    change = Change.objects.get(subject_id=kota.puskesmas.pk)
    assert (change.old, change.new, change.effective_on, change.source) == (
        "Puskesmas 01", "Puskesmas Simpang", DAY, "SK 1/2026",
    )  # fmt: skip


def test_a_planned_name_waits_for_its_day_and_the_daily_job_brings_it(kota: Cast) -> None:
    later = DAY + timedelta(days=10)
    actions.rename_unit(kota.puskesmas, name="Puskesmas Baru", on=later, by=kota.ratna)

    kota.puskesmas.refresh_from_db()
    assert kota.puskesmas.name == "Puskesmas 01"
    assert actions.apply_due_changes(later - timedelta(days=1)) == 0
    assert actions.apply_due_changes(later) == 1
    assert actions.apply_due_changes(later) == 0
    kota.puskesmas.refresh_from_db()
    assert kota.puskesmas.name == "Puskesmas Baru"


def test_a_change_may_not_slip_in_before_a_planned_one(kota: Cast) -> None:
    actions.rename_unit(kota.puskesmas, name="Nanti", on=DAY + timedelta(days=9), by=kota.ratna)

    with pytest.raises(WrongDay, match="12 Maret 2026"):
        actions.rename_unit(kota.puskesmas, name="Sekarang", on=DAY, by=kota.ratna)


def test_a_plan_can_be_taken_back_before_its_day(kota: Cast) -> None:
    actions.rename_unit(kota.puskesmas, name="Nanti", on=DAY + timedelta(days=9), by=kota.ratna)

    actions.withdraw_unit_plan(kota.puskesmas, by=kota.ratna, reason="Keliru")

    assert kota.puskesmas.periods.count() == 1
    assert kota.puskesmas.periods.get().during.upper is None
    with pytest.raises(OrganizationRefusal, match="tidak mempunyai rencana"):
        actions.withdraw_unit_plan(kota.puskesmas, by=kota.ratna, reason="Keliru")


def test_the_same_name_again_changes_nothing(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="memang sudah bernama"):
        actions.rename_unit(kota.puskesmas, name="Puskesmas 01", on=DAY, by=kota.ratna)
    assert not Change.objects.exists()


def test_a_moved_unit_has_another_line_from_its_day_on(kota: Cast) -> None:
    dinsos = make_unit("Dinas Sosial", kota.pemda)
    head = make_head(dinsos, "Tini", "Kepala Dinas Sosial", "JPT_PRATAMA")

    actions.move_unit(kota.puskesmas, parent=dinsos, on=DAY, by=kota.ratna)

    assert lines.line_of(kota.sari.pk, DAY).rater_id == head.pk  # type: ignore[union-attr]
    assert lines.line_of(kota.sari.pk, EVE).rater_id == kota.kadis.pk  # type: ignore[union-attr]


def test_a_unit_may_not_stand_below_itself(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="berada di bawah Dinas Kesehatan"):
        actions.move_unit(kota.dinkes, parent=kota.puskesmas, on=DAY, by=kota.ratna)


def test_a_circle_that_would_only_close_later_is_refused_too(kota: Cast) -> None:
    one, two = make_unit("Satu", kota.pemda), make_unit("Dua", kota.pemda)
    actions.move_unit(one, parent=two, on=DAY + timedelta(days=20), by=kota.ratna)

    with pytest.raises(OrganizationRefusal, match="23 Maret 2026"):
        actions.move_unit(two, parent=one, on=DAY, by=kota.ratna)


def test_an_inhabited_unit_is_not_closed(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="2 penugasan, 0 unit bawahan"):
        actions.close_unit(kota.puskesmas, on=DAY, by=kota.ratna, reason="Digabung")
    with pytest.raises(OrganizationRefusal, match="1 unit bawahan"):
        actions.close_unit(kota.dinkes, on=DAY, by=kota.ratna, reason="Digabung")


def test_an_empty_unit_closes_with_its_posts(kota: Cast) -> None:
    seksi = make_unit("Seksi", kota.dinkes)
    post = actions.create_position(
        seksi, title="Kepala Seksi", kind="PENGAWAS", on=DAY, by=kota.ratna, is_head=True
    )

    actions.close_unit(seksi, on=DAY, by=kota.ratna, reason="Digabung")

    seksi.refresh_from_db()
    post.refresh_from_db()
    assert (seksi.closed_on, post.closed_on) == (DAY, DAY)
    assert not seksi.periods.on(DAY).exists()
    with pytest.raises(WrongDay, match="tidak ada pada"):
        actions.rename_unit(seksi, name="Seksi lagi", on=DAY, by=kota.ratna)


def test_a_unit_that_closes_later_is_closed_by_the_daily_job(kota: Cast) -> None:
    seksi, later = make_unit("Seksi", kota.dinkes), DAY + timedelta(days=5)
    actions.close_unit(seksi, on=later, by=kota.ratna, reason="Digabung")

    seksi.refresh_from_db()
    assert seksi.closed_on is None
    actions.apply_due_changes(later)
    seksi.refresh_from_db()
    assert seksi.closed_on == later
    with pytest.raises(WrongDay, match="akan ditutup|tidak ada"):
        make_member_later(kota, seksi, later)


def make_member_later(kota: Cast, seksi: Unit, later: date) -> None:
    person = make_member(kota.dinkes, "Rina")
    post = actions.create_position(seksi, title="Pelaksana", kind="PELAKSANA", on=DAY, by=kota.ratna)
    actions.appoint(person, post, on=DAY, by=kota.ratna)
