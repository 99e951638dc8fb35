"""One view that writes one row, and one that reads one."""

from django.contrib.auth.decorators import login_required
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path


def _write(value: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_row (value) VALUES (%s)", [value])


def bare(request: HttpRequest) -> HttpResponse:
    _write("1")
    return HttpResponseRedirect("/done/")


@login_required
def signed_in(request: HttpRequest) -> HttpResponse:
    _write(request.POST["value"])
    return HttpResponseRedirect("/done/")


@login_required
def read(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM bench_row ORDER BY id DESC LIMIT 1")
        return HttpResponse(str(cursor.fetchone()))


urlpatterns = [path("bare/", bare), path("signed-in/", signed_in), path("read/", read)]
