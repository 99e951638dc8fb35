"""Perjanjian Kinerja and IKU: readable by every employee, written by those who manage the unit, signed by its head."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.areas.planning import actions
from kinerja.areas.planning.errors import PeriodNotOpen
from kinerja.areas.planning.forms import IkuForm, quality_of
from kinerja.areas.planning.models import Agreement, Iku
from kinerja.areas.planning.queries import agreements as tree
from kinerja.areas.planning.queries import open_period, period_on
from kinerja.areas.planning.queries.people import head_of, heads
from kinerja.areas.planning.views.pages import done, show, typed_in
from kinerja.base.access.doors import Request, door
from kinerja.base.access.scopes import restrict
from kinerja.base.organization.models import Unit


@require_safe
@door("iku.read")
def agreements(request: Request) -> HttpResponse:
    """The tree of units with their agreements for the period."""
    period = period_on(request.principal.day)
    search = request.GET.get("q", "").strip()
    lines = tree.unit_tree(period, _manageable(request), search) if period else []
    return show(
        request, "agreements", period=period, nodes=_nodes(lines, request.principal.unit_id), search=search
    )


def _nodes(lines: list[tree.UnitLine], own: UUID | None) -> list[dict[str, Any]]:
    """The lines, parents before children, as the design system draws a tree; open on the way to one's own unit."""
    above = {line.unit.pk: line.unit.parent_id for line in lines}
    way = set()
    while own in above:
        way.add(own)
        own = above[own]
    top: list[dict[str, Any]] = []
    open_above: list[tuple[int, list[dict[str, Any]]]] = [(-1, top)]
    for line in lines:
        while open_above[-1][0] >= line.depth:
            open_above.pop()
        node = _node(line) | {"open": line.depth == 0 or line.unit.pk in way}
        open_above[-1][1].append(node)
        open_above.append((line.depth, node["children"]))
    return top


def _node(line: tree.UnitLine) -> dict[str, Any]:
    node: dict[str, Any] = {
        "label": line.unit.name,
        "children": [],
        "url": "",
        "note": "",
    }
    if line.agreement is not None:
        url = reverse("planning:agreement", args=[line.agreement.pk])
        tone = "netral" if line.agreement.is_draft else "baik"
        counted = ngettext("%(n)d IKU", "%(n)d IKU", line.iku_count) % {"n": line.iku_count}
        return node | {
            "url": url,
            "status": line.agreement.get_state_display(),
            "tone": tone,
            "note": counted,
        }
    if line.may_manage:
        node["url"] = reverse("planning:agreement_new", args=[line.unit.pk])
        node["note"] = _("mulai Perjanjian Kinerja")
    return node | {"status": _("Belum ada"), "tone": "perhatian"}


def _manageable(request: Request) -> set[UUID]:
    return set(
        restrict(Unit.objects.existing(), request.principal, "iku.manage").values_list("pk", flat=True)
    )


@require_http_methods(["GET", "POST"])
@door("iku.manage", Unit)
def agreement_new(request: Request, unit: Unit) -> HttpResponse:
    """Start the agreement of a unit for the open period."""
    period = open_period(request.principal.day)
    if period is None:
        raise PeriodNotOpen(
            _("Belum ada periode yang dibuka. Pengelola kepegawaian membukanya lebih dahulu.")
        )
    if request.method == "GET":
        return show(request, "agreement_new", unit=unit, period=period)
    agreement = actions.start_agreement(period, unit, by=request.person)
    return redirect("planning:agreement", pk=agreement.pk)


@require_safe
@door("iku.read", Agreement)
def agreement(request: Request, agreement: Agreement) -> HttpResponse:
    """One Perjanjian Kinerja with its IKU."""
    today, unit_id = request.principal.day, agreement.unit_id
    can_write = agreement.is_draft and agreement.period.is_open
    mine = restrict(Agreement.objects.filter(pk=agreement.pk), request.principal, "iku.manage")
    return show(
        request,
        "agreement",
        agreement=agreement,
        ikus=tree.ikus_of(agreement, today),
        head=head_of(unit_id, today),
        may_manage=can_write and mine.exists(),
        may_sign=can_write and heads(unit_id, request.person.pk, today),
    )


@require_http_methods(["GET", "POST"])
@door("iku.manage", Agreement)
def iku_new(request: Request, agreement: Agreement) -> HttpResponse:
    """Add an IKU."""
    return _iku(request, agreement, None)


@require_http_methods(["GET", "POST"])
@door("iku.manage", Iku)
def iku_edit(request: Request, iku: Iku) -> HttpResponse:
    """Change an IKU."""
    return _iku(request, iku.agreement, iku)


def _iku(request: Request, agreement: Agreement, iku: Iku | None) -> HttpResponse:
    if request.method == "GET":
        actions.require_draft(agreement)
    form = IkuForm(
        request.POST or None, instance=iku, above=tree.ikus_above(agreement), unit_id=agreement.unit_id
    )
    saved = done(
        request, form, lambda typed: actions.save_iku(agreement, by=request.person, iku=iku, **typed)
    )
    if saved:
        return _to_agreement(request, agreement, _("IKU disimpan."))
    advice = quality_of(typed_in(form, iku), owner=agreement.unit.name, is_iku=True)
    return show(request, "iku_form", form=form, agreement=agreement, iku=iku, advice=advice)


@require_http_methods(["GET", "POST"])
@door("iku.manage", Iku)
def iku_removal(request: Request, iku: Iku) -> HttpResponse:
    """Remove an IKU."""
    if request.method == "POST":
        actions.remove_iku(iku, by=request.person)
        return _to_agreement(request, iku.agreement, _("IKU dihapus."))
    actions.require_draft(iku.agreement)
    return show(request, "confirm", what=iku.name, agreement=iku.agreement)


@require_POST
@door("iku.manage")
def iku_check(request: Request) -> HttpResponse:
    """Advice on what is being typed; nothing is kept."""
    advice = quality_of(request.POST, owner=request.principal.unit_name, is_iku=True)
    return show(request, "_quality", advice=advice)


@require_POST
@door("agreement.sign", Agreement)
def signature(request: Request, agreement: Agreement) -> HttpResponse:
    """The head of the unit signs."""
    actions.sign_agreement(agreement, by=request.person)
    return _to_agreement(request, agreement, _("Perjanjian Kinerja ditandatangani."))


def _to_agreement(request: Request, agreement: Agreement, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("planning:agreement", pk=agreement.pk)
