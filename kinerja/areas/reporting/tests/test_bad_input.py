"""The list of bad inputs that a sheet must answer: refused or handled with a sentence, nothing lost, nothing half done."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import SkpState
from kinerja.areas.planning.tests.factories import make_skp
from kinerja.areas.reporting import actions
from kinerja.areas.reporting.errors import KeyUsed
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.tests.factories import make_patients, photo, upload
from kinerja.areas.reporting.tests.stages import Stage
from kinerja.areas.reporting.tests.test_record_page import row, sheet
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.evidence.tests import hostile

ClientOf = Callable[[Any], Client]
PAGE = "/laporan/catat/"


@pytest.fixture
def send(kota: Cast, client_of: ClientOf) -> Callable[..., str]:
    """Budi sends one row; the page's text, after making sure that nothing was kept and his note still stands there."""

    def sent(indicator: Indicator, value: str = "12", day: str = "2026-07-01", **more: Any) -> str:
        answer = client_of(kota.budi).post(
            PAGE, sheet(row(indicator, value, note="Poli umum", **more), day=day)
        )
        text = answer.content.decode()
        assert answer.status_code == 422
        assert not Report.objects.exists()
        assert not Evidence.objects.exists()
        assert "Poli umum" in text
        return text

    return sent


Send = Callable[..., str]


def test_a_number_in_words_is_answered(send: Send, patients: Indicator) -> None:
    assert "bukan angka yang dapat dibaca" in send(patients, "dua belas")


def test_indonesian_notation_is_read(kota: Cast, patients: Indicator, client_of: ClientOf) -> None:
    client_of(kota.budi).post(PAGE, sheet(row(patients, "1.234,5")))

    assert Report.objects.get().value == Decimal("1234.5")


def test_a_point_that_can_mean_one_thing_is_read(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    client_of(kota.budi).post(PAGE, sheet(row(patients, "1234.5")))

    assert Report.objects.get().value == Decimal("1234.5")


def test_english_notation_is_answered_with_how_to_write_it(send: Send, patients: Indicator) -> None:
    assert "Contoh penulisan: 1.234,56" in send(patients, "1,234.5")


def test_what_could_be_two_numbers_is_asked_back(send: Send, patients: Indicator) -> None:
    assert "Tulis 1234 bila ribuan, atau 1,234 bila pecahan" in send(patients, "1.234")


def test_a_negative_figure_is_answered(send: Send, patients: Indicator) -> None:
    assert "tidak boleh negatif" in send(patients, "-3")


def test_a_billion_is_a_figure_like_any_other(kota: Cast, patients: Indicator, client_of: ClientOf) -> None:
    client_of(kota.budi).post(PAGE, sheet(row(patients, "1.000.000.000")))

    assert Report.objects.get().value == Decimal(10**9)


def test_a_figure_no_table_holds_is_answered(send: Send, patients: Indicator) -> None:
    assert "terlalu" in send(patients, "9" * 15)


def test_a_day_to_come_is_answered(send: Send, patients: Indicator) -> None:
    assert "belum tiba" in send(patients, day="2026-07-02")


def test_a_day_long_ago_is_answered(send: Send, patients: Indicator) -> None:
    assert "di luar masa SKP Anda" in send(patients, day="1998-03-03")


def test_a_plan_not_agreed_is_answered(send: Send, kota: Cast) -> None:
    skp = make_skp(kota.budi, state=SkpState.PROPOSED)
    indicator = make_patients(kota.sari)
    indicator.rhk.skp = skp
    indicator.rhk.save()

    assert "tidak sedang berlaku" in send(indicator)


def test_anothers_indicator_is_refused(kota: Cast, patients: Indicator, client_of: ClientOf) -> None:
    of_sari = make_patients(kota.sari)

    answer = client_of(kota.budi).post(PAGE, sheet(row(patients), row(of_sari)))

    assert answer.status_code in (403, 404)
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (hostile.HEIC, "foto.heic", "HEIC"),
        (b"MZ\x90\x00" + b"\0" * 400, "rekap.jpg", "bukan foto"),
        (photo((800, 600))[:1_500], "rekap.jpg", "rusak"),
        (hostile.png_bomb(), "rekap.png", "terlalu besar"),
        (b"\xff\xd8\xff" + b"\0" * (80 << 20), "besar.jpg", "8 MB"),
    ],
    ids=["HEIC", "a renamed program", "a truncated photo", "a decompression bomb", "80 MB"],
)
def test_a_file_that_cannot_be_evidence_is_answered_beside_the_row(
    content: bytes, name: str, sentence: str, send: Send, patients: Indicator
) -> None:
    text = send(patients, evidence=upload(content, name))

    assert sentence in text
    assert 'value="12"' in text


def test_the_same_request_twice_is_one_report(kota: Cast, patients: Indicator, client_of: ClientOf) -> None:
    client, sent = client_of(kota.budi), sheet(row(patients, "12"))

    assert client.post(PAGE, sent)["Location"] == client.post(PAGE, sent)["Location"]

    assert Report.objects.count() == 1


def test_a_known_key_with_another_figure_is_refused(kota: Cast, patients: Indicator) -> None:
    key, day = uuid4(), date(2026, 7, 1)
    actions.submit([actions.Entry(key, patients.pk, day, Decimal(12))], by=kota.budi)

    with pytest.raises(KeyUsed, match="tidak disimpan lagi"), transaction.atomic():
        actions.submit([actions.Entry(key, patients.pk, day, Decimal(13))], by=kota.budi)


def test_two_devices_at_once_are_two_reports_and_one_key_is_one(stage: Stage) -> None:
    one, other = stage.entry(3), stage.entry(4)

    stage.race(
        lambda: actions.submit([one], by=stage.nurse),
        lambda: actions.submit([other], by=stage.nurse),
        lambda: actions.submit([one], by=stage.nurse),
    )

    def kept() -> list[Any]:
        return sorted(Report.objects.filter(pk__in=[one.id, other.id]).values_list("value", flat=True))

    assert stage.race(kept) == [[3, 4]]
