"""The rater's answer to one report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinerja.areas.reporting import actions
from kinerja.areas.reporting.actions.checking import wrong_state
from kinerja.areas.reporting.forms import CommentForm
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.views.leading import next_of
from kinerja.base.access.doors import door


@door("report.decide", Report)
@require_POST
def accept(request: HttpRequest, report: Report) -> HttpResponse:
    """Looked at, and in order."""
    actions.accept(report, by=request.person)  # type: ignore[attr-defined]
    return redirect(next_of(request, report))


@door("report.decide", Report)
def send_back(request: HttpRequest, report: Report) -> HttpResponse:
    """Back to its owner, with a comment on what to mend."""
    form = CommentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.send_back(report, comment=form.cleaned_data["comment"], by=request.person)  # type: ignore[attr-defined]
        return redirect(next_of(request, report))
    if request.method != "POST" and not report.can("send_back"):
        raise wrong_state(report.state, "send_back")
    context = {
        "report": report,
        "form": form,
        "next": request.POST.get("next") or request.GET.get("next", ""),
    }
    return render(request, "reporting/send_back.html", context, status=422 if form.is_bound else 200)
