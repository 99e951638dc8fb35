"""The counter, a day with its history, and its correction."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.areas.service_quality import actions
from kinerja.areas.service_quality.forms import CorrectionForm, CounterForm
from kinerja.areas.service_quality.models import Service
from kinerja.areas.service_quality.queries import volumes
from kinerja.areas.service_quality.queries.catalogue import staff_of
from kinerja.areas.service_quality.views.pages import act, crumbs, day_or_404, show
from kinerja.base.access.doors import Request, door
from kinerja.base.access.scopes import restrict
from kinerja.base.ledger import topics
from kinerja.tools.ui import formats

both = require_http_methods(["GET", "POST"])


@both
@door("volume.enter", Service)
def counter(request: Request, service: Service) -> HttpResponse:
    """So many more today: big plus and minus, the day's number of all counters."""
    today = request.principal.day
    staff = staff_of([service.unit_id], today)
    me = request.person.pk if any(person.pk == request.person.pk for person in staff) else None
    form = CounterForm(request.POST or None, service=service, staff=staff, initial={"officer": me})
    back = reverse("service_quality:counter", args=[service.pk])
    done = act(
        request,
        form,
        lambda typed: actions.count(
            service, form.figures(), key=typed["key"], by=request.person, officer=typed["officer"]
        ),
        back,
        _("Tersimpan."),
    )
    return done or show(
        request, "counter", form=form, service=service, crumbs=crumbs(service), today=today,
        total=volumes.total_of(service, today, today), heard=[topics.unit(service.unit_id)],
        is_given=service.is_given_on(today),
    )  # fmt: skip


@require_safe
@door("volume.read", Service)
def day(request: Request, service: Service, date: str) -> HttpResponse:
    """One day: by officer, and what was entered, by whom and why."""
    chosen = day_or_404(date)
    may = restrict(Service.objects.filter(pk=service.pk), request.principal, "volume.enter").exists()
    return show(
        request, "day", service=service, day=chosen, crumbs=crumbs(service), rows=volumes.of_day(service, chosen),
        history=volumes.history_of(service, chosen),
        may_correct=may and chosen <= request.principal.day and service.is_given_on(chosen),
    )  # fmt: skip


@both
@door("volume.enter", Service)
def correction(request: Request, service: Service, date: str) -> HttpResponse:
    """The figures of a day as they should be, with the reason."""
    chosen = day_or_404(date)
    rows = volumes.of_day(service, chosen)
    staff = {person.pk: person for person in staff_of([service.unit_id], request.principal.day)}
    initial = _now(rows, request.GET.get("petugas", ""))
    form = CorrectionForm(request.POST or None, service=service, staff=list(staff.values()), initial=initial)
    back = reverse("service_quality:day", args=[service.pk, date])
    done = act(
        request,
        form,
        lambda typed: actions.correct(
            service, form.figures(), day=chosen, key=typed["key"], by=request.person,
            officer=typed["officer"], reason=typed["reason"],
        ),
        back,
        _("Perbaikan disimpan; angka lama tetap terbaca di riwayat."),
    )  # fmt: skip
    words = {"title": _("Perbaiki volume %(day)s") % {"day": formats.day(chosen)}, "lead": service.name}
    return done or show(
        request, "form", form=form, crumbs=[*crumbs(service), (formats.day(chosen), back)], **words
    )


def _now(rows: list[Any], officer: str) -> dict[str, Any]:
    """The figures that stand there now, for the officer a link names; the day's first row otherwise."""
    try:
        wanted: UUID | None = UUID(officer)
    except ValueError:
        wanted = None
    found = next((row for row in rows if row.officer_id == wanted), None)
    if found is None:
        return {}
    return {"officer": found.officer_id, "served": found.served, "to_standard": found.to_standard}
