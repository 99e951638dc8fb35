"""`kinerja operator`: the first person of a fresh installation, who then brings in everybody else."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import ProgrammingError

from kinerja.base.access.actions import make_operator
from kinerja.base.access.management.commands.login_link import ADDRESS, address
from kinerja.base.accounts.activation import LINK_MINUTES
from kinerja.base.tenancy.models import Instansi
from kinerja.tools.refusals import Refusal


class Command(BaseCommand):
    """Makes the operator and prints a single-use link to choose a password. There is no default password."""

    help = (
        "Membuat operator pertama pada pemasangan baru: instansi bila belum ada, orangnya dengan peran operator dan "
        "pengelola kepegawaian, dan tautan sekali pakai untuk memilih kata sandi sendiri. Ditolak bila sudah ada operator, "
        "kecuali dengan --tambah."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--nip", required=True, help="NIP operator, 18 angka.")
        parser.add_argument("--nama", required=True, help="Nama operator tanpa gelar.")
        parser.add_argument(
            "--instansi", required=True, metavar="KODE", help="Kode instansi, misalnya kota-jambi."
        )
        parser.add_argument(
            "--nama-instansi", default="", help="Nama instansi; wajib bila instansinya belum ada."
        )
        parser.add_argument(
            "--jenis", default="", type=str.upper, choices=["", *Instansi.Kind.values], metavar="JENIS",
            help="Jenis instansi: PROVINSI, KABUPATEN atau KOTA; wajib bila instansinya belum ada.",
        )  # fmt: skip
        parser.add_argument(
            "--tambah", action="store_true", help="Buat seorang operator lagi walau sudah ada."
        )
        parser.add_argument(
            "--alamat", default=ADDRESS, metavar="URL", help=f"Alamat Kinerja di peramban (bawaan {ADDRESS})."
        )
        parser.add_argument("--json", action="store_true", help="Cetak sebagai JSON untuk dibaca program.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            made = make_operator(
                nip=options["nip"], name=options["nama"], instansi=options["instansi"],
                instansi_name=options["nama_instansi"], kind=options["jenis"], another=options["tambah"],
            )  # fmt: skip
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        except ProgrammingError as error:
            raise CommandError(
                "Tabel basis data belum dibuat. Jalankan 'kinerja migrate' lebih dahulu."
            ) from error
        link = address(options["alamat"], made.secret)
        if options["json"]:
            fields = {
                "nip": made.person.nip,
                "instansi": made.instansi.code,
                "link": link,
                "minutes": LINK_MINUTES,
            }
            self.stdout.write(json.dumps(fields))
            return
        self.stdout.write(link)
        self.stderr.write(
            f"{made.person.full_name} menjadi operator {made.instansi.name}. Buka tautan di atas dalam {LINK_MINUTES} menit "
            "untuk memilih kata sandi; sesudah itu buat tautan baru dengan 'kinerja login-link NIP'."
        )
