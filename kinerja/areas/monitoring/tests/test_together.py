"""Several reports accepted at once: a sample is opened first, whatever is sent."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.areas.reporting import errors, queries
from kinerja.areas.reporting.actions import accept, accept_many, look
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.factories import make_evidence, make_patients, make_report
from kinerja.areas.reporting.tests.resembling import a_pair
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.keys import uuid7
from tests.budgets.checking import assert_as_written

ClientOf = Callable[[Any], Client]
TODAY = date(2026, 7, 1)
ADDRESS = reverse("monitoring:together")


@pytest.fixture(autouse=True)
def _middle_of_the_year(settings: Any, tmp_path: Any) -> Iterator[None]:
    settings.EVIDENCE_DIR = tmp_path
    with clock.at(TODAY):
        yield


@pytest.fixture
def ids(cast: Cast) -> list[UUID]:
    """Thirty reports of Budi with a file each: three of them are the sample."""
    with inside(cast.kota.pk):
        line = make_patients(cast.budi)
        reports = [make_report(line, day=TODAY) for _number in range(30)]
        for number, report in enumerate(reports):
            make_evidence(report, f"{number:064x}")
        return [each.pk for each in reports]


def opened(cast: Cast, ids: list[UUID]) -> None:
    for each in queries.sample_of(ids, cast.sari.pk):
        for file in each.files:
            look(each.report, evidence=file, by=cast.sari)


def test_before_the_sample_was_opened_none_is_accepted(
    cast: Cast, client_of: ClientOf, ids: list[UUID]
) -> None:
    answer = client_of(cast.sari).post(ADDRESS, {"laporan": ids})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "3 laporan contoh belum Anda buka" in page
    with inside(cast.kota.pk):
        assert not Report.objects.exclude(state=ReportState.SUBMITTED).exists()
        for each in queries.sample_of(ids, cast.sari.pk):
            assert reverse("reporting:evidence", args=[each.files[0].pk]) in page


def test_the_sample_is_named_before_anything_is_sent(
    cast: Cast, client_of: ClientOf, ids: list[UUID]
) -> None:
    page = client_of(cast.sari).get(ADDRESS, {"laporan": ids}).content.decode()

    assert page.count("belum dibuka</span>") == 3
    assert "Terima 30 laporan" in page


def test_once_it_was_opened_all_are_accepted_with_an_entry_each(
    cast: Cast, client_of: ClientOf, ids: list[UUID]
) -> None:
    with inside(cast.kota.pk):
        opened(cast, ids)

    assert client_of(cast.sari).post(ADDRESS, {"laporan": ids}).status_code == 302

    with inside(cast.kota.pk):
        assert Report.objects.filter(state=ReportState.ACCEPTED, decided_by=cast.sari).count() == 30
        assert Entry.objects.filter(verb="reporting.accepted_together").count() == 30


def test_somebody_elses_look_opens_nothing(cast: Cast, ids: list[UUID]) -> None:
    with inside(cast.kota.pk):
        for each in queries.sample_of(ids, cast.sari.pk):
            look(each.report, evidence=each.files[0], by=cast.joko)

        with pytest.raises(errors.SampleUnopened):
            accept_many(ids, by=cast.sari)


def test_leaving_the_sample_out_draws_the_next(cast: Cast, ids: list[UUID]) -> None:
    with inside(cast.kota.pk):
        sample = {each.report_id for each in queries.sample_of(ids, cast.sari.pk)}
        rest = [each for each in ids if each not in sample]

        with pytest.raises(errors.SampleUnopened):
            accept_many(rest, by=cast.sari)


def test_the_lot_is_the_same_however_often_and_in_whichever_order_one_asks(
    cast: Cast, ids: list[UUID]
) -> None:
    with inside(cast.kota.pk):
        first, second = queries.sample_of(ids, cast.sari.pk), queries.sample_of(ids[::-1], cast.sari.pk)

        assert [each.report_id for each in first] == [each.report_id for each in second]
        assert len(first) == 3


def test_of_two_reports_both_are_opened(cast: Cast, ids: list[UUID]) -> None:
    with inside(cast.kota.pk):
        assert len(queries.sample_of(ids[:2], cast.sari.pk)) == 2


def test_what_resembles_is_always_in_the_sample_until_it_was_compared(cast: Cast, ids: list[UUID]) -> None:
    with inside(cast.kota.pk):
        _earlier, report = a_pair(cast, line=Report.objects.get(pk=ids[0]).indicator)
        everything = [*ids, report.pk]
        opened(cast, everything)

        assert report.pk in {each.report_id for each in queries.sample_of(everything, cast.sari.pk)}
        with pytest.raises(errors.SampleUnopened):
            accept_many(everything, by=cast.sari)
        look(report, by=cast.sari)
        assert accept_many(everything, by=cast.sari) == 31


def test_without_files_there_is_nothing_to_open(cast: Cast) -> None:
    with inside(cast.kota.pk):
        line = make_patients(cast.budi)

        assert accept_many([make_report(line).pk for _number in range(3)], by=cast.sari) == 3


def test_what_was_decided_meanwhile_is_left_as_it_is(cast: Cast, ids: list[UUID]) -> None:
    with inside(cast.kota.pk):
        opened(cast, ids)
        accept(Report.objects.for_door().get(pk=ids[0]), by=cast.sari)

        opened(cast, ids[1:])
        assert accept_many(ids, by=cast.sari) == 29


@pytest.mark.parametrize("who", ["dewi", "joko", "kadis"])
def test_reports_of_whom_one_does_not_rate_are_no_page(
    who: str, cast: Cast, client_of: ClientOf, ids: list[UUID]
) -> None:
    client = client_of(getattr(cast, who))

    assert client.get(ADDRESS, {"laporan": ids}).status_code == 404
    assert client.post(ADDRESS, {"laporan": ids}).status_code == 404


@pytest.mark.parametrize("sent", [["x"], [str(uuid7())]])
def test_keys_that_are_none_are_no_page(sent: list[str], cast: Cast, client_of: ClientOf) -> None:
    assert client_of(cast.sari).post(ADDRESS, {"laporan": sent}).status_code == 404


def test_without_a_choice_it_leads_back_with_a_word(cast: Cast, client_of: ClientOf) -> None:
    page = client_of(cast.sari).get(ADDRESS, follow=True).content.decode()

    assert "Belum ada laporan yang dipilih" in page


def test_more_than_fifty_at_once_are_refused(cast: Cast) -> None:
    with inside(cast.kota.pk), pytest.raises(errors.WrongValue):
        accept_many([uuid7() for _number in range(51)], by=cast.sari)


def test_opening_the_file_itself_is_the_look(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        _earlier, report = a_pair(cast)
        address = reverse("reporting:evidence", args=[report.evidence.get().pk])

    client_of(cast.sari).get(address, headers={"Sec-Purpose": "prefetch"})
    with inside(cast.kota.pk):
        assert queries.sample_of([report.pk], cast.sari.pk)[0].unopened
    client_of(cast.sari).get(address)
    with inside(cast.kota.pk):
        assert not queries.sample_of([report.pk], cast.sari.pk)[0].unopened


def test_the_pages_take_the_queries_written_down(cast: Cast, client_of: ClientOf, ids: list[UUID]) -> None:
    with inside(cast.kota.pk):
        a_pair(cast, line=Report.objects.get(pk=ids[0]).indicator)

    assert_as_written(client_of(cast.sari), "monitoring:queue")
