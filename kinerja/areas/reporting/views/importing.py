"""Import of one's own reports: a workbook to begin with, what a file would add, what has to be mended."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kinerja.areas.planning.queries import indicators_of
from kinerja.areas.reporting import actions
from kinerja.areas.reporting.documents.workbooks import report_workbook
from kinerja.areas.reporting.forms import ImportForm
from kinerja.areas.reporting.models import ReportImport
from kinerja.base.access.doors import door
from kinerja.base.calendar.days import free_days
from kinerja.rules.working_days import is_working_day
from kinerja.tools import clock
from kinerja.tools.tables import problems_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: faults the page shows; the workbook holds all
SHOWN = 100


@door("report.submit")
def imports(request: HttpRequest) -> HttpResponse:
    """Send a file; the imports so far."""
    form = ImportForm(request.POST or None, request.FILES or None)
    person = request.person  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        run = actions.receive_file(file.name or "", file.chunks(), by=person)
        return redirect("reporting:import", run.pk)
    context = {"form": form, "runs": ReportImport.objects.of(person.pk)[:10]}
    return render(request, "reporting/imports.html", context, status=422 if form.is_bound else 200)


@door("report.submit", ReportImport)
def run_page(request: HttpRequest, run: ReportImport) -> HttpResponse:
    """What the file would add, or what has to be mended; sent, it is imported."""
    if request.method == "POST":
        reason = request.POST.get("late_reason", "")
        number = actions.apply_import(run, by=request.person, late_reason=reason)  # type: ignore[attr-defined]
        sentence = ngettext("%(n)d laporan diimpor.", "%(n)d laporan diimpor.", number)
        messages.success(request, sentence % {"n": number})
        return redirect("reporting:import", run.pk)
    context = {"run": run, "faults": run.faults[:SHOWN], "all": len(run.faults)}
    return render(request, "reporting/import.html", context)


@require_safe
@door("report.submit", ReportImport)
def to_mend(request: HttpRequest, run: ReportImport) -> HttpResponse:
    """The whole file again with the reasons beside its faulty rows: mended in place, the same workbook can be sent."""
    if not run.faults:
        raise Http404
    with TemporaryDirectory() as folder:
        path = Path(folder) / "masalah.xlsx"
        problems_xlsx.write(path, run.header, actions.rows_to_mend(run))
        content = path.read_bytes()
    return _workbook(content, _("masalah-%(file)s.xlsx") % {"file": run.file_name.rsplit(".", 1)[0]})


@require_safe
@door("report.submit")
def workbook(request: HttpRequest) -> HttpResponse:
    """The workbook to begin with: one's indicators, and this month's working days up to today."""
    today = clock.today()
    indicators = indicators_of(request.person.pk, today)  # type: ignore[attr-defined]
    if not indicators:
        raise Http404
    return _workbook(
        report_workbook(indicators, _days(today)), _("laporan-%(month)s.xlsx") % {"month": f"{today:%Y-%m}"}
    )


def _days(today: date) -> list[date]:
    first = today.replace(day=1)
    free = free_days(first, today)
    days = [first + timedelta(days=n) for n in range(today.day)]
    return [day for day in days if is_working_day(day, free)]


def _workbook(content: bytes, name: str) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "Cache-Control": "no-store",
    }
    return HttpResponse(content, content_type=XLSX, headers=headers)
