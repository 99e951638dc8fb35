"""Pemberitahuan: a channel is asked for, proved, chosen for and stopped; nobody sees another's."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.adapters.mail.channel import Mail
from kinerja.adapters.mail.tests.server import Post, post_office
from kinerja.adapters.webpush.channel import WebPush
from kinerja.adapters.webpush.tests.device import Device
from kinerja.adapters.webpush.tests.test_webpush import KEY
from kinerja.base.inbox import addresses, channels
from kinerja.base.inbox.models import Address, Delivery, NoticeRule, Preference
from kinerja.base.inbox.tests.conftest import SENDER, WORKDAY
from kinerja.base.inbox.tests.listening import listen, told, work
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.budgets.checking import assert_as_written

Browser = Callable[[Person], Client]
PAGE = "home:notices"


@pytest.fixture
def post(cast: Cast, settings: Any) -> Iterator[Post]:
    settings.PUBLIC_ADDRESS = "http://testserver"
    with post_office() as office, clock.at(WORKDAY):
        channels.register(Mail(url=office.url, sender=SENDER))
        with inside(cast.kota.pk):
            NoticeRule.objects.create(channels=["mail"], set_at=clock.now())
        yield office
        channels.unregister("mail")


def shown(client: Client) -> str:
    return client.get(reverse(PAGE)).content.decode()


def test_from_the_first_address_to_the_last_click(cast: Cast, post: Post, client_of: Browser) -> None:
    budi = client_of(cast.budi)
    budi.post(reverse("home:notices_ask", args=["mail"]), {"mail-address": "budi@example.go.id"})
    with inside(cast.kota.pk):
        work()
    code = re.search(r"\b\d{6}\b", post.texts()[0])
    assert code
    assert "Kode dikirim ke b•••@example.go.id" in shown(budi)
    budi.post(reverse("home:notices_confirm", args=["mail"]), {"mail-code": code.group()})
    budi.post(
        reverse("home:notices_choose", args=["mail"]),
        {"mail-TUGAS": "SEGERA", "mail-HASIL": "MATI", "mail-PERINGATAN": "HARIAN"},
    )
    with inside(cast.kota.pk):
        told(cast.budi)
        work()
    page = shown(budi)
    assert "Ada kabar untuk Anda di Kinerja." in page
    assert page.count("Terkirim") == 2
    stop = post.letters[1]["List-Unsubscribe"].strip(" <>").removeprefix("http://testserver")

    stranger = Client(enforce_csrf_checks=True)
    assert "Ya, berhenti" in stranger.get(stop).content.decode()
    assert "dihentikan" in stranger.post(stop, {"List-Unsubscribe": "One-Click"}).content.decode()
    with inside(cast.kota.pk):
        assert not Address.objects.exists()


def test_a_wrong_code_is_said_and_counted(cast: Cast, post: Post, client_of: Browser) -> None:
    budi = client_of(cast.budi)
    budi.post(reverse("home:notices_ask", args=["mail"]), {"mail-address": "budi@example.go.id"})
    with inside(cast.kota.pk):
        wrong = f"{(int(addresses.code_of(Address.objects.get())) + 1) % 1_000_000:06d}"

    answer = budi.post(reverse("home:notices_confirm", args=["mail"]), {"mail-code": wrong})

    assert answer.status_code == 422
    assert "Kode ini tidak cocok" in answer.content.decode()
    with inside(cast.kota.pk):
        assert Address.objects.get().tries == 1


@pytest.mark.parametrize(("typed", "says"), [("", "masih kosong"), ("budi", "tidak lengkap")])
def test_a_wrong_address_is_answered(
    cast: Cast, post: Post, client_of: Browser, typed: str, says: str
) -> None:
    answer = client_of(cast.budi).post(reverse("home:notices_ask", args=["mail"]), {"mail-address": typed})

    assert answer.status_code == 422
    assert says in answer.content.decode()


@pytest.mark.parametrize("act", ["ask", "choose"])
def test_a_channel_that_nobody_configured_does_not_exist(cast: Cast, client_of: Browser, act: str) -> None:
    assert client_of(cast.budi).post(reverse(f"home:notices_{act}", args=["merpati"])).status_code == 404


def test_a_choice_that_is_none_is_refused(cast: Cast, post: Post, client_of: Browser) -> None:
    with inside(cast.kota.pk):
        listen(cast.budi)

    answer = client_of(cast.budi).post(
        reverse("home:notices_choose", args=["mail"]), {"mail-TUGAS": "KADANG"}
    )

    assert answer.status_code == 422
    with inside(cast.kota.pk):
        assert not Preference.objects.exists()


def test_nobody_sees_or_switches_off_anothers(cast: Cast, post: Post, client_of: Browser) -> None:
    with inside(cast.kota.pk):
        row = listen(cast.budi)
        told(cast.budi, "access.link_issued")

    for stranger in (cast.sari, cast.ratna, cast.dewi):
        browser = client_of(stranger)
        assert browser.post(reverse("home:notices_remove", args=[row.pk])).status_code == 404
        assert "b•••" not in shown(browser)
        assert "Ada kabar untuk Anda" not in shown(browser)


def test_it_is_switched_off_on_the_page(cast: Cast, post: Post, client_of: Browser) -> None:
    with inside(cast.kota.pk):
        row = listen(cast.budi)

    client_of(cast.budi).post(reverse("home:notices_remove", args=[row.pk]))

    with inside(cast.kota.pk):
        assert not Address.objects.exists()


def test_a_dead_address_is_said_on_the_page(cast: Cast, post: Post, client_of: Browser) -> None:
    with inside(cast.kota.pk):
        listen(cast.budi)
        post.refuse["budi@example.go.id"] = "550 nobody"
        told(cast.budi, "access.link_issued")
        work()

    page = shown(client_of(cast.budi))
    assert "Dijeda" in page
    assert "alamat tidak dapat dituju" in page


def test_with_every_channel_off_the_page_says_so(cast: Cast, client_of: Browser) -> None:
    assert "belum menyalakan kanal" in shown(client_of(cast.budi))


@pytest.mark.parametrize("token", ["x", "0" * 64 + ".abc"])
def test_a_made_up_token_ends_nothing(cast: Cast, token: str) -> None:
    assert Client().post(reverse("home:notices_stop", args=[token])).status_code == 404


def test_the_page_takes_what_is_written(cast: Cast, post: Post, client_of: Browser) -> None:
    with inside(cast.kota.pk):
        listen(cast.budi)
        told(cast.budi, "access.link_issued")
        assert Delivery.objects.exists()

    assert_as_written(client_of(cast.budi), PAGE)


def test_a_browser_is_a_place_of_its_own_and_twice_is_once(cast: Cast, client_of: Browser) -> None:
    channels.register(WebPush(KEY, "mailto:operator@example.go.id"))
    with inside(cast.kota.pk):
        NoticeRule.objects.create(channels=["webpush"], set_at=clock.now())
    budi, device = client_of(cast.budi), Device()
    path = reverse("home:notices_device", args=["webpush"])
    for endpoint in (
        "https://fcm.googleapis.com/a",
        "https://fcm.googleapis.com/a",
        "https://web.push.apple.com/b",
    ):
        assert budi.post(path, {"subscription": device.subscription(endpoint)}).status_code == 302

    page = shown(budi)
    assert page.count("Hapus perangkat") == 2
    assert device.subscription("x") not in page
    assert budi.post(path, {"subscription": device.subscription("https://evil.example/")}).status_code == 422
    channels.unregister("webpush")
