"""The worker of the background jobs."""

import asyncio
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException

#: seconds that running jobs get to end when the worker is asked to stop
GRACE = 10


class Command(BaseCommand):
    """As the library's own `procrastinate worker`, whose greeting and failures are English."""

    help = "Menjalankan pekerja latar untuk semua antrean sampai dihentikan."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stderr.write("Pekerja latar melayani semua antrean.")
        assert isinstance(app.connector, DjangoConnector), "settings name Django's connection"
        with app.replace_connector(app.connector.get_worker_connector()):
            try:
                asyncio.run(_run())
            except ConnectorException as failed:
                raise CommandError(
                    f"Pekerja latar kehilangan basis data: {failed.__cause__ or failed}"
                ) from None


async def _run() -> None:
    async with app.open_async():
        await app.run_worker_async(delete_jobs="successful", shutdown_graceful_timeout=GRACE)
