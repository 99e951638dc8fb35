"""Correct, withdraw, add evidence: what the owner may still do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinerja.areas.reporting import actions
from kinerja.areas.reporting.actions.checking import refuse_unless_changeable
from kinerja.areas.reporting.forms import CorrectionForm, EvidenceForm, ReasonForm
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.views.leading import next_of
from kinerja.base.access.doors import door


@door("report.correct", Report)
def correct(request: HttpRequest, report: Report) -> HttpResponse:
    """The report anew, with a reason; the old one stays in the history."""
    person = request.person  # type: ignore[attr-defined]
    form = CorrectionForm(request.POST or None, request.FILES or None, report=report)
    if request.method == "POST" and form.is_valid():
        entry = form.entry(report.indicator_id, form.cleaned_data["day"])
        new_id = actions.correct(report, entry, reason=form.cleaned_data["reason"], by=person)
        return redirect("reporting:detail", new_id)
    if request.method != "POST":
        refuse_unless_changeable(report, person.pk, "correct")
    status = 422 if form.is_bound else 200
    return render(request, "reporting/correct.html", {"report": report, "form": form}, status=status)


@door("report.correct", Report)
def withdraw(request: HttpRequest, report: Report) -> HttpResponse:
    """Take a report back, with a reason."""
    person = request.person  # type: ignore[attr-defined]
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw(report, reason=form.cleaned_data["reason"], by=person)
        return redirect(next_of(request, report))
    if request.method != "POST":
        refuse_unless_changeable(report, person.pk, "withdraw")
    status = 422 if form.is_bound else 200
    return render(request, "reporting/withdraw.html", {"report": report, "form": form}, status=status)


@door("report.correct", Report)
@require_POST
def add_evidence(request: HttpRequest, report: Report) -> HttpResponse:
    """One more photo or PDF."""
    form = EvidenceForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "reporting/add_evidence.html", {"report": report, "form": form}, status=422)
    actions.add_evidence(report, [form.cleaned_data["evidence"]], by=request.person)  # type: ignore[attr-defined]
    return redirect("reporting:detail", report.pk)
