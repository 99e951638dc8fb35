"""The face to other areas: open periods, agreed SKP and their indicators."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from kinerja.areas.planning.models import Indicator, Period, Rhk, Skp


def periods() -> list[Period]:
    """Every period of the instansi, newest first."""
    return list(Period.objects.all())


def open_period(day: date) -> Period | None:
    """The open period that holds a day; the database allows one at most."""
    return Period.objects.open().covering(day).first()


def period_on(day: date) -> Period | None:
    """The period an employee works in on a day: the open one, else one that was closed since."""
    return open_period(day) or Period.objects.visible().covering(day).first()


def agreed_skp(person_id: UUID, day: date) -> Skp | None:
    """The SKP in force for a person on a day, its period and rater loaded; None when none is agreed."""
    return Skp.objects.of(person_id).agreed_on(day).for_door().first()


def agreed_skps(person_ids: Iterable[UUID], day: date) -> dict[UUID, Skp]:
    """The SKP in force of several people on a day, by person, in one query."""
    found = Skp.objects.filter(person_id__in=list(person_ids)).agreed_on(day).for_door()
    return {skp.person_id: skp for skp in found}


def indicators_of(person_id: UUID, day: date) -> list[Indicator]:
    """What a person may report on that day: indicators of the agreed SKP, open period."""
    return list(
        Indicator.objects.reportable_by(person_id)
        .filter(rhk__skp__begins__lte=day, rhk__skp__ends__gte=day)
        .select_related("rhk__skp")
        .order_by("-rhk__kind", "rhk__order", "rhk_id", "order", "id")
    )


def indicators_of_people(person_ids: Iterable[UUID], day: date) -> list[Indicator]:
    """What several people may report on that day, in the order of their forms, `rhk.skp` loaded. One query."""
    return list(
        Indicator.objects.reportable_by_any([*person_ids])
        .filter(rhk__skp__begins__lte=day, rhk__skp__ends__gte=day)
        .select_related("rhk__skp")
        .order_by("rhk__skp__person_id", "-rhk__kind", "rhk__order", "rhk_id", "order", "id")
    )


def rhks_with_indicators(skp: Skp) -> list[Rhk]:
    """The results of an SKP with their indicators loaded (`rhk.indicators.all()`). Two queries."""
    rhks = skp.rhks.select_related("supports__skp__person", "supports_iku__agreement__unit")
    return list(rhks.prefetch_related(Prefetch("indicators", Indicator.objects.select_related("service"))))


def earlier_indicator_ids(indicator_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """For each indicator, the ids of the same line in every version of the SKP, its own included.

    A change after agreement makes a new version with new rows; reports on the old ones still count.
    """
    asked = dict(Indicator.objects.filter(pk__in=list(indicator_ids)).values_list("pk", "lineage"))
    by_lineage: dict[UUID, list[UUID]] = {}
    for pk, lineage in Indicator.objects.filter(lineage__in=asked.values()).values_list("pk", "lineage"):
        by_lineage.setdefault(lineage, []).append(pk)
    return {pk: by_lineage[lineage] for pk, lineage in asked.items()}
