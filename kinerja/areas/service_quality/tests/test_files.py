"""Files of volumes: looked at, mended, imported; twice the same changes nothing; what is refused, row by row."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from kinerja.areas.service_quality import actions
from kinerja.areas.service_quality.errors import DeliveryClosed, NeedsReason, WrongVolume
from kinerja.areas.service_quality.models import Delivery, Entry, Service, Volume
from kinerja.areas.service_quality.tests.factories import make_volume
from kinerja.base.ledger.models import Entry as LedgerEntry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.tables.errors import ColumnsRefused, UnreadableFile

HEAD = "Tanggal;Kode layanan;Dilayani;Sesuai standar;NIP petugas"
GOOD = ("30-06-2026;PKM01-RJ;41;38;", "29-06-2026;pkm01-rj;1.250;1.200;", "2026-06-28;PKM01-RJ;0;0;")


def csv(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join([head, *rows]).encode()


def looked_at(
    cast: Cast, *rows: str, services: Sequence[Service] | None = None, head: str = HEAD
) -> Delivery:
    found = Service.objects.all() if services is None else services
    return actions.look_at(csv(*rows, head=head), file_name="volume.csv", services=found, by=cast.sari)


def imported(cast: Cast, delivery: Delivery, **extra: Any) -> Delivery:
    return actions.apply(delivery, services=Service.objects.all(), by=cast.sari, **extra)


def test_looking_changes_nothing_and_says_what_would(kota: Cast, visits: Service) -> None:
    make_volume(visits, date(2026, 6, 30), 40, 38)
    make_volume(visits, date(2026, 6, 28), 0, 0)

    result = looked_at(kota, *GOOD).result

    assert [result[name] for name in ("rows", "new", "changed", "unchanged", "blocked")] == [3, 1, 1, 1, 0]
    assert Volume.objects.count() == 2


def test_what_is_imported_stands_on_its_day_and_on_record(kota: Cast, visits: Service) -> None:
    delivery = imported(kota, looked_at(kota, *GOOD))

    assert Volume.objects.get(day=date(2026, 6, 29)).served == 1250
    assert Entry.objects.filter(delivery=delivery, origin="BERKAS").count() == 3
    acts = LedgerEntry.objects.filter(verb="service_quality.delivered")
    assert [entry.rows for entry in acts] == [3]
    assert delivery.rows == []


def test_the_same_file_twice_changes_nothing(kota: Cast, visits: Service) -> None:
    imported(kota, looked_at(kota, *GOOD))
    again = imported(kota, looked_at(kota, *GOOD))

    assert again.result["unchanged"] == 3
    assert Entry.objects.count() == 3


def test_figures_that_change_need_a_reason_and_the_old_ones_stay(kota: Cast, visits: Service) -> None:
    make_volume(visits, date(2026, 6, 30), 40, 38)
    delivery = looked_at(kota, *GOOD)
    with pytest.raises(NeedsReason, match="1 angka sudah tercatat"):
        imported(kota, delivery)

    imported(kota, delivery, reason="Rekap SIMPUS")

    entry = Entry.objects.get(day=date(2026, 6, 30))
    assert (entry.added, entry.reason) == (1, "Rekap SIMPUS")
    assert not Entry.objects.get(day=date(2026, 6, 29)).reason


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("31-02-2026;PKM01-RJ;1;1;", "Tanggal", "bukan tanggal"),
        ("02-07-2026;PKM01-RJ;1;1;", "Tanggal", "belum tiba"),
        ("31-12-2025;PKM01-RJ;1;1;", "Tanggal", "tidak diberikan"),
        (";PKM01-RJ;1;1;", "Tanggal", "bukan tanggal"),
        ("30-06-2026;LAIN;1;;", "Kode layanan", "tidak ada di katalog"),
        ("30-06-2026;;1;;", "Kode layanan", "wajib diisi"),
        ("30-06-2026;PKM01-RJ;empat;1;", "Dilayani", "bukan bilangan bulat"),
        ("30-06-2026;PKM01-RJ;1,5;1;", "Dilayani", "bukan bilangan bulat"),
        ("30-06-2026;PKM01-RJ;-1;0;", "Dilayani", "negatif"),
        ("30-06-2026;PKM01-RJ;10000000;0;", "Dilayani", "lebih dari 1000000"),
        ("30-06-2026;PKM01-RJ;;1;", "Dilayani", "wajib diisi"),
        ("30-06-2026;PKM01-RJ;5;6;", "Sesuai standar", "lebih banyak daripada yang dilayani"),
        ("30-06-2026;PKM01-RJ;5;;", "Sesuai standar", "wajib diisi"),
        ("30-06-2026;PKM01-RJ;5;5;199001012020011001", "NIP petugas", "tidak ada petugas"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row_and_reason(
    kota: Cast, visits: Service, row: str, column: str, reason: str
) -> None:
    delivery = looked_at(kota, GOOD[1], row)

    problem = delivery.result["problems"][0]
    assert (problem["row"], problem["column"]) == (3, column)
    assert reason in problem["reason"]
    assert delivery.state == Delivery.State.FAULTY


def test_a_day_twice_in_a_file_is_told(kota: Cast, visits: Service) -> None:
    problem = looked_at(kota, GOOD[0], GOOD[0]).result["problems"][0]

    assert "sudah ada di baris 2" in problem["reason"]


def test_nothing_is_imported_while_a_row_is_wrong_unless_it_is_left_out(kota: Cast, visits: Service) -> None:
    delivery = looked_at(kota, *GOOD, "kapan;PKM01-RJ;1;1;")
    with pytest.raises(WrongVolume, match="1 baris bermasalah"):
        imported(kota, delivery)
    assert not Volume.objects.exists()

    assert imported(kota, delivery, skip_bad_rows=True).result["new"] == 3


def test_a_service_of_another_unit_is_unknown_to_the_sender(kota: Cast, visits: Service) -> None:
    assert looked_at(kota, *GOOD, services=[]).result["blocked"] == 3


def test_what_may_no_longer_be_filled_is_not_imported(kota: Cast, visits: Service) -> None:
    delivery = looked_at(kota, *GOOD)

    with pytest.raises(WrongVolume, match="baris 2 kini tidak dapat"):
        actions.apply(delivery, services=[], by=kota.sari)


def test_an_officer_is_named_by_nip(kota: Cast, visits: Service) -> None:
    imported(kota, looked_at(kota, f"30-06-2026;PKM01-RJ;5;5;{kota.budi.nip}"))

    assert Volume.objects.get().officer == kota.budi


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Berkas kosong"),
        (b"%PDF-1.7", "bukan CSV atau XLSX"),
        (csv(head="Tanggal;Kode layanan;Lain"), "tidak ditemukan"),
        (csv(), "hanya judul kolom"),
        (csv(head=HEAD + ";Hari"), "dua kolom"),
    ],
)
def test_what_is_no_table_of_volumes_is_refused_whole(
    kota: Cast, visits: Service, content: bytes, said: str
) -> None:
    with pytest.raises((UnreadableFile, ColumnsRefused, WrongVolume), match=said):
        actions.look_at(content, file_name="x", services=[visits], by=kota.sari)
    assert not Delivery.objects.exists()


def test_a_file_is_imported_or_left_once(kota: Cast, visits: Service) -> None:
    delivery = looked_at(kota, *GOOD)
    actions.discard(delivery, by=kota.sari)

    with pytest.raises(DeliveryClosed, match="Dibatalkan"):
        imported(kota, delivery)
    assert Delivery.objects.get().rows == []


def test_files_nobody_came_back_for_are_forgotten(kota: Cast, visits: Service) -> None:
    looked_at(kota, *GOOD)
    Delivery.objects.update(at="2026-06-29T00:00:00Z")

    assert actions.tidy() == 1
    assert Delivery.objects.get().state == Delivery.State.DISCARDED
