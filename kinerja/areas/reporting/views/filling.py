"""Late and locked days: the agency's rule, and openings with their reason and end."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kinerja.areas.reporting import actions, queries
from kinerja.areas.reporting.forms import FillingRuleForm, OpeningForm
from kinerja.areas.reporting.models import Opening
from kinerja.base.access import scopes
from kinerja.base.access.doors import door
from kinerja.base.access.roles import Role
from kinerja.tools import clock

SHOWN = 50


@door("filling.manage")
def rule(request: HttpRequest) -> HttpResponse:
    """Decide from when a report is late and when a month is locked."""
    now = queries.filling_rule()
    form = FillingRuleForm(
        request.POST or None,
        initial={name: getattr(now, name) for name in ("late_after", "locks_on", "soft_days")},
    )
    if request.method == "POST" and form.is_valid():
        actions.set_filling_rule(**form.cleaned_data, by=request.person)  # type: ignore[attr-defined]
        return redirect("reporting:openings")
    return render(
        request, "reporting/filling_rule.html", {"form": form}, status=422 if form.is_bound else 200
    )


@door("filling.open")
def openings(request: HttpRequest) -> HttpResponse:
    """What is open again in one's reach; a form to open, a button to end."""
    who = request.principal  # type: ignore[attr-defined]
    mine = scopes.restrict(Opening.objects.newest_first(), who, "filling.open")
    if request.method == "POST" and "akhiri" in request.POST:
        actions.end_opening(_asked(mine, request.POST["akhiri"]), by=who.person)
        return redirect("reporting:openings")
    form = OpeningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.open_days(
            **form.cleaned_data, by=who.person, is_agency=Role.AGENCY in who.roles, headed=who.headed_ids
        )
        return redirect("reporting:openings")
    context = {
        "form": form,
        "openings": mine[:SHOWN],
        "rule": queries.filling_rule(),
        "today": clock.today(),
        "is_agency": Role.AGENCY in who.roles,
    }
    return render(request, "reporting/openings.html", context, status=422 if form.is_bound else 200)


def _asked(mine: Any, key: str) -> Opening:
    try:
        opening: Opening = mine.get(pk=UUID(key))
    except (ValueError, Opening.DoesNotExist) as error:
        raise Http404 from error
    return opening
