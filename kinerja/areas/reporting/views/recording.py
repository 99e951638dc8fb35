"""Catat progres, and the receipt of what was saved."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date

from kinerja.areas.planning.queries import indicators_of
from kinerja.areas.reporting import actions, queries
from kinerja.areas.reporting.forms import EntryForm, Sheet
from kinerja.areas.reporting.models import Report
from kinerja.base.access.doors import door
from kinerja.tools import clock
from kinerja.tools.ui.formats import hour

MOST_SHOWN = 50


@door("report.submit")
def new(request: HttpRequest) -> HttpResponse:
    """The sheet: choose indicators, type figures, send. Sent well, it costs three statements and the ledger's."""
    if request.method != "POST":
        return _sheet_page(request, Sheet(day=_day_asked(request)))
    sheet = Sheet(request.POST, request.FILES)
    if not sheet.is_valid():
        return _sheet_page(request, sheet, 422)
    lines = queries.lines_for_update(sheet.rows)
    if len(lines) < len(sheet.rows):
        raise Http404
    if not sheet.fits(lines):
        return _sheet_page(request, sheet, 422)
    saved = actions.submit(sheet.entries(), by=request.person, lines=lines)  # type: ignore[attr-defined]
    return redirect(receipt_address(saved))


def receipt_address(report_ids: list[UUID]) -> str:
    """Where a sheet leads: the same for the same reports."""
    return f"{reverse('reporting:receipt')}?{urlencode([('r', each) for each in report_ids])}"


def _day_asked(request: HttpRequest) -> date | None:
    """The day a link of the calendar names; anything unreadable means today."""
    try:
        return parse_date(request.GET.get("hari", ""))
    except ValueError:
        return None


def _sheet_page(request: HttpRequest, sheet: Sheet, status: int = 200) -> HttpResponse:
    today = clock.today()
    indicators = indicators_of(request.person.pk, today)  # type: ignore[attr-defined]
    paces = queries.pace_of(indicators, today)
    rows = sheet.show(indicators)
    context = {
        "sheet": sheet,
        "rows": [_row(form, paces, request.GET.get("iki", ""), len(rows)) for form in rows],
        "asks_for_tally": any(each.is_service for each in indicators),
        "bad_rows": [form for form in rows if form.errors],
    }
    return render(request, "reporting/new.html", context, status=status)


def _row(form: EntryForm, paces: dict[UUID, Any], chosen: str, count: int) -> dict[str, Any]:
    indicator = form.indicator
    assert indicator is not None  # Sheet.show gave it
    is_open = form.is_bound or count == 1 or str(indicator.pk) == chosen
    return {"form": form, "indicator": indicator, "pace": paces[indicator.pk], "is_open": is_open}


@door("report.submit")
def receipt(request: HttpRequest) -> HttpResponse:
    """Tersimpan: what was saved and when, with a way to undo it."""
    ids = [key for key in map(_key, request.GET.getlist("r")[:MOST_SHOWN]) if key]
    reports = list(Report.objects.of(request.person.pk).filter(pk__in=ids).for_page())  # type: ignore[attr-defined]
    if not reports:
        raise Http404
    context = {
        "reports": reports,
        "saved_at": hour(max(report.sent_at for report in reports)),
        "here": request.get_full_path(),
        "day": reports[0].day,
    }
    return render(request, "reporting/receipt.html", context)


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
