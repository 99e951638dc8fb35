"""Soft deadlines: each unit its hour before the lock, another one next month, nobody late by it, a word only to the silent."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.actions import Entry, remind_softly, set_filling_rule, submit
from kinerja.areas.reporting.models import FillingRule
from kinerja.areas.reporting.queries.soft import Window, window_of
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.base.calendar.models import FreeDay
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry as LedgerEntry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock
from kinerja.tools.clock import WIB

ClientOf = Callable[[Any], Client]
RULE = "/laporan/pembukaan/batas/"
JUNE = date(2026, 6, 1)


@pytest.fixture
def rule(kota: Cast) -> FillingRule:
    """A month is locked after the tenth of the next; soft deadlines in the last three working days."""
    return FillingRule.objects.create(locks_on=10, soft_days=3)


def moment_of(rule: FillingRule, unit_id: UUID) -> datetime:
    window = window_of(rule, JUNE)
    assert window
    return window.moment_of(unit_id)


def test_the_window_is_the_last_working_days_before_the_lock(rule: FillingRule) -> None:
    FreeDay.objects.create(day=date(2026, 7, 9), name="Libur", kind="DAERAH", decree="SK")

    window = window_of(rule, JUNE)

    assert window == Window(JUNE, [date(2026, 7, day) for day in (7, 8, 10)], date(2026, 7, 10))
    assert window_of(FillingRule(locks_on=10), JUNE) is None
    assert window_of(FillingRule(), JUNE) is None


def test_a_units_moment_is_always_the_same_in_office_hours_and_moves_next_month(rule: FillingRule) -> None:
    june, july = window_of(rule, JUNE), window_of(rule, date(2026, 7, 1))
    assert june
    assert july
    units = [UUID(int=number) for number in range(500)]

    assert [june.moment_of(each) for each in units] == [june.moment_of(each) for each in units]
    assert all(8 <= june.moment_of(each).hour <= 16 for each in units)
    assert all(june.moment_of(each).date() in june.days for each in units)
    same = sum(june.moment_of(each).time() == july.moment_of(each).time() for each in units)
    assert same < 50


def test_units_are_spread_evenly_over_the_window(rule: FillingRule) -> None:
    window = window_of(rule, JUNE)
    assert window
    moments = Counter(window.moment_of(uuid4()) for _unit in range(9_900))

    assert len(moments) == 99  # three days of 33 quarters of an hour
    assert max(moments.values()) < 2 * 100


def test_nobody_is_late_by_a_soft_deadline(rule: FillingRule, patients: Indicator, kota: Cast) -> None:
    with clock.at(datetime(2026, 7, 10, 23, 59, tzinfo=WIB)):
        assert submit([Entry(uuid4(), patients.pk, date(2026, 6, 30), Decimal(3))], by=kota.budi)


def test_those_without_a_report_hear_of_it_once_within_the_hour_before(
    rule: FillingRule, patients: Indicator, kota: Cast
) -> None:
    moment = moment_of(rule, kota.puskesmas.pk)

    def told(before: timedelta) -> int:
        with clock.at(moment - before):
            return remind_softly()

    assert told(timedelta(hours=2)) == 0
    assert told(timedelta(minutes=50)) == 1
    assert told(timedelta(minutes=35)) == 0

    [message] = Message.objects.filter(kind="reporting.soft_deadline")
    assert message.person_id == kota.budi.pk
    assert "Juni 2026" in message.title
    assert "tidak terlambat" in message.body
    assert message.due_on is None  # advice: it never counts as overdue
    assert LedgerEntry.objects.filter(verb="reporting.softly_reminded").count() == 1


def test_who_has_reported_is_left_alone(rule: FillingRule, patients: Indicator, kota: Cast) -> None:
    make_report(patients, date(2026, 6, 3))

    with clock.at(moment_of(rule, kota.puskesmas.pk) - timedelta(minutes=30)):
        assert remind_softly() == 0


@pytest.mark.parametrize("decided", [{}, {"locks_on": 10}])
def test_without_soft_deadlines_nobody_is_told(decided: dict, patients: Indicator, kota: Cast) -> None:
    FillingRule.objects.create(**decided)

    with clock.at(datetime(2026, 7, 10, 9, tzinfo=WIB)):
        assert remind_softly() == 0


def test_the_agency_sets_them_only_together_with_a_lock(kota: Cast, client_of: ClientOf) -> None:
    ratna = client_of(kota.ratna)

    refused = ratna.post(RULE, {"late_after": "", "locks_on": "", "soft_days": "3"})
    assert refused.status_code == 422
    assert "hanya ada sebelum kuncian" in refused.content.decode()
    assert ratna.post(RULE, {"late_after": "", "locks_on": "10", "soft_days": "11"}).status_code == 422
    assert ratna.post(RULE, {"late_after": "", "locks_on": "10", "soft_days": "3"}).status_code == 302

    assert FillingRule.objects.get().soft_days == 3
    assert client_of(kota.budi).get(RULE).status_code == 404


def test_today_says_the_units_hour_and_that_it_is_advice(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    set_filling_rule(late_after=None, locks_on=10, soft_days=3, by=kota.ratna)
    budi = client_of(kota.budi)

    def page(day: int) -> str:
        with clock.at(date(2026, 7, day)):
            return budi.get("/").content.decode()

    moment = moment_of(FillingRule.objects.get(), kota.puskesmas.pk)
    assert "Batas lunak" not in page(2)
    assert "Batas lunak unit Anda" in page(6)
    assert f"{moment:%H.%M}" in page(10)
    assert "tidak terlambat" in page(10)
    assert "Batas lunak" not in page(11)
