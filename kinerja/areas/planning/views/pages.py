"""What the views share: the request behind a door, a form that keeps what was typed, the way back."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Skp
from kinerja.tools.refusals import Refusal


def done(request: HttpRequest, form: BaseForm, act: Callable[[dict[str, Any]], Any]) -> Any:
    """What the act gave for a form that was sent and is valid; None otherwise.

    A refusal becomes the form's own mistake, so that nothing typed is lost.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return act(form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, f"{refusal.sentence} {refusal.helper}".strip())
        form.refused_with = refusal.status  # type: ignore[attr-defined]
        return None


def show(
    request: HttpRequest, template: str, *, form: BaseForm | None = None, **context: Any
) -> HttpResponse:
    """A page; with a form that was sent and not taken, its status says so."""
    status = getattr(form, "refused_with", 422) if form is not None and form.errors else 200
    whole = {"form": form, "crumbs": _way_back(request, template, context)} | context
    return render(request, f"planning/{template}.html", whole, status=status)


def _way_back(request: HttpRequest, template: str, context: dict[str, Any]) -> list[tuple[str, str]]:
    """The pages above this one: Daftar SKP or SKP Bawahan, then the SKP; or the tree of agreements."""
    skp, agreement = context.get("skp"), context.get("agreement")
    if agreement is not None or template == "agreement_new":
        found = [(_("Perjanjian Kinerja dan IKU"), reverse("planning:agreements"))]
        inner = None if template == "agreement" or agreement is None else agreement
        return [*found, (inner.unit.name, reverse("planning:agreement", args=[inner.pk]))] if inner else found
    if skp is None:
        return [(_("Daftar SKP"), reverse("planning:mine"))] if template == "start" else []
    is_mine = skp.person_id == request.person.pk  # type: ignore[attr-defined]
    above = (_("Daftar SKP"), "planning:mine") if is_mine else (_("SKP Bawahan"), "planning:team")
    found = [(above[0], reverse(above[1]))]
    return found if template == "skp" else [*found, (skp.period.name, reverse("planning:skp", args=[skp.pk]))]


def to_skp(request: HttpRequest, skp: Skp, said: str = "", anchor: str = "") -> HttpResponse:
    """Back to the SKP, with a word about what was done."""
    if said:
        messages.success(request, said)
    response = redirect("planning:skp", pk=skp.pk)
    if anchor:
        response["Location"] += f"#{anchor}"
    return response


def to_mine(request: HttpRequest, said: str) -> HttpResponse:
    """Back to Daftar SKP."""
    messages.success(request, said)
    return redirect("planning:mine")


def typed_in(form: BaseForm, thing: Any) -> dict[str, str]:
    """What stands in the form now, as text: what was sent, else what the saved thing holds."""
    if form.is_bound:
        return {name: str(form.data.get(name, "")) for name in form.fields}
    return {name: _as_typed(form[name].value()) for name in form.fields} if thing is not None else {}


def _as_typed(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    return "" if value is None else str(value)
