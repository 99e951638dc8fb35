"""What every answer carries, and the moved clock of a demonstration."""

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpRequest, HttpResponse

from kinerja.base.tenancy.models import Installation
from kinerja.tools import clock
from kinerja.tools.offline.release import version

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


class MovedClock:
    """Only in a demonstration: the clock stands where the demonstration put it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with clock.shifted(timedelta(seconds=Installation.shift_seconds())):
            return self.get_response(request)
