"""The queue behind the reports: the receipt says it when somebody would notice, the agency sees it by the minute."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.actions import Entry, submit
from kinerja.areas.reporting.queries.behind import FEW, Behind, behind
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.jobs.queue import later
from kinerja.tools.serving.load import VARIABLE, Load

ClientOf = Callable[[Any], Client]
PAGE = "/laporan/beban/sistem/"


def enqueue(count: int) -> None:
    """So many forecasts that wait, the oldest for four minutes."""
    for _job in range(count):
        later("monitoring.forecast", current_id(), people=[])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_events SET at = now() - interval '4 minutes'")


def receipt(client: Client, report: Any) -> str:
    return client.get("/laporan/tersimpan/", {"r": str(report.pk)}).content.decode()


def test_a_receipt_in_the_rush_says_that_it_was_taken_and_when_it_is_computed(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    report, budi = make_report(patients, TODAY), client_of(kota.budi)

    assert "dihitung sebentar lagi" not in receipt(budi, report)
    enqueue(FEW + 1)

    page = receipt(budi, report)
    assert "Laporan Anda diterima 08.00 WIB dan sudah tersimpan." in page
    assert f"antrean {FEW + 1}, sekitar 4 menit" in page


def test_only_what_is_due_counts_and_counting_has_an_end(kota: Cast) -> None:
    enqueue(4)
    later("monitoring.forecast", current_id(), wait=timedelta(hours=1), people=[])

    assert behind().waiting == 4
    assert behind(most=3).waiting == 3
    assert Behind(0, None).minutes(clock.real_now()) == 1


def test_the_agency_sees_what_comes_what_waits_and_what_was_refused(
    patients: Indicator, kota: Cast, client_of: ClientOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit([Entry(uuid4(), patients.pk, TODAY, Decimal(3))], by=kota.budi)
    enqueue(7)
    load = Load()
    for _sending in range(12):
        load.came_in(sending=True, waited=3.2)
    load.refused(sending=False)
    load.write(tmp_path / "load.json", waiting=9)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "load.json"))

    page = client_of(kota.ratna).get(PAGE).content.decode()

    assert "7 perhitungan antre, yang tertua menunggu sekitar 4 menit" in page
    assert "9 permintaan menunggu giliran" in page
    assert "1 laporan diterima, 1 permintaan diminta kembali nanti." in page
    assert '<td class="number" data-label="Kiriman">12</td>' in page
    assert '<td class="number" data-label="Tunggu terlama (detik)">3</td>' in page
    assert "60 orang setiap detik selama satu menit" in page


def test_a_quiet_house_says_so(kota: Cast, client_of: ClientOf) -> None:
    page = client_of(kota.ratna).get(PAGE).content.decode()

    assert "Tidak ada perhitungan yang antre" in page
    assert "tidak menghitung permintaan" in page
    assert "Belum ada yang masuk" in page


def test_it_is_nobody_elses_business(cast: Cast, client_of: ClientOf) -> None:
    assert client_of(cast.budi).get(PAGE).status_code == 404
    assert client_of(cast.sari).get(PAGE).status_code == 404
