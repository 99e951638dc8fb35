"""Taking the receipt: the days for an objection begin once."""

from datetime import date

import pytest

from kinerja.areas.assessment import actions
from kinerja.areas.assessment.documents import show
from kinerja.areas.assessment.errors import NotTheRater
from kinerja.areas.assessment.tests.factories import Table, sign_budi
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.tools import clock


def test_the_first_look_is_kept_and_settles_the_message(table: Table) -> None:
    signed = sign_budi(table)

    actions.receive(signed, by=table.budi)

    assert signed.received_at == clock.now() or signed.received_at is not None
    assert Message.objects.get(subject_id=signed.pk).done_at is not None
    assert Entry.objects.about("assessment.assessment", signed.pk)[0].verb == "assessment.received"


def test_a_later_look_changes_nothing(table: Table) -> None:
    signed = sign_budi(table)
    actions.receive(signed, by=table.budi)
    first = signed.received_at

    with clock.at(date(2026, 4, 20)):
        actions.receive(signed, by=table.budi)

    signed.refresh_from_db()
    assert signed.received_at == first
    assert Entry.objects.filter(verb="assessment.received").count() == 1


def test_nobody_receives_for_somebody_else(table: Table) -> None:
    with pytest.raises(NotTheRater, match="milik pegawai lain"):
        actions.receive(sign_budi(table), by=table.sari)


@pytest.mark.parametrize(("day", "is_open"), [(date(2026, 4, 16), True), (date(2026, 4, 17), False)])
def test_the_fourteenth_day_is_the_last(table: Table, day: date, is_open: bool) -> None:
    signed = actions.receive(sign_budi(table), by=table.budi)

    with clock.at(day):
        page = show.read(signed)

    assert (page.objection.last, page.objection.is_open) == (date(2026, 4, 16), is_open)


def test_before_the_first_look_no_day_is_promised(table: Table) -> None:
    page = show.read(sign_budi(table))

    assert page.objection.last is None
    assert "sejak pegawai membuka" in page.objection.words


def test_the_objection_goes_to_the_superior_of_the_rater(table: Table) -> None:
    assert show.read(sign_budi(table)).objection.to == table.cast.kadis.full_name
