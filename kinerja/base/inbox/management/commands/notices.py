"""The operator's look at the channels outside: which there are, whether they work, and one notice to try."""

import secrets
import uuid
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from kinerja.base.inbox import channels
from kinerja.base.inbox.channels import BadAddress, Notice, Trouble
from kinerja.base.inbox.models import Occasion


class Command(BaseCommand):
    help = "Memeriksa kanal pemberitahuan di luar, atau mencoba satu kiriman."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "act", choices=["check", "test"], help="check: bekerja atau tidak; test: kirim satu contoh."
        )
        parser.add_argument("--channel", default="mail", help="Nama kanal untuk test (bawaan: mail).")
        parser.add_argument("--to", default="", help="Alamat tujuan untuk test.")

    def handle(self, *args: Any, act: str, channel: str, to: str, **options: Any) -> None:
        if act == "check":
            self._check()
        elif act == "test":
            self._test(channel, to)
        elif act == "hook":
            self._hook(channel)
        else:
            self.stdout.write(secrets.token_urlsafe(32))

    def _hook(self, name: str) -> None:
        channel: Any = channels.get(name)
        if not hasattr(channel, "hook"):
            raise CommandError(
                "Hanya kanal telegram yang mendaftarkan kaitnya sendiri; sebutkan --channel telegram."
            )
        try:
            channel.hook(settings.PUBLIC_ADDRESS + reverse(name))
        except Trouble as trouble:
            raise CommandError(f"Kait tidak terdaftar: {trouble}") from None
        self.stdout.write("Kait terdaftar.")

    def _check(self) -> None:
        found = list(channels.configured())
        if not found:
            self.stdout.write("Belum ada kanal yang disiapkan (docs/how-to/set-up-notices.md).")
        wrong = {each.name: each.check() for each in found}
        for each in found:
            self.stdout.write(f"{each.name}: {wrong[each.name] or 'bekerja'}")
        if any(wrong.values()):
            raise CommandError("Ada kanal yang tidak bekerja.")

    def _test(self, name: str, to: str) -> None:
        channel = channels.get(name)
        if channel is None:
            raise CommandError(f"Kanal '{name}' belum disiapkan (docs/how-to/set-up-notices.md).")
        if not to:
            raise CommandError("Sebutkan tujuannya dengan --to.")
        link = settings.PUBLIC_ADDRESS + reverse(settings.NOTICE_PAGES["inbox"])
        try:
            with channel.session() as send:
                send(channel.clean(to), Notice(Occasion.NOW, 1, link, uuid.uuid4().hex))
        except BadAddress as refused:
            raise CommandError(refused.sentence) from None
        except Trouble as trouble:
            raise CommandError(f"Tidak terkirim: {type(trouble).__name__} {trouble}") from None
        self.stdout.write("Terkirim.")
