"""Plt. for a vacant leader's post, Plh. while its holder is away; and how assignments end."""

from datetime import date, timedelta

import pytest

from kinerja.base.organization import actions, lines
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay, WrongText
from kinerja.base.organization.models import Assignment, Position
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_position
from kinerja.tools.refusals import Refusal

DAY = date(2026, 3, 3)
EVE = DAY - timedelta(days=1)
LATER = date(2026, 6, 2)


@pytest.fixture
def head(kota: Cast) -> Position:
    return Position.objects.get(unit=kota.puskesmas, is_head=True)


@pytest.fixture
def vacant(kota: Cast, head: Position) -> Position:
    actions.end_assignment(
        Assignment.objects.get(person=kota.sari), last=EVE, by=kota.ratna, reason="Pensiun"
    )
    return head


def test_a_plt_rates_the_members_in_that_capacity(kota: Cast, vacant: Position) -> None:
    actions.appoint_acting(
        kota.kadis, vacant, kind="PLT", begins=DAY, ends=LATER, by=kota.ratna, decree="SP 5/2026"
    )

    line = lines.line_of(kota.budi.pk, DAY)
    assert line is not None
    assert (line.rater_id, line.capacity) == (kota.kadis.pk, "PLT")
    after = lines.line_of(kota.budi.pk, LATER + timedelta(days=1))
    assert after is not None
    assert after.climbed == 1


@pytest.mark.parametrize(("wrong", "said"), [
    ({"kind": "DEFINITIF"}, "Pilih Plt. atau Plh."),
    ({"decree": " "}, "Nomor surat perintah belum diisi"),
    ({"ends": date(2026, 1, 1)}, "mendahului tanggal mulai"),
    ({"begins": date(2019, 1, 1)}, "tidak ada pada"),
])  # fmt: skip
def test_an_acting_appointment_that_cannot_be_is_refused(
    kota: Cast, vacant: Position, wrong: dict, said: str
) -> None:
    given = {"kind": "PLT", "begins": DAY, "ends": LATER, "by": kota.ratna, "decree": "SP 5/2026"}

    with pytest.raises(Refusal, match=said):
        actions.appoint_acting(kota.kadis, vacant, **given | wrong)
    assert not Assignment.objects.acting().exists()


def test_a_plt_beside_a_holder_is_refused_and_plh_is_offered(kota: Cast, head: Position) -> None:
    with pytest.raises(OrganizationRefusal, match="masih dipegang Sari Wulandari.*Pilih Plh."):
        actions.appoint_acting(
            kota.kadis, head, kind="PLT", begins=DAY, ends=None, by=kota.ratna, decree="SP"
        )

    actions.appoint_acting(kota.kadis, head, kind="PLH", begins=DAY, ends=LATER, by=kota.ratna, decree="SP")


def test_the_holder_cannot_act_for_himself(kota: Cast, head: Position) -> None:
    with pytest.raises(OrganizationRefusal, match="sudah pemegang definitif"):
        actions.appoint_acting(kota.sari, head, kind="PLH", begins=DAY, ends=None, by=kota.ratna, decree="SP")


def test_two_acting_at_once_are_refused(kota: Cast, vacant: Position) -> None:
    actions.appoint_acting(kota.kadis, vacant, kind="PLT", begins=DAY, ends=LATER, by=kota.ratna, decree="SP")

    with pytest.raises(OrganizationRefusal, match="Hasan Basri sudah ditunjuk sebagai Pelaksana tugas"):
        actions.appoint_acting(
            kota.budi, vacant, kind="PLH", begins=LATER, ends=None, by=kota.ratna, decree="SP"
        )


def test_only_a_leaders_post_is_acted_for(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="hanya untuk jabatan pimpinan"):
        actions.appoint_acting(
            kota.kadis,
            make_position(kota.puskesmas),
            kind="PLT",
            begins=DAY,
            ends=None,
            by=kota.ratna,
            decree="SP",
        )


def test_an_assignment_ends_on_its_last_day(kota: Cast) -> None:
    held = Assignment.objects.get(person=kota.budi)

    actions.end_assignment(held, last=DAY, by=kota.ratna, reason="Diperbantukan")

    assert Assignment.objects.on(DAY).filter(person=kota.budi).exists()
    assert not Assignment.objects.on(DAY + timedelta(days=1)).filter(person=kota.budi).exists()
    with pytest.raises(WrongDay, match="sudah berakhir 3 Maret 2026"):
        actions.end_assignment(held, last=DAY, by=kota.ratna, reason="Lagi")


def test_an_end_before_the_beginning_or_without_reason_is_refused(kota: Cast) -> None:
    held = Assignment.objects.get(person=kota.budi)

    with pytest.raises(WrongDay, match="baru mulai 1 Januari 2020"):
        actions.end_assignment(held, last=date(2019, 12, 31), by=kota.ratna, reason="x")
    with pytest.raises(WrongText, match="Alasan belum diisi"):
        actions.end_assignment(held, last=DAY, by=kota.ratna, reason="")
