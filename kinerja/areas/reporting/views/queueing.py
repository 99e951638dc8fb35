"""The queue of a device without a connection: its page, what it is told, and what it sends, one report at a time."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.queries import indicators_of
from kinerja.areas.reporting import actions, errors, queries
from kinerja.areas.reporting.forms import DayForm, EntryForm, Sheet
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.queries import writing
from kinerja.areas.reporting.templatetags.reporting import pace_words
from kinerja.areas.reporting.views.recording import receipt_address
from kinerja.base.access.doors import Request, door
from kinerja.base.accounts.seals import seals_of
from kinerja.base.tenancy.exits import public
from kinerja.tools import clock
from kinerja.tools.ui import formats

#: stands for an indicator in the names of the kept page's row; its script puts the real one there
BLANK = "00000000-0000-0000-0000-000000000000"


@require_safe
@public("kept on every device for days without a connection: it holds nothing of anybody")
def queue(request: HttpRequest) -> HttpResponse:
    """Laporan di gawai ini: the day's plan, the form and what waits, all filled in by the device itself."""
    return render(request, "reporting/queue.html", {"day": DayForm(), "row": EntryForm(prefix=BLANK)})


@require_http_methods(["GET", "POST"])
@door("report.submit")
def sending(request: Request) -> JsonResponse:
    """GET: who is signed in, with what a device needs for sending. POST: one report that waited."""
    if request.method == "POST":
        return _take(request)
    told = {
        "person": str(request.person.pk),
        "token": get_token(request),
        "now": int(clock.now().timestamp() * 1000),
        "seals": seals_of(request.person.pk),
    }
    return JsonResponse(told)


def _take(request: Request) -> JsonResponse:
    """Store it, or say why not. What is stored already is answered alike, whatever happened to its SKP since."""
    if request.POST.get("owner") != str(request.person.pk):
        words = _("Laporan ini milik orang lain. Ia terkirim setelah pemiliknya masuk di gawai ini.")
        return JsonResponse({"sentence": words, "other_person": True}, status=409)
    sheet = Sheet(request.POST, request.FILES)
    if not sheet.is_valid():
        raise errors.Unreadable(" ".join(_mistakes(sheet)))
    keys = [form.cleaned_data["key"] for form in sheet.rows.values()]
    off = writing.clock_off(_moment(request, "device_now"), clock.now())
    if Report.objects.of(request.person.pk).filter(pk__in=keys).count() < len(keys):
        entries = [
            replace(each, written_at=_moment(request, "written_at"), clock_off=off)
            for each in sheet.entries()
        ]
        actions.submit(entries, by=request.person)
    told = {"stored": True, "receipt": receipt_address(keys), "clock": writing.clock_words(off - _moved())}
    return JsonResponse(told)


def _mistakes(sheet: Sheet) -> list[str]:
    found = [str(words) for form in (sheet.day, *sheet.rows.values()) for words in form.errors.values()]
    return [sheet.mistake, *found] if sheet.mistake else found


def _moment(request: Request, name: str) -> datetime:
    try:
        found = parse_datetime(request.POST.get(name, ""))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or found.year < 1970:
        raise errors.Unreadable(
            _("Waktu gawai pada kiriman ini tidak terbaca. Perbaiki jam gawai, lalu kirim lagi.")
        )
    return found


def _moved() -> int:
    """By how many seconds a demonstration moved its clock; no device can know that."""
    return round(clock.shift().total_seconds())


@require_safe
@door("report.submit")
def plan(request: Request) -> JsonResponse:
    """The day's plan, in words, for the device to keep sealed: my indicators as they stand, and today's reports."""
    today = clock.today()
    indicators = indicators_of(request.person.pk, today)
    paces = queries.pace_of(indicators, today)
    reports = Report.objects.of(request.person.pk).between(today, today).for_page()
    told = {
        "person": str(request.person.pk),
        "name": request.person.full_name,
        "as_of": f"{formats.day(today)}, {formats.hour(clock.now())}",
        "rows": [_row(each, pace_words(paces[each.pk])) for each in indicators],
        "reports": [
            f"{formats.number(each.value)} {each.indicator.unit_of_measure} · {each.indicator.name} · "
            f"{each.get_state_display()}"
            for each in reports
        ],
    }
    return JsonResponse(told)


def _row(indicator: Indicator, pace: str) -> dict[str, Any]:
    hint = _("JPEG, PNG, atau PDF, paling besar 8 MB.")
    if indicator.is_service:
        hint = _(
            "Lembar rekap dengan nama tertutup, jangan foto pasien atau murid. JPEG, PNG, atau PDF, paling besar 8 MB."
        )
    return {
        "id": str(indicator.pk), "name": indicator.name, "unit": indicator.unit_of_measure, "pace": pace, "help": hint,
    }  # fmt: skip
