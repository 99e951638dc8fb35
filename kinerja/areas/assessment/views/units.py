""" "Predikat unit": the units under me with their state, and one unit's page with both inputs."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kinerja.areas.assessment import actions, queries
from kinerja.areas.assessment.errors import ReasonMissing
from kinerja.areas.assessment.forms import UnitPredicateForm
from kinerja.areas.assessment.models import Review
from kinerja.base.access.doors import door
from kinerja.base.access.principal import Principal
from kinerja.base.access.roles import Role
from kinerja.base.organization.models import Unit


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _leads_all(who: Principal) -> bool:
    return Role.LEADERSHIP in who.roles


@require_GET
@door("unit_predicate.set")
def units(request: HttpRequest) -> HttpResponse:
    """The units whose predikat this leader sets, with suggestion and state."""
    who: Principal = request.principal  # type: ignore[attr-defined]
    reviews = queries.reviews()
    review = queries.review_to_show(reviews, request.GET.get("periode", ""))
    rows = (
        queries.units_of_setter(review, who.headed_unit_ids, who.headed_ids, _leads_all(who))
        if review
        else []
    )
    context = {
        "review": review,
        "reviews": reviews,
        "rows": sorted(rows, key=lambda row: row.current is not None),
        "set_count": sum(row.current is not None for row in rows),
    }
    return render(request, "assessment/units.html", context)


@require_http_methods(["GET", "POST"])
@door("unit_predicate.set", Unit)
def unit(request: HttpRequest, unit: Unit, review: str) -> HttpResponse:
    """One unit: achievement of its Perjanjian Kinerja and the leader's expectation, the choice, its history."""
    chosen = get_object_or_404(Review, pk=review)
    who: Principal = request.principal  # type: ignore[attr-defined]
    setter = queries.setter_of(unit)
    if unit.pk in who.headed_unit_ids and setter.person_id is not None:
        raise Http404
    history = queries.unit_history(chosen, unit)
    current = next((row for row in history if row.is_current), None)
    form = UnitPredicateForm(_sent(request), initial={"seen": current.pk if current else None})
    if form.is_valid():
        try:
            actions.set_unit_predicate(
                chosen, unit, by=who.person, leads_all=_leads_all(who), **form.chosen()
            )
            messages.success(request, _("Predikat %(unit)s tersimpan.") % {"unit": unit.name})
            return redirect("assessment:units")
        except ReasonMissing as refusal:
            form.add_error("reason", refusal.sentence)
    context = {
        "review": chosen,
        "unit": unit,
        "setter": setter,
        "may_set": setter.person_id == who.person.pk or _leads_all(who),
        "table": queries.unit_facts(chosen, unit),
        "history": history,
        "form": form,
    }
    return render(request, "assessment/unit.html", context, status=422 if form.errors else 200)
