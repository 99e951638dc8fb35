"""Hari ini, kotak masuk and profil: what each shows, and to whom. "Atasan saya salah": test_disputes.py."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.areas.assessment.tests.factories import AFTER, Table, lay_the_table, sign_budi
from kinerja.areas.planning.tests.factories import make_skp
from kinerja.base.inbox.models import Message
from kinerja.base.inbox.sending import tell
from kinerja.base.organization.models import Assignment, Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.again import again

Browser = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _after_the_quarter() -> Iterator[None]:
    with clock.at(AFTER):
        yield


@pytest.fixture
def laid(cast: Cast) -> Table:
    with inside(cast.kota.pk):
        return again(lay_the_table, cast)


def ask(cast: Cast, person: Person, **extra: Any) -> Message:
    with inside(cast.kota.pk):
        return tell(person, "test.task", "Lengkapi data Anda", **extra)


def page(client: Client, name: str) -> str:
    response = client.get(reverse(name))
    assert response.status_code == 200
    return response.content.decode()


def test_today_shows_my_results_with_their_pace(laid: Table, client_of: Browser) -> None:
    shown = page(client_of(laid.budi), "home:today")

    assert "Pasien poli umum dilayani sesuai standar" in shown
    assert "600 dari 2.400 orang" in shown
    assert "Menunggu Anda" not in shown


def test_today_tells_what_is_due_and_what_is_late(laid: Table, client_of: Browser) -> None:
    ask(laid.cast, laid.budi, due_on=date(2026, 4, 1))

    shown = page(client_of(laid.budi), "home:today")

    assert "Lengkapi data Anda" in shown
    assert "Lewat batas" in shown
    assert "batas 1 April 2026" in shown


def test_a_receipt_that_was_not_opened_is_due(laid: Table, client_of: Browser) -> None:
    with inside(laid.cast.kota.pk):
        sign_budi(laid)

    assert "1 kwitansi predikat belum Anda buka" in page(client_of(laid.budi), "home:today")


def test_a_leader_sees_what_waits_for_him(laid: Table, client_of: Browser) -> None:
    with inside(laid.cast.kota.pk):
        make_skp(make_member(laid.cast.puskesmas, "Ani"), laid.example.period, state="DIAJUKAN")

    shown = page(client_of(laid.sari), "home:today")

    assert "18 laporan perlu dilihat" in shown
    assert "1 SKP perlu diputuskan" in shown
    assert "2 pegawai perlu dinilai" in shown


def test_the_leader_above_sees_the_unit_that_waits(laid: Table, client_of: Browser) -> None:
    assert "1 predikat unit perlu ditetapkan" in page(client_of(laid.cast.kadis), "home:today")


def test_before_the_last_day_nothing_is_to_be_rated(laid: Table, client_of: Browser) -> None:
    with clock.at(date(2026, 3, 20)):
        assert "perlu dinilai" not in page(client_of(laid.sari), "home:today")


def test_without_an_skp_the_page_says_where_to_begin(cast: Cast, client_of: Browser) -> None:
    shown = page(client_of(cast.budi), "home:today")

    assert "sesudah SKP Anda disetujui" in shown
    assert reverse("planning:mine") in shown


def test_an_skp_that_waits_is_said_to_wait(cast: Cast, client_of: Browser) -> None:
    with inside(cast.kota.pk):
        make_skp(cast.budi, state="DIAJUKAN")

    assert "menunggu persetujuan penilai" in page(client_of(cast.budi), "home:today")


def test_a_message_leads_to_where_to_act_and_counts_as_read(cast: Cast, client_of: Browser) -> None:
    message = ask(cast, cast.budi, link="/nilai/saya/")

    response = client_of(cast.budi).post(reverse("home:read", args=[message.pk]))

    assert response["Location"] == "/nilai/saya/"
    with inside(cast.kota.pk):
        message.refresh_from_db()
    assert message.read_at is not None


@pytest.mark.parametrize("link", ["", "https://jahat.example/", "//jahat.example", "javascript:alert(1)"])
def test_a_link_to_elsewhere_is_not_followed(cast: Cast, client_of: Browser, link: str) -> None:
    message = ask(cast, cast.budi, link=link)

    response = client_of(cast.budi).post(reverse("home:read", args=[message.pk]))

    assert response["Location"] == reverse("home:inbox")


def test_a_task_is_marked_done_once(cast: Cast, client_of: Browser) -> None:
    message = ask(cast, cast.budi, due_on=date(2026, 4, 9))
    browser = client_of(cast.budi)

    first = browser.post(reverse("home:done", args=[message.pk]), follow=True)
    second = browser.post(reverse("home:done", args=[message.pk]))

    assert "Tugas ditandai selesai." in first.content.decode()
    assert second.status_code == 409


def test_all_messages_are_read_with_one_button(cast: Cast, client_of: Browser) -> None:
    ask(cast, cast.budi)
    ask(cast, cast.budi)
    ask(cast, cast.sari)

    client_of(cast.budi).post(reverse("home:read-all"))

    with inside(cast.kota.pk):
        assert Message.objects.unread().get().person_id == cast.sari.pk


def test_tasks_come_before_news(cast: Cast, client_of: Browser) -> None:
    ask(cast, cast.budi, due_on=date(2026, 4, 9))
    with inside(cast.kota.pk):
        tell(cast.budi, "test.news", "Kabar baru")

    shown = page(client_of(cast.budi), "home:inbox")

    assert shown.index("Lengkapi data Anda") < shown.index("Kabar baru")


def test_nobody_opens_anothers_message(cast: Cast, client_of: Browser) -> None:
    message = ask(cast, cast.budi, due_on=date(2026, 4, 9))

    for stranger in (cast.sari, cast.ratna, cast.dewi):
        assert client_of(stranger).post(reverse("home:read", args=[message.pk])).status_code == 404
        assert client_of(stranger).post(reverse("home:done", args=[message.pk])).status_code == 404
        assert "Lengkapi data Anda" not in page(client_of(stranger), "home:inbox")


def test_an_empty_inbox_says_what_will_be_here(cast: Cast, client_of: Browser) -> None:
    assert "Tugas dan kabar untuk Anda muncul di sini" in page(client_of(cast.budi), "home:inbox")


def test_the_profile_names_rater_reason_and_roles(cast: Cast, client_of: Browser) -> None:
    shown = page(client_of(cast.budi), "home:profile")

    assert "Sari Wulandari" in shown
    assert "Yang bertugas di unit dinilai pimpinan unitnya." in shown
    assert cast.budi.nip in shown


def test_a_person_without_a_post_is_told_whom_to_ask(cast: Cast, client_of: Browser) -> None:
    with inside(cast.kota.pk):
        Assignment.objects.filter(person=cast.budi).delete()

    assert "Hubungi pengelola kepegawaian" in page(client_of(cast.budi), "home:profile")
