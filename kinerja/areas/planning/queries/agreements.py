"""Perjanjian Kinerja and IKU along the tree of units."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count

from kinerja.areas.planning.models import Agreement, Iku, Period
from kinerja.areas.planning.queries.people import ancestors
from kinerja.areas.service_quality.queries import Asked, come_to, figures
from kinerja.base.organization.models import Unit


@dataclass
class UnitLine:
    """One unit of the tree with its agreement for the period, if any. `depth` 0 is the government itself."""

    unit: Unit
    depth: int
    agreement: Agreement | None
    may_manage: bool

    @property
    def iku_count(self) -> int:
        return getattr(self.agreement, "iku_count", 0)


def unit_tree(period: Period, manageable: set[UUID], search: str = "") -> list[UnitLine]:
    """All units, parents before children. `manageable`: the units this person may manage. Two queries."""
    agreements = {
        each.unit_id: each
        for each in Agreement.objects.filter(period=period).annotate(iku_count=Count("ikus"))
    }
    units = list(Unit.objects.existing().order_by("name"))
    found = [
        UnitLine(unit, depth, agreements.get(unit.pk), unit.pk in manageable)
        for unit, depth in _depth_first(units)
    ]
    return [line for line in found if search.lower() in line.unit.name.lower()] if search else found


def _depth_first(units: list[Unit]) -> list[tuple[Unit, int]]:
    ids = {unit.pk for unit in units}
    children: dict[UUID | None, list[Unit]] = {}
    for unit in units:
        children.setdefault(unit.parent_id if unit.parent_id in ids else None, []).append(unit)
    found: list[tuple[Unit, int]] = []
    waiting = [(unit, 0) for unit in reversed(children.get(None, []))]
    while waiting:
        unit, depth = waiting.pop()
        found.append((unit, depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(unit.pk, []))]
    return found


def ikus_of(agreement: Agreement, day: date) -> list[Iku]:
    """The IKU of an agreement with the one each supports, and how many lines below support it.

    `counted` is what the volumes of its service come to by the end of the day; None for an IKU that has no service.
    """
    rows = agreement.ikus.select_related("supports__agreement__unit", "service__unit").annotate(
        child_count=Count("supported_by", distinct=True), rhk_count=Count("supported_by_rhks", distinct=True)
    )
    found: list[Iku] = list(rows)
    period = agreement.period
    asked = {
        iku.pk: Asked(iku.service_id, iku.figure, None, period.begins, min(day, period.ends))
        for iku in found
        if iku.service_id is not None
    }
    counted = figures(asked.values())
    for iku in found:
        days = counted[asked[iku.pk]] if iku.pk in asked else {}
        iku.counted = come_to(days, iku.consolidation)  # type: ignore[attr-defined]
    return found


def ikus_above(agreement: Agreement) -> list[Iku]:
    """The IKU this unit's may support: those of the nearest unit above that has any."""
    units = ancestors(agreement.unit_id)
    rows: dict[UUID, list[Iku]] = {}
    for iku in Iku.objects.of_units(units, agreement.period_id):
        rows.setdefault(iku.agreement.unit_id, []).append(iku)
    return next((rows[unit] for unit in units if unit in rows), [])


def iku_content(iku: Iku) -> dict[str, Any]:
    """The fields of an IKU, for the ledger's hash."""
    names = (
        "goal name definition formula source unit_of_measure polarity consolidation frequency target "
        "target_upper baseline supports_id service_id figure"
    )
    return {name: getattr(iku, name) for name in names.split()}


def chain(iku: Iku) -> list[Iku]:
    """The IKU above, from the top down to this one."""
    found = [iku]
    above = iku.supports
    while above is not None and len(found) < 10:
        found.insert(0, above)
        above = above.supports
    return found


def agreement_periods(day: date) -> list[Period]:
    """The periods whose agreements employees read, newest first."""
    return list(Period.objects.visible().filter(begins__lte=day))
