"""The sheet of a month: the days that still lack a figure, filled in one go."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import dateformat
from django.utils.dateparse import parse_date

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.queries import indicators_of
from kinerja.areas.reporting import queries
from kinerja.areas.reporting.forms import Sheet
from kinerja.areas.reporting.forms.rows import SHARED_NOTE
from kinerja.areas.reporting.forms.typed import Typed, put
from kinerja.areas.reporting.views.recording import rows_asked, send
from kinerja.base.access.doors import door
from kinerja.base.calendar.days import free_days
from kinerja.rules.working_days import is_working_day
from kinerja.tools import clock
from kinerja.tools.keys import uuid7

#: columns of figures that a phone can still show
MOST_COLUMNS = 2


@door("report.submit")
def month(request: HttpRequest) -> HttpResponse:
    """A row for each working day without a figure, up to today; sent as one sheet, all of it or nothing."""
    if request.method != "POST":
        return _page(request, Sheet())
    sheet = Sheet(request.POST, request.FILES)
    saved = send(request, sheet)
    return _page(request, sheet, 422) if saved is None else saved


def _page(request: HttpRequest, sheet: Sheet, status: int = 200) -> HttpResponse:
    who, today = request.principal, clock.today()  # type: ignore[attr-defined]
    # what follows the volumes of a service is not typed
    indicators = [each for each in indicators_of(who.person.pk, today) if not each.is_fed]
    typed: Typed = {}
    asked = request.GET.get("templat", "")
    if asked and indicators:
        put(typed, indicators, rows_asked(request, asked))
    chosen = _chosen(request, indicators, typed)
    first = _first_day(request, today)
    days = _days(first, today, everyday="semua" in request.GET)
    there = (
        queries.reported_on(who.person.pk, [each.lineage for each in chosen], first, today) if days else {}
    )
    rows = [_row(day, chosen, sheet, typed, there) for day in days]
    context = {
        "sheet": sheet,
        "indicators": indicators,
        "chosen": chosen,
        "rows": rows,
        "adrift": _adrift(sheet, rows),
        "templates": queries.templates_for(who.person.pk, who.position_title) if indicators else [],
        "label": dateformat.format(first, "F Y"),
        "month": first.strftime("%Y-%m"),
        "previous": (first - timedelta(days=1)).strftime("%Y-%m"),
        "asked": asked,
        "note": (sheet.data or {}).get(SHARED_NOTE, next((row["note"] for row in typed.values()), "")),
        "everyday": "semua" in request.GET,
        "today": today,
    }
    return render(request, "reporting/month.html", context, status=status)


def _adrift(sheet: Sheet, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was typed for a day or an indicator that has no place on the page any more: shown, with why, so nothing is lost."""
    shown = {cell["row"] for row in rows for cell in row["cells"] if cell["there"] is None or cell["errors"]}
    return [
        {
            "row": name,
            "key": form["key"].value(),
            "value": form["value"].value(),
            "day": parse_date(str(form["day"].value() or "")) if "day" in form.fields else None,
            "mistakes": [str(words) for mistakes in form.errors.values() for words in mistakes],
        }
        for name, form in sheet.rows.items()
        if name not in shown
    ]


def _first_day(request: HttpRequest, today: date) -> date:
    """The month a link names, up to this one; anything unreadable means this month."""
    try:
        found = parse_date(f"{request.GET.get('bulan', '')}-01")
    except ValueError:
        found = None
    return found if found and date(2000, 1, 1) <= found <= today else today.replace(day=1)


def _chosen(request: HttpRequest, indicators: list[Indicator], typed: Typed) -> list[Indicator]:
    """The indicators of the columns: those asked for, those the template fills, else the first."""
    named = set(request.GET.getlist("iki")) | {row.partition(".")[0] for row in typed}
    found = [each for each in indicators if str(each.pk) in named]
    return (found or indicators)[: MOST_COLUMNS if found else 1]


def _days(first: date, today: date, *, everyday: bool) -> list[date]:
    last = min(first.replace(day=monthrange(first.year, first.month)[1]), today)
    free = frozenset() if everyday else free_days(first, last)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in days if everyday or is_working_day(day, free)]


def _row(
    day: date, chosen: list[Indicator], sheet: Sheet, typed: Typed, there: dict[Any, Any]
) -> dict[str, Any]:
    return {"day": day, "cells": [_cell(day, each, sheet, typed, there) for each in chosen]}


def _cell(
    day: date, indicator: Indicator, sheet: Sheet, typed: Typed, there: dict[Any, Any]
) -> dict[str, Any]:
    """A figure to type, or the one that is there."""
    row = f"{indicator.pk}.{day.day}"
    form, template = sheet.rows.get(row), typed.get(str(indicator.pk), {})
    sent = sheet.data or {}
    return {
        "row": row,
        "indicator": indicator,
        "there": there.get((indicator.lineage, day)),
        "key": sent.get(f"{row}-key") or uuid7(),
        "value": sent.get(f"{row}-value", template.get("value", "")),
        "errors": list(form.errors.values()) if form else [],
    }
