"""The movable clock: in a demonstration for everybody, elsewhere not at all."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client

from kinerja.adapters.jambi.moving import NotADemonstration, move_clock, quarter_end
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Installation
from kinerja.config import navigation, wiring
from kinerja.tools import clock

ClientOf = Callable[[Person], Client]
ADDRESS = "/peragaan/tanggal/"
NOON = datetime(2026, 11, 24, 12, tzinfo=clock.WIB)


@pytest.fixture
def demonstration(settings: LazySettings, db: None) -> Iterator[Installation]:
    """This installation, as if `kinerja demo` had made it."""
    settings.DEMO = True
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "kinerja.config.middleware.MovedClock"]
    settings.ROOT_URLCONF = "tests.demonstration.addresses"
    navigation.address.cache_clear()
    yield Installation.objects.create(is_demo=True)
    navigation.address.cache_clear()


def days_moved() -> int:
    return timedelta(seconds=Installation.shift_seconds()).days


def press(client: Client, step: str, **more: str) -> Any:
    return client.post(ADDRESS, {"ke": step, **more})


@pytest.mark.parametrize(
    ("step", "day"),
    [("hari", date(2026, 11, 25)), ("minggu", date(2026, 12, 1)), ("triwulan", date(2026, 12, 31))],
)
def test_a_step_leads_to_its_day(demonstration: Installation, cast: Cast, step: str, day: date) -> None:
    with clock.at(NOON), inside(cast.kota.pk):
        assert move_clock(step, by=cast.budi) == day
    assert days_moved() == (day - NOON.date()).days


def test_the_end_of_the_quarter_comes_again_after_it_was_reached(
    demonstration: Installation, cast: Cast
) -> None:
    with clock.at(datetime(2026, 12, 31, 12, tzinfo=clock.WIB)), inside(cast.kota.pk):
        assert move_clock("triwulan", by=cast.budi) == date(2027, 3, 31)


@pytest.mark.parametrize(("month", "end"), [(1, (3, 31)), (6, (6, 30)), (8, (9, 30)), (12, (12, 31))])
def test_a_quarter_ends_with_its_third_month(month: int, end: tuple[int, int]) -> None:
    assert quarter_end(date(2026, month, 15)) == date(2026, *end)


def test_pages_say_the_day_and_offer_the_steps(
    demonstration: Installation, cast: Cast, client_of: ClientOf
) -> None:
    budi = client_of(cast.budi)
    page = budi.get("/").content.decode()
    assert "Data contoh" in page
    assert "Maju seminggu" in page
    assert "Kembali ke hari sebenarnya" not in page
    press(budi, "minggu")
    page = budi.get("/").content.decode()
    assert "(dipindahkan)" in page
    assert "Kembali ke hari sebenarnya" in page


def test_everybody_moves_along_and_hears_of_the_day(
    demonstration: Installation, cast: Cast, client_of: ClientOf
) -> None:
    there = clock.today() + timedelta(days=7)
    moved = client_of(cast.budi).post(ADDRESS, {"ke": "minggu", "kembali": "/kotak-masuk/"}, follow=True)
    assert moved.redirect_chain == [("/kotak-masuk/#tanggal-peragaan", 302)]
    assert f"Hari ini {there.day} " in moved.content.decode()
    assert f"hari ini {there.day} " in client_of(cast.dewi).get("/").content.decode()


def test_going_back_is_going_back_to_the_real_day(
    demonstration: Installation, cast: Cast, client_of: ClientOf
) -> None:
    budi = client_of(cast.budi)
    for step in ("hari", "minggu", "sekarang"):
        press(budi, step)
    assert Installation.shift_seconds() == 0


def test_jobs_stand_at_the_hour_of_the_pages(demonstration: Installation, cast: Cast) -> None:
    with inside(cast.kota.pk):
        move_clock("minggu", by=cast.budi)
    with wiring.inside_at_the_moved_hour(cast.kota.pk):
        assert clock.shift() == timedelta(days=7)
    assert clock.shift() == timedelta(0)


def test_the_ledger_knows_who_moved_it(demonstration: Installation, cast: Cast) -> None:
    with inside(cast.kota.pk):
        move_clock("hari", by=cast.budi)
        (entry,) = Entry.objects.filter(verb="demo.clock_moved")
        assert entry.by_id == cast.budi.pk


@pytest.mark.parametrize("step", ["", "setahun", "-1"])
def test_an_unknown_step_is_refused_with_a_sentence(
    demonstration: Installation, cast: Cast, client_of: ClientOf, step: str
) -> None:
    answer = press(client_of(cast.budi), step)
    assert answer.status_code == 422
    assert "tidak dikenal" in answer.content.decode()
    assert days_moved() == 0


def test_nobody_moves_further_than_a_year(
    demonstration: Installation, cast: Cast, client_of: ClientOf
) -> None:
    Installation.objects.update(clock_shift_seconds=timedelta(days=365).total_seconds())
    answer = press(client_of(cast.budi), "minggu")
    assert answer.status_code == 422
    assert days_moved() == 365


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/", "javascript:alert(1)", ""])
def test_it_never_leads_to_another_site(
    demonstration: Installation, cast: Cast, client_of: ClientOf, back: str
) -> None:
    assert press(client_of(cast.budi), "hari", kembali=back)["Location"] == "/#tanggal-peragaan"


def test_a_link_cannot_move_it_nor_a_foreign_form(demonstration: Installation, cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(ADDRESS, {"ke": "hari"}).status_code == 403
    assert strict.get(ADDRESS).status_code == 405
    assert days_moved() == 0


def test_a_stranger_is_sent_to_sign_in(demonstration: Installation) -> None:
    answer: HttpResponse = Client().post(ADDRESS, {"ke": "hari"})
    assert answer["Location"].startswith("/akun/login/")
    assert days_moved() == 0


def test_a_real_installation_has_no_such_address_and_no_such_control(cast: Cast, client_of: ClientOf) -> None:
    Installation.objects.create(is_demo=False, clock_shift_seconds=86_400)
    budi = client_of(cast.budi)
    assert press(budi, "hari").status_code == 404
    page = budi.get("/").content.decode()
    assert "tanggal-peragaan" not in page
    assert "Data contoh" not in page


def test_a_real_installation_refuses_the_act_itself(cast: Cast) -> None:
    Installation.objects.create(is_demo=False)
    with inside(cast.kota.pk), pytest.raises(NotADemonstration):
        move_clock("hari", by=cast.budi)


def test_a_shift_without_a_demonstration_moves_nothing(cast: Cast) -> None:
    Installation.objects.create(is_demo=False, clock_shift_seconds=86_400)
    with wiring.inside_at_the_moved_hour(cast.kota.pk):
        assert clock.shift() == timedelta(0)
