"""Opening a decision again: a new row, the old one stays."""

import pytest

from kinerja.areas.assessment import actions
from kinerja.areas.assessment.errors import AssessmentRefused, NotTheRater, ReasonMissing, ReviewRefused
from kinerja.areas.assessment.models import Assessment
from kinerja.areas.assessment.tests.factories import Table, choose, sign_budi
from kinerja.base.inbox.models import Message

WHY = "Laporan tanggal 5 Maret ternyata keliru."


def test_the_old_decision_stays_as_replaced(table: Table) -> None:
    old = sign_budi(table)

    draft = actions.reopen(old, reason=WHY, by=table.sari)

    old.refresh_from_db()
    assert (old.state, old.predicate, old.receipt is None) == ("DIGANTI", "BAIK", False)
    assert (draft.state, draft.replaces, draft.replace_reason) == ("DRAF", old, WHY)
    assert draft.work == old.work


def test_the_new_one_is_signed_with_a_receipt_of_its_own(table: Table) -> None:
    actions.reopen(sign_budi(table), reason=WHY, by=table.sari)

    new = sign_budi(table, choose("DIATAS", "DIATAS"))

    assert new.predicate == "SANGAT_BAIK"
    assert {row.state for row in Assessment.objects.decided()} == {"DITETAPKAN", "DIGANTI"}


def test_the_employee_is_told_why(table: Table) -> None:
    actions.reopen(sign_budi(table), reason=WHY, by=table.sari)

    assert Message.objects.get(person=table.budi, kind="assessment.reopened").body == WHY


@pytest.mark.parametrize("reason", ["", "   ", "salah"])
def test_without_a_reason_it_is_refused(table: Table, reason: str) -> None:
    with pytest.raises(ReasonMissing, match="paling sedikit 20 huruf"):
        actions.reopen(sign_budi(table), reason=reason, by=table.sari)


def test_only_the_rater_opens_it(table: Table) -> None:
    signed = sign_budi(table)

    for stranger in (table.cast.kadis, table.budi, table.cast.ratna):
        with pytest.raises(NotTheRater):
            actions.reopen(signed, reason=WHY, by=stranger)


def test_what_was_replaced_is_not_opened_twice(table: Table) -> None:
    old = sign_budi(table)
    actions.reopen(old, reason=WHY, by=table.sari)

    with pytest.raises(AssessmentRefused, match="bukan yang berlaku lagi"):
        actions.reopen(old, reason=WHY, by=table.sari)


def test_a_closed_review_stays_closed(table: Table) -> None:
    signed = sign_budi(table)
    actions.close_review(table.review, by=table.cast.ratna, confirmed=True, reason="Batas nasional lewat")

    with pytest.raises(ReviewRefused):
        actions.reopen(signed, reason=WHY, by=table.sari)
