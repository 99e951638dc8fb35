"""The catalogue as its pages need it: a unit's services, what is promised today, who must be served."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from kinerja.areas.service_quality.models import Population, Service, Standard, Volume
from kinerja.base.access.principal import subtree
from kinerja.base.organization.models import Person, Unit
from kinerja.rules.service_quality.codes import HealthService
from kinerja.rules.service_quality.health_services import ServiceCoverage, coverage
from kinerja.rules.verdict import Verdict


@dataclass
class Offer:
    """A service on a list: what it has counted today, and whether this person may count."""

    service: Service
    served: int = 0
    to_standard: int | None = None
    may_count: bool = False


@dataclass
class UnitOffers:
    """The services of one unit."""

    unit: Unit
    offers: list[Offer] = field(default_factory=list)
    may_manage: bool = False


def catalogue(day: date, mine: list[UUID], search: str = "", limit: int = 200) -> list[UnitOffers]:
    """The services given on a day by unit: those of `mine` first, the others only when they are searched for. Two queries."""
    rows = Service.objects.given_on(day).select_related("unit")
    if search:
        words = Q(name__icontains=search) | Q(unit__name__icontains=search) | Q(code__iexact=search)
        rows = rows.filter(words)
    else:
        rows = rows.of_units(mine)
    found: dict[UUID, UnitOffers] = {}
    for service in rows.order_by("unit__name", "name", "id")[:limit]:
        found.setdefault(service.unit_id, UnitOffers(service.unit)).offers.append(Offer(service))
    _count(found, day)
    return sorted(found.values(), key=lambda each: (each.unit.pk not in mine, each.unit.name))


def _count(units: dict[UUID, UnitOffers], day: date) -> None:
    offers = {offer.service.pk: offer for unit in units.values() for offer in unit.offers}
    rows = Volume.objects.filter(service_id__in=offers, day=day)
    for service_id, served, standard in rows.values_list("service_id", "served", "to_standard"):
        offer = offers[service_id]
        offer.served += served
        if standard is not None:
            offer.to_standard = (offer.to_standard or 0) + standard


def linkable(unit_id: UUID, kept: UUID | None = None) -> QuerySet[Service]:
    """The services of a unit and of the units below it, for the indicators of that unit; `kept` is one more."""
    rows = Service.objects.filter(Q(unit_id__in=subtree([unit_id])) | Q(pk=kept))
    return rows.select_related("unit").order_by("unit__name", "name")


def fillable(rows: QuerySet[Service]) -> list[Service]:
    """Services that files may fill, in the order of units. One query."""
    return list(rows.select_related("unit").order_by("unit__name", "name"))


def standards_of(service: Service, day: date) -> tuple[Standard | None, list[Standard]]:
    """What is promised on a day, and every version, newest first. One query."""
    versions = list(service.standards.select_related("by"))
    return next((each for each in versions if each.begins <= day), None), versions


def population_of(service: Service, year: int) -> Population | None:
    """Who must be served in a year, as it was set last."""
    found: Population | None = service.populations.filter(year=year).first()
    return found


def coverage_of(service: Service, people: int, served: int, day: date) -> Verdict[ServiceCoverage] | None:
    """The SPM achievement so far by the rule; None for what is no service of SPM."""
    if not service.spm:
        return None
    return coverage(HealthService(service.spm), people, served, on=day)


def staff_of(unit_ids: Iterable[UUID], day: date) -> list[Person]:
    """Who works in these units on a day: who may be named at the counter."""
    here = Person.objects.filter(
        assignments__unit_id__in=list(unit_ids), assignments__during__contains=day
    ).distinct()
    return list(here.order_by("name", "id"))
