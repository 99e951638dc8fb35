"""Volumes as pages show them: a day by officer, a month by day, the year so far, what was entered and why."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Sum

from kinerja.areas.service_quality.models import Entry, Service, Volume


@dataclass(frozen=True, slots=True)
class Total:
    """How many were served, and to standard (None where that is not counted)."""

    served: int = 0
    to_standard: int | None = None


@dataclass(frozen=True, slots=True)
class DayTotal:
    """A day of a month."""

    day: date
    total: Total | None


def total_of(service: Service, begin: date, end: date) -> Total:
    """Everybody's volumes of some days. One query."""
    found = service.volumes.between(begin, end).aggregate(served=Sum("served"), standard=Sum("to_standard"))
    standard = (found["standard"] or 0) if service.has_standard else None
    return Total(found["served"] or 0, standard)


def month_of(service: Service, year: int, month: int) -> list[DayTotal]:
    """Each day of a month, with its volume where there is one. One query."""
    begin = date(year, month, 1)
    count = calendar.monthrange(year, month)[1]
    rows = service.volumes.between(begin, begin + timedelta(days=count - 1)).values("day")
    sums = {
        row["day"]: Total(row["s"], (row["t"] or 0) if service.has_standard else None)
        for row in rows.annotate(s=Sum("served"), t=Sum("to_standard")).order_by()
    }
    return [DayTotal(day, sums.get(day)) for day in (begin + timedelta(days=n) for n in range(count))]


def of_day(service: Service, day: date) -> list[Volume]:
    """The rows of a day, named officers after those without a name. One query."""
    rows = Volume.objects.filter(service=service, day=day).select_related("officer")
    return sorted(rows, key=lambda row: row.officer.name if row.officer else "")


def history_of(service: Service, day: date, limit: int = 60) -> list[Entry]:
    """What was entered for a day, newest first. One query."""
    rows = Entry.objects.filter(service=service, day=day).select_related("by", "officer")
    return list(rows[:limit])


def services_of_delivery(delivery_id: UUID) -> list[UUID]:
    """The services that a file or a sending filled. One query."""
    return list(
        Entry.objects.filter(delivery_id=delivery_id)
        .values_list("service_id", flat=True)
        .distinct()
        .order_by()
    )
