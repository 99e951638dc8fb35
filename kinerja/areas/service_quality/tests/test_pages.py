"""The pages: who sees and does what, what a mistake looks like, and that Dewi finds nothing."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kinerja.areas.service_quality.models import Service, Volume
from kinerja.areas.service_quality.tests.factories import (
    PROMISE,
    TODAY,
    make_antenatal,
    make_service,
    make_volume,
)
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.base.tenancy.context import inside
from kinerja.tools.keys import uuid7

SignIn = Callable[[Person], Client]
Ask = Callable[..., HttpResponse]
DAY = "2026-06-30"


@pytest.fixture
def services(cast: Cast) -> tuple[UUID, UUID]:
    """Visits of the puskesmas with a volume, and its antenatal care with a population."""
    with inside(cast.kota.pk):
        visits, antenatal = make_service(cast.puskesmas, code="PKM01-RJ"), make_antenatal(cast.puskesmas)
        make_volume(visits, date(2026, 6, 30), 40, 38)
        make_volume(antenatal, date(2026, 6, 30), 620)
    return visits.pk, antenatal.pk


@pytest.fixture
def ask(client_of: SignIn) -> Ask:
    def asked(
        person: Person, name: str, *args: Any, data: dict[str, Any] | None = None, query: str = ""
    ) -> Any:
        url, client = reverse(f"service_quality:{name}", args=args) + query, client_of(person)
        return client.get(url) if data is None else client.post(url, data, follow=True)

    return asked


def text(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_budi_finds_his_units_services_with_todays_number(
    cast: Cast, services: tuple[UUID, UUID], ask: Ask
) -> None:
    page = text(ask(cast.budi, "catalogue"))

    assert "Kunjungan pasien rawat jalan" in page
    assert reverse("service_quality:counter", args=[services[0]]) in page


def test_who_works_elsewhere_reads_the_catalogue_and_cannot_count(
    cast: Cast, services: tuple[UUID, UUID], ask: Ask
) -> None:
    page = text(ask(cast.joko, "catalogue", query="?q=rawat"))

    assert "Kunjungan pasien rawat jalan" in page
    assert "/hitung/" not in page
    assert ask(cast.joko, "counter", services[0]).status_code == 404


def test_a_service_shows_its_promise_its_year_and_its_month(
    cast: Cast, services: tuple[UUID, UUID], ask: Ask
) -> None:
    page = text(ask(cast.budi, "service", services[1], query="?bulan=2026-06"))

    assert "Kami melayani dalam satu jam." in page
    assert "50,00%" in page
    assert "dari sasaran 1.240 orang" in page
    assert "belum tuntas" in page


@pytest.mark.parametrize("month", ["2026-13", "x", "2027-01", ""])
def test_a_month_that_is_none_is_this_one(
    cast: Cast, services: tuple[UUID, UUID], ask: Ask, month: str
) -> None:
    assert "Juli 2026" in text(ask(cast.budi, "service", services[0], query=f"?bulan={month}"))


def test_the_counter_adds_and_says_the_days_number(cast: Cast, services: tuple[UUID, UUID], ask: Ask) -> None:
    typed = {"key": uuid7(), "served": "3", "to_standard": "2", "officer": cast.budi.pk}
    page = text(ask(cast.budi, "counter", services[0], data=typed))

    assert "Tersimpan." in page
    with inside(cast.kota.pk):
        assert Volume.objects.get(day=TODAY).served == 3


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"served": "tiga", "to_standard": "0"}, "harus bilangan bulat"),
        ({"served": "0", "to_standard": "0"}, "Belum ada yang dihitung"),
        ({"served": "9999999999", "to_standard": "0"}, "terlalu besar"),
        ({"served": "1", "to_standard": "2"}, "lebih banyak daripada yang dilayani"),
        ({"served": "1", "to_standard": "1", "officer": str(uuid7())}, "Pilihan itu tidak tersedia"),
    ],
)
def test_a_mistake_at_the_counter_keeps_what_was_typed(
    cast: Cast, services: tuple[UUID, UUID], ask: Ask, typed: dict[str, str], said: str
) -> None:
    answer = ask(cast.budi, "counter", services[0], data={"key": uuid7()} | typed)

    assert answer.status_code == 422
    assert said in text(answer)
    assert f'value="{typed["served"]}"' in text(answer)


def test_a_day_is_corrected_with_its_reason_and_shows_its_history(
    cast: Cast, services: tuple[UUID, UUID], ask: Ask
) -> None:
    typed = {"key": uuid7(), "served": "42", "to_standard": "40", "reason": "Lembar loket 2"}
    page = text(ask(cast.budi, "correction", services[0], DAY, data=typed))

    assert "Lembar loket 2" in page
    assert "+2" in page


def test_a_correction_begins_with_what_stands_there(
    cast: Cast, services: tuple[UUID, UUID], ask: Ask
) -> None:
    assert 'value="40"' in text(ask(cast.budi, "correction", services[0], DAY))


def test_the_head_opens_a_service_and_everybody_else_does_not(
    cast: Cast, services: tuple[UUID, UUID], ask: Ask
) -> None:
    typed = PROMISE | {
        "code": "PKM01-IMU",
        "name": "Imunisasi bayi",
        "unit_of_measure": "bayi",
        "begins": "2026-07-01",
    }

    assert ask(cast.budi, "service_new", cast.puskesmas.pk).status_code == 404
    ask(cast.sari, "service_new", cast.puskesmas.pk, data=typed)

    with inside(cast.kota.pk):
        assert Service.objects.get(code="PKM01-IMU").unit == cast.puskesmas


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("standard_new", PROMISE | {"begins": "2026-01-01"}),
        ("population", {"year": "2026", "people": "1300", "source": "x"}),
        ("closing", {"last": "2025-01-01", "reason": "x"}),
    ],
)
def test_a_refusal_stands_in_the_form(
    cast: Cast, services: tuple[UUID, UUID], ask: Ask, name: str, typed: dict[str, Any]
) -> None:
    answer = ask(cast.sari, name, services[1], data=typed)

    assert answer.status_code in (409, 422)
    assert "error-summary" in text(answer)


@pytest.mark.parametrize("name", ["service", "counter", "population", "standard_new", "closing"])
def test_dewi_finds_nothing(cast: Cast, services: tuple[UUID, UUID], ask: Ask, name: str) -> None:
    assert ask(cast.dewi, name, services[0]).status_code == 404


def test_a_colleague_of_another_unit_below_does_not_count(
    cast: Cast, services: tuple[UUID, UUID], ask: Ask
) -> None:
    with inside(cast.kota.pk):
        stranger = make_member(cast.dinkes, "Andi", password=None)

    assert ask(stranger, "counter", services[0]).status_code == 404
    assert ask(stranger, "day", services[0], DAY).status_code == 404


def test_a_day_that_is_none_is_not_found(cast: Cast, services: tuple[UUID, UUID], ask: Ask) -> None:
    assert ask(cast.budi, "day", services[0], "2026-13-40").status_code == 404


def test_a_file_is_sent_seen_and_imported(cast: Cast, services: tuple[UUID, UUID], client_of: SignIn) -> None:
    client = client_of(cast.sari)
    content = b"TANGGAL;KODE LAYANAN;DILAYANI;SESUAI STANDAR\n29-06-2026;PKM01-RJ;41;38\nkapan;PKM01-RJ;1;1"
    sent = client.post(
        reverse("service_quality:deliveries"), {"file": SimpleUploadedFile("v.csv", content)}, follow=True
    )
    page = sent.redirect_chain[0][0]

    assert "bukan tanggal yang dikenali" in text(sent)
    assert client.get(f"{page}masalah/").content.startswith(b"PK")
    assert client.post(f"{page}penerapan/", {}).status_code == 422
    assert "Volume diimpor." in text(client.post(f"{page}penerapan/", {"skip": "1"}, follow=True))
    assert client.post(f"{page}pembatalan/").status_code == 409
    assert client_of(cast.budi).get(page).status_code == 404


def test_what_is_no_table_is_refused_in_the_form(
    cast: Cast, services: tuple[UUID, UUID], client_of: SignIn
) -> None:
    upload = {"file": SimpleUploadedFile("v.csv", b"%PDF-1.7")}
    answer = client_of(cast.sari).post(reverse("service_quality:deliveries"), upload)

    assert answer.status_code == 422
    assert "bukan CSV atau XLSX" in text(answer)


def test_the_sample_holds_the_services_one_may_fill(
    cast: Cast, services: tuple[UUID, UUID], client_of: SignIn
) -> None:
    answer = client_of(cast.sari).get(reverse("service_quality:sample"))

    sheet = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[1] for row in sheet] == ["KODE LAYANAN", "PKM01-RJ", "PKM01-ANC"]
