"""An outage moves what fell into it, for those it concerned; the system's own is noted by itself, once."""

from datetime import date, datetime, timedelta

import pytest
from django.core.management import call_command

from kinerja.base.calendar import actions, outages
from kinerja.base.calendar.models import Outage
from kinerja.base.calendar.outages import Span, end_of, moved, moved_day
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.clock import WIB


def at(hour: int, minute: int = 0, day: int = 10) -> datetime:
    return datetime(2026, 6, day, hour, minute, tzinfo=WIB)


@pytest.mark.parametrize(("deadline", "spans", "becomes"), [
    (at(12), [], at(12)),
    (at(12), [Span(at(13), at(15))], at(12)),
    (at(12), [Span(at(9), at(11))], at(12)),
    (at(12), [Span(at(9), at(12))], at(12)),
    (at(12), [Span(at(12), at(14))], at(14)),
    (at(12), [Span(at(9), at(14))], at(17)),
    (at(12), [Span(at(9), at(14)), Span(at(16), at(18))], at(19)),
    (at(12), [Span(at(9), at(14)), Span(at(18), at(20))], at(17)),
])  # fmt: skip
def test_what_was_left_when_it_began_is_given_back_when_it_ended(
    deadline: datetime, spans: list[Span], becomes: datetime
) -> None:
    assert moved(deadline, spans) == becomes


def test_what_is_due_on_a_day_moves_with_the_days_last_hour() -> None:
    assert moved_day(date(2026, 6, 10), [Span(at(8), at(17))]) == date(2026, 6, 10)
    assert moved_day(date(2026, 6, 10), [Span(at(20), at(5, day=11))]) == date(2026, 6, 11)
    assert end_of(date(2026, 6, 10)) == datetime(2026, 6, 10, 23, 59, 59, tzinfo=WIB)


@pytest.mark.parametrize(("unit", "concerned"), [
    (None, {"budi", "sari", "kadis", "ratna"}),
    ("dinkes", {"budi", "sari", "kadis"}),
    ("puskesmas", {"budi", "sari"}),
    ("bkpsdm", {"ratna"}),
])  # fmt: skip
def test_an_outage_concerns_its_unit_and_all_below(unit: str | None, concerned: set[str], kota: Cast) -> None:
    with clock.at(date(2026, 6, 11)):
        actions.log_outage(
            begins=at(9),
            ends=at(12),
            reason="Kabel putus",
            by=kota.ratna,
            units=[getattr(kota, unit)] if unit else [],
        )
    people = {name: getattr(kota, name).pk for name in ("budi", "sari", "kadis", "ratna")}

    found = outages.spans_of(people.values(), date(2026, 6, 9), date(2026, 6, 12))

    assert {name for name, key in people.items() if found[key]} == concerned
    assert outages.spans_of(people.values(), date(2026, 6, 11), date(2026, 6, 12))[kota.ratna.pk] == []


def test_nobody_of_another_instansi_is_concerned(cast: Cast) -> None:
    with inside(cast.muaro.pk):
        Outage.objects.create(during=(at(9), at(12)), reason="Padam")
    with inside(cast.kota.pk):
        assert outages.spans_of([cast.budi.pk], date(2026, 6, 9), date(2026, 6, 12)) == {cast.budi.pk: []}


def test_the_systems_own_outage_is_noted_for_everybody_and_once(cast: Cast) -> None:
    times = [str(moment.timestamp()) for moment in (at(2), at(5))]

    for _again in range(2):
        call_command("record_downtime", *times)

    for instansi in (cast.kota, cast.muaro):
        with inside(instansi.pk):
            [outage] = Outage.objects.all()
            assert (outage.unit_id, outage.logged_by_id) == (None, None)
            assert outage.during.upper - outage.during.lower == timedelta(hours=3)
            assert Entry.objects.filter(verb="calendar.outage_logged").count() == 1


def test_a_withdrawn_outage_moves_nothing_any_more_and_says_why(kota: Cast) -> None:
    day = date(2026, 6, 10)
    with clock.at(date(2026, 6, 11)):
        first, second = actions.log_outage(
            begins=at(9), ends=at(12), reason="Padam", by=kota.ratna, units=[kota.dinkes, kota.bkpsdm]
        )
        actions.withdraw_outage(first, by=kota.ratna, reason="Salah unit")

    found = outages.spans_of([kota.budi.pk, kota.ratna.pk], day, day)
    assert (found[kota.budi.pk], len(found[kota.ratna.pk])) == ([], 1)
    first.refresh_from_db()
    assert (first.withdrawal_reason, second.withdrawn_at) == ("Salah unit", None)
    assert Entry.objects.filter(verb="calendar.outage_logged").count() == 2
    assert Entry.objects.filter(verb="calendar.outage_withdrawn").count() == 1


def test_the_system_does_not_note_again_what_was_withdrawn(kota: Cast) -> None:
    row = actions.log_downtime(begins=at(2), ends=at(5))
    assert row
    actions.withdraw_outage(row, by=kota.ratna, reason="Hanya satu kantor")

    assert actions.log_downtime(begins=at(2), ends=at(5)) is None
