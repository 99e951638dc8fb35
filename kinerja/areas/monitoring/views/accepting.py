"""Persetujuan, and several reports accepted at once after a sample of them was opened."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from kinerja.areas.monitoring import queries
from kinerja.areas.reporting import queries as reporting
from kinerja.areas.reporting.actions import accept_many
from kinerja.areas.reporting.errors import SampleUnopened
from kinerja.areas.reporting.models import Report
from kinerja.base.access import scopes
from kinerja.base.access.doors import Request, door
from kinerja.base.ledger import topics


@require_GET
@door("report.decide")
def queue(request: Request) -> HttpResponse:
    """Persetujuan: reports that wait for my look, oldest first, with the evidence beside and what it resembles."""
    who = request.principal
    waiting = queries.queue(who.subordinate_ids)
    alike = reporting.resemblances([each.pk for each in waiting], who)
    context = {
        "rows": [(each, alike.get(each.pk)) for each in waiting],
        "chosen": "semua" in request.GET,
        "heard": [topics.board(request.person.pk), *map(topics.unit, who.headed_unit_ids)],
    }
    return render(request, "monitoring/queue.html", context)


@require_http_methods(["GET", "POST"])
@door("report.decide")
def together(request: Request) -> HttpResponse:
    """First the sample that has to be opened, by name; then all of them at once, or none."""
    ids = _ids(request)
    if not ids:
        messages.info(
            request, _("Belum ada laporan yang dipilih. Centang beberapa laporan, lalu terima bersama-sama.")
        )
        return redirect("monitoring:queue")
    mine = scopes.restrict(Report.objects.filter(pk__in=ids), request.principal, "report.decide")
    if mine.count() != len(ids):
        raise Http404
    sentence = ""
    if request.method == "POST":
        try:
            number = accept_many(ids, by=request.person)
        except SampleUnopened as refusal:
            sentence = refusal.sentence
        else:
            done = ngettext("%(n)d laporan diterima.", "%(n)d laporan diterima.", number) % {"n": number}
            messages.success(request, done)
            return redirect("monitoring:queue")
    return _sample_page(request, [each for each in mine if each.is_submitted], sentence)


def _sample_page(request: Request, reports: list[Report], sentence: str) -> HttpResponse:
    if not reports:
        messages.info(request, _("Laporan yang dipilih sudah tidak menunggu."))
        return redirect("monitoring:queue")
    sample = reporting.sample_of([each.pk for each in reports], request.person.pk)
    context = {
        "reports": reports,
        "sample": sample,
        "unopened": sum(not each.is_opened for each in sample),
        "sentence": sentence,
    }
    return render(request, "monitoring/together.html", context, status=409 if sentence else 200)


def _ids(request: Request) -> list[UUID]:
    """What was chosen, each once; something that is no key belongs to no page of ours."""
    asked = request.POST if request.method == "POST" else request.GET
    try:
        return list(dict.fromkeys(UUID(each) for each in asked.getlist("laporan")))
    except ValueError as error:
        raise Http404 from error
