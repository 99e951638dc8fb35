"""Where an act leads."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from kinerja.areas.reporting.models import Report


def next_of(request: HttpRequest, report: Report) -> str:
    """The page a form names in `next`, when it is one of ours; else the report's own."""
    asked = request.POST.get("next", "")
    ours = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if ours else reverse("reporting:detail", args=[report.pk])
