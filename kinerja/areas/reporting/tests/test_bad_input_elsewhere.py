"""The list of bad inputs at the other doors: the sheet of a month, the queue of a device, a file (the form: test_bad_input)."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import SkpState
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.tests import test_import, test_many_rows, test_queue
from kinerja.areas.reporting.tests.factories import make_patients
from kinerja.areas.reporting.tests.test_record_page import sheet
from kinerja.base.organization.tests.cast import Cast

ClientOf = Callable[[Any], Client]
DAY = date(2026, 7, 1)
#: sends one figure for a day; the status and what is answered
Door = Callable[..., tuple[int, str]]


@pytest.fixture(params=["the month", "the queue"])
def door(request: pytest.FixtureRequest, kota: Cast, client_of: ClientOf) -> Door:
    """Budi's way in: each of the two answers a mistake in its own form, with the same sentence."""
    budi = client_of(kota.budi)

    def month(indicator: Indicator, value: str, day: date = DAY, key: Any = None) -> tuple[int, str]:
        answer = budi.post(test_many_rows.MONTH, sheet(test_many_rows.day_row(indicator, day, value, key)))
        return answer.status_code, answer.content.decode()

    def queue(indicator: Indicator, value: str, day: date = DAY, key: Any = None) -> tuple[int, str]:
        content = test_queue.item(indicator, kota.budi, key, value=value, day=day.isoformat())
        answer = test_queue.send(budi, content)
        return answer.status_code, answer.json().get("sentence", "")

    return month if request.param == "the month" else queue


@pytest.mark.parametrize(("value", "said"), [
    ("dua belas", "bukan angka yang dapat dibaca"),
    ("1,234.5", "Contoh penulisan: 1.234,56"),
    ("1.234", "Tulis 1234 bila ribuan"),
    ("-3", "tidak boleh negatif"),
    ("9" * 15, "14 digit"),
    ("0,00001", "di belakang koma"),
])  # fmt: skip
def test_a_figure_that_cannot_be_is_answered_and_nothing_kept(
    value: str, said: str, door: Door, patients: Indicator
) -> None:
    status, words = door(patients, value)

    assert (status, said in words) == (422, True), words
    assert not Report.objects.exists()


@pytest.mark.parametrize(("written", "kept"), [
    ("1.234,5", "1234.5"), ("1234.5", "1234.5"), ("1.000.000.000", "1000000000"), ("0", "0"),
])  # fmt: skip
def test_what_can_mean_one_thing_is_read(written: str, kept: str, door: Door, patients: Indicator) -> None:
    assert door(patients, written)[0] in (200, 302)

    assert Report.objects.get().value == Decimal(kept)


@pytest.mark.parametrize(("day", "said"), [
    (date(2026, 7, 2), "belum tiba"), (date(1998, 3, 3), "di luar masa SKP Anda"), (date(2027, 1, 1), "belum tiba"),
])  # fmt: skip
def test_a_day_that_cannot_be_is_answered(day: date, said: str, door: Door, patients: Indicator) -> None:
    status, words = door(patients, "3", day)

    assert (status, said in words) == (422, True), words
    assert not Report.objects.exists()


def test_a_plan_not_agreed_is_answered(door: Door, patients: Indicator) -> None:
    patients.rhk.skp.state = SkpState.PROPOSED
    patients.rhk.skp.save()

    status, words = door(patients, "3")

    assert (status in (409, 422), "tidak sedang berlaku" in words) == (True, True), words
    assert not Report.objects.exists()


def test_anothers_indicator_is_refused(door: Door, patients: Indicator, kota: Cast) -> None:
    status, words = door(make_patients(kota.sari), "3")

    assert (status, "bukan bagian dari SKP Anda" in words) == (403, True)
    assert not Report.objects.exists()


def test_the_same_twice_is_one_report(door: Door, patients: Indicator) -> None:
    key = uuid4()

    assert door(patients, "3", DAY, key)[0] == door(patients, "3", DAY, key)[0]

    assert [each.value for each in Report.objects.all()] == [3]


def test_a_billion_in_a_file_is_a_figure_like_any_other(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    budi = client_of(kota.budi)

    run = test_import.send(budi, [[date(2026, 6, 1), test_import.NAME, 10**9]])
    budi.post(f"{test_import.PAGE}{run.pk}/")

    assert Report.objects.get().value == 10**9
