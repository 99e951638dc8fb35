"""What forms cost: measured with the form, one's own to oneself, to others only sums of five people or more."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.test_record_page import row, sheet
from kinerja.base.access.effort import LONGEST, forget_old
from kinerja.base.access.models import Effort
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.tools import clock

ClientOf = Callable[[Any], Client]
PAGE, MINE, UNITS = "/laporan/catat/", "/laporan/beban/", "/laporan/beban/unit/"
MONDAY = date(2026, 6, 29)
LAST_WEEK = MONDAY - timedelta(days=7)


def spend(person: Person, minutes: int, form: str = "reporting:new", week: date = LAST_WEEK) -> None:
    Effort.objects.create(person=person, week=week, form=form, seconds=minutes * 60, times=5)


def kept() -> list[tuple[Any, ...]]:
    return list(Effort.objects.values_list("person_id", "week", "form", "seconds", "times"))


def test_the_time_comes_with_the_form_and_is_added_up_by_week(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    client = client_of(kota.budi)

    client.post(PAGE, sheet(row(patients, "3")) | {"_spent": "15"})
    client.post(PAGE, sheet(row(patients, "4")) | {"_spent": "20"})

    assert kept() == [(kota.budi.pk, MONDAY, "reporting:new", 35, 2)]
    assert Report.objects.count() == 2


def test_it_costs_the_daily_report_no_statement_of_its_own(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    client = client_of(kota.budi)
    with CaptureQueriesContext(connection) as without:
        client.post(PAGE, sheet(row(patients, "3")))
    with CaptureQueriesContext(connection) as measured:
        client.post(PAGE, sheet(row(patients, "4")) | {"_spent": "15"})

    assert len(measured) == len(without)
    assert len(kept()) == 1


def test_other_forms_are_measured_at_their_door(kota: Cast, client_of: ClientOf) -> None:
    sent = {"name": "Surat", "posts": "", "lines": "surat", "_spent": "40"}

    client_of(kota.ratna).post("/laporan/templat/jabatan/", sent)

    assert kept() == [(kota.ratna.pk, MONDAY, "reporting:post_templates", 40, 1)]


def test_a_form_that_was_refused_is_not_counted(patients: Indicator, kota: Cast, client_of: ClientOf) -> None:
    client = client_of(kota.budi)

    assert client.post(PAGE, sheet(row(patients, "banyak")) | {"_spent": "15"}).status_code == 422
    client.post(PAGE, sheet(row(patients, "3")))  # a page without the program measures nothing

    assert kept() == []


@pytest.mark.parametrize(
    ("said", "seconds"), [("999999", None), ("-5", None), ("lama", None), ("9999", LONGEST)]
)
def test_what_cannot_be_a_time_is_nothing(
    said: str, seconds: int | None, patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    client_of(kota.budi).post(PAGE, sheet(row(patients, "3")) | {"_spent": said})

    assert [each[3] for each in kept()] == ([] if seconds is None else [seconds])
    assert Report.objects.count() == 1


def test_a_retried_form_is_measured_once_and_answered_alike(kota: Cast, client_of: ClientOf) -> None:
    client, key = client_of(kota.ratna), "01a20e28-647a-7100-983a-b7ddfe1f4cfe"
    sent = {"name": "Surat", "posts": "", "lines": "surat", "_retry_key": key}

    first = client.post("/laporan/templat/jabatan/", sent | {"_spent": "40"})
    again = client.post("/laporan/templat/jabatan/", sent | {"_spent": "55"})

    assert first["Location"] == again["Location"]
    assert [each[3] for each in kept()] == [40]


def test_everybody_sees_his_own_minutes(kota: Cast, client_of: ClientOf) -> None:
    spend(kota.budi, 12)
    spend(kota.sari, 77)

    page = client_of(kota.budi).get(MINE).content.decode()

    assert "12 menit, 5 kali" in page
    assert "77 menit" not in page
    assert "Batas kami 15 menit" in page
    assert "Batas kami 20 menit" in client_of(kota.sari).get(MINE).content.decode()


def test_a_unit_of_five_is_shown_with_its_mean_and_ceiling(kota: Cast, client_of: ClientOf) -> None:
    nurses = [kota.budi, *(make_member(kota.puskesmas, f"Perawat {n}", password=None) for n in range(4))]
    for number, nurse in enumerate(nurses):
        spend(nurse, 60 + 10 * number)  # of four weeks one: 20 minutes a week
        spend(nurse, 999, week=MONDAY)  # the running week does not count yet
    spend(kota.sari, 40)

    page = client_of(kota.kadis).get(UNITS).content.decode()

    assert "20,0" in page
    assert '<td class="number" data-label="Batas">15</td>' in page
    assert "di atas batas" in page
    assert "1 kelompok terlalu kecil" in page  # Sari, alone in her role
    assert "Sari" not in page
    assert "Catat progres" in page


def test_fewer_than_five_people_are_in_no_figure(kota: Cast, client_of: ClientOf) -> None:
    for nurse in [kota.budi, *(make_member(kota.puskesmas, f"Perawat {n}", password=None) for n in range(3))]:
        spend(nurse, 160)

    page = client_of(kota.ratna).get(UNITS).content.decode()

    assert "Belum ada kelompok yang cukup besar" in page
    assert "Formulir yang paling menyita waktu" not in page
    assert "640" not in page


def test_a_head_sees_his_own_units_alone(kota: Cast, client_of: ClientOf) -> None:
    for number in range(5):
        spend(make_member(kota.inspektorat, f"Auditor {number}", password=None), 80)

    assert "Inspektorat" not in client_of(kota.kadis).get(UNITS).content.decode()
    assert "Inspektorat" in client_of(kota.ratna).get(UNITS).content.decode()
    assert client_of(kota.budi).get(UNITS).status_code == 404


def test_after_half_a_year_it_is_forgotten(kota: Cast) -> None:
    spend(kota.budi, 5, week=TODAY - timedelta(weeks=30))
    spend(kota.budi, 5)

    with clock.at(TODAY):
        assert forget_old() == 1
    assert len(kept()) == 1
