"""`kinerja export receipts`: every receipt of a review as JSON lines, for `kinerja rule replay`."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from kinerja.areas.assessment.actions import hand_out_receipts
from kinerja.areas.assessment.models import Review
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi

USAGE = 2


class Command(BaseCommand):
    """One receipt a line on standard output; how many there were goes to standard error and into the ledger."""

    help = (
        "Mengekspor semua kwitansi satu periode penilaian sebagai JSON Lines, satu kwitansi satu baris, juga yang kemudian "
        "diganti. Ekspor tercatat di buku besar. Hitung ulang dengan 'kinerja rule replay BERKAS'."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["receipts"], metavar="APA", help="receipts: kwitansi predikat.")
        parser.add_argument(
            "--instansi", required=True, metavar="KODE", help="Kode instansi, misalnya kota-jambi."
        )
        parser.add_argument(
            "--period",
            required=True,
            metavar="NAMA",
            help="Nama periode penilaian, misalnya 'Triwulan I 2026'.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        instansi = Instansi.objects.filter(code=options["instansi"]).first()
        if instansi is None:
            codes = ", ".join(Instansi.objects.values_list("code", flat=True)) or "-"
            raise CommandError(
                f"Instansi '{options['instansi']}' tidak ada. Yang ada: {codes}.", returncode=USAGE
            )
        with inside(instansi.pk):
            review = Review.objects.filter(name=options["period"]).first()
            if review is None:
                names = ", ".join(Review.objects.values_list("name", flat=True)) or "-"
                raise CommandError(
                    f"Periode '{options['period']}' tidak ada. Yang ada: {names}.", returncode=USAGE
                )
            count = hand_out_receipts(review, into=self._write, by=None)
        self.stderr.write(f"{count} kwitansi {review.name} diekspor.")

    def _write(self, receipt: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(receipt, ensure_ascii=False))
