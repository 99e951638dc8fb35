"""The month, a day, and one report."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import dateformat
from django.utils.translation import gettext as _

from kinerja.areas.reporting import queries
from kinerja.areas.reporting.forms import EvidenceForm
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.queries.writing import written
from kinerja.base.access import scopes
from kinerja.base.access.doors import door
from kinerja.base.calendar.days import free_days
from kinerja.rules.working_days import is_working_day
from kinerja.tools import clock

YEARS = range(2000, 2100)


def _marks() -> dict[str, tuple[str, str]]:
    """Tone and word of each mark."""
    return {
        "KOSONG": ("netral", _("kosong")),
        "TANPA_BUKTI": ("perhatian", _("ada tanpa bukti")),
        "CUKUP": ("baik", _("cukup")),
    }


def mark_of(day: date, reports: Sequence[Report], free: frozenset[date], today: date) -> tuple[str, str]:
    """Tone and word of a day, as the calendar marks it; nothing for a day that asks nothing."""
    counting = [report for report in reports if report.counts()]
    proven = [report for report in counting if report.files]  # type: ignore[attr-defined]  # for_page counts them
    found = queries.Day(day, len(counting), len(proven), sum(report.is_returned for report in reports))
    return _marked(found, free, today, _marks())


def tabs_of(day: date, current: str) -> list[dict[str, Any]]:
    """Harian and Mingguan, of the month or week that holds a day."""
    year, week, _day = day.isocalendar()
    return [
        {"label": _("Harian"), "url": _month_address(day), "current": current == "month"},
        {
            "label": _("Mingguan"),
            "url": reverse("reporting:week", args=[year, week]),
            "current": current == "week",
        },
    ]


def day_or_404(year: int, month: int, day: int = 1) -> date:
    """A day of the calendar; a day that does not exist is no page."""
    if year not in YEARS:
        raise Http404
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Http404 from error


@door("report.submit")
def calendar(request: HttpRequest, year: int = 0, month: int = 0) -> HttpResponse:
    """A month: each day kosong, ada tanpa bukti or cukup."""
    today = clock.today()
    first = day_or_404(year, month) if year else today.replace(day=1)
    days = queries.days_of_month(request.person.pk, first.year, first.month)  # type: ignore[attr-defined]
    free = free_days(first, max(days))
    marks = _marks()
    context = {
        "weeks": _weeks(days, free, today, marks),
        "label": dateformat.format(first, "F Y"),
        "tabs": tabs_of(today if first.month == today.month and first.year == today.year else first, "month"),
        "recaps": [
            (name.upper(), reverse("reporting:month_recap", args=[first.year, first.month, name]))
            for name in ("pdf", "docx", "xlsx")
        ],
        "previous": _month_address(first - timedelta(days=1)),
        "next": _month_address(max(days) + timedelta(days=1)),
        "legend": [
            {"tone": tone, "label": word}
            for tone, word in [*marks.values(), ("bahaya", _("perlu perbaikan"))]
        ],
        "returned": sum(each.returned for each in days.values()),
        "days_with_reports": sum(bool(each.reports) for each in days.values()),
    }
    return render(request, "reporting/calendar.html", context)


def _month_address(day: date) -> str:
    return reverse("reporting:month", args=[day.year, day.month]) if day.year in YEARS else ""


def _weeks(
    days: dict[date, queries.Day], free: frozenset[date], today: date, marks: Any
) -> list[list[dict[str, Any]]]:
    first, last = min(days), max(days)
    begin = first - timedelta(days=first.weekday())
    count = (last - begin).days + 7 - last.weekday()
    cells = [_cell(begin + timedelta(days=n), days, free, today, marks) for n in range(count)]
    return [cells[n : n + 7] for n in range(0, count, 7)]


def _cell(
    day: date, days: dict[date, queries.Day], free: frozenset[date], today: date, marks: Any
) -> dict[str, Any]:
    """One day: a mark where something was or should have been reported, a link where there may be something to see."""
    found = days.get(day)
    if found is None:
        return {"number": day.day, "outside": True}
    tone, word = _marked(found, free, today, marks)
    address = reverse("reporting:day", args=[day.year, day.month, day.day]) if day <= today else ""
    return {
        "number": day.day, "word": word, "tone": tone, "url": address, "today": day == today,
        "free": not is_working_day(day, free),
    }  # fmt: skip


def _marked(found: queries.Day, free: frozenset[date], today: date, marks: Any) -> tuple[str, str]:
    """Tone and word of a day; a day off or to come without a report asks nothing."""
    if found.returned:
        return "bahaya", _("perlu perbaikan")
    is_free = not is_working_day(found.day, free)
    if found.mark == "KOSONG" and (is_free or found.day > today):
        return "", _("libur") if is_free else ""
    tone, word = marks[found.mark]
    return tone, word


@door("report.submit")
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """What one reported on a day."""
    chosen = day_or_404(year, month, day)
    person_id = request.person.pk  # type: ignore[attr-defined]
    context = {
        "day": chosen,
        "reports": Report.objects.of(person_id).between(chosen, chosen).for_page(),
        "crumbs": [(dateformat.format(chosen, "F Y"), _month_address(chosen))],
        "may_report": chosen <= clock.today(),
        "iso": chosen.isoformat(),
        "lead": "" if is_working_day(chosen, free_days(chosen, chosen)) else _("Hari libur"),
    }
    return render(request, "reporting/day.html", context)


@door("report.read", Report)
def detail(request: HttpRequest, report: Report) -> HttpResponse:
    """One report: figure, evidence, history, and what the person who looks may do now."""
    who = request.principal  # type: ignore[attr-defined]
    evidence = list(report.evidence.all())
    is_mine = report.person_id == who.person.pk
    context = {
        "report": report,
        "indicator": report.indicator,
        "written": written(report),
        "evidence": evidence,
        "may_see_files": _may_see_files(who, report),
        "history": queries.history_of(report, [each.pk for each in evidence]),
        "replaced_by": report.corrected_by.values_list("pk", flat=True).first(),
        "is_mine": is_mine,
        "is_open": report.indicator.rhk.skp.period.is_open,
        "may_decide": not is_mine and report.person_id in who.subordinate_ids,
        "evidence_form": EvidenceForm() if is_mine else None,
        "alike": queries.resemblances([report.pk], who).get(report.pk),
    }
    return render(request, "reporting/detail.html", context)


def _may_see_files(who: Any, report: Report) -> bool:
    return scopes.restrict(Evidence.objects.filter(report=report), who, "evidence.read").exists()
