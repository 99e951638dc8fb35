"""The board over units: counted in sets with everybody below, the worst first, as far as the matrix lets one look."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kinerja.areas.monitoring import queries
from kinerja.areas.monitoring.actions import refresh
from kinerja.areas.monitoring.models import Alert
from kinerja.areas.monitoring.tests.test_forecasts import report_weekly
from kinerja.areas.planning.tests.factories import Example, agreed_example, make_indicator, make_rhk, make_skp
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member, make_unit
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.budgets.checking import assert_as_written

TODAY = date(2026, 6, 30)
ClientOf = Callable[[Person], Client]


@pytest.fixture
def example(cast: Cast) -> Example:
    """Budi of Puskesmas 01 is far behind and a warning is overdue; Ani of Puskesmas 02 is on her way."""
    with inside(cast.kota.pk), clock.at(TODAY):
        made = agreed_example(cast)
        report_weekly(made.quantity, 20)
        second = make_unit("Puskesmas 02", cast.dinkes)
        ani = make_member(second, "Ani Lancar")
        line = make_indicator(make_rhk(make_skp(ani, made.period)))
        report_weekly(line, 50)
        refresh([cast.budi.pk, ani.pk])
        Alert.objects.create(
            person=cast.budi, unit=cast.puskesmas, lineage=made.quantity.lineage, indicator=made.quantity, owner=cast.sari,
            cause="SENYAP", suggested="DIALOG", opened_on=date(2026, 6, 1), due_on=date(2026, 6, 8), margin=-200,
        )  # fmt: skip
    return made


def test_a_unit_counts_everybody_below_it(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk):
        board = queries.unit_board(cast.dinkes, TODAY)
    worst, better = board.worst_first()

    assert (board.total.people, board.total.known, board.total.on_pace) == (4, 2, 1)
    assert board.own is not None
    assert board.own.people == 1
    assert (worst.name, worst.people, worst.on_pace, worst.known) == ("Puskesmas 01", 2, 0, 1)
    assert (worst.opened, worst.overdue) == (1, 1)
    assert worst.waiting == 25
    assert (better.name, better.share) == ("Puskesmas 02", 100)
    assert better.last_sent_at is not None


def test_who_left_and_a_closed_unit_count_no_more(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk):
        Person.objects.filter(pk=cast.budi.pk).update(left_on=date(2026, 6, 15))
        cast.puskesmas.closed_on = None
        closed = make_unit("Puskesmas lama", cast.dinkes, closed_on=date(2026, 1, 1))
        make_member(closed, "Orang lama")
        board = queries.unit_board(cast.dinkes, TODAY)

    assert [row.name for row in board.units] == ["Puskesmas 01", "Puskesmas 02"]
    assert board.total.people == 3


def test_without_forecasts_there_is_no_share_and_the_unit_comes_last(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk):
        make_member(make_unit("Apotek", cast.dinkes), "Tono")
        board = queries.unit_board(cast.dinkes, TODAY)

    assert board.worst_first()[-1].name == "Apotek"
    assert board.worst_first()[-1].share is None


@pytest.mark.parametrize("people", [1, 30])
def test_the_number_of_people_and_units_does_not_change_the_number_of_statements(
    cast: Cast, example: Example, people: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with inside(cast.kota.pk):
        for number in range(people):
            make_report(
                make_indicator(make_rhk(make_skp(make_member(make_unit(f"Unit {number}", cast.dinkes), f"P {number}")))),
                day=TODAY, value=Decimal(3),
            )  # fmt: skip
        with django_assert_num_queries(2):
            queries.unit_board(cast.dinkes, TODAY)


@pytest.mark.parametrize(
    ("who", "unit", "status"),
    [
        ("kadis", "dinkes", 200), ("kadis", "puskesmas", 200), ("kadis", "pemda", 404), ("kadis", "bkpsdm", 404),
        ("sari", "puskesmas", 200), ("sari", "dinkes", 404), ("budi", "puskesmas", 404), ("ratna", "pemda", 200),
        ("joko", "dinkes", 200), ("walikota", "pemda", 200), ("dewi", "pemda", 404),
    ],
)  # fmt: skip
def test_who_may_look_at_which_unit(
    cast: Cast, example: Example, client_of: ClientOf, who: str, unit: str, status: int
) -> None:
    client = client_of(getattr(cast, who))
    for name in ("monitoring:unit", "monitoring:wall"):
        assert client.get(reverse(name, args=[getattr(cast, unit).pk])).status_code == status


def test_a_head_begins_with_the_own_unit_the_head_of_government_with_the_whole(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    with clock.at(TODAY):
        kadis, walikota, ratna = (
            client_of(each).get(reverse("monitoring:units")).content.decode()
            for each in (cast.kadis, cast.walikota, cast.ratna)
        )

    assert "<h1>Dinas Kesehatan" in kadis
    assert kadis.index("Puskesmas 01") < kadis.index("Puskesmas 02")
    assert "0 dari 1 orang" in kadis
    for page in (walikota, ratna):
        assert "<h1>Pemerintah Kota Jambi" in page
        assert reverse("monitoring:unit", args=[cast.dinkes.pk]) in page
    assert "Budi Santoso" not in kadis


def test_by_name_when_asked_and_the_way_back_up_as_far_as_one_may_look(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    with clock.at(TODAY):
        page = (
            client_of(cast.kadis).get(reverse("monitoring:unit", args=[cast.puskesmas.pk])).content.decode()
        )
        named = client_of(cast.kadis).get(reverse("monitoring:units"), {"urut": "nama"})

    assert reverse("monitoring:unit", args=[cast.dinkes.pk]) in page
    assert reverse("monitoring:unit", args=[cast.pemda.pk]) not in page
    assert named.context["rows"] == named.context["board"].units


def test_the_page_takes_the_queries_that_are_written(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    with clock.at(TODAY):
        assert_as_written(client_of(cast.kadis), "monitoring:unit", cast.dinkes.pk)
