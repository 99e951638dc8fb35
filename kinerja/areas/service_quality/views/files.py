"""Files of volumes: send one, see what it would change, mend it, import it; what systems sent stands in the same list."""

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.areas.service_quality import actions
from kinerja.areas.service_quality.forms import ApplyForm, UploadForm
from kinerja.areas.service_quality.intake import KIND
from kinerja.areas.service_quality.models import Delivery, Service
from kinerja.areas.service_quality.queries.catalogue import fillable
from kinerja.areas.service_quality.views.pages import act, crumbs, show
from kinerja.base.access.doors import Request, door
from kinerja.base.access.scopes import restrict
from kinerja.tools.refusals import Refusal
from kinerja.tools.tables import problems_xlsx
from kinerja.tools.tables.problem import Problem
from kinerja.tools.ui import formats

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
@door("volume.import")
def deliveries(request: Request) -> HttpResponse:
    """Send a file; the files and sendings so far."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = actions.look_at(
                file.read(), file_name=file.name or "", services=_mine(request), by=request.person
            )
            return redirect("service_quality:delivery", made.pk)
        except Refusal as refusal:
            form.add_error("file", refusal.sentence)
    rows = restrict(Delivery.objects.newest_first(), request.principal, "delivery.read")
    page = Paginator(rows, 20).get_page(request.GET.get("page"))
    return show(request, "deliveries", form=form, page=page, crumbs=crumbs())


@require_safe
@door("delivery.read", Delivery)
def delivery(request: Request, delivery: Delivery) -> HttpResponse:
    """What the file would change, or what it changed."""
    return _page(request, delivery, ApplyForm(delivery=delivery))


@require_POST
@door("delivery.apply", Delivery)
def applying(request: Request, delivery: Delivery) -> HttpResponse:
    """Import it, all rows or without the faulty ones."""
    form = ApplyForm(request.POST, delivery=delivery)
    done = act(
        request,
        form,
        lambda typed: actions.apply(
            delivery,
            services=_mine(request),
            by=request.person,
            reason=typed.get("reason", ""),
            skip_bad_rows="skip" in request.POST,
        ),
        reverse("service_quality:delivery", args=[delivery.pk]),
        _("Volume diimpor."),
    )
    return done or _page(request, delivery, form)


@require_POST
@door("delivery.apply", Delivery)
def discarding(request: Request, delivery: Delivery) -> HttpResponse:
    """Leave it; its rows are forgotten."""
    actions.discard(delivery, by=request.person)
    return redirect("service_quality:deliveries")


@require_safe
@door("delivery.apply", Delivery)
def problems(request: Request, delivery: Delivery) -> HttpResponse:
    """The workbook to mend: each faulty row as it was, with the reasons beside it."""
    if not delivery.faulty:
        raise Http404
    rows = [
        _Mending(number, cells, [Problem(**said) for said in found])
        for number, cells, found in delivery.faulty["rows"]
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "masalah.xlsx"
        problems_xlsx.write(path, delivery.faulty["header"], rows)
        name = _("masalah-%(file)s.xlsx") % {"file": delivery.file_name.rsplit(".", 1)[0]}
        return _workbook(path.read_bytes(), name)


@require_safe
@door("volume.import")
def sample(request: Request) -> HttpResponse:
    """A workbook with the right columns and one row of each service that may be filled."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet, text = book.add_worksheet(_("Volume")), book.add_format({"num_format": "@"})
        sheet.write_row(0, 0, [column.name for column in KIND.columns], book.add_format({"bold": True}))
        day = request.principal.day.strftime("%d-%m-%Y")
        for at, service in enumerate(_mine(request)[:200], start=1):
            sheet.write_row(at, 0, [day, service.code], text)
            sheet.write_row(at, 2, [0, 0 if service.has_standard else ""])
        sheet.set_column(0, len(KIND.columns), 20)
    return _workbook(made.getvalue(), _("contoh-volume-layanan.xlsx"))


@dataclass
class _Mending:
    """A faulty row as the workbook wants it."""

    number: int
    cells: list[Any]
    problems: list[Problem]


def _mine(request: Request) -> list[Service]:
    return fillable(restrict(Service.objects.all(), request.principal, "volume.import"))


def _page(request: Request, delivery: Delivery, form: ApplyForm) -> HttpResponse:
    mine = delivery.by_id == request.person.pk
    way = [*crumbs(), (_("Impor volume"), reverse("service_quality:deliveries"))]
    changes = [_words(each) for each in delivery.result.get("changes", [])]
    return show(
        request, "delivery", form=form, delivery=delivery, result=delivery.result, mine=mine, crumbs=way,
        changes=changes,
    )  # fmt: skip


def _words(change: dict[str, Any]) -> dict[str, Any]:
    """One change of a figure, for the page: row, day, from and to."""
    before, after = (
        "/".join(formats.number(n) for n in change[name] if n is not None) for name in ("before", "after")
    )
    return {"row": change["row"], "day": change["day"], "before": before, "after": after}


def _workbook(content: bytes, name: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": disposition})
