import signal
from collections.abc import Sequence
from threading import Event
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils.module_loading import import_string

from kinerja.tools.live.dispatcher import Dispatcher, Wake
from kinerja.tools.live.topics import key_from


class Command(BaseCommand):
    """Runs one dispatcher in the foreground; a second one on the same database waits for the first to end."""

    help = (
        "Menjalankan penyalur: meneruskan perubahan ke layar yang terbuka dan membangunkan pekerjaan latar."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        subscriptions = import_string(settings.LIVE_SUBSCRIPTIONS)()
        inner = import_string(settings.LIVE_WAKE)

        def wake(calls: Sequence[Wake]) -> None:
            try:
                inner(calls)
            except Exception:
                connection.close()  # after a restart of the server it is dead: the next try gets a new one
                raise

        Dispatcher(key_from(settings.SECRET_KEY), settings.DATABASE_DISPATCH_URL, subscriptions, wake).run(
            stop
        )
