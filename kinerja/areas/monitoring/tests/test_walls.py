"""A screen on a wall: totals by a link that can be taken back; no names, no ranking, nothing of small groups."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.areas.monitoring import queries
from kinerja.areas.monitoring.actions import make_display, revoke_display
from kinerja.areas.monitoring.errors import DisplayOver
from kinerja.areas.monitoring.models import Display
from kinerja.areas.monitoring.queries import UnitBoard, UnitRow
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member, make_unit
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock

TODAY = date(2026, 6, 30)
ClientOf = Callable[[Person], Client]


@pytest.fixture
def token(cast: Cast) -> str:
    """The link of a screen at Dinas Kesehatan."""
    with inside(cast.kota.pk):
        return make_display(cast.dinkes, by=cast.kadis, name="Lobi")[1]


def row(name: str, people: int, known: int = 0) -> UnitRow:
    return UnitRow(uuid4(), name, people, known, known // 2, 1, 0, 0, None)


def shown(*units: UnitRow) -> dict[str, bool]:
    board = UnitBoard(row("semua", 99, 99), None, list(units))
    return {unit.name: is_shown for unit, is_shown in board.for_passers_by()}


def test_a_unit_of_fewer_than_five_is_hidden_and_never_one_alone() -> None:
    assert shown(row("a", 4, 4), row("b", 5, 5), row("c", 9, 9)) == {"a": False, "b": False, "c": True}
    assert shown(row("a", 4), row("b", 3), row("c", 9, 9)) == {"a": False, "b": False, "c": True}
    assert shown(row("a", 5, 5), row("b", 6, 6)) == {"a": True, "b": True}
    assert shown(row("a", 9, 4), row("b", 9, 9), row("c", 8, 8)) == {"a": False, "b": True, "c": False}


def test_units_stand_by_name() -> None:
    assert list(shown(row("Apotek", 9, 9), row("Balai", 9, 0))) == ["Apotek", "Balai"]


def test_the_link_opens_without_signing_in_and_shows_no_name_of_a_person(cast: Cast, token: str) -> None:
    with inside(cast.kota.pk):
        for number in range(5):
            make_member(cast.puskesmas, f"Pegawai {number}")
        make_member(make_unit("Apotek", cast.dinkes), "Tono")
    with clock.at(TODAY):
        page = Client().get(reverse("monitoring:display", args=[token]))
    text = page.content.decode()

    assert page.status_code == 200
    assert "Puskesmas 01" in text
    assert "terlalu sedikit orang" in text
    assert text.index("Apotek") < text.index("Puskesmas 01")
    for name in ("Budi", "Sari", "Hasan", "Pegawai", "Tono"):
        assert name not in text
    with inside(cast.kota.pk):
        assert Display.objects.get().last_seen_on == TODAY


def test_a_wrong_link_is_404(cast: Cast, token: str) -> None:
    with inside(cast.muaro.pk):
        elsewhere = make_display(cast.dewi_unit, by=cast.dewi, name="Lobi")[1]
    wrong = [
        token[:-1] + ("a" if token[-1] != "a" else "b"),
        token[:64],
        "x",
        elsewhere[:32] + token[32:],
        token[:32] + elsewhere[32:],
    ]

    assert {Client().get(reverse("monitoring:display", args=[each])).status_code for each in wrong} == {404}


def test_a_link_that_was_taken_back_shows_nothing_more(cast: Cast, token: str, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        display = Display.objects.get()
    kadis = client_of(cast.kadis)
    gone = kadis.post(reverse("monitoring:display_end", args=[display.pk]))

    assert gone.status_code == 302
    assert Client().get(reverse("monitoring:display", args=[token])).status_code == 404
    with inside(cast.kota.pk):
        assert Entry.objects.filter(verb="display.revoked", subject_id=display.pk).count() == 1
        assert queries.displays_of(cast.dinkes.pk) == []
        with pytest.raises(DisplayOver, match="sudah dicabut"):
            revoke_display(display, by=cast.kadis)


def test_the_link_is_shown_once_and_only_its_hash_is_kept(cast: Cast, client_of: ClientOf) -> None:
    kadis, address = client_of(cast.kadis), reverse("monitoring:displays", args=[cast.dinkes.pk])
    made = kadis.post(address, {"name": "Ruang rapat"}).content.decode()
    later = kadis.get(address).content.decode()
    with inside(cast.kota.pk):
        display = Display.objects.get()
        assert Entry.objects.filter(verb="display.made", subject_id=display.pk).count() == 1

    assert f"/pantau/layar/{cast.kota.pk.hex}{display.pk.hex}" in made
    assert "/pantau/layar/" not in later
    assert "Ruang rapat" in later
    assert kadis.post(address, {"name": ""}).status_code == 422


@pytest.mark.parametrize(
    ("who", "status"), [("kadis", 200), ("ratna", 200), ("sari", 404), ("joko", 404), ("dewi", 404)]
)
def test_who_makes_links_for_a_unit(cast: Cast, client_of: ClientOf, who: str, status: int) -> None:
    address = reverse("monitoring:displays", args=[cast.dinkes.pk])

    assert client_of(getattr(cast, who)).get(address).status_code == status


def test_it_is_dark_or_light_as_the_link_says(cast: Cast, token: str) -> None:
    address = reverse("monitoring:display", args=[token])

    assert 'data-theme="dark"' in Client().get(address, {"tampilan": "gelap"}).content.decode()
    assert 'data-theme="light"' in Client().get(address, {"tampilan": "terang"}).content.decode()
    assert "data-theme" not in Client().get(address).content.decode()


def test_in_a_demonstration_the_wall_says_so_too(cast: Cast, token: str, settings: Any) -> None:
    address = reverse("monitoring:display", args=[token])
    with clock.at(TODAY):
        real = Client().get(address).content.decode()
        settings.DEMO = True
        shown = Client().get(address).content.decode()
    assert "Data contoh" not in real
    assert "Data contoh" in shown
