""" "Atasan saya salah" reaches a named person with a due date."""

from datetime import date, timedelta

import pytest

from kinerja.base.access.actions import dispute_rater, settle_dispute
from kinerja.base.access.errors import DisputeRefused
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import Role
from kinerja.base.calendar.models import FreeDay
from kinerja.base.inbox.escalating import escalate_overdue
from kinerja.base.inbox.models import Message
from kinerja.base.organization.models import RaterDispute
from kinerja.base.organization.tests.cast import Cast, grant
from kinerja.base.organization.tests.factories import make_head, make_member
from kinerja.tools import clock
from kinerja.tools.refusals import Refusal

FRIDAY = date(2026, 3, 6)


@pytest.fixture(autouse=True)
def _on_a_friday(kota: Cast) -> object:
    with clock.at(FRIDAY):
        yield


def test_it_reaches_the_agency_with_a_due_date_in_working_days(kota: Cast) -> None:
    dispute = dispute_rater(
        kota.budi, explanation="Saya pindah ruangan", by=kota.budi, link_of=lambda made: f"/x/{made.pk}/"
    )

    assert (dispute.owner, dispute.shown_rater_id, dispute.due_on) == (
        kota.ratna,
        kota.sari.pk,
        date(2026, 3, 11),
    )
    message = Message.objects.get(person=kota.ratna)
    assert (message.due_on, message.link) == (dispute.due_on, f"/x/{dispute.pk}/")


def test_free_days_move_the_due_date(kota: Cast) -> None:
    FreeDay.objects.create(day=date(2026, 3, 9), name="Libur", kind="DAERAH", decree="SK")

    assert dispute_rater(kota.budi, explanation="Salah", by=kota.budi).due_on == date(2026, 3, 12)


def test_it_reaches_whoever_has_the_fewest_open_ones(kota: Cast) -> None:
    other = make_member(kota.bkpsdm, "Zulkifli")
    grant(other, Role.AGENCY)
    people = [kota.budi, kota.sari, kota.joko]

    owners = [dispute_rater(person, explanation="Salah", by=person).owner for person in people]

    assert owners == [kota.ratna, other, kota.ratna]


def test_nobody_handles_his_own(kota: Cast) -> None:
    with pytest.raises(DisputeRefused, match="Belum ada pengelola kepegawaian") as refused:
        dispute_rater(kota.ratna, explanation="Salah", by=kota.ratna)
    assert "operator" in refused.value.helper


@pytest.mark.parametrize(
    ("given", "said"),
    [({"explanation": "  "}, "Penjelasan belum diisi"), ({"explanation": "x" * 2001}, "panjang")],
)
def test_it_needs_an_explanation(kota: Cast, given: dict, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        dispute_rater(kota.budi, by=kota.budi, **given)


def test_one_at_a_time_and_not_oneself(kota: Cast) -> None:
    with pytest.raises(DisputeRefused, match="diri sendiri"):
        dispute_rater(kota.budi, explanation="Salah", by=kota.budi, proposed=kota.budi)
    dispute_rater(kota.budi, explanation="Salah", by=kota.budi)
    with pytest.raises(DisputeRefused, match="masih ditangani Ratna Dewanti, batasnya 11 Maret 2026"):
        dispute_rater(kota.budi, explanation="Salah lagi", by=kota.budi)


def test_the_answer_reaches_the_person_and_ends_the_task(kota: Cast) -> None:
    dispute = dispute_rater(kota.budi, explanation="Salah", by=kota.budi)

    settle_dispute(dispute, answer="Sudah diperbaiki.", by=kota.ratna)

    dispute.refresh_from_db()
    assert (dispute.state, dispute.settled_by) == (RaterDispute.State.SETTLED, kota.ratna)
    assert Message.objects.get(person=kota.ratna).done_at is not None
    assert Message.objects.get(person=kota.budi).body == "Sudah diperbaiki."
    with pytest.raises(DisputeRefused, match="sudah diselesaikan"):
        settle_dispute(dispute, answer="Lagi", by=kota.ratna)


def test_an_answer_is_needed_and_not_ones_own(kota: Cast) -> None:
    dispute = dispute_rater(kota.budi, explanation="Salah", by=kota.budi)

    with pytest.raises(Refusal, match="Jawaban belum diisi"):
        settle_dispute(dispute, answer="", by=kota.ratna)
    with pytest.raises(DisputeRefused, match="tidak dapat diselesaikan sendiri"):
        settle_dispute(dispute, answer="Setuju", by=kota.budi)


def test_what_nobody_settled_reaches_the_owners_leader_once(kota: Cast) -> None:
    chief = make_head(kota.bkpsdm, "Yanti", "Kepala BKPSDM", "JPT_PRATAMA")
    dispute = dispute_rater(kota.budi, explanation="Salah", by=kota.budi)

    assert escalate_overdue(dispute.due_on) == 0
    assert escalate_overdue(dispute.due_on + timedelta(days=1)) == 1
    assert escalate_overdue(dispute.due_on + timedelta(days=2)) == 0
    assert "Lewat batas" in Message.objects.get(person=chief).title


def test_an_agency_role_that_has_ended_gets_no_disputes(kota: Cast) -> None:
    RoleGrant.objects.filter(person=kota.ratna).delete()

    with pytest.raises(DisputeRefused, match="Belum ada"):
        dispute_rater(kota.budi, explanation="Salah", by=kota.budi)
