"""Receipts as a file: who may take them, what is said before, what the file is worth."""

import io
from collections.abc import Callable, Iterator

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from kinerja.areas.assessment.tests.factories import AFTER, Table, lay_the_table, sign_budi
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.rules import replay
from kinerja.tools import clock
from tests.budgets.checking import assert_as_written

Browser = Callable[[Person], Client]


@pytest.fixture
def table(cast: Cast) -> Iterator[Table]:
    """Budi's predikat is signed; the day is after the review."""
    with clock.at(AFTER):
        with inside(cast.kota.pk):
            laid = lay_the_table(cast)
            sign_budi(laid)
        yield laid


def address(table: Table) -> str:
    return reverse("agency:receipts_of", args=[table.review.pk])


def body(response: HttpResponseBase) -> bytes:
    return b"".join(response)  # type: ignore[arg-type]


@pytest.mark.parametrize("who", ["ratna", "joko"])
def test_agency_and_inspectorate_take_a_file_that_replay_agrees_with(
    table: Table, client_of: Browser, who: str
) -> None:
    response = client_of(getattr(table.cast, who)).post(address(table), {"unit": ""})
    content = body(response)

    assert response["Content-Disposition"] == 'attachment; filename="kwitansi-triwulan-i-2026.jsonl"'
    assert int(response["Content-Length"]) == len(content)
    [found] = replay.outcomes(io.StringIO(content.decode()))
    assert (found.name, found.different, found.problem) == ("Budi Santoso, Triwulan I 2026", (), "")


def test_the_ledger_holds_who_took_how_many_of_which_unit(table: Table, client_of: Browser) -> None:
    body(client_of(table.cast.joko).post(address(table), {"unit": "Puskesmas 01"}))

    with inside(table.cast.kota.pk):
        entry = Entry.objects.get(verb="assessment.receipts_exported")
        assert (entry.by_id, entry.subject_id) == (table.cast.joko.pk, table.review.pk)


def test_number_and_size_are_said_before_and_looking_leaves_no_trace(
    table: Table, client_of: Browser
) -> None:
    client = client_of(table.cast.ratna)

    text = client.get(address(table)).content.decode()
    listed = client.get(reverse("agency:receipts")).content.decode()

    assert "1 kwitansi" in text
    assert "semua unit: " in text
    assert "KB" in text
    assert "Triwulan I 2026" in listed
    with inside(table.cast.kota.pk):
        assert not Entry.objects.filter(verb="assessment.receipts_exported").exists()


def test_a_unit_brings_those_below_it_and_no_others(table: Table, client_of: Browser) -> None:
    client = client_of(table.cast.ratna)

    assert len(body(client.post(address(table), {"unit": "Dinas Kesehatan"})).splitlines()) == 1
    assert "Belum ada kwitansi di sini" in client.get(address(table), {"unit": "BKPSDM"}).content.decode()
    assert body(client.post(address(table), {"unit": "BKPSDM"})) == b""


def test_an_unknown_unit_is_refused_at_its_field_and_nothing_is_taken(
    table: Table, client_of: Browser
) -> None:
    response = client_of(table.cast.ratna).post(address(table), {"unit": "Atlantis"})

    assert response.status_code == 422
    assert "Tidak ada unit dengan nama atau UNOR ID itu" in response.content.decode()
    with inside(table.cast.kota.pk):
        assert not Entry.objects.filter(verb="assessment.receipts_exported").exists()


@pytest.mark.parametrize("who", ["budi", "sari", "kadis", "dewi"])
def test_for_everybody_else_there_is_no_such_page(table: Table, client_of: Browser, who: str) -> None:
    client = client_of(getattr(table.cast, who))

    assert client.get(address(table)).status_code == 404
    assert client.post(address(table), {"unit": ""}).status_code == 404


def test_the_page_takes_what_is_written(table: Table, client_of: Browser) -> None:
    assert_as_written(client_of(table.cast.ratna), "agency:receipts_of", table.review.pk)
