"""What the views share: an act as a form that keeps what was typed, the way back, a day of the address."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.service_quality.models import Service
from kinerja.base.access.doors import Request
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


@dataclass(frozen=True, slots=True)
class Act:
    """The words of an act's page; `service`: the one it is about, and where it leads back to."""

    title: str
    lead: str
    said: str
    service: Service | None = None


def act_page(request: Request, page: Act, form: BaseForm, acting: Callable[..., Any]) -> HttpResponse:
    """The form; sent and taken, the act is done by whom it was sent with what was typed, and we are back."""
    above = crumbs(page.service)
    done = act(request, form, lambda typed: acting(by=request.person, **typed), above[-1][1], page.said)
    return done or show(request, "form", form=form, crumbs=above, title=page.title, lead=page.lead)


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
