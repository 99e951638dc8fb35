"""The agency's switches: off at first, own hours, totals without anybody's address."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.adapters.mail.channel import Mail
from kinerja.adapters.mail.tests.server import Post, post_office
from kinerja.base.inbox import channels
from kinerja.base.inbox.models import NoticeRule
from kinerja.base.inbox.tests.conftest import SENDER, WORKDAY
from kinerja.base.inbox.tests.listening import listen, told, work
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.budgets.checking import assert_as_written

Browser = Callable[[Person], Client]
PAGE, CHANGE = "agency:notices", "agency:notices_change"


@pytest.fixture
def post(cast: Cast, settings: Any) -> Iterator[Post]:
    settings.PUBLIC_ADDRESS = "https://kinerja.example.go.id"
    with post_office() as office, clock.at(WORKDAY):
        channels.register(Mail(url=office.url, sender=SENDER))
        yield office
        channels.unregister("mail")


def save(client: Client, **more: str) -> Any:
    return client.post(reverse(CHANGE), {"on": "mail", "reason": "Keputusan Kepala BKPSDM"} | more)


def test_off_until_the_agency_switches_it_on(cast: Cast, post: Post, client_of: Browser) -> None:
    ratna = client_of(cast.ratna)
    assert "Mati" in ratna.get(reverse(PAGE)).content.decode()

    assert save(ratna, quiet_from="18.00", quiet_until="07.30", digest_at="08.00").status_code == 302

    with inside(cast.kota.pk):
        rule = NoticeRule.objects.get()
        assert (rule.channels, rule.quiet_from, rule.quiet_until, rule.digest_at) == (
            ["mail"],
            1080,
            450,
            480,
        )
        assert Entry.objects.get(verb="inbox.notice_rule_set").by_id == cast.ratna.pk
    page = ratna.get(reverse(PAGE)).content.decode()
    assert "Menyala" in page
    assert "pukul 18.00 sampai 07.30 WIB" in page
    ratna.post(reverse(CHANGE), {"reason": "Dihentikan dulu"})
    with inside(cast.kota.pk):
        assert NoticeRule.objects.get().channels == []


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"on": "merpati"}, "tidak tersedia"),
        ({"quiet_from": "20.00"}, "awal dan akhir"),
        ({"reason": ""}, "masih kosong"),
        ({"digest_at": "25.00"}, "tidak dapat dibaca"),
    ],
)
def test_what_is_wrong_is_answered(
    cast: Cast, post: Post, client_of: Browser, given: dict[str, str], says: str
) -> None:
    answer = save(client_of(cast.ratna), **given)

    assert answer.status_code >= 400
    assert says in answer.content.decode()
    with inside(cast.kota.pk):
        assert not NoticeRule.objects.exists()


def test_totals_name_no_address(cast: Cast, post: Post, client_of: Browser) -> None:
    save(client_of(cast.ratna))
    with inside(cast.kota.pk):
        listen(cast.budi)
        told(cast.budi, "access.link_issued")
        work()

    page = client_of(cast.ratna).get(reverse(PAGE)).content.decode()
    assert "example.go.id" not in page
    assert "Budi" not in page


@pytest.mark.parametrize("who", ["budi", "sari", "joko"])
def test_the_switches_exist_for_the_agency_alone(cast: Cast, client_of: Browser, who: str) -> None:
    for name in (PAGE, CHANGE):
        assert client_of(getattr(cast, who)).get(reverse(name)).status_code == 404


def test_another_agency_sets_its_own(cast: Cast, post: Post, client_of: Browser) -> None:
    save(client_of(cast.ratna))

    assert "Mati" in client_of(cast.dewi).get(reverse(PAGE)).content.decode()


def test_the_page_takes_what_is_written(cast: Cast, post: Post, client_of: Browser) -> None:
    save(client_of(cast.ratna))

    assert_as_written(client_of(cast.ratna), PAGE)
