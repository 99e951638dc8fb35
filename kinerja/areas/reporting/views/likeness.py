"""Evidence beside the earlier evidence it resembles, and what its owner says about it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from kinerja.areas.reporting import actions, queries
from kinerja.areas.reporting.forms import ExplanationForm
from kinerja.areas.reporting.models import Report
from kinerja.base.access.doors import Request, door


@require_GET
@door("report.read", Report)
def alike(request: Request, report: Report) -> HttpResponse:
    """Both sides beside each other. That somebody else opened it is on record: it is asked before a joint acceptance."""
    actions.look(report, by=request.person)
    return _page(request, report, ExplanationForm())


@require_POST
@door("report.correct", Report)
def explain(request: Request, report: Report) -> HttpResponse:
    """One sentence of the owner."""
    form = ExplanationForm(request.POST)
    if not form.is_valid():
        return _page(request, report, form, status=422)
    actions.explain(report, text=form.cleaned_data["text"], by=request.person)
    return redirect("reporting:alike", report.pk)


def _page(request: Request, report: Report, form: ExplanationForm, status: int = 200) -> HttpResponse:
    who = request.principal
    found = queries.resemblances([report.pk], who).get(report.pk, [])
    is_mine = report.person_id == who.person.pk
    context = {
        "report": report,
        "found": found,
        "explanation": next((each.likeness for each in found if each.likeness.explanation), None),
        "form": form if is_mine else None,
        "may_decide": not is_mine and report.is_submitted and report.person_id in who.subordinate_ids,
    }
    return render(request, "reporting/alike.html", context, status=status)
