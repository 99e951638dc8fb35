"""`check_tallies`: count every line's reports anew and compare with what the database kept; `--mend` writes what is true."""

from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from kinerja.base.tenancy.context import current_id, inside
from kinerja.base.tenancy.models import Instansi

_WRONG = """
WITH lines AS (
  SELECT lineage FROM planning_indicator WHERE instansi_id = %(instansi)s
   UNION SELECT lineage FROM reporting_tally WHERE instansi_id = %(instansi)s
), counted AS (
  SELECT * FROM reporting_counted(%(instansi)s, ARRAY(SELECT lineage FROM lines))
), kept AS (
  SELECT * FROM reporting_tally WHERE instansi_id = %(instansi)s
)
SELECT lineage FROM (SELECT * FROM counted WHERE reports > 0 EXCEPT SELECT * FROM kept) AS missing
 UNION
SELECT lineage FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted) AS wrong
 ORDER BY lineage
"""


def wrong_tallies() -> list[UUID]:
    """The lines of this instansi whose tally is not what their reports add up to. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_WRONG, {"instansi": current_id()})
        return [row[0] for row in cursor.fetchall()]


def mend(lineages: list[UUID]) -> None:
    """Count these lines anew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reporting_recount(%s::uuid[])", [lineages])


class Command(BaseCommand):
    help = "Menghitung ulang jumlah laporan tiap indikator dan membandingkannya dengan catatan basis data."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "instansi", nargs="?", help="Kode instansi, misalnya kota-jambi. Tanpa ini: semua instansi."
        )
        parser.add_argument("--mend", action="store_true", help="Perbaiki yang berbeda.")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = Instansi.objects.all()
        if options["instansi"]:
            chosen = chosen.filter(code=options["instansi"])
            if not chosen:
                raise CommandError(f"Instansi '{options['instansi']}' tidak ada. Periksa kodenya.")
        wrong = 0
        for each in chosen:
            with inside(each.pk):
                found = wrong_tallies()
                if found and options["mend"]:
                    mend(found)
            wrong += len(found)
            self.stdout.write(f"{each.name}: {f'{len(found)} baris berbeda' if found else 'cocok'}.")
        if wrong and not options["mend"]:
            raise CommandError(
                f"{wrong} baris berbeda dari laporannya. Jalankan lagi dengan --mend untuk menghitungnya ulang."
            )
