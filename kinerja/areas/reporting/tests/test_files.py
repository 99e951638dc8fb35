"""Who gets the file of a piece of evidence, and how it is given."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kinerja.areas.reporting.actions import add_evidence
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.tests.factories import make_evidence, make_patients, make_report, pdf, photo
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.evidence import store
from kinerja.tools.evidence.intake import accept

ClientOf = Callable[[Any], Client]


def proven(cast: Cast, content: bytes | None = None, name: str = "rekap.jpg") -> Evidence:
    """Budi's report with a real file."""
    with inside(cast.kota.pk):
        report = Report.objects.for_door().get(pk=make_report(make_patients(cast.budi)).pk)
        upload = SimpleUploadedFile(name, photo() if content is None else content)
        add_evidence(report, [accept(upload)], by=cast.budi)
        return report.evidence.get()


def address(name: str, evidence: Evidence) -> str:
    return reverse(f"reporting:{name}", args=[evidence.pk])


@pytest.mark.parametrize(
    ("person", "sees", "removes"),
    [
        ("budi", 200, 200),
        ("sari", 200, 200),
        ("joko", 200, 200),
        ("ratna", 404, 200),
        ("kadis", 404, 404),
        ("walikota", 404, 404),
        ("dewi", 404, 404),
    ],
)
def test_the_file_is_for_owner_rater_and_inspectorate(
    person: str, sees: int, removes: int, cast: Cast, client_of: ClientOf
) -> None:
    evidence, client = proven(cast), client_of(getattr(cast, person))

    assert client.get(address("evidence", evidence)).status_code == sees
    assert client.get(address("preview", evidence)).status_code == sees
    assert client.get(address("remove_evidence", evidence)).status_code == removes


def test_a_visitor_is_sent_to_sign_in(cast: Cast) -> None:
    evidence = proven(cast)

    assert Client().get(address("evidence", evidence)).status_code == 302


def test_a_photo_is_shown_and_can_do_nothing(cast: Cast, client_of: ClientOf) -> None:
    evidence = proven(cast)

    answer = client_of(cast.budi).get(address("evidence", evidence))

    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert answer.content.startswith(b"\xff\xd8")


def test_a_pdf_is_downloaded_under_its_cleaned_name(cast: Cast, client_of: ClientOf) -> None:
    evidence = proven(cast, pdf(), 'rekap "juli".pdf')

    answer = client_of(cast.sari).get(address("evidence", evidence))

    assert answer.headers["Content-Disposition"] == 'attachment; filename="rekap juli.pdf"'
    assert answer.headers["Content-Type"] == "application/pdf"
    assert client_of(cast.sari).get(address("preview", evidence)).status_code == 410


def test_the_preview_is_small(cast: Cast, client_of: ClientOf) -> None:
    answer = client_of(cast.budi).get(address("preview", proven(cast)))

    assert answer.headers["Content-Type"] == "image/webp"
    assert len(answer.content) < 20_000


def test_removed_is_gone_for_everybody_and_said_so(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        evidence = make_evidence(make_report(make_patients(cast.budi)), removed_at=clock.now())

    for name in ("evidence", "preview", "remove_evidence"):
        answer = client_of(cast.budi).get(address(name, evidence))
        assert answer.status_code == 410
        assert "dihapus karena berisi data pribadi" in answer.content.decode()


def test_a_file_missing_from_the_store_is_said_so(cast: Cast, client_of: ClientOf) -> None:
    evidence = proven(cast)
    store.remove(cast.kota.pk, evidence.sha256)

    assert client_of(cast.budi).get(address("evidence", evidence)).status_code == 410


@pytest.mark.parametrize("person", ["budi", "sari", "ratna", "joko"])
def test_removal_by_each_who_may(
    person: str, cast: Cast, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    evidence, client = proven(cast), client_of(getattr(cast, person))

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address("remove_evidence", evidence), {"reason": "nama pasien"}, follow=True)

    assert answer.status_code == 200
    assert "dihapus" in answer.content.decode()
    assert not store.is_kept(cast.kota.pk, evidence.sha256)


@pytest.mark.parametrize("reason", ["", "x" * 301])
def test_removal_needs_a_short_reason(reason: str, cast: Cast, client_of: ClientOf) -> None:
    evidence = proven(cast)

    answer = client_of(cast.budi).post(address("remove_evidence", evidence), {"reason": reason})

    assert answer.status_code == 422
    assert store.is_kept(cast.kota.pk, evidence.sha256)


def test_the_page_of_a_report_shows_what_was_removed_and_why(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        report = make_report(make_patients(cast.budi))
        make_evidence(report, "ab" * 32, removed_at=clock.now(), removal_reason="nama pasien")

    page = client_of(cast.budi).get(reverse("reporting:detail", args=[report.pk])).content.decode()

    assert "nama pasien" in page
    assert "abababababab" in page
    assert "pratinjau" not in page


def test_a_head_above_sees_the_report_but_not_its_files(cast: Cast, client_of: ClientOf) -> None:
    evidence = proven(cast)

    page = client_of(cast.kadis).get(reverse("reporting:detail", args=[evidence.report_id])).content.decode()

    assert "Ada 1 berkas bukti" in page
    assert str(evidence.pk) not in page


def add(cast: Cast, client_of: ClientOf, **sent: Any) -> Any:
    with inside(cast.kota.pk):
        report = make_report(make_patients(cast.budi))
    return client_of(cast.budi).post(reverse("reporting:add_evidence", args=[report.pk]), sent)


def test_evidence_is_added_on_the_page_of_the_report(cast: Cast, client_of: ClientOf) -> None:
    assert add(cast, client_of, evidence=SimpleUploadedFile("a.jpg", photo())).status_code == 302


@pytest.mark.parametrize("content", [b"MZ" + b"\0" * 99, b"", photo()[:200]])
def test_a_file_that_cannot_be_kept_is_answered(content: bytes, cast: Cast, client_of: ClientOf) -> None:
    assert add(cast, client_of, evidence=SimpleUploadedFile("a.jpg", content)).status_code == 422


def test_no_file_at_all_is_answered(cast: Cast, client_of: ClientOf) -> None:
    assert add(cast, client_of).status_code == 422
