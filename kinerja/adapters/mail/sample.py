"""The sample outbox of a demonstration: letters become files, nothing goes to the network."""

from dataclasses import dataclass
from pathlib import Path

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.filebased import EmailBackend

from kinerja.adapters.mail.channel import Mail


@dataclass(frozen=True)
class SampleMail(Mail):
    """As mail, into a folder."""

    folder: Path = Path("outbox")

    def backend(self) -> BaseEmailBackend:
        return EmailBackend(file_path=str(self.folder))

    def check(self) -> str:
        return ""
