"""The board over units: a head sees the units below, the agency and the head of government those of the whole."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kinerja.areas.monitoring import queries
from kinerja.base.access import scopes
from kinerja.base.access.doors import Request, door
from kinerja.base.access.principal import subtree
from kinerja.base.ledger import topics
from kinerja.base.organization.models import Unit
from kinerja.tools import clock

#: units a page listens to; what happens further down it sees at its next look
HEARD = 60


@require_GET
@door("unit.watch")
def units(request: Request) -> HttpResponse:
    """The unit I head; of several, or of a government in parts, a list of them."""
    mine = list(Unit.objects.existing().filter(pk__in=request.principal.headed_unit_ids).order_by("name"))
    tops = mine or queries.top_units()
    if len(tops) == 1:
        return _show(request, tops[0])
    rows = queries.counted([unit.pk for unit in tops], clock.today())
    return _page(request, {"rows": rows, "title": _("Unit saya"), "crumbs": []}, tops)


@require_GET
@door("unit.watch", Unit)
def unit(request: Request, unit: Unit) -> HttpResponse:
    """One unit: its totals and the units right below."""
    return _show(request, unit)


def _show(request: Request, unit: Unit) -> HttpResponse:
    board = queries.unit_board(unit, clock.today())
    by_name = request.GET.get("urut") == "nama"
    context = {
        "unit": unit,
        "title": unit.name,
        "board": board,
        "rows": board.units if by_name else board.worst_first(),
        "crumbs": _above(request, unit),
        "tabs": [
            {"url": "?", "label": _("Terberat dahulu"), "current": not by_name},
            {"url": "?urut=nama", "label": _("Menurut nama"), "current": by_name},
        ],
    }
    return _page(request, context, [unit])


def _page(request: Request, context: dict[str, Any], tops: list[Unit]) -> HttpResponse:
    below = subtree([each.pk for each in tops])[:HEARD]
    context |= {"heard": [topics.unit(each) for each in below], "here": request.get_full_path()}
    return render(request, "monitoring/units.html", context)


def _above(request: Request, unit: Unit) -> list[tuple[str, str]]:
    """The way back up, as far as this person may look."""
    crumbs: list[tuple[str, str]] = []
    while unit.parent_id is not None:
        found = (
            scopes.restrict(Unit.objects.all(), request.principal, "unit.watch")
            .filter(pk=unit.parent_id)
            .first()
        )
        if found is None:
            break
        unit = found
        crumbs.insert(0, (unit.name, reverse("monitoring:unit", args=[unit.pk])))
    return crumbs
