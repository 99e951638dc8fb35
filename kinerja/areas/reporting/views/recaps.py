"""The week with its days, and recaps of a week or a month to take along."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.areas.reporting.documents.written import written
from kinerja.areas.reporting.queries.recap import Recap, recap_of
from kinerja.areas.reporting.views.reading import YEARS, day_or_404, mark_of, tabs_of
from kinerja.base.access.doors import door
from kinerja.base.calendar.days import free_days
from kinerja.tools import clock, documents
from kinerja.tools.ui import formats

WEEK = timedelta(days=6)
#: who writes it, by dotted name: the process that first writes one loads its library (python-docx alone takes 17 MB)
FORMATS = {
    "pdf": ("kinerja.areas.reporting.documents.as_pdf.write", "application/pdf"),
    "docx": (
        "kinerja.areas.reporting.documents.as_docx.write",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": (
        "kinerja.areas.reporting.documents.as_xlsx.write",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}


@door("report.submit")
def week(request: HttpRequest, year: int = 0, week: int = 0) -> HttpResponse:
    """A week, Monday to Sunday: each day's mark and reports, what they add up to, and the recap to take along."""
    today = clock.today()
    first = _monday(year, week) if year else today - timedelta(days=today.weekday())
    recap = recap_of(request.person, first, first + WEEK)  # type: ignore[attr-defined]
    free = free_days(first, first + WEEK)
    by_day: dict[date, list[Any]] = {}
    for report in recap.reports:
        by_day.setdefault(report.day, []).append(report)
    days = [first + timedelta(days=n) for n in range(7)]
    context = {
        "tabs": tabs_of(first, "week"),
        "label": f"{formats.day(first, short=True)} – {formats.day(first + WEEK, short=True)}",
        "days": [
            {
                "day": day,
                "reports": by_day.get(day, []),
                "mark": mark_of(day, by_day.get(day, []), free, today),
            }
            for day in days
        ],
        "sums": recap.sums,
        "previous": _address(first - timedelta(days=7)),
        "next": _address(first + timedelta(days=7)),
        "recaps": [
            (name.upper(), reverse("reporting:week_recap", args=[*first.isocalendar()[:2], name]))
            for name in FORMATS
        ],
        "today": today,
    }
    return render(request, "reporting/week.html", context)


@require_safe
@door("report.submit")
def week_recap(request: HttpRequest, year: int, week: int, format: str) -> HttpResponse:
    """The recap of a week as a file."""
    first = _monday(year, week)
    return _file(request, recap_of(request.person, first, first + WEEK), format)  # type: ignore[attr-defined]


@require_safe
@door("report.submit")
def month_recap(request: HttpRequest, year: int, month: int, format: str) -> HttpResponse:
    """The recap of a month as a file."""
    first = day_or_404(year, month)
    last = first.replace(day=monthrange(year, month)[1])
    return _file(request, recap_of(request.person, first, last), format)  # type: ignore[attr-defined]


def _file(request: HttpRequest, recap: Recap, kind: str) -> HttpResponse:
    if kind not in FORMATS:
        raise Http404
    writer, content_type = FORMATS[kind]
    who = request.principal  # type: ignore[attr-defined]
    content = documents.writer(writer)(
        recap, written(recap, who.position_title, who.unit_name, who.instansi_name)
    )
    name = _("rekap-%(begin)s-%(end)s.%(kind)s") % {"begin": recap.begin, "end": recap.end, "kind": kind}
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "Cache-Control": "no-store",
    }
    return HttpResponse(content, content_type=content_type, headers=headers)


def _monday(year: int, week: int) -> date:
    """The first day of an ISO week; one that does not exist is no page."""
    if year not in YEARS:
        raise Http404
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError as error:
        raise Http404 from error


def _address(monday: date) -> str:
    year, week, _day = monday.isocalendar()
    return reverse("reporting:week", args=[year, week]) if year in YEARS else ""
