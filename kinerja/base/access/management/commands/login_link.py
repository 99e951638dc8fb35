"""`kinerja login-link NIP`: a link that lets one person in, once, within ten minutes."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from kinerja.base.access.actions import sign_in_link
from kinerja.base.accounts.activation import LINK_MINUTES
from kinerja.base.accounts.models import User
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import inside
from kinerja.rules.identity import nip as numbers
from kinerja.tools.refusals import Refusal

ADDRESS = "http://127.0.0.1:8000"


class Command(BaseCommand):
    """Prints the link; the person is told in the inbox, and the ledger holds an entry."""

    help = (
        "Membuat tautan masuk sekali pakai untuk seorang pegawai. Tautan berlaku sepuluh menit, tercatat di buku besar, "
        "dan diberitahukan kepada pegawainya. Serahkan langsung kepada orangnya, jangan lewat grup percakapan."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("nip", metavar="NIP", help="NIP 18 angka; spasi dan tanda petik diabaikan.")
        parser.add_argument(
            "--alamat", default=ADDRESS, metavar="URL", help=f"Alamat Kinerja di peramban (bawaan {ADDRESS})."
        )
        parser.add_argument("--json", action="store_true", help="Cetak sebagai JSON untuk dibaca program.")

    def handle(self, *args: Any, **options: Any) -> None:
        number = numbers.clean(options["nip"])
        user = User.objects.filter(nip=number).first()
        if user is None:
            raise CommandError(
                f"Tidak ada akun dengan NIP {number}. Periksa angkanya, atau impor pegawainya lebih dahulu."
            )
        try:
            with inside(user.instansi_id):
                secret = sign_in_link(Person.objects.get(pk=user.pk), by=None)
        except Person.DoesNotExist as error:
            raise CommandError(
                f"Akun {number} tidak mempunyai data pegawai. Impor pegawainya lebih dahulu."
            ) from error
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        link = address(options["alamat"], secret)
        if options["json"]:
            self.stdout.write(json.dumps({"nip": number, "link": link, "minutes": LINK_MINUTES}))
        else:
            self.stdout.write(link)
            self.stderr.write(
                f"Berlaku {LINK_MINUTES} menit, sekali pakai. Pegawai yang bersangkutan sudah diberi tahu."
            )


def address(base: str, secret: str) -> str:
    """The link in full."""
    return base.rstrip("/") + reverse("accounts:link", args=[secret])
