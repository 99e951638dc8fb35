"""Working days of the instansi of the context. The arithmetic is a rule; here are only the days it is given."""

from datetime import date

import holidays

from kinerja.base.calendar.models import FreeDay


def free_days(begin: date, end: date) -> frozenset[date]:
    """The confirmed free days between two days, both included."""
    rows = FreeDay.objects.filter(day__range=(begin, end), withdrawn_at__isnull=True)
    return frozenset(rows.values_list("day", flat=True))


def proposed(year: int) -> list[tuple[date, str]]:
    """Holidays the library proposes for a year; an official confirms them with the decree's number."""
    return sorted(holidays.country_holidays("ID", years=year, language="id").items())
