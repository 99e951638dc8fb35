"""Notices by a Telegram bot."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import override

from kinerja.base.inbox.calling import Answer, post
from kinerja.base.inbox.channels import BadAddress, DeadAddress, Notice, Rejected, Send, Trouble, TryLater
from kinerja.base.inbox.outside import words

API = "https://api.telegram.org"


@dataclass(frozen=True)
class Telegram:
    """`key`: the bot's token; `bot`: its name without @; `hook_key`: what Telegram says with each call."""

    key: str
    bot: str
    hook_key: str
    base: str = API

    name = "telegram"
    label = lazy("Telegram")
    proof = "link"
    repeats_join = False

    def clean(self, typed: str) -> str:
        text = typed.strip()
        if not text.lstrip("-").isdigit() or len(text) > 20:
            raise BadAddress(_("Nomor obrolan Telegram hanya terdiri atas angka."))
        return text

    def shown(self, address: str) -> str:
        return f"•••{address[-3:]}" if address else ""

    def start(self, token: str) -> str:
        return f"https://t.me/{self.bot}?start={token}"

    @contextmanager
    def session(self) -> Iterator[Send]:
        yield self.send

    def send(self, address: str, notice: Notice) -> None:
        with override(notice.language):
            told = words(replace(notice, stop=_("Balas STOP untuk berhenti.")))
        self._ask(
            "sendMessage",
            {"chat_id": address, "text": told.text, "link_preview_options": {"is_disabled": True}},
        )

    def hook(self, url: str) -> None:
        """Tell Telegram where to call. Raises Trouble."""
        self._ask("setWebhook", {"url": url, "secret_token": self.hook_key, "allowed_updates": ["message"]})

    def check(self) -> str:
        try:
            self._ask("getMe", {})
        except Trouble as trouble:
            return str(trouble)
        return ""

    def _ask(self, method: str, given: dict[str, Any]) -> None:
        answer = post(
            f"{self.base}/bot{self.key}/{method}", json.dumps(given).encode(), {"Content-Type": "application/json"}
        )  # fmt: skip
        if answer.status >= 300:
            raise _trouble(answer)


def _trouble(answer: Answer) -> Trouble:
    said = f"HTTP {answer.status}"
    if answer.status in (401, 404):  # the bot's own key: nothing goes through until the operator mends it
        return TryLater(said, whole=True)
    description = str(answer.data().get("description", "")).lower()
    gone = ("chat not found", "user is deactivated", "peer_id_invalid")
    if answer.status == 403 or any(words in description for words in gone):
        return DeadAddress(said)
    return Rejected(said)
