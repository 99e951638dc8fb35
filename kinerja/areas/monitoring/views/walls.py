"""Screens on a wall: totals of a unit without names and ranking, by a session or by a link that can be taken back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kinerja.areas.monitoring import actions, queries
from kinerja.areas.monitoring.forms import DisplayForm
from kinerja.areas.monitoring.models import Display
from kinerja.areas.monitoring.views.units import HEARD
from kinerja.base.access.doors import Request, door
from kinerja.base.access.principal import subtree
from kinerja.base.ledger import topics
from kinerja.base.organization.models import Unit
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.exits import public
from kinerja.base.tenancy.models import Instansi
from kinerja.tools import clock
from kinerja.tools.ui import formats

#: units shown at a time: more would be too small to read from four metres
AT_A_TIME = 6
THEMES = {"terang": "light", "gelap": "dark"}


@require_GET
@door("unit.watch", Unit)
def wall(request: Request, unit: Unit) -> HttpResponse:
    """The wall of a unit for somebody who is signed in: what the screen will show."""
    return _show(request, unit, {"instansi_name": request.principal.instansi_name})


@require_GET
@public("a screen on a wall shows the totals of one unit by its link")
def display(request: HttpRequest, display: str) -> HttpResponse:
    """The wall by its link; what is no link, a wrong one, or one that was taken back is 404."""
    parts = queries.parts(display)
    if parts is None:
        raise Http404
    with inside(parts[0]):
        found = queries.display_of(parts[1], parts[2])
        if found is None:
            raise Http404
        request.listener = found.pk  # type: ignore[attr-defined]
        name = Instansi.objects.get(pk=parts[0]).name
        return _show(request, found.unit, {"instansi_name": name})


def _show(request: HttpRequest, unit: Unit, more: dict[str, Any]) -> HttpResponse:
    board = queries.unit_board(unit, clock.today())
    shown = board.for_passers_by()
    context = {
        "unit": unit,
        "total": board.total,
        "turns": [shown[start : start + AT_A_TIME] for start in range(0, len(shown), AT_A_TIME)],
        "heard": [topics.unit(each) for each in subtree([unit.pk])[:HEARD]],
        "here": request.get_full_path(),
        "now": clock.now(),
        "now_hour": formats.hour(clock.now()),
        "theme": THEMES.get(request.GET.get("tampilan", ""), request.COOKIES.get("theme", "")),
    }
    return render(request, "monitoring/wall.html", context | more)


@require_http_methods(["GET", "POST"])
@door("display.manage", Unit)
def displays(request: Request, unit: Unit) -> HttpResponse:
    """The screens of a unit; a new link is shown once."""
    form, link = DisplayForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        _made, token = actions.make_display(unit, by=request.person, name=form.cleaned_data["name"])
        link, form = request.build_absolute_uri(reverse("monitoring:display", args=[token])), DisplayForm()
    context = {
        "unit": unit,
        "form": form,
        "link": link,
        "displays": queries.displays_of(unit.pk),
        "crumbs": [(unit.name, reverse("monitoring:unit", args=[unit.pk]))],
    }
    return render(request, "monitoring/displays.html", context, status=422 if form.errors else 200)


@require_POST
@door("display.manage", Display)
def display_end(request: Request, display: Display) -> HttpResponse:
    """Take a link back."""
    actions.revoke_display(display, by=request.person)
    messages.success(request, _("Tautan dicabut; layarnya padam pada pembaruan berikutnya."))
    return redirect("monitoring:displays", pk=display.unit_id)
