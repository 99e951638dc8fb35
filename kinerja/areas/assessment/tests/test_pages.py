"""The pages in a browser's place: what each shows, whom it lets in, and what a wrong form gets."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.areas.assessment import actions
from kinerja.areas.assessment.models import Assessment, CurveNote, UnitPredicate
from kinerja.areas.assessment.tests.factories import (
    REASON,
    Table,
    choose,
    colleague,
    lay_the_table,
    rhk_of,
    set_unit,
    sign_budi,
)
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.again import again

Browser = Callable[[Person], Client]


@pytest.fixture
def laid(cast: Cast) -> Table:
    """The table, laid in a transaction of its own: the pages open theirs."""
    with inside(cast.kota.pk):
        return again(lay_the_table, cast)


@pytest.fixture
def signed(laid: Table) -> Assessment:
    with inside(laid.cast.kota.pk):
        return sign_budi(laid)


def rate_url(table: Table, person: Person | None = None) -> str:
    return reverse("assessment:rate", args=[table.review.pk, (person or table.budi).pk])


def text_of(response: Any) -> str:
    return response.content.decode()


def test_the_list_shows_state_suggestion_and_who_waits(laid: Table, client_of: Browser) -> None:
    page = text_of(client_of(laid.sari).get(reverse("assessment:team")))

    assert "Budi Santoso" in page
    assert "predikat unit" in page
    assert "0 dari 1 pegawai sudah ditetapkan" in page


def test_the_list_of_somebody_without_people_is_empty(laid: Table, client_of: Browser) -> None:
    page = text_of(client_of(laid.budi).get(reverse("assessment:team")))

    assert "Tidak ada pegawai yang Anda nilai" in page


def test_without_a_review_the_lists_say_so(cast: Cast, client_of: Browser) -> None:
    for name in ("assessment:team", "assessment:units"):
        assert "Belum ada periode penilaian" in text_of(client_of(cast.sari).get(reverse(name)))


def test_one_persons_page_lays_the_facts_beside_the_choice(laid: Table, client_of: Browser) -> None:
    page = text_of(client_of(laid.sari).get(rate_url(laid)))

    assert "Jumlah pasien dilayani sesuai standar" in page
    assert "12 laporan, 6 berbukti (6 berkas)" in page
    assert 'data-rows="work"' in page
    assert "Predikat unit belum ditetapkan" in page
    assert "Panduan perilaku BerAKHLAK" in page


def test_a_draft_is_kept_and_comes_back(laid: Table, client_of: Browser) -> None:
    browser = client_of(laid.sari)
    data = {"work": "DIATAS", "reason": "Sementara", "draft": "1", f"rhk-{rhk_of(laid)}": "DIATAS"}

    response = browser.post(rate_url(laid), data)

    assert response.status_code == 302
    page = text_of(browser.get(rate_url(laid)))
    assert "Sementara" in page
    assert '<option value="DIATAS" selected>' in page


def test_the_signature_leads_back_to_the_list(laid: Table, client_of: Browser) -> None:
    with inside(laid.cast.kota.pk):
        set_unit(laid.review, laid.cast.puskesmas, laid.cast.kadis)
    browser = client_of(laid.sari)

    response = browser.post(
        rate_url(laid), {"work": "SESUAI", "behaviour": "SESUAI", "sign": "1"}, follow=True
    )

    assert "ditetapkan: Baik" in text_of(response)
    assert "1 dari 1 pegawai sudah ditetapkan" in text_of(response)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"sign": "1"}, "Pilih salah satu sebelum menandatangani"),
        ({"sign": "1", "work": "BAGUS", "behaviour": "SESUAI"}, "Pilihan itu tidak tersedia"),
        ({"sign": "1", "work": "DIATAS", "behaviour": "DIATAS"}, "selalu perlu alasan"),
        ({"sign": "1", "work": "SESUAI", "behaviour": "DIBAWAH", "reason": REASON}, "BerAKHLAK mana"),
        ({"draft": "1", "weak_values": ["XX"]}, "Pilihan"),
        ({"draft": "1", "reason": "a" * 4001}, "paling banyak 4000"),
    ],
)
def test_bad_input_is_answered_with_a_sentence_and_loses_nothing(
    laid: Table, client_of: Browser, data: dict[str, Any], says: str
) -> None:
    with inside(laid.cast.kota.pk):
        set_unit(laid.review, laid.cast.puskesmas, laid.cast.kadis)

    response = client_of(laid.sari).post(rate_url(laid), data)

    assert response.status_code == 422
    assert says in text_of(response)
    with inside(laid.cast.kota.pk):
        assert not Assessment.objects.signed().exists()


def test_an_rhk_of_somebody_else_is_no_field(laid: Table, client_of: Browser) -> None:
    data = {"draft": "1", f"rhk-{laid.example.sari_rhk.pk}": "DIATAS"}

    assert client_of(laid.sari).post(rate_url(laid), data).status_code == 302
    with inside(laid.cast.kota.pk):
        assert [note.rating for note in Assessment.objects.get().rhk_notes.all()] == [""]


def test_signing_before_the_unit_is_refused_with_what_to_do(laid: Table, client_of: Browser) -> None:
    response = client_of(laid.sari).post(
        rate_url(laid), {"work": "SESUAI", "behaviour": "SESUAI", "sign": "1"}
    )

    assert response.status_code == 409
    assert "Minta pimpinan di atasnya" in text_of(response)
    with inside(laid.cast.kota.pk):
        assert not Assessment.objects.exists()


def test_a_late_form_for_what_is_signed_is_told_so(
    laid: Table, signed: Assessment, client_of: Browser
) -> None:
    response = client_of(laid.sari).post(
        rate_url(laid), {"work": "DIATAS", "behaviour": "SESUAI", "sign": "1"}
    )

    assert response.status_code == 409
    assert "sudah ditetapkan Baik" in text_of(response)


def test_the_same_form_sent_twice_signs_once(laid: Table, client_of: Browser) -> None:
    with inside(laid.cast.kota.pk):
        set_unit(laid.review, laid.cast.puskesmas, laid.cast.kadis)
    data = {
        "work": "SESUAI",
        "behaviour": "SESUAI",
        "sign": "1",
        "_retry_key": "0192f0c1-2b3c-7d4e-8f50-123456789abc",
    }

    answers = [client_of(laid.sari).post(rate_url(laid), data) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]


def test_the_receipt_explains_the_predikat(laid: Table, signed: Assessment, client_of: Browser) -> None:
    page = text_of(client_of(laid.budi).get(reverse("assessment:receipt", args=[signed.pk])))

    for words in (
        "Kwitansi predikat", "Predikat Puskesmas 01", "PermenPANRB 6/2022", "menurut sumber publik",
        "ketentuan aplikasi", "Jumlah dari 12 laporan: 600", "Saran hasil kerja", "Predikat kinerja",
        "Apa yang akan mengubahnya", "Hari terakhir: 16 April 2026", "Sari Wulandari", "belum diverifikasi",
    ):  # fmt: skip
        assert words in page, words


def test_opening_the_receipt_starts_the_days_once(
    laid: Table, signed: Assessment, client_of: Browser
) -> None:
    address = reverse("assessment:receipt", args=[signed.pk])
    client_of(laid.sari).get(address)
    with inside(laid.cast.kota.pk):
        signed.refresh_from_db()
        assert signed.received_at is None

    client_of(laid.budi).get(address)
    with clock.at(date(2026, 4, 9)):
        page = text_of(client_of(laid.budi).get(address))

    assert "Hari terakhir: 16 April 2026" in page


def test_after_the_last_day_the_receipt_says_so(laid: Table, signed: Assessment, client_of: Browser) -> None:
    address = reverse("assessment:receipt", args=[signed.pk])
    client_of(laid.budi).get(address)

    with clock.at(date(2026, 4, 17)):
        assert "Tenggat sudah lewat pada 16 April 2026" in text_of(client_of(laid.budi).get(address))


def test_my_list_holds_receipts_and_no_draft(laid: Table, client_of: Browser) -> None:
    with inside(laid.cast.kota.pk):
        actions.save_draft(laid.review, laid.budi, choice=choose("DIATAS", "DIATAS"), by=laid.sari)

    page = text_of(client_of(laid.budi).get(reverse("assessment:mine")))

    assert "Belum ada predikat yang ditetapkan untuk Anda" in page
    assert "Sangat Baik" not in page


def test_my_list_names_each_receipt(laid: Table, signed: Assessment, client_of: Browser) -> None:
    page = text_of(client_of(laid.budi).get(reverse("assessment:mine")))

    assert "Triwulan I 2026" in page
    assert "Belum dibuka" in page


def test_the_data_of_the_receipt_can_be_taken_along(
    laid: Table, signed: Assessment, client_of: Browser
) -> None:
    response = client_of(laid.budi).get(reverse("assessment:receipt-json", args=[signed.pk]))

    assert response.json()["inputs"]["work"] == "SESUAI"
    assert response["Content-Disposition"].startswith('attachment; filename="KP-20260402-')


def test_a_decision_is_opened_again_with_a_reason(
    laid: Table, signed: Assessment, client_of: Browser
) -> None:
    address = reverse("assessment:reopen", args=[laid.review.pk, laid.budi.pk])

    refused = client_of(laid.sari).post(address, {"reason": "salah"})
    done = client_of(laid.sari).post(address, {"reason": "Laporan tanggal 5 Maret ternyata keliru."})

    assert (refused.status_code, done.status_code) == (422, 302)
    page = text_of(client_of(laid.budi).get(reverse("assessment:receipt", args=[signed.pk])))
    assert "Kwitansi ini sudah diganti" in page


def test_the_units_under_me_are_listed_with_their_state(laid: Table, client_of: Browser) -> None:
    page = text_of(client_of(laid.cast.kadis).get(reverse("assessment:units")))

    assert "Puskesmas 01" in page
    assert "Belum ditetapkan" in page
    assert "Dinas Kesehatan</a>" not in page


def test_the_leader_above_sets_the_units_predikat(laid: Table, client_of: Browser) -> None:
    address = reverse("assessment:unit", args=[laid.review.pk, laid.cast.puskesmas.pk])
    browser = client_of(laid.cast.kadis)
    shown = text_of(browser.get(address))
    data = {"predicate": "BAIK", "expectation": "SESUAI", "reason": REASON, "seen": ""}

    response = browser.post(address, data, follow=True)

    assert "Masukan pertama: capaian perjanjian kinerja" in shown
    assert "90 dari 90 persen: 100,00%" in shown
    assert "1 dari 1 unit sudah ditetapkan" in text_of(response)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({}, "Isian ini masih kosong"),
        ({"predicate": "HEBAT", "expectation": "SESUAI", "reason": REASON}, "Pilihan itu tidak tersedia"),
        ({"predicate": "BAIK", "expectation": "SESUAI", "reason": "baik"}, "paling sedikit 20"),
        ({"predicate": "BAIK", "expectation": "SESUAI", "reason": " " * 30}, "Isian ini masih kosong"),
    ],
)
def test_a_units_predikat_with_bad_input_is_answered(
    laid: Table, client_of: Browser, data: dict[str, str], says: str
) -> None:
    address = reverse("assessment:unit", args=[laid.review.pk, laid.cast.puskesmas.pk])

    response = client_of(laid.cast.kadis).post(address, data)

    assert response.status_code == 422
    assert says in text_of(response)
    with inside(laid.cast.kota.pk):
        assert not UnitPredicate.objects.exists()


def test_the_reason_for_a_spread_is_kept(laid: Table, client_of: Browser) -> None:
    with inside(laid.cast.kota.pk):
        sign_budi(laid)
        for name in ("Ani", "Beni", "Cici", "Dodi"):
            actions.sign(laid.review, colleague(laid, name), choice=choose(), by=laid.sari)
    browser = client_of(laid.sari)
    page = text_of(browser.get(reverse("assessment:team")))
    address = reverse("assessment:curve-note", args=[laid.review.pk])

    refused = browser.post(address, {"unit": laid.cast.puskesmas.pk, "text": "cukup"})
    stranger = browser.post(address, {"unit": laid.cast.dinkes.pk, "text": REASON})
    done = browser.post(address, {"unit": laid.cast.puskesmas.pk, "text": REASON}, follow=True)

    assert "Butuh Perbaikan dan/atau Kurang 0 pegawai, paling sedikit 1." in page
    assert (refused.status_code, stranger.status_code) == (422, 404)
    assert REASON in text_of(done)
    with inside(laid.cast.kota.pk):
        assert CurveNote.objects.count() == 1


def test_addresses_of_another_government_do_not_exist(
    laid: Table, signed: Assessment, client_of: Browser
) -> None:
    dewi = client_of(laid.cast.dewi)
    reach = [
        reverse("assessment:receipt", args=[signed.pk]),
        reverse("assessment:receipt-json", args=[signed.pk]),
        rate_url(laid),
        reverse("assessment:unit", args=[laid.review.pk, laid.cast.puskesmas.pk]),
    ]

    assert {dewi.get(address).status_code for address in reach} == {404}
    assert dewi.post(reverse("assessment:reopen", args=[laid.review.pk, laid.budi.pk])).status_code == 404
    assert dewi.post(reverse("assessment:curve-note", args=[laid.review.pk]), {}).status_code == 404
    assert "Budi" not in text_of(dewi.get(reverse("assessment:team")))


def test_a_colleague_sees_no_receipt_of_mine(laid: Table, signed: Assessment, client_of: Browser) -> None:
    with inside(laid.cast.kota.pk):
        ani = colleague(laid, "Ani")

    for name in ("assessment:receipt", "assessment:receipt-json"):
        assert client_of(ani).get(reverse(name, args=[signed.pk])).status_code == 404


def test_a_superior_sees_only_his_own_people(laid: Table, client_of: Browser) -> None:
    for stranger in (laid.cast.kadis, laid.cast.ratna, laid.budi, laid.cast.joko):
        assert client_of(stranger).get(rate_url(laid)).status_code == 404


def test_a_draft_is_no_receipt_for_anybody(laid: Table, client_of: Browser) -> None:
    with inside(laid.cast.kota.pk):
        draft = actions.save_draft(laid.review, laid.budi, choice=choose(), by=laid.sari)

    for person in (laid.budi, laid.sari, laid.cast.ratna, laid.cast.joko):
        address = reverse("assessment:receipt", args=[draft.pk])
        assert client_of(person).get(address).status_code == 404


def test_agency_and_inspectorate_may_read_a_receipt_without_receiving_it(
    laid: Table, signed: Assessment, client_of: Browser
) -> None:
    for person in (laid.cast.ratna, laid.cast.joko, laid.sari):
        assert client_of(person).get(reverse("assessment:receipt", args=[signed.pk])).status_code == 200
    with inside(laid.cast.kota.pk):
        signed.refresh_from_db()
    assert signed.received_at is None


def test_a_head_does_not_judge_his_own_unit(laid: Table, client_of: Browser) -> None:
    address = reverse("assessment:unit", args=[laid.review.pk, laid.cast.puskesmas.pk])

    assert client_of(laid.sari).get(address).status_code == 404


def test_a_stranger_is_sent_to_the_sign_in(laid: Table) -> None:
    assert "/akun/login/" in Client().get(reverse("assessment:mine"))["Location"]
