"""The agency's pages, from the file to the receipt."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kinerja.adapters.siasn import actions, jobs, storage, views
from kinerja.adapters.siasn.models import ImportRun
from kinerja.base.access.roles import Role
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person, Unit
from kinerja.base.organization.tests.cast import Cast, grant
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.keys import uuid7

from .factories import csv_file, nip, people_rows, person

ClientOf = Callable[[Person], Client]
IMPORTS = "/kepegawaian/impor/"


@pytest.fixture
def march(cast: Cast) -> Cast:
    with inside(cast.kota.pk):
        Unit.objects.filter(pk=cast.puskesmas.pk).update(siasn_id="U3")
    return cast


@pytest.fixture
def ratna(march: Cast, client_of: ClientOf) -> Client:
    return client_of(march.ratna)


def send(client: Client, folder: Path, *people: dict[str, Any], kind: str = "PEGAWAI", **more: Any) -> Any:
    content = csv_file(folder, people_rows(*people)).read_bytes()
    file = SimpleUploadedFile("pegawai.csv", content)
    return client.post(reverse("siasn:upload"), {"kind": kind, "file": file, **more})


def sent(client: Client, folder: Path, *people: dict[str, Any], **more: Any) -> str:
    response = send(client, folder, *people, **more)
    assert response.status_code == 302, response.content.decode()
    return str(response["Location"])


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_from_the_file_to_the_receipt(march: Cast, ratna: Client, tmp_path: Path) -> None:
    assert "Unggah dan periksa" in text(ratna, IMPORTS)
    page = sent(ratna, tmp_path, person())
    preview = text(ratna, page)
    assert "Siap diimpor" in preview
    assert "baru: PERAWAT AHLI PERTAMA, Puskesmas 01" in preview
    response = ratna.post(page + "terapkan/")
    assert response["Location"] == page
    assert "Hasil impor" in text(ratna, page)
    with inside(march.kota.pk):
        assert Person.objects.filter(nip="199003152015031901").exists()
    assert "pegawai.csv" in text(ratna, IMPORTS)


def test_the_problems_are_shown_and_downloaded_and_the_rest_imported(
    march: Cast, ratna: Client, tmp_path: Path
) -> None:
    page = sent(ratna, tmp_path, person(), person(NIP_BARU=nip(1), NIK="12345", UNOR_ID="?"))
    shown = text(ratna, page)
    assert "unit ini belum terdaftar" in shown
    assert "•2345" in shown
    assert "12345" not in shown.replace("•2345", "")
    workbook = ratna.get(page + "masalah/")
    assert workbook["Content-Disposition"].startswith("attachment")
    assert workbook["Cache-Control"] == "no-store"
    assert workbook.content.startswith(b"PK")
    refused = ratna.post(page + "terapkan/")
    assert refused.status_code == 422
    assert "baris bermasalah" in refused.content.decode()
    ratna.post(page + "terapkan/", {"skip_bad_rows": "1"})
    with inside(march.kota.pk):
        assert ImportRun.objects.get().result["new"] == 1
        assert Entry.objects.filter(verb="siasn.problems_downloaded").count() == 1


def test_a_doubt_about_a_row_that_is_kept_out_is_not_shown_as_imported(ratna: Client, tmp_path: Path) -> None:
    shown = text(ratna, sent(ratna, tmp_path, person(NAMA="", EMAIL="x")))
    assert "wajib diisi" in shown
    assert "surel" not in shown


def test_the_problems_are_the_uploaders_alone(
    march: Cast, ratna: Client, client_of: ClientOf, tmp_path: Path
) -> None:
    page = sent(ratna, tmp_path, person(NAMA=""))
    with inside(march.kota.pk):
        grant(march.sari, Role.AGENCY)
    colleague = client_of(march.sari)
    assert colleague.get(page).status_code == 200
    assert "Unduh daftar masalah" not in text(colleague, page)
    assert colleague.get(page + "masalah/").status_code == 404


def test_a_file_that_cannot_be_read_is_refused_with_its_sentence(ratna: Client) -> None:
    file = SimpleUploadedFile("pegawai.csv", b"%PDF-1.7 ...")
    response = ratna.post(reverse("siasn:upload"), {"kind": "PEGAWAI", "file": file})
    page = text(ratna, response["Location"])
    assert "Ditolak" in page
    assert "Berkas ini PDF" in page


@pytest.mark.parametrize(
    "fields",
    [{}, {"kind": "PEGAWAI"}, {"kind": "LAIN", "file": SimpleUploadedFile("x.csv", b"x")},
     {"kind": "PEGAWAI", "file": SimpleUploadedFile("x.csv", b"")}],
)  # fmt: skip
def test_a_form_filled_badly_says_so_and_keeps_nothing(
    march: Cast, ratna: Client, fields: dict[str, Any]
) -> None:
    response = ratna.post(reverse("siasn:upload"), fields)
    assert response.status_code == 422
    with inside(march.kota.pk):
        assert not ImportRun.objects.exists()


def test_a_discarded_file_is_gone(
    march: Cast, ratna: Client, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    page = sent(ratna, tmp_path, person())
    with inside(march.kota.pk):
        run = ImportRun.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        assert ratna.post(page + "batalkan/")["Location"] == IMPORTS
    assert not storage.upload_path(march.kota.pk, run.pk).exists()
    assert ratna.post(page + "terapkan/").status_code == 409


def test_the_same_sending_twice_is_one_import(march: Cast, ratna: Client, tmp_path: Path) -> None:
    key = str(uuid7())
    assert sent(ratna, tmp_path, person(), _retry_key=key) == sent(ratna, tmp_path, person(), _retry_key=key)
    with inside(march.kota.pk):
        assert ImportRun.objects.count() == 1


@pytest.mark.parametrize("who", ["budi", "sari", "joko"])
def test_only_the_agency_imports(
    march: Cast, ratna: Client, client_of: ClientOf, tmp_path: Path, who: str
) -> None:
    page = sent(ratna, tmp_path, person())
    other = client_of(getattr(march, who))
    assert other.get(IMPORTS).status_code == 404
    for address in (page, page + "masalah/", page + "kemajuan/"):
        assert other.get(address).status_code == 404
    for address in (page + "terapkan/", page + "batalkan/", IMPORTS + "kirim/"):
        assert other.post(address).status_code == 404


def test_dewi_finds_nothing_at_any_address_of_kota_jambi(
    march: Cast, ratna: Client, client_of: ClientOf, tmp_path: Path
) -> None:
    page = sent(ratna, tmp_path, person(NAMA=""))
    dewi = client_of(march.dewi)
    assert "pegawai.csv" not in text(dewi, IMPORTS)
    for address in (page, page + "masalah/", page + "kemajuan/"):
        assert dewi.get(address).status_code == 404
    for address in (page + "terapkan/", page + "batalkan/"):
        assert dewi.post(address).status_code == 404


# --- large files
# ---------------------------------------------------------------------------------------------


def test_a_large_file_is_looked_at_and_applied_by_jobs(
    march: Cast, ratna: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "INLINE_BYTES", 10)
    monkeypatch.setattr(views, "INLINE_ROWS", 0)
    page = sent(ratna, tmp_path, person())
    assert "Sedang dikerjakan" in text(ratna, page)
    assert "hx-get" in text(ratna, page + "kemajuan/")
    with inside(march.kota.pk):
        run = ImportRun.objects.get()
        jobs.preview(march.kota.pk, run_id=str(run.pk))
    assert ratna.get(page + "kemajuan/")["HX-Refresh"] == "true"
    ratna.post(page + "terapkan/")
    assert "Sedang dikerjakan" in text(ratna, page)
    with inside(march.kota.pk):
        jobs.apply(march.kota.pk, run_id=str(run.pk), by_id=str(march.ratna.pk))
        jobs.apply(march.kota.pk, run_id=str(run.pk), by_id=str(march.ratna.pk))  # run again: done already
    assert "Hasil impor" in text(ratna, page)


def test_a_job_that_is_refused_says_why_on_the_page(
    march: Cast, ratna: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "INLINE_ROWS", 0)
    page = sent(ratna, tmp_path, person())
    ratna.post(page + "terapkan/")
    with inside(march.kota.pk):
        Unit.objects.filter(pk=march.puskesmas.pk).update(siasn_id="LAIN")
        run = ImportRun.objects.get()
        jobs.apply(march.kota.pk, run_id=str(run.pk), by_id=str(march.ratna.pk))
    assert "1 baris bermasalah" in text(ratna, page)


def test_what_nobody_came_back_for_is_tidied(
    march: Cast, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    with inside(march.kota.pk):
        content = csv_file(tmp_path, people_rows(person(NAMA=""))).read_bytes()
        run = actions.preview(
            actions.receive(kind="PEGAWAI", file_name="x", chunks=[content], by=march.ratna)
        )
        assert (actions.tidy(), run.has_problems_file) == (0, True)
    upload, workbook = (
        storage.upload_path(march.kota.pk, run.pk),
        storage.problems_path(march.kota.pk, run.pk),
    )
    with clock.at(clock.now() + timedelta(hours=25)), inside(march.kota.pk):
        with django_capture_on_commit_callbacks(execute=True):
            jobs.tidy(march.kota.pk)
        assert (upload.exists(), workbook.exists()) == (False, True)
        assert ImportRun.objects.get().state == "DIBATALKAN"
    with clock.at(clock.now() + timedelta(days=8)), inside(march.kota.pk):
        with django_capture_on_commit_callbacks(execute=True):
            jobs.tidy(march.kota.pk)
        assert not workbook.exists()
        assert not ImportRun.objects.get().has_problems_file


def test_a_file_that_no_row_accounts_for_is_tidied_by_its_age(march: Cast) -> None:
    fresh, stale = (storage.upload_path(march.kota.pk, uuid7()) for _file in range(2))
    for path in (fresh, stale):
        path.write_bytes(b"x")
    long_ago = (clock.real_now() - timedelta(hours=26)).timestamp()
    os.utime(stale, (long_ago, long_ago))
    with inside(march.kota.pk):
        jobs.tidy(march.kota.pk)
    assert (fresh.exists(), stale.exists()) == (True, False)
    fresh.unlink()
