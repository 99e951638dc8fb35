"""The agency's pages: send a file, see what it would change, import it, read the receipt."""

from typing import cast

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from kinerja.base.access.doors import door
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.tools.jobs.queue import later

from . import actions, jobs, storage, verbs
from .forms import UploadForm
from .models import ImportRun

#: larger files are looked at by a job, more rows are imported by one: a page answers within a few seconds
INLINE_BYTES, INLINE_ROWS = 1_500_000, 5_000
#: bytes of a usual row, to say roughly how far a job is
_ROW_BYTES = 250
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@door("import.run")
def imports(request: HttpRequest) -> HttpResponse:
    """Send a file; the imports so far."""
    page = Paginator(ImportRun.objects.newest_first(), 20).get_page(request.GET.get("page"))
    return render(request, "siasn/imports.html", {"form": UploadForm(), "page": page})


@require_POST
@door("import.run")
def upload(request: HttpRequest) -> HttpResponse:
    """Keep the file and look at it, at once when it is small."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        page = Paginator(ImportRun.objects.newest_first(), 20).get_page(1)
        return render(request, "siasn/imports.html", {"form": form, "page": page}, status=422)
    file = form.cleaned_data["file"]
    run = actions.receive(
        kind=form.cleaned_data["kind"], file_name=file.name or "", chunks=file.chunks(), by=_person(request)
    )
    if run.size <= INLINE_BYTES:
        actions.preview(run)
    else:
        later(jobs.preview, run.tenant, run_id=str(run.pk))
    return redirect("siasn:import", run.pk)


@require_safe
@door("import.run", ImportRun)
def run_page(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """What the file would change, or what it changed."""
    mine = run.uploaded_by_id == _person(request).pk
    return render(
        request, "siasn/import.html", {"run": run, "result": run.result, "mine": mine, **_progress(run)}
    )


@require_GET
@door("import.run", ImportRun)
def progress(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """How far the job is; the page is loaded anew when it has ended."""
    response = render(request, "siasn/_progress.html", {"run": run, **_progress(run)})
    if run.state not in ImportRun.UNDER_WAY:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@door("import.run", ImportRun)
def apply(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """Import, at once or by a job."""
    person, skip = _person(request), request.POST.get("skip_bad_rows") == "1"
    if run.result.get("rows", 0) <= INLINE_ROWS:
        actions.apply(run, by=person, skip_bad_rows=skip)
    else:
        actions.wait(run, skip_bad_rows=skip)
        later(jobs.apply, run.tenant, run_id=str(run.pk), by_id=str(person.pk))
    return redirect("siasn:import", run.pk)


@require_POST
@door("import.run", ImportRun)
def discard(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """Leave it; the file is deleted."""
    actions.discard(run, by=_person(request))
    return redirect("siasn:imports")


@require_GET
@door("import.run", ImportRun)
def problems(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """The workbook of problems, for whoever sent the file alone: it holds rows of personal data."""
    path = storage.problems_path(run.tenant, run.pk)
    if run.uploaded_by_id != _person(request).pk or not run.has_problems_file or not path.exists():
        raise Http404
    record(verbs.PROBLEMS_DOWNLOADED, run, by=_person(request), sha256=run.sha256)
    name = _("masalah-%(file)s.xlsx") % {"file": run.file_name.rsplit(".", 1)[0]}
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "Cache-Control": "no-store",
    }
    return HttpResponse(path.read_bytes(), content_type=XLSX, headers=headers)


def _person(request: HttpRequest) -> Person:
    """Who asks; the door put it there."""
    return cast(Person, request.person)  # type: ignore[attr-defined]


def _progress(run: ImportRun) -> dict[str, int]:
    read = storage.told_progress(storage.progress_path(run.tenant, run.pk))
    return {"read": read, "about": max(run.size // _ROW_BYTES, read + read // 20, 1)}
