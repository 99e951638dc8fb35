"""Catat progres: the sheet of a day, what helps to fill it, and the receipt of what was saved."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kinerja.areas.planning.queries import indicators_of
from kinerja.areas.reporting import actions, queries
from kinerja.areas.reporting.errors import (
    LateReason,
    Locked,
    NotReportable,
    WrongDay,
    WrongTemplate,
    WrongValue,
)
from kinerja.areas.reporting.forms import Block, Sheet
from kinerja.areas.reporting.forms.typed import Typed, as_template, drafted, put, rows_of, typed_in
from kinerja.areas.reporting.models import Report, Template
from kinerja.areas.reporting.models.templates import TemplateRow
from kinerja.areas.reporting.queries.behind import behind as behind_reports
from kinerja.base.access.doors import door
from kinerja.base.ledger import topics
from kinerja.tools import clock
from kinerja.tools.ui.formats import hour

MOST_SHOWN = 62
#: the button that asks for help with filling instead of sending
HELP = "bantu"


@door("report.submit")
def new(request: HttpRequest) -> HttpResponse:
    """The sheet: choose indicators, type figures, send. Sent well, it costs three statements and the ledger's."""
    if request.method != "POST":
        return _first_page(request)
    if HELP in request.POST:
        return _helped(request, request.POST[HELP])
    sheet = Sheet(request.POST, request.FILES)
    saved = send(request, sheet)
    return _sheet_page(request, sheet, 422) if saved is None else saved


def send(request: HttpRequest, sheet: Sheet) -> HttpResponse | None:
    """Send a sheet: where it leads, or None when it has to be mended; then nothing of it was kept."""
    if not sheet.is_valid():
        return None
    lines = queries.lines_for_update(sheet.indicator_ids())
    if len(lines) < len(sheet.indicator_ids()):
        raise Http404
    if not sheet.fits(lines):
        return None
    try:
        saved = actions.submit(sheet.entries(), by=request.person, lines=lines)  # type: ignore[attr-defined]
    except (NotReportable, LateReason, Locked, WrongDay, WrongValue) as refused:  # before anything is written
        sheet.asks_why_late = isinstance(refused, LateReason)
        sheet.mistake = refused.sentence
        return None
    return redirect(receipt_address(saved))


def receipt_address(report_ids: list[UUID]) -> str:
    """Where a sheet leads: the same for the same reports."""
    return f"{reverse('reporting:receipt')}?{urlencode([('r', each) for each in report_ids])}"


def _first_page(request: HttpRequest) -> HttpResponse:
    """The empty sheet, or what was typed before and not sent."""
    asked = _day_asked(request)
    draft = None if asked else queries.draft_of(request.person.pk)  # type: ignore[attr-defined]
    if draft is None or clock.now() - draft["saved_at"] > timedelta(days=queries.DRAFT_DAYS):
        return _sheet_page(request, Sheet(day=asked))
    typed = drafted(draft["content"], draft["sent"])
    sheet = Sheet(day=draft["content"].get("day") if typed else None, typed=typed)
    return _sheet_page(request, sheet, drafted_at=draft["saved_at"] if typed else None)


def _day_asked(request: HttpRequest) -> date | None:
    """The day a link of the calendar names; anything unreadable means today."""
    try:
        return parse_date(request.GET.get("hari", ""))
    except ValueError:
        return None


def _helped(request: HttpRequest, asked: str) -> HttpResponse:
    """The sheet again with all that was typed, and what a template or yesterday adds to it."""
    indicators = indicators_of(request.person.pk, clock.today())  # type: ignore[attr-defined]
    typed = typed_in(request.POST)
    if asked == "simpan":
        _save_template(request, rows_of(typed, indicators))
    else:
        _put(request, asked, typed, indicators)
    if request.FILES:
        messages.warning(request, _("Pilih lagi berkas buktinya: peramban tidak mengirim ulang berkas."))
    return _sheet_page(request, Sheet(day=request.POST.get("day"), typed=typed), indicators=indicators)


def _save_template(request: HttpRequest, rows: list[TemplateRow]) -> None:
    try:
        template = actions.save_template(request.POST.get("nama_templat", ""), rows, by=request.person)  # type: ignore[attr-defined]
    except WrongTemplate as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("Templat “%(name)s” tersimpan.") % {"name": template.name})


def _put(request: HttpRequest, asked: str, typed: Typed, indicators: list[Any]) -> None:
    lost = put(typed, indicators, rows_asked(request, asked))
    for row in lost:
        sentence = _("Templat ini menyebut %(words)s, tetapi tidak ada indikator Anda yang cocok.")
        messages.warning(request, sentence % {"words": ", ".join(row.words) or _("indikator lama")})


def rows_asked(request: HttpRequest, asked: str) -> list[TemplateRow]:
    """The rows of the template a button names, or those of the last day with reports."""
    person = request.person  # type: ignore[attr-defined]
    if asked == "kemarin":
        return as_template(queries.newest_day_before(person.pk, clock.today()))
    try:
        template = Template.objects.offered_to(person.pk).get(pk=UUID(asked))
    except (ValueError, Template.DoesNotExist) as error:
        raise Http404 from error
    return list(template.lines())


def _sheet_page(
    request: HttpRequest, sheet: Sheet, status: int = 200, indicators: Any = None, drafted_at: Any = None
) -> HttpResponse:
    today, who = clock.today(), request.principal  # type: ignore[attr-defined]
    if indicators is None:
        indicators = indicators_of(who.person.pk, today)
    paces = queries.pace_of(indicators, today)
    blocks = sheet.blocks(indicators)
    chosen = request.GET.get("iki", "")
    forms = [form for block in blocks for form in block.forms]
    context = {
        "sheet": sheet,
        "rows": [_row(block, paces, chosen, len(blocks)) for block in blocks],
        "asks_for_tally": any(each.is_service for each in indicators),
        "bad_rows": [form for form in forms if form.errors],
        "orphans": sheet.orphans(indicators),
        "templates": queries.templates_for(who.person.pk, who.position_title) if indicators else [],
        "drafted_at": drafted_at,
    }
    return render(request, "reporting/new.html", context, status=status)


def _row(block: Block, paces: dict[UUID, Any], chosen: str, count: int) -> dict[str, Any]:
    indicator = block.indicator
    is_open = block.is_filled or count == 1 or str(indicator.pk) == chosen
    return {
        "block": block,
        "indicator": indicator,
        "pace": paces[indicator.pk],
        "is_open": is_open,
        "has_errors": block.has_errors,
    }


@door("report.submit")
@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """Keep what is typed, sent by the page itself every few seconds; emptied, it is given up and the page begins anew."""
    emptied = "kosongkan" in request.POST
    rows = {} if emptied else dict(list(typed_in(request.POST).items())[:MOST_SHOWN])
    actions.keep_draft({"day": request.POST.get("day", "")[:20], "rows": rows}, by=request.person)  # type: ignore[attr-defined]
    return redirect("reporting:new") if emptied else HttpResponse(status=204)


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
        **_queue(),
        **_compared(request, [report.pk for report in reports if report.files]),  # type: ignore[attr-defined]
    }
    return render(request, "reporting/receipt.html", context)


def _queue() -> dict[str, Any]:
    """What is still computed behind the report, said only when somebody would notice."""
    behind = behind_reports()
    return {"behind": behind, "minutes": behind.minutes(clock.real_now())}


def _compared(request: Any, ids: list[UUID]) -> dict[str, Any]:
    """What files that were just sent resemble, heard of some seconds later; nothing is asked or heard without files."""
    if not ids:
        return {}
    alike = queries.resemblances(ids, request.principal)
    return {"alike": alike.items(), "heard": topics.person(request.person.pk)}


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
