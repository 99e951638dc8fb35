"""The board sorted, filtered and searched, and what stands beside a line: the small picture and the next talk."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.areas.monitoring import queries
from kinerja.areas.planning.tests.factories import agreed_example, make_indicator, make_rhk, make_skp
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock

TODAY = date(2026, 6, 30)
ClientOf = Callable[[Person], Client]


@pytest.fixture
def team(cast: Cast) -> Cast:
    """Budi is far behind, Ani is fine, Zahra has no SKP."""
    with inside(cast.kota.pk):
        example = agreed_example(cast)
        make_report(example.quantity, day=date(2026, 2, 10), value=Decimal(40))
        make_report(example.quantity, day=date(2026, 6, 10), value=Decimal(60))
        ani = make_member(cast.puskesmas, "Ani Lancar", "Bidan Ahli Muda")
        fine = make_indicator(make_rhk(make_skp(ani, example.period), supports=example.sari_rhk))
        make_report(fine, day=TODAY, value=Decimal(1_500))
        make_member(cast.puskesmas, "Zahra Baru")
    return cast


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["Zahra Baru", "Budi Santoso", "Ani Lancar"]),
        ({"by_name": True}, ["Ani Lancar", "Budi Santoso", "Zahra Baru"]),
        ({"attention": True}, ["Zahra Baru", "Budi Santoso"]),
        ({"text": "BIDAN"}, ["Ani Lancar"]),
        ({"text": "puskesmas", "attention": True, "by_name": True}, ["Budi Santoso", "Zahra Baru"]),
        ({"text": "tidak ada"}, []),
    ],
)
def test_a_board_holds_what_was_asked_in_the_order_that_was_asked(
    team: Cast, asked: dict[str, object], names: list[str]
) -> None:
    with inside(team.kota.pk):
        board = queries.board(team.sari.pk, TODAY, queries.Wanted(**asked))  # type: ignore[arg-type]

    assert [row.seat.name for row in board.rows] == names
    assert len(board.everybody) == 3


def test_the_trail_goes_month_by_month_beside_what_was_due(team: Cast) -> None:
    with inside(team.kota.pk):
        board = queries.board(team.sari.pk, TODAY, queries.Wanted(text="budi"))
        (row,) = board.draw(board.rows)
    trail = row.beside.trail
    assert trail is not None
    assert row.worst is not None

    assert len(trail.days) == 6
    assert trail.days[-1] == TODAY
    assert trail.expected[-1] == row.worst.verdict.value.expected.low
    if row.worst.indicator.consolidation == "SUM":
        assert trail.reached == [None, 40, 40, 40, 40, 100]


def test_the_page_says_the_picture_in_words_and_keeps_what_was_asked(team: Cast, client_of: ClientOf) -> None:
    sari, address = client_of(team.sari), reverse("monitoring:team")
    with clock.at(TODAY):
        page = sari.get(address, {"saring": "perhatian", "q": "a", "page": "nonsense"}).content.decode()
        none = sari.get(address, {"q": "xyz"}).content.decode()

    assert 'class="spark"' in page
    assert "menurut bulan: tercapai" in page
    assert "Ani Lancar" not in page
    assert "?q=a&amp;saring=perhatian&amp;urut=nama" in page
    assert "Tidak ada yang cocok" in none


def test_what_is_typed_into_the_search_is_escaped(team: Cast, client_of: ClientOf) -> None:
    page = client_of(team.sari).get(reverse("monitoring:team"), {"q": '"><b>'}).content.decode()

    assert '"><b>' not in page
