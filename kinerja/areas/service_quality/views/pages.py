"""What the views share: an act as a form that keeps what was typed, the way back, a day of the address."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.service_quality.models import Service
from kinerja.tools.refusals import Refusal


def show(
    request: HttpRequest, template: str, *, form: BaseForm | None = None, **context: Any
) -> HttpResponse:
    """A page; with a form that was sent and not taken, its status says so."""
    status = getattr(form, "refused_with", 422) if form is not None and form.errors else 200
    return render(request, f"service_quality/{template}.html", {"form": form} | context, status=status)


def act(
    request: HttpRequest, form: BaseForm, acting: Callable[[dict[str, Any]], Any], back: str, said: str
) -> HttpResponse | None:
    """Do the act and go back; None while the form is not sent, or not taken: then it says why."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        acting(form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, f"{refusal.sentence} {refusal.helper}".strip())
        form.refused_with = refusal.status  # type: ignore[attr-defined]
        return None
    messages.success(request, said)
    return redirect(back)


def crumbs(service: Service | None = None) -> list[tuple[str, str]]:
    """The pages above: the catalogue, then the service."""
    found = [(_("Layanan"), reverse("service_quality:catalogue"))]
    return [*found, (service.name, address(service))] if service else found


def address(service: Service) -> str:
    return reverse("service_quality:service", args=[service.pk])


def day_or_404(text: str) -> date:
    """The day of an address, written 2026-03-05."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
