"""The catalogue of services: what is promised, how many must be served, how many were."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.areas.service_quality import actions
from kinerja.areas.service_quality.forms import ClosingForm, PopulationForm, ServiceForm, StandardForm
from kinerja.areas.service_quality.models import Service
from kinerja.areas.service_quality.queries import catalogue as queries
from kinerja.areas.service_quality.queries import volumes
from kinerja.areas.service_quality.views.pages import Act, act_page, crumbs, show
from kinerja.base.access.doors import Request, door
from kinerja.base.access.scopes import may, restrict
from kinerja.base.organization.models import Unit

both = require_http_methods(["GET", "POST"])


@require_safe
@door("service.read")
def catalogue(request: Request) -> HttpResponse:
    """The services of my units, and those of others when they are searched for."""
    who = request.principal
    search = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:100]
    entering = restrict(Unit.objects.existing(), who, "volume.enter")
    mine = list(entering.values_list("pk", flat=True)[:60])
    managed = restrict(Unit.objects.existing(), who, "service.manage")
    managed = managed.filter(name__icontains=search) if search else managed.filter(pk__in=mine)
    units = queries.catalogue(who.day, mine, search)
    for each in units:
        for offer in each.offers:
            offer.may_count = each.unit.pk in mine
    return show(
        request,
        "catalogue",
        units=units,
        search=search,
        managed=managed.order_by("name")[:12],
        may_import=may(who, "volume.import"),
    )


@require_safe
@door("service.read", Service)
def service(request: Request, service: Service) -> HttpResponse:
    """One service: its standard in force, its year, its month day by day."""
    today = request.principal.day
    begin = _month(request.GET.get("bulan", ""), today)
    standard, versions = queries.standards_of(service, today)
    year = volumes.total_of(service, date(begin.year, 1, 1), min(date(begin.year, 12, 31), max(today, begin)))
    context: dict[str, Any] = {
        "service": service,
        "standard": standard,
        "versions": versions,
        "days": volumes.month_of(service, begin.year, begin.month),
        "month": begin,
        "before": (begin - timedelta(days=1)).strftime("%Y-%m"),
        "after": "" if begin >= today.replace(day=1) else (begin + timedelta(days=32)).strftime("%Y-%m"),
        "year": year,
        "reach": _coverage(service, begin.year, year, today),
        "crumbs": crumbs(),
        "today": today,
    }
    return show(request, "service", **context, **_may(request, service))


def _may(request: Request, service: Service) -> dict[str, Any]:
    """What this person may do with the service: the links of its page."""
    rows = Service.objects.filter(pk=service.pk)
    actions_ = {"may_manage": "service.manage", "may_count": "volume.enter", "may_see": "volume.read"}
    return {name: restrict(rows, request.principal, action).exists() for name, action in actions_.items()}


def _coverage(service: Service, year: int, total: volumes.Total, today: date) -> dict[str, Any] | None:
    """How much of the year's population was served to standard; None while none is set."""
    population = queries.population_of(service, year)
    if population is None or total.to_standard is None:
        return {"population": population} if population else None
    verdict = queries.coverage_of(service, population.people, total.to_standard, today)
    percent = round(100 * total.to_standard / population.people, 2)
    steps = [step.sentence(_) for step in verdict.steps] if verdict else []
    return {"population": population, "percent": percent, "steps": steps}


def _month(asked: str, today: date) -> date:
    """The first day of the month a link names; anything unreadable or in the future means this month."""
    try:
        begin = date.fromisoformat(f"{asked}-01")
    except ValueError:
        return today.replace(day=1)
    return begin if begin <= today else today.replace(day=1)


@both
@door("service.manage", Unit)
def service_new(request: Request, unit: Unit) -> HttpResponse:
    """Open a service with its first standard."""
    words = Act(_("Layanan baru"), unit.name, _("Layanan dibuka dan tampil di katalog."))
    return act_page(request, words, ServiceForm(request.POST or None), partial(actions.open_service, unit))


@both
@door("service.manage", Service)
def standard_new(request: Request, service: Service) -> HttpResponse:
    """A new version of the standard, from a day on."""
    _now, versions = queries.standards_of(service, request.principal.day)
    names = ("standard", "requirements", "duration", "span", "cost", "product", "promise")
    known = {name: getattr(versions[0], name) for name in names} if versions else {}
    form = StandardForm(request.POST or None, initial=known)
    words = Act(
        _("Standar layanan baru"), service.name, _("Standar baru disimpan; yang lama tetap terbaca."), service
    )
    return act_page(request, words, form, partial(actions.set_standard, service))


@both
@door("service.manage", Service)
def population(request: Request, service: Service) -> HttpResponse:
    """How many people must be served in a year."""
    form = PopulationForm(request.POST or None, initial={"year": request.principal.day.year})
    words = Act(_("Sasaran setahun"), service.name, _("Sasaran disimpan."), service)
    return act_page(request, words, form, partial(actions.set_population, service))


@both
@door("service.manage", Service)
def closing(request: Request, service: Service) -> HttpResponse:
    """Close a service from a day on."""
    form = ClosingForm(request.POST or None)
    words = Act(_("Tutup layanan"), service.name, _("Layanan ditutup; volumenya tetap tersimpan."), service)
    return act_page(request, words, form, partial(actions.close_service, service))
