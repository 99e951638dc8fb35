"""Note for every instansi that the system was away: deadlines that fell into it move by themselves."""

from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kinerja.base.calendar.actions import log_downtime
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi


class Command(BaseCommand):
    help = "Catat bahwa sistem tidak dapat dibuka dari satu saat sampai saat lain (detik sejak 1970)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("begins", type=float)
        parser.add_argument("ends", type=float)

    def handle(self, *_: Any, begins: float, ends: float, **__: Any) -> None:
        for instansi_id in Instansi.objects.values_list("pk", flat=True):
            with inside(instansi_id):
                log_downtime(
                    begins=datetime.fromtimestamp(begins, UTC), ends=datetime.fromtimestamp(ends, UTC)
                )
