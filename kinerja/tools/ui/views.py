"""The style guide. It shows invented data only; config decides who sees it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kinerja.tools.ui import samples


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every piece in every state."""
    return render(request, "ui/styleguide.html", samples.context())
