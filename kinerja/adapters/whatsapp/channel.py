"""Notices by WhatsApp's Cloud API."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kinerja.base.inbox.calling import Answer, post
from kinerja.base.inbox.channels import BadAddress, DeadAddress, Notice, Rejected, Send, Trouble, TryLater

API = "https://graph.facebook.com/v23.0"
START = "MULAI"
#: codes of the Cloud API: the recipient cannot be reached; wait; the sender's own account
_GONE = {131021, 131026, 131030}
_WAIT = {4, 80007, 130429, 131048, 131056}
_OWN = {0, 3, 10, 190, 131031, 131042, 131045}


@dataclass(frozen=True)
class WhatsApp:
    """`key`: access token; `sender`: id of the number; `number`: as people dial it; `template`: approved, one variable."""

    key: str
    sender: str
    number: str
    template: str
    app_key: str
    hook_key: str
    base: str = API

    name = "whatsapp"
    label = lazy("WhatsApp")
    proof = "link"
    repeats_join = False

    def clean(self, typed: str) -> str:
        """Digits with the country's code: 0812… is Indonesian."""
        digits = re.sub(r"[\s().+-]", "", typed)
        digits = f"62{digits[1:]}" if digits.startswith("0") else digits
        if not re.fullmatch(r"[1-9][0-9]{7,14}", digits):
            raise BadAddress(_("Nomor ini tidak lengkap. Contoh: 0812 3456 7890."))
        return digits

    def shown(self, address: str) -> str:
        return f"•••{address[-3:]}" if address else ""

    def start(self, token: str) -> str:
        return f"https://wa.me/{self.clean(self.number)}?text={quote(f'{START} {token}')}"

    @contextmanager
    def session(self) -> Iterator[Send]:
        yield self.send

    def send(self, address: str, notice: Notice) -> None:
        """The template and its one variable."""
        count = [{"type": "text", "text": str(notice.count)}]
        self._ask({
            "messaging_product": "whatsapp", "recipient_type": "individual", "to": address, "type": "template",
            "template": {
                "name": self.template, "language": {"code": notice.language},
                "components": [{"type": "body", "parameters": count}],
            },
        })  # fmt: skip

    def check(self) -> str:
        """A message to nobody: the service says whether it knows the sender."""
        try:
            self._ask({"messaging_product": "whatsapp"})
        except TryLater as trouble:
            return str(trouble)
        except Trouble:
            return ""
        return ""

    def _ask(self, given: dict[str, Any]) -> None:
        answer = post(
            f"{self.base}/{self.sender}/messages", json.dumps(given).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {self.key}"},
        )  # fmt: skip
        if answer.status >= 300:
            raise _trouble(answer)


def _trouble(answer: Answer) -> Trouble:
    error = answer.data().get("error")
    code = error.get("code") if isinstance(error, dict) else None
    said = f"HTTP {answer.status}, code {code}"
    if code in _GONE:
        return DeadAddress(said)
    if code in _WAIT:
        return TryLater(said, seconds=60, whole=code != 131056)
    if code in _OWN or answer.status in (401, 403):
        return TryLater(said, whole=True)
    return Rejected(said)
