"""`sweep_evidence`: remove files that no report names, of one instansi or of all."""

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandParser

from kinerja.areas.reporting.models import Evidence
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi
from kinerja.tools import clock
from kinerja.tools.evidence import store

#: a file is written before its row commits: younger files may still get theirs
SETTLED = 24 * 3600


def sweep(instansi_id: UUID) -> int:
    """Remove the files of an instansi older than a day that no kept evidence names. Returns how many."""
    before = clock.real_now().timestamp() - SETTLED
    with inside(instansi_id):
        named = set(Evidence.objects.there().values_list("sha256", flat=True))
    stray = [sha256 for sha256, moment in store.kept(instansi_id) if moment < before and sha256 not in named]
    for sha256 in stray:
        store.remove(instansi_id, sha256)
    return len(stray)


class Command(BaseCommand):
    help = "Menghapus berkas bukti yang tidak disebut laporan mana pun, misalnya karena penyimpanan terputus di tengah jalan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "instansi", nargs="?", help="Kode instansi, misalnya kota-jambi. Tanpa ini: semua instansi."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = Instansi.objects.all()
        if options["instansi"]:
            chosen = chosen.filter(code=options["instansi"])
        for each in chosen:
            self.stdout.write(f"{each.name}: {sweep(each.pk)} berkas dihapus.")
