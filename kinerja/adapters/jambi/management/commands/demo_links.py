"""Print how to come in: a single-use link for each of the cast. Only in a demonstration."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from kinerja.adapters.jambi.files import CAST, unit_id
from kinerja.adapters.jambi.governments import BY_CODE
from kinerja.base.accounts.activation import issue_link
from kinerja.base.accounts.models import User
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Installation, Instansi

WHO = {
    "Budi Santoso": "perawat, melapor dan membaca kwitansinya",
    "Sari Wulandari": "kepala puskesmas, atasan Budi",
    "Hasan Basri": "kepala dinas kesehatan",
    "Ratna Dewanti": "pengelola kepegawaian Kota Jambi",
    "Joko Purnomo": "inspektorat",
    "Dewi Lestari": "pengelola kepegawaian Muaro Jambi",
}


class Command(BaseCommand):
    help = "Mencetak tautan masuk sekali pakai para tokoh peragaan. Hanya pada pemasangan yang dibuat 'kinerja demo'."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--base", required=True, metavar="URL", help="Alamat Kinerja, misalnya http://127.0.0.1:8000"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO or not Installation.objects.filter(is_demo=True).exists():
            raise CommandError(
                "Tautan tokoh hanya dicetak pada peragaan. Untuk orang sungguhan: kinerja login-link NIP."
            )
        base = options["base"].rstrip("/")
        for (code, office, _post), (name, *_rest) in CAST.items():
            with inside(Instansi.objects.get(code=code).pk):
                unit = unit_id(BY_CODE[code], office)
                person = Person.objects.filter(name__iexact=name, assignments__unit__siasn_id=unit).first()
            if person is not None:
                secret = issue_link(User.objects.get(pk=person.pk))
                self.stdout.write(f"{name:15} {WHO[name]}\n  {base}{reverse('accounts:link', args=[secret])}")
