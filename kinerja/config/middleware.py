"""What every answer carries, and the moved clock of a demonstration."""

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from kinerja.base.tenancy.models import Installation
from kinerja.tools import clock
from kinerja.tools.offline.release import version

#: bytes that go in one packet anyway
ONE_PACKET = 1_400
Answer = Callable[[HttpRequest], HttpResponse]


class ResponseHeaders:
    """Pages of people are never kept by a proxy or a shared computer's cache."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Cache-Control", "no-store, private")
        response.setdefault("X-Kinerja-Version", version())  # a worker that is older steps back
        response.setdefault("Permissions-Policy", "camera=(self), geolocation=(), microphone=()")
        return response


class CompressedPages(GZipMiddleware):
    """Pages and JSON travel compressed, a fifth of their size; workbooks, pictures and what fits a packet are left.

    Django pads each by chance, so that lengths tell nothing about what is in a page; its CSRF tokens differ each time.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not isinstance(response, HttpResponse) or len(response.content) < ONE_PACKET:
            return response
        if not response.get("Content-Type", "").startswith(("text/html", "application/json")):
            return response
        return super().process_response(request, response)


class MovedClock:
    """Only in a demonstration: the clock stands where the demonstration put it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with clock.shifted(timedelta(seconds=Installation.shift_seconds())):
            return self.get_response(request)
