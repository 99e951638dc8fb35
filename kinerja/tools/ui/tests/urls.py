"""The addresses of these tests: the style guide, and one page of each kind."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.urls import include, path

from kinerja.tools.ui import samples


def refused(request: HttpRequest) -> HttpResponse:
    """A refusal as the door sends it."""
    request.htmx = bool(request.headers.get("HX-Request"))  # type: ignore[attr-defined]
    return render(request, "ui/refusal.html", {"sentence": "Laporan sudah diterima."}, status=409)


def broken(request: HttpRequest) -> HttpResponse:
    """A server in trouble."""
    return HttpResponse(status=500)


def changed(request: HttpRequest) -> HttpResponse:
    """A row that has just changed."""
    return HttpResponse('<p class="just-changed" data-fresh>baru</p>')


def asking(request: HttpRequest) -> HttpResponse:
    """A page whose buttons ask by htmx."""
    source = """{% extends "ui/layout_app.html" %}{% load ui %}{% block content %}<h1>Bertanya</h1>
    <button type="button" hx-get="/ditolak/" hx-target="#sasaran">tolak</button>
    <button type="button" hx-get="/rusak/" hx-target="#sasaran">rusak</button>
    <button type="button" hx-get="/baru/" hx-target="#sasaran">baru</button>
    <div id="sasaran">lama</div>{% endblock %}"""
    return HttpResponse(engines["django"].from_string(source).render(samples.context(), request))


def page(request: HttpRequest, name: str) -> HttpResponse:
    """A template of this room as it is."""
    return render(request, f"{name}.html", {"sentence": "Laporan sudah diterima Sari pada 3 Maret 2026."})


urlpatterns = [
    path("", include("kinerja.tools.ui.urls")),
    path("ditolak/", refused),
    path("rusak/", broken),
    path("baru/", changed),
    path("bertanya/", asking),
    path("galat/<str:name>/", page),
]
