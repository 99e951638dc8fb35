"""Notices by Web Push."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kinerja.adapters.webpush.sealing import decoded, public_key, seal
from kinerja.adapters.webpush.vapid import authorization, private_key, public_text
from kinerja.base.inbox.calling import post
from kinerja.base.inbox.channels import BadAddress, DeadAddress, Notice, Rejected, Send

#: the push services of the browsers; a name stands for itself and for what lies below it
SERVICES = (
    "fcm.googleapis.com",
    "push.services.mozilla.com",
    "notify.windows.com",
    "push.apple.com",
)
#: a day: what a device did not fetch by then is in the next digest
TTL = 86_400
_PARTS = {"endpoint", "p256dh", "auth"}


@dataclass(frozen=True)
class WebPush:
    """`key`: the installation's private key; `contact`: mailto: or https: of the operator, as the services want it."""

    key: str
    contact: str
    services: tuple[str, ...] = SERVICES
    scheme: str = "https"

    name = "webpush"
    label = lazy("Notifikasi peramban")
    proof = "device"
    repeats_join = True

    def __post_init__(self) -> None:
        try:
            private_key(self.key)
        except ValueError:
            raise ImproperlyConfigured(
                "KINERJA_VAPID_KEY must be 32 bytes as base64url ('kinerja notices key')."
            ) from None
        if not self.contact.startswith(("mailto:", "https://")):
            raise ImproperlyConfigured("KINERJA_VAPID_CONTACT must begin with mailto: or https://.")

    @property
    def public_key(self) -> str:
        return public_text(private_key(self.key))

    def clean(self, typed: str) -> str:
        """A subscription as the browser gives it."""
        try:
            given = json.loads(typed)
            kept = {name: str(given[name]) for name in _PARTS}
            public_key(decoded(kept["p256dh"]))
            whole = len(decoded(kept["auth"])) == 16 and self._is_service(urlsplit(kept["endpoint"]))
        except (ValueError, TypeError, KeyError):
            whole = False
        if not whole or len(typed) > 2_000:
            raise BadAddress(_("Peramban ini tidak memberi alamat yang dapat dipakai. Coba peramban lain."))
        return json.dumps(kept, sort_keys=True)

    def _is_service(self, parts: SplitResult) -> bool:
        host = parts.hostname or ""
        known = any(host == service or host.endswith(f".{service}") for service in self.services)
        return known and parts.scheme == self.scheme and not parts.username

    def shown(self, address: str) -> str:
        return urlsplit(json.loads(address)["endpoint"]).hostname or "" if address else ""

    def start(self, token: str) -> str:
        return ""

    @contextmanager
    def session(self) -> Iterator[Send]:
        yield self.send

    def send(self, address: str, notice: Notice) -> None:
        """A count, sealed for this device."""
        given: dict[str, Any] = json.loads(address)
        parts = urlsplit(given["endpoint"])
        if not self._is_service(parts):
            raise Rejected("not a push service")
        body = seal(
            json.dumps({"count": notice.count}).encode(), decoded(given["p256dh"]), decoded(given["auth"])
        )
        origin = f"{parts.scheme}://{parts.netloc}"
        answer = post(
            given["endpoint"], body,
            {
                "Authorization": authorization(private_key(self.key), origin, self.contact),
                "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream", "TTL": str(TTL),
                "Topic": notice.key[:32], "Urgency": "normal",
            },
        )  # fmt: skip
        if answer.status in (404, 410):
            raise DeadAddress(f"HTTP {answer.status}")
        if answer.status >= 300:
            raise Rejected(f"HTTP {answer.status}")

    def check(self) -> str:
        """Only devices know their service: the key was read when the channel was made."""
        return ""
