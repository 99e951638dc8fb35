"""Working days of the instansi of the context. The arithmetic is a rule; here are only the days it is given."""

from dataclasses import dataclass
from datetime import date

import holidays

from kinerja.base.calendar.models import FreeDay


def free_days(begin: date, end: date) -> frozenset[date]:
    """The confirmed free days between two days, both included."""
    rows = FreeDay.objects.filter(day__range=(begin, end), withdrawn_at__isnull=True)
    return frozenset(rows.values_list("day", flat=True))


#: what the library writes after such a name
_ESTIMATE = "(perkiraan)"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A holiday the library proposes: its day, its name, and whether it is a national holiday or joint leave."""

    day: date
    name: str
    kind: str

    @property
    def is_estimate(self) -> bool:
        """The moon has not been seen yet: the library itself says that the day may move."""
        return self.name.endswith(_ESTIMATE)


def proposed(year: int) -> list[Proposal]:
    """Holidays the library proposes for a year; an official confirms them with the decree's number."""
    found: dict[date, Proposal] = {}
    for category, kind in (
        ("government", FreeDay.Kind.JOINT_LEAVE),
        ("public", FreeDay.Kind.NATIONAL),
    ):
        days = holidays.country_holidays("ID", years=year, language="id", categories=(category,))
        found |= {day: Proposal(day, name[:120], kind.value) for day, name in days.items()}
    return [found[day] for day in sorted(found)]
