"""Notices by SMTP."""

import smtplib
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kinerja.base.inbox.channels import BadAddress, DeadAddress, Notice, Rejected, Send, TryLater
from kinerja.base.inbox.outside import words

TIMEOUT = 20
_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
#: answers to RCPT that say nobody is there; another 5xx there is a policy, not the address
_NOBODY = {550, 551, 553, 556}


@dataclass(frozen=True)
class Mail:
    """`url`: smtp+starttls://user:password@host:port (or smtps://, or smtp:// without encryption)."""

    url: str
    sender: str

    name = "mail"
    label = lazy("Surel")
    proof = "code"
    repeats_join = True

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in _PORTS or not parts.hostname:
            raise ImproperlyConfigured(
                "KINERJA_SMTP_URL must look like smtp+starttls://user:password@host:587."
            )

    def clean(self, typed: str) -> str:
        text = typed.strip()
        try:
            validate_email(text)
        except ValidationError:
            raise BadAddress(_("Alamat surel ini tidak lengkap. Contoh: nama@instansi.go.id.")) from None
        return text

    def shown(self, address: str) -> str:
        local, _at, domain = address.rpartition("@")
        return f"{local[:1]}•••@{domain}"

    def start(self, token: str) -> str:
        return ""

    def backend(self) -> BaseEmailBackend:
        parts = urlsplit(self.url)
        return EmailBackend(
            host=parts.hostname, port=parts.port or _PORTS[parts.scheme], username=unquote(parts.username or ""),
            password=unquote(parts.password or ""), use_tls=parts.scheme == "smtp+starttls",
            use_ssl=parts.scheme == "smtps", timeout=TIMEOUT,
        )  # fmt: skip

    @contextmanager
    def session(self) -> Iterator[Send]:
        """One connection for several letters; a broken one is opened anew for the next."""
        backend = self.backend()

        def send(address: str, notice: Notice) -> None:
            try:
                with _as_trouble():
                    backend.open()
                    backend.send_messages([self.letter(address, notice, backend)])
            except (TryLater, Rejected):
                with suppress(Exception):
                    backend.close()
                raise

        try:
            yield send
        finally:
            with suppress(OSError, smtplib.SMTPException):
                backend.close()

    def letter(self, address: str, notice: Notice, backend: BaseEmailBackend | None = None) -> EmailMessage:
        """The whole of what goes out."""
        told = words(notice)
        domain = self.sender.rpartition("@")[2].rstrip(">")
        headers = {"Message-ID": f"<{notice.key}@{domain}>", "Auto-Submitted": "auto-generated"}
        if notice.stop:
            headers |= {
                "List-Unsubscribe": f"<{notice.stop}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }
        return EmailMessage(
            told.subject, told.text, self.sender, [address], headers=headers, connection=backend
        )

    def check(self) -> str:
        """Connect, encrypt, sign in; nothing is sent."""
        backend: Any = self.backend()
        try:
            with _as_trouble():
                backend.open()
        except (TryLater, Rejected, DeadAddress) as trouble:
            return str(trouble)
        backend.close()
        return ""


@contextmanager
def _as_trouble() -> Iterator[None]:
    """SMTP's answers as the port's. The text of an answer may name the address, so only its number is kept."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as refused:
        code = max(code for code, _text in refused.recipients.values())
        if code in _NOBODY:
            raise DeadAddress(f"SMTP {code}") from None
        raise (TryLater(f"SMTP {code}") if code < 500 else Rejected(f"SMTP {code}")) from None
    except smtplib.SMTPAuthenticationError as refused:  # nothing goes through until the operator mends it
        raise TryLater(f"SMTP {refused.smtp_code}: sign-in refused", whole=True) from None
    except smtplib.SMTPResponseException as answer:
        if answer.smtp_code >= 500:
            raise Rejected(f"SMTP {answer.smtp_code}") from None
        raise TryLater(f"SMTP {answer.smtp_code}", whole=True) from None
    except (smtplib.SMTPException, socket.gaierror, OSError) as broken:
        raise TryLater(type(broken).__name__, whole=True) from None
