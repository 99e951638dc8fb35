"""WhatsApp against a server that speaks the Cloud API, and what WhatsApp calls."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from kinerja.adapters.whatsapp.channel import WhatsApp
from kinerja.base.inbox import addresses, channels
from kinerja.base.inbox.channels import BadAddress, DeadAddress, Notice, Rejected, Trouble, TryLater
from kinerja.base.inbox.models import Address, NoticeRule, Occasion
from kinerja.base.inbox.tests.conftest import WORKDAY
from kinerja.base.inbox.tests.listening import states, told, work
from kinerja.base.inbox.tests.web import Asked, Reply, Web, web
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock

KEY, APP, HOOK, TO = "EAAB-rahasia", "sandi-aplikasi", "kait-rahasia", "6281234567890"
NOTICE = Notice(Occasion.DAILY, 3, "https://k.id/kotak-masuk/", "k", stop="https://k.id/s")


class Cloud:
    """The Cloud API: `error` is the code it answers with."""

    def __init__(self, server: Web) -> None:
        self.server, self.sent = server, list[dict[str, Any]]()
        self.error: tuple[int, int] | None = None
        server.decide = self.answer

    def answer(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return self._no(401, 190)
        if self.error:
            return self._no(*self.error)
        given = json.loads(asked.body)
        if asked.path != "/100200/messages" or given.get("type") != "template" or "to" not in given:
            return self._no(400, 100)
        self.sent.append(given)
        return Reply(200, json.dumps({"messages": [{"id": "wamid.1"}]}).encode())

    def _no(self, status: int, code: int) -> Reply:
        error = {"message": f"(#{code}) about {TO}", "type": "OAuthException", "code": code}
        return Reply(status, json.dumps({"error": error}).encode())


def whatsapp(server: Web, key: str = KEY) -> WhatsApp:
    return WhatsApp(key, "100200", "+62 741 5551234", "kabar_kinerja", APP, HOOK, base=server.url)


@pytest.fixture
def cloud() -> Iterator[Cloud]:
    with web() as server:
        made = Cloud(server)
        channels.register(whatsapp(server))
        yield made
        channels.unregister("whatsapp")


def test_what_goes_out_is_the_approved_template_and_a_count(cloud: Cloud) -> None:
    whatsapp(cloud.server).send(TO, NOTICE)

    assert cloud.sent == [{
        "messaging_product": "whatsapp", "recipient_type": "individual", "to": TO, "type": "template",
        "template": {
            "name": "kabar_kinerja", "language": {"code": "id"},
            "components": [{"type": "body", "parameters": [{"type": "text", "text": "3"}]}],
        },
    }]  # fmt: skip


@pytest.mark.parametrize(
    ("error", "trouble", "whole"),
    [
        ((400, 131026), DeadAddress, None),
        ((400, 131021), DeadAddress, None),
        ((400, 132001), Rejected, None),
        ((400, 131056), TryLater, False),
        ((400, 130429), TryLater, True),
        ((429, 80007), TryLater, True),
        ((401, 190), TryLater, True),
        ((500, 131000), TryLater, True),
    ],
)
def test_answers(cloud: Cloud, error: tuple[int, int], trouble: type[Trouble], whole: bool | None) -> None:
    cloud.error = error

    with pytest.raises(trouble) as met:
        whatsapp(cloud.server).send(TO, NOTICE)
    assert getattr(met.value, "whole", None) is whole
    assert TO not in str(met.value)
    assert KEY not in str(met.value)


def test_a_refused_token_is_said_to_the_operator(cloud: Cloud) -> None:
    assert whatsapp(cloud.server).check() == ""
    assert "190" in whatsapp(cloud.server, "old").check()


@pytest.mark.parametrize("typed", ["0812 3456 7890", "+62 812-3456-7890", "6281234567890"])
def test_a_number_is_kept_one_way(cloud: Cloud, typed: str) -> None:
    assert whatsapp(cloud.server).clean(typed) == TO


@pytest.mark.parametrize("typed", ["", "12", "nomor saya", "0" * 20])
def test_what_is_no_number_is_refused(cloud: Cloud, typed: str) -> None:
    with pytest.raises(BadAddress):
        whatsapp(cloud.server).clean(typed)


def says(text: str, sender: str = TO, secret: str = APP) -> int:
    message = {"from": sender, "type": "text", "text": {"body": text}}
    body = json.dumps(
        {"object": "whatsapp_business_account", "entry": [{"changes": [{"value": {"messages": [message]}}]}]}
    )
    signature = hmac.new(secret.encode(), body.encode(), hashlib.sha256).hexdigest()
    headers = {"X-Hub-Signature-256": f"sha256={signature}"}
    return (
        Client().post("/kait/whatsapp/", body, content_type="application/json", headers=headers).status_code
    )


@pytest.fixture
def waiting(cast: Cast, cloud: Cloud, settings: Any) -> Iterator[Address]:
    settings.PUBLIC_ADDRESS = "https://k.id"
    with clock.at(WORKDAY):
        with inside(cast.kota.pk):
            NoticeRule.objects.create(channels=["whatsapp"], set_at=clock.now())
            row = addresses.ask("whatsapp", "", by=cast.budi)
        yield row


def token_of(row: Address) -> str:
    """What stands in the link of its page."""
    with inside(row.instansi_id):
        return addresses.start_token(row)


def kept(row: Address) -> Address | None:
    """As it is stored now."""
    with inside(row.instansi_id):
        return Address.objects.filter(pk=row.pk).first()


def confirmed(row: Address) -> bool:
    found = kept(row)
    return found is not None and found.confirmed_at is not None


def place(row: Address) -> str:
    found = kept(row)
    return found.address if found else ""


def test_the_first_message_proves_the_number_and_stop_ends_it(
    cast: Cast, cloud: Cloud, waiting: Address
) -> None:
    link = urlsplit(whatsapp(cloud.server).start(token_of(waiting)))
    assert (link.netloc, link.path) == ("wa.me", "/627415551234")
    [text] = parse_qs(link.query)["text"]

    assert says(text) == 200
    assert place(waiting) == TO
    with inside(cast.kota.pk):
        told(cast.budi, "access.link_issued")
        assert work("whatsapp") == 1
    assert says("Berhenti") == 200
    assert kept(waiting) is None


def test_a_number_that_is_gone_pauses(cast: Cast, cloud: Cloud, waiting: Address) -> None:
    says(f"MULAI {token_of(waiting)}")
    cloud.error = (400, 131026)
    with inside(cast.kota.pk):
        told(cast.budi, "access.link_issued")
        work("whatsapp")
        assert states() == [("GAGAL", "ALAMAT")]
        assert Address.objects.get().paused_at


@pytest.mark.parametrize("secret", ["", "lain"])
def test_an_unsigned_call_does_not_exist(waiting: Address, secret: str) -> None:
    assert says(f"MULAI {token_of(waiting)}", secret=secret) == 404
    assert not confirmed(waiting)


def test_the_handshake_is_answered_to_whoever_knows_the_word(cloud: Cloud, db: None) -> None:
    asked = {"hub.mode": "subscribe", "hub.challenge": "4711", "hub.verify_token": HOOK}

    assert Client().get("/kait/whatsapp/", asked).content == b"4711"
    assert Client().get("/kait/whatsapp/", asked | {"hub.verify_token": "x"}).status_code == 404


def test_not_configured_the_address_does_not_exist(db: None) -> None:
    assert says("MULAI x") == 404
    assert Client().get("/kait/whatsapp/").status_code == 404
