"""Telegram against a server that speaks the Bot API, and what Telegram calls."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from kinerja.adapters.telegram.channel import Telegram
from kinerja.base.inbox import addresses, channels
from kinerja.base.inbox.channels import DeadAddress, Notice, Rejected, Trouble, TryLater
from kinerja.base.inbox.models import Address, NoticeRule, Occasion
from kinerja.base.inbox.tests.conftest import WORKDAY
from kinerja.base.inbox.tests.listening import told, work
from kinerja.base.inbox.tests.web import Asked, Reply, Web, web
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock

KEY, HOOK = "12345:rahasia", "kait-rahasia"
NOTICE = Notice(Occasion.DAILY, 3, "https://k.id/kotak-masuk/", "k", stop="https://k.id/s")


class Bot:
    """The Bot API: chats that exist, those that blocked the bot."""

    def __init__(self, server: Web) -> None:
        self.server, self.blocked, self.said = server, set[str](), list[dict[str, Any]]()
        server.decide = self.answer

    def answer(self, asked: Asked) -> Reply:
        _empty, token, method = asked.path.split("/")
        given = json.loads(asked.body)
        if token != f"bot{KEY}":
            return self._no(401, "Unauthorized")
        if method == "sendMessage" and given["chat_id"] in self.blocked:
            return self._no(403, "Forbidden: bot was blocked by the user")
        if method == "sendMessage" and given["chat_id"] == "404":
            return self._no(400, "Bad Request: chat not found")
        if method == "sendMessage" and not given["text"]:
            return self._no(400, "Bad Request: message text is empty")
        self.said.append(given)
        return Reply(200, json.dumps({"ok": True, "result": {}}).encode())

    def _no(self, code: int, words: str) -> Reply:
        return Reply(code, json.dumps({"ok": False, "error_code": code, "description": words}).encode())


@pytest.fixture
def bot() -> Iterator[Bot]:
    with web() as server:
        made = Bot(server)
        channels.register(telegram(server))
        yield made
        channels.unregister("telegram")


def telegram(server: Web, key: str = KEY) -> Telegram:
    return Telegram(key, "kinerja_bot", HOOK, base=server.url)


def test_the_text_is_the_fixed_sentence(bot: Bot) -> None:
    telegram(bot.server).send("77", NOTICE)

    assert bot.said[0]["text"] == (
        "Kabar di Kinerja yang belum Anda baca: 3. Buka: https://k.id/kotak-masuk/\n\nBalas STOP untuk berhenti."
    )


def test_who_blocked_the_bot_is_dead(bot: Bot) -> None:
    bot.blocked.add("77")
    for chat in ("77", "404"):
        with pytest.raises(DeadAddress):
            telegram(bot.server).send(chat, NOTICE)


@pytest.mark.parametrize(
    ("status", "body", "trouble", "seconds"),
    [
        (429, {"ok": False, "parameters": {"retry_after": 31}}, TryLater, 31),
        (500, {}, TryLater, None),
        (400, {"description": "Bad Request: can't parse entities"}, Rejected, None),
    ],
)
def test_answers(bot: Bot, status: int, body: Any, trouble: type[Trouble], seconds: float | None) -> None:
    bot.server.decide = lambda asked: Reply(status, json.dumps(body).encode())

    with pytest.raises(trouble) as met:
        telegram(bot.server).send("77", NOTICE)
    assert getattr(met.value, "seconds", None) == seconds
    assert KEY not in str(met.value)


def test_a_wrong_token_is_the_operators_and_is_said(bot: Bot) -> None:
    assert telegram(bot.server).check() == ""
    assert "401" in telegram(bot.server, "99:x").check()
    with pytest.raises(TryLater) as met:
        telegram(bot.server, "99:x").send("77", NOTICE)
    assert met.value.whole


def test_the_hook_is_registered_with_its_secret(bot: Bot) -> None:
    telegram(bot.server).hook("https://k.id/kait/telegram/")

    assert bot.said == [
        {"url": "https://k.id/kait/telegram/", "secret_token": HOOK, "allowed_updates": ["message"]}
    ]


def says(text: str, chat: int = 77, secret: str = HOOK) -> int:
    update = {"update_id": 1, "message": {"chat": {"id": chat}, "text": text}}
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
    return (
        Client().post("/kait/telegram/", update, content_type="application/json", headers=headers).status_code
    )


@pytest.fixture
def waiting(cast: Cast, bot: Bot, settings: Any) -> Iterator[Address]:
    """Budi opened the link of his page."""
    settings.PUBLIC_ADDRESS = "https://k.id"
    with clock.at(WORKDAY):
        with inside(cast.kota.pk):
            NoticeRule.objects.create(channels=["telegram"], set_at=clock.now())
            row = addresses.ask("telegram", "", by=cast.budi)
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


def test_start_proves_the_chat_and_stop_ends_it(cast: Cast, bot: Bot, waiting: Address) -> None:
    link = telegram(bot.server).start(token_of(waiting))
    token = link.removeprefix("https://t.me/kinerja_bot?start=")
    assert len(token) <= 64

    assert says(f"/start {token}") == 200
    assert (place(waiting), confirmed(waiting)) == ("77", True)
    with inside(cast.kota.pk):
        told(cast.budi, "access.link_issued")
        assert work("telegram") == 1
    assert bot.said[0]["chat_id"] == "77"
    assert says("stop") == 200
    assert kept(waiting) is None


@pytest.mark.parametrize("token", ["x", "A" * 64, "", "é"])
def test_a_made_up_start_proves_nothing(waiting: Address, token: str) -> None:
    assert says(f"/start {token}") == 200
    assert not confirmed(waiting)


def test_a_link_is_used_once_and_lives_a_day(waiting: Address) -> None:
    token = token_of(waiting)
    says(f"/start {token}")
    says(f"/start {token}", chat=88)
    assert place(waiting) == "77"


@pytest.mark.parametrize("secret", ["", "x", HOOK[:-1]])
def test_without_the_secret_the_address_does_not_exist(waiting: Address, secret: str) -> None:
    assert says(f"/start {token_of(waiting)}", secret=secret) == 404
    assert not confirmed(waiting)


@pytest.mark.parametrize("body", ["", "[]", "{", '{"message": {}}', '{"message": {"chat": {"id": 1}}}'])
def test_anything_else_is_answered_and_forgotten(bot: Bot, db: None, body: str) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": HOOK}

    answer = Client().post("/kait/telegram/", body, content_type="application/json", headers=headers)
    assert answer.status_code == 200


def test_not_configured_the_address_does_not_exist(db: None) -> None:
    assert says("/start x") == 404
