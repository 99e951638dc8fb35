"""The product answering a browser out of the test's own transaction: one connection, one request at a time, one day."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections
from django.test import override_settings
from django.test.testcases import LiveServerThread

from kinerja.tools import clock
from tests.journeys.visiting import Kept

Start = Callable[..., Any]


class _Server(ThreadedWSGIServer):
    def _close_connections(self) -> None:
        """The connection is the test's; what it holds is not committed."""


class _Thread(LiveServerThread):
    """Only the threads of requests get the test's connection: this one closes its own at the end."""

    server_class = _Server
    shared: dict[str, Any]

    def _create_server(self, connections_override: Any = None) -> Any:
        return super()._create_server(connections_override=self.shared)  # type: ignore[misc]


class _OneAtATime(Kept):
    """Pages in a row, since they share a connection. The stream is another process and does not run here."""

    day: date
    turn = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Any:
        if environ["PATH_INFO"].startswith("/stream/"):
            start_response("204 No Content", [])
            return []
        return super().__call__(environ, start_response)

    def page(self, environ: dict[str, Any], start_response: Start) -> Any:
        with self.turn, clock.at(self.day):
            return super().page(environ, start_response)


@contextmanager
def open_house(day: date) -> Iterator[str]:
    """The address under which every page can be asked as of `day`."""
    handler = type("Handler", (_OneAtATime,), {"day": day})
    connection = connections["default"]
    connection.inc_thread_sharing()
    thread = _Thread("127.0.0.1", handler)
    thread.shared, thread.daemon = {"default": connection}, True
    # Django closes a connection whose transaction is open between two requests; here that is the point of it
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    with override_settings(ALLOWED_HOSTS=["*"]):
        thread.start()
        thread.is_ready.wait()
        try:
            if thread.error:
                raise thread.error
            yield f"http://127.0.0.1:{thread.port}"
        finally:
            thread.terminate()
            connection.dec_thread_sharing()
            request_started.connect(close_old_connections)
            request_finished.connect(close_old_connections)
