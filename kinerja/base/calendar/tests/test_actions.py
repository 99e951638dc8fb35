"""An official confirms days with the decree; outages are logged when they are over."""

from datetime import date, timedelta

import pytest

from kinerja.base.calendar import actions
from kinerja.base.calendar.days import Proposal, free_days, proposed
from kinerja.base.calendar.errors import CalendarRefused
from kinerja.base.calendar.models import FreeDay, Outage
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock
from kinerja.tools.refusals import Refusal

FEAST = Proposal(date(2026, 3, 20), "Idul Fitri", "NASIONAL")


def test_the_library_proposes_national_days_and_joint_leave() -> None:
    kinds = {proposal.kind for proposal in proposed(2026)}

    assert kinds == {"NASIONAL", "CUTI_BERSAMA"}
    assert date(2026, 8, 17) in {proposal.day for proposal in proposed(2026)}


def test_a_proposed_day_counts_only_once_it_is_confirmed(kota: Cast) -> None:
    assert free_days(FEAST.day, FEAST.day) == frozenset()

    [row] = actions.confirm_days([FEAST], decree="SKB 3 Menteri 1/2026", by=kota.ratna)

    assert free_days(FEAST.day, FEAST.day) == {FEAST.day}
    assert (row.decree, row.confirmed_by_id) == ("SKB 3 Menteri 1/2026", kota.ratna.pk)
    assert Entry.objects.get().verb == "calendar.days_confirmed"


@pytest.mark.parametrize(("days", "decree", "said"), [
    ([], "SKB", "Belum ada hari yang dipilih"), ([FEAST], "", "Nomor keputusan belum diisi"),
])  # fmt: skip
def test_a_confirmation_without_days_or_decree_is_refused(
    kota: Cast, days: list, decree: str, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        actions.confirm_days(days, decree=decree, by=kota.ratna)


def test_a_day_is_confirmed_once_and_may_return_after_it_was_withdrawn(kota: Cast) -> None:
    [row] = actions.confirm_days([FEAST], decree="SKB", by=kota.ratna)
    with pytest.raises(CalendarRefused, match="20 Maret 2026 sudah ditetapkan libur"):
        actions.add_own_day(day=FEAST.day, name="Libur", decree="Perwal", by=kota.ratna)

    actions.withdraw_day(row, by=kota.ratna, reason="Keliru")
    assert free_days(FEAST.day, FEAST.day) == frozenset()
    actions.add_own_day(day=FEAST.day, name="Libur", decree="Perwal", by=kota.ratna)

    assert FreeDay.objects.filter(day=FEAST.day).count() == 2
    with pytest.raises(CalendarRefused, match="sudah dibatalkan"):
        actions.withdraw_day(row, by=kota.ratna, reason="Keliru")


@pytest.mark.parametrize("wrong", [{"name": ""}, {"decree": ""}, {"day": date(1900, 1, 1)}])
def test_an_own_day_that_cannot_be_is_refused(kota: Cast, wrong: dict) -> None:
    with pytest.raises(Refusal):
        actions.add_own_day(
            **{"day": date(2026, 5, 28), "name": "Hari Jadi", "decree": "Perwal 1", "by": kota.ratna} | wrong
        )
    assert not FreeDay.objects.exists()


def test_an_outage_is_logged_when_it_is_over(kota: Cast) -> None:
    now = clock.now()

    actions.log_outage(
        begins=now - timedelta(hours=5), ends=now - timedelta(hours=1), reason="Jaringan putus", by=kota.ratna,
        units=[kota.puskesmas],
    )  # fmt: skip

    assert Outage.objects.get().unit_id == kota.puskesmas.pk


@pytest.mark.parametrize(("begins", "ends", "said"), [
    (1, 5, "sesudah jam mulai"), (5, -1, "setelah selesai"), (24 * 40, 1, "tidak dapat dicatat sekaligus"),
])  # fmt: skip
def test_an_outage_that_cannot_be_is_refused(kota: Cast, begins: int, ends: int, said: str) -> None:
    now = clock.now()

    with pytest.raises(CalendarRefused, match=said):
        actions.log_outage(
            begins=now - timedelta(hours=begins),
            ends=now - timedelta(hours=ends),
            reason="Putus",
            by=kota.ratna,
        )
