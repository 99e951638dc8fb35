""" "Penilaian saya" and the receipt."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kinerja.areas.assessment import actions, queries
from kinerja.areas.assessment.documents import show
from kinerja.areas.assessment.models import Assessment
from kinerja.base.access.doors import door


@require_GET
@door("assessment.read")
def mine(request: HttpRequest) -> HttpResponse:
    """Every predikat I was given; never a draft."""
    receipts = [(each, show.number_of(each)) for each in queries.receipts_of(request.person.pk)]  # type: ignore[attr-defined]
    return render(request, "assessment/mine.html", {"receipts": receipts})


@require_GET
@door("assessment.read", Assessment)
def receipt(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """The receipt. The employee's first look starts the days for an objection."""
    _decided(assessment)
    if assessment.person_id == request.person.pk:  # type: ignore[attr-defined]
        actions.receive(assessment, by=request.person)  # type: ignore[attr-defined]
    return render(
        request, "assessment/receipt.html", {"assessment": assessment, "page": show.read(assessment)}
    )


@require_GET
@door("assessment.read", Assessment)
def receipt_json(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Inputs, verdicts and signature as they were kept, to be computed again elsewhere."""
    _decided(assessment)
    response = JsonResponse(assessment.receipt, json_dumps_params={"indent": 1, "ensure_ascii": False})
    name = show.number_of(assessment).replace("/", "-")
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


def _decided(assessment: Assessment) -> None:
    """A draft is nobody's to read here, not even its rater's."""
    if assessment.signed_at is None:
        raise Http404
