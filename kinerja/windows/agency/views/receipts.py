"""Receipts as a file for `kinerja rule replay`: how many and how large is said before, the ledger knows who took it."""

from collections.abc import Iterator
from typing import cast

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.areas.assessment import actions, queries
from kinerja.areas.assessment.models import Assessment, Review
from kinerja.base.access.doors import Request, door
from kinerja.base.access.principal import subtree
from kinerja.base.access.scopes import restrict
from kinerja.base.organization.models import Unit
from kinerja.base.tenancy.context import current_id
from kinerja.windows.agency.forms.structure import ReceiptsForm
from kinerja.windows.agency.views.pages import show

EXPORT = "receipts.export"
TAB = "agency:receipts"


@require_safe
@door(EXPORT)
def receipts(request: Request) -> HttpResponse:
    """Every period of assessment with the number of its receipts."""
    counts = queries.counts_of_receipts(restrict(Assessment.objects.all(), request.principal, EXPORT))
    rows = [(review, counts.get(review.pk, 0)) for review in queries.reviews()]
    return show(request, "receipts", TAB, rows=rows)


@require_http_methods(["GET", "HEAD", "POST"])
@door(EXPORT, Review)
def receipts_of(request: Request, review: Review) -> HttpResponse:
    """Choose a unit, read how much it is, take it away."""
    is_taken = request.method == "POST"
    form = ReceiptsForm(request.POST if is_taken else request.GET or {"unit": ""})
    parcel = None
    if form.is_valid():
        unit: Unit | None = form.cleaned_data["unit"]
        rows = queries.receipts_in(
            restrict(Assessment.objects.all(), request.principal, EXPORT),
            review,
            subtree([unit.pk]) if unit else None,
        )
        if is_taken:
            parcel = actions.release_receipts(rows, review, unit=unit, by=request.person)
            lines = queries.receipt_lines(rows, current_id())
            return cast(HttpResponse, _file(lines, parcel, f"{_('kwitansi')}-{slugify(review.name)}"))
        parcel = queries.weighed(rows)
    return show(
        request,
        "receipts_of",
        TAB,
        form=form,
        review=review,
        parcel=parcel,
        status=422 if form.errors else 200,
    )


def _file(lines: Iterator[bytes], parcel: queries.Parcel, name: str) -> StreamingHttpResponse:
    """With its length, so that the browser shows how far it is, and knows when something is missing."""
    response = StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    response["Content-Length"] = str(parcel.size)
    response["Content-Disposition"] = f'attachment; filename="{name}.jsonl"'
    return response
