"""The page of one indicator: where it will end, the way there, what to do today."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kinerja.areas.monitoring import queries
from kinerja.areas.planning.models import Indicator
from kinerja.base.access.doors import Request, door
from kinerja.base.ledger import topics
from kinerja.tools import clock


@require_GET
@door("report.read", Indicator)
def indicator(request: Request, indicator: Indicator) -> HttpResponse:
    """The same facts for the employee, who sees them first, and for whoever may read his reports."""
    owner, today = indicator.rhk.skp.person, clock.today()
    is_mine = owner.pk == request.person.pk
    line = queries.measured_one(indicator.pk, today)
    crumbs = [(_("Hari ini"), reverse("home:today"))] if is_mine else []
    if owner.pk in request.principal.subordinate_ids:
        crumbs = [
            (_("Tim saya"), reverse("monitoring:team")),
            (owner.full_name, reverse("monitoring:member", args=[owner.pk])),
        ]
    context = {
        "indicator": indicator,
        "crumbs": crumbs,
        "is_mine": is_mine,
        "owner": owner,
        "path": queries.path_of(line, today) if line else None,
        "alert": queries.alert_on(indicator.lineage),
        "outlook": queries.outlook_of(indicator.lineage),
        "heard": topics.person(owner.pk),
    }
    return render(request, "monitoring/indicator.html", context)
