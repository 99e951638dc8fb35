"""What resembles what, as each of them may see it: owner, superior, and those who may not."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.areas.reporting import errors
from kinerja.areas.reporting.actions import explain
from kinerja.areas.reporting.models import Likeness, Look, Report
from kinerja.areas.reporting.tests.factories import make_patients
from kinerja.areas.reporting.tests.resembling import a_pair, colleague, shown
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools.evidence.tests.drawings import drawing
from tests.budgets.checking import assert_as_written

ClientOf = Callable[[Any], Client]


@pytest.fixture
def pair(cast: Cast) -> tuple[Report, Report]:
    with inside(cast.kota.pk):
        return a_pair(cast)


def page_of(client: Client, report: Report, name: str = "alike") -> str:
    return client.get(reverse(f"reporting:{name}", args=[report.pk])).content.decode()


def test_the_superior_sees_both_beside_each_other(
    cast: Cast, client_of: ClientOf, pair: tuple[Report, Report]
) -> None:
    earlier, report = pair

    page = page_of(client_of(cast.sari), report)

    assert "mirip dengan bukti 30 Juni 2026 (Rina Amelia)" in page
    assert "hanya petunjuk, bukan penilaian" in page
    for side in (earlier, report):
        with inside(cast.kota.pk):
            assert reverse("reporting:preview", args=[side.evidence.get().pk]) in page


@pytest.mark.parametrize("where", ["reporting:detail", "monitoring:queue"])
def test_he_is_shown_it_where_he_accepts(
    where: str, cast: Cast, client_of: ClientOf, pair: tuple[Report, Report]
) -> None:
    keys = [pair[1].pk] if where == "reporting:detail" else []

    page = client_of(cast.sari).get(reverse(where, args=keys)).content.decode()

    assert "mirip dengan bukti 30 Juni 2026 (Rina Amelia)" in page
    assert "Terima" in page


def test_the_owner_sees_neither_whose_nor_when_nor_what(
    cast: Cast, client_of: ClientOf, pair: tuple[Report, Report]
) -> None:
    earlier, report = pair
    budi = client_of(cast.budi)

    for page in (page_of(budi, report), page_of(budi, report, "detail")):
        assert "sudah dipakai di laporan lain, unit yang sama" in page
        assert "Rina" not in page
        assert str(earlier.pk) not in page
    receipt = budi.get(reverse("reporting:receipt"), {"r": str(report.pk)}).content.decode()
    assert "Lihat dan jelaskan" in receipt


def test_of_another_unit_the_superior_learns_only_that_it_is_used(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        shown(make_patients(colleague(cast, cast.dinkes, "Anton Wijaya")), drawing(1))
        report = shown(make_patients(cast.budi), drawing(1))

    page = page_of(client_of(cast.sari), report)

    assert "sudah dipakai di laporan lain, unit lain" in page
    assert "Anton" not in page


def test_nothing_crosses_governments(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.muaro.pk):
        shown(make_patients(cast.dewi), drawing(1))
    with inside(cast.kota.pk):
        shown(make_patients(cast.budi), drawing(1))

        assert not Likeness.objects.exists()


@pytest.mark.parametrize("who", ["dewi", "ratna"])
def test_strangers_have_no_such_page(
    who: str, cast: Cast, client_of: ClientOf, pair: tuple[Report, Report]
) -> None:
    for name in ("alike", "explain"):
        address = reverse(f"reporting:{name}", args=[pair[1].pk])
        client = client_of(getattr(cast, who))
        assert (client.post if name == "explain" else client.get)(address).status_code == 404


def test_her_explanation_stands_beside_it_and_settles_the_message(
    cast: Cast, client_of: ClientOf, pair: tuple[Report, Report]
) -> None:
    address = reverse("reporting:explain", args=[pair[1].pk])

    assert client_of(cast.budi).post(address, {"text": "unit serupa, difoto hari lain"}).status_code == 302

    assert "unit serupa, difoto hari lain" in page_of(client_of(cast.sari), pair[1])
    with inside(cast.kota.pk):
        assert Message.objects.get(kind="reporting.resembles").done_at
        assert Entry.objects.filter(verb="reporting.explained", subject_id=pair[1].pk).exists()


def test_an_empty_explanation_is_answered_and_nothing_kept(
    cast: Cast, client_of: ClientOf, pair: tuple[Report, Report]
) -> None:
    answer = client_of(cast.budi).post(reverse("reporting:explain", args=[pair[1].pk]), {"text": " "})

    assert answer.status_code == 422
    with inside(cast.kota.pk):
        assert Likeness.objects.get().explanation == ""


def test_the_superior_cannot_explain_for_her(
    cast: Cast, client_of: ClientOf, pair: tuple[Report, Report]
) -> None:
    address = reverse("reporting:explain", args=[pair[1].pk])

    assert client_of(cast.sari).post(address, {"text": "x"}).status_code == 404
    with inside(cast.kota.pk), pytest.raises(errors.NotYourReport):
        explain(pair[1], text="x", by=cast.sari)


def test_there_is_nothing_to_explain_where_nothing_resembles(cast: Cast, pair: tuple[Report, Report]) -> None:
    with inside(cast.kota.pk), pytest.raises(errors.WrongState):
        explain(pair[0], text="x", by=pair[0].person)


def test_whoever_else_opens_it_is_on_record_once(
    cast: Cast, client_of: ClientOf, pair: tuple[Report, Report]
) -> None:
    for person in (cast.budi, cast.sari, cast.sari):
        page_of(client_of(person), pair[1])

    with inside(cast.kota.pk):
        assert Look.objects.get().person == cast.sari
        assert Entry.objects.filter(verb="reporting.opened_evidence").count() == 1


def test_it_takes_the_queries_written_down(
    cast: Cast, client_of: ClientOf, pair: tuple[Report, Report]
) -> None:
    assert_as_written(client_of(cast.sari), "reporting:alike", pair[1].pk)
