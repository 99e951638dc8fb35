"""The open board: everybody a superior rates, the worst first, in few queries."""

import gzip
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kinerja.areas.monitoring import queries
from kinerja.areas.planning.tests.factories import agreed_example, make_indicator, make_rhk, make_skp
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.base.tenancy.context import inside
from kinerja.rules.codes import PaceState
from kinerja.tools import clock

TODAY = date(2026, 6, 30)


def test_the_board_holds_whom_i_rate_and_nobody_else(kota: Cast) -> None:
    make_member(kota.dinkes, "Orang lain")

    assert [row.seat.name for row in queries.board(kota.sari.pk, TODAY).rows] == ["Budi Santoso"]


def test_somebody_without_an_skp_comes_first_and_is_said_to_have_none(kota: Cast) -> None:
    agreed_example(kota)
    make_member(kota.puskesmas, "Zahra tanpa SKP")

    rows = queries.board(kota.sari.pk, TODAY).rows

    assert [row.seat.name for row in rows] == ["Zahra tanpa SKP", "Budi Santoso"]
    assert not rows[0].has_skp


def test_the_worst_comes_before_the_better(kota: Cast) -> None:
    example = agreed_example(kota)
    good = make_member(kota.puskesmas, "Ani yang lancar")
    fine = make_indicator(make_rhk(make_skp(good, example.period), supports=example.sari_rhk))
    make_report(fine, day=TODAY, value=Decimal(1_500))
    make_report(example.quantity, day=TODAY, value=Decimal(100))

    assert [row.seat.name for row in queries.board(kota.sari.pk, TODAY).rows] == [
        "Budi Santoso",
        "Ani yang lancar",
    ]


def test_a_row_says_what_waits_and_when_the_last_report_came(kota: Cast) -> None:
    example = agreed_example(kota)
    make_report(example.quantity, day=TODAY, value=Decimal(10))
    last = make_report(example.quality, day=TODAY, value=Decimal(92))
    make_report(example.time, day=TODAY, value=Decimal(25), state=ReportState.ACCEPTED)

    row = queries.board(kota.sari.pk, TODAY).rows[0]

    assert row.waiting == 2
    assert row.last_sent_at is not None
    assert row.last_sent_at >= last.sent_at


def test_a_withdrawn_report_counts_for_nothing(kota: Cast) -> None:
    example = agreed_example(kota)
    make_report(example.quantity, day=TODAY, value=Decimal(1_500), state=ReportState.WITHDRAWN)

    standing = next(
        each for each in queries.standings_of(kota.budi.pk, TODAY) if each.indicator.id == example.quantity.pk
    )

    assert standing.state == PaceState.BELUM_ADA_LAPORAN


def test_a_new_version_keeps_what_was_reported_on_the_old(kota: Cast) -> None:
    example = agreed_example(kota)
    make_report(example.quantity, day=TODAY, value=Decimal(1_500))
    example.budi_skp.state = "DIGANTI"
    example.budi_skp.save()
    newer = make_skp(kota.budi, example.period, version=2)
    line = make_indicator(make_rhk(newer, supports=example.sari_rhk), lineage=example.quantity.lineage)

    standing = queries.standings_of(kota.budi.pk, TODAY)[0]

    assert standing.indicator.id == line.pk
    assert standing.verdict.value.achieved == Decimal(1_500)


@pytest.mark.parametrize("size", [1, 50])
def test_the_size_of_the_team_does_not_change_the_number_of_queries(
    kota: Cast, size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    example = agreed_example(kota)
    for number in range(size):
        member = make_member(kota.puskesmas, f"Pegawai {number}")
        make_indicator(make_rhk(make_skp(member, example.period), supports=example.sari_rhk))

    with django_assert_num_queries(4):
        board = queries.board(kota.sari.pk, TODAY)
        assert len(board.draw(board.rows)) == size + 1


def test_team_of_fifty_is_one_page_of_at_most_eight_statements(
    cast: Cast, client_of: object, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = _with_team(cast, client_of)

    with clock.at(TODAY), django_assert_max_num_queries(8 + 3):  # + the test's own savepoint around the door
        page = client.get(reverse("monitoring:team"))

    assert page.status_code == 200
    assert page.content.decode().count("<tr") == 51


def test_of_600_people_a_page_draws_fifty_and_asks_no_more(
    cast: Cast, client_of: object, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = _with_team(cast, client_of)
    with inside(cast.kota.pk):
        for number in range(550):
            make_member(cast.puskesmas, f"Pegawai tambahan {number}")

    with clock.at(TODAY), django_assert_max_num_queries(8 + 3):
        page = client.get(reverse("monitoring:team"), {"page": 12})
    text = page.content.decode()

    assert text.count("<tr") == 51
    assert "Halaman 12 dari 13" in text
    assert len(gzip.compress(page.content)) < 30_000


def _with_team(cast: Cast, client_of: object) -> Client:
    with inside(cast.kota.pk):
        example = agreed_example(cast)
        for number in range(50):
            member = make_member(cast.puskesmas, f"Pegawai {number}")
            indicator = make_indicator(make_rhk(make_skp(member, example.period), supports=example.sari_rhk))
            make_report(indicator, day=TODAY - timedelta(days=number), value=Decimal(number))
    return client_of(cast.sari)  # type: ignore[operator,no-any-return]
