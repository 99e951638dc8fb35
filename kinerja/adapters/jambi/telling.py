"""Reports of a year, person by person: when they were written, when they came, what they say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.adapters.jambi import shapes, words
from kinerja.adapters.jambi.chance import at, key
from kinerja.adapters.jambi.duties import Measure
from kinerja.adapters.jambi.quarters import next_report, weekday
from kinerja.adapters.jambi.shapes import Shape
from kinerja.areas.planning.models import Indicator, Period, Skp
from kinerja.areas.reporting.states import ReportState
from kinerja.base.tenancy.context import current_id
from kinerja.rules.codes import Consolidation, Polarity
from kinerja.tools import clock

#: days between two reports of a person, and how long a superior needs at most to look at one
EVERY_DAYS = 15
LOOKED_AT_AFTER = 9
#: a report that came so many days after its day says why
LATE_AFTER = 7
#: id, person, indicator, unit, day, value, written at, sent at, state, why late, decided by, decided at
Row = tuple[Any, ...]
_INSERT = """
INSERT INTO reporting_report (id, instansi_id, person_id, indicator_id, unit_id, day, value, note, state, sent_at,
                              written_at, late_reason, reason, decided_by_id, decided_at)
SELECT r.id, %s, r.person, r.indicator, r.unit, r.day, r.value, '', r.state, r.sent, r.written, r.late, '', r.decider,
       r.decided
  FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::uuid[], %s::date[], %s::numeric[], %s::timestamptz[],
              %s::timestamptz[], %s::text[], %s::text[], %s::uuid[], %s::timestamptz[])
       AS r(id, person, indicator, unit, day, value, written, sent, state, late, decider, decided)
"""


@dataclass(frozen=True, slots=True)
class Away:
    """A unit's network was away from one day to another, the last not included."""

    begins: date
    ends: date


class Reports:
    """Reports on one indicator after the other. `shaped`: years have shapes, and `outages` of units delay what is sent."""

    def __init__(self, period: Period, today: date, random: Random, *, shaped: bool = False) -> None:
        self.period, self.today, self.random, self.shaped = period, today, random, shaped
        self.outages: dict[UUID, Away] = {}
        self.shape_of: dict[UUID, tuple[Shape, int]] = {}

    def on(self, indicator: Indicator, measure: Measure) -> Iterator[Row]:
        """A person's reports of the year on one indicator; weak results only in units marked fictitious."""
        skp = indicator.rhk.skp
        pace = self._pace(skp)
        shape, variant = self._shape(skp)
        gap = shapes.gap(shape, variant, self.period.begins.year)
        sums = measure.consolidation == Consolidation.SUM
        step = EVERY_DAYS if sums else 4 * EVERY_DAYS
        day = self.period.begins + timedelta(days=20 + self.random.randrange(step))
        counted = self.period.begins
        while day <= self.today:
            workday = weekday(day)
            if gap is None or not gap[0] <= workday <= gap[1]:
                span = self._span(shape, variant, counted, workday) if sums else None
                row = self._report(indicator, skp, workday, self._value(measure, pace, span), shape)
                if row is not None:
                    yield row
                counted = workday
            day = next_report(workday, step + self.random.randint(-2, 2))

    def _pace(self, skp: Skp) -> float:
        if skp.unit.is_fictitious:
            return self.random.uniform(0.5, 0.8)
        return self.random.uniform(1.04 if skp.is_head else 1.02, 1.13)

    def _shape(self, skp: Skp) -> tuple[Shape, int]:
        """A person's shape is the same on all his indicators."""
        if not self.shaped:
            return Shape.STEADY, 0
        if skp.unit_id in self.outages:
            return Shape.OUTAGE, 0
        if skp.person_id not in self.shape_of:
            self.shape_of[skp.person_id] = shapes.choose(self.random)
        return self.shape_of[skp.person_id]

    def _span(self, shape: Shape, variant: int, counted: date, day: date) -> Decimal:
        """The share of the year's work done between two days."""
        if not self.shaped:
            return Decimal((day - counted).days) / Decimal(365)
        until, begins = shapes.work_until(shape, variant, day.year), self.period.begins
        done = until[(day - begins).days] - until[(counted - begins).days]
        return Decimal(round(done, 3)) / Decimal(365)

    def _value(self, measure: Measure, pace: float, span: Decimal | None) -> Decimal:
        chance = Decimal(str(round(pace * self.random.uniform(0.95, 1.05), 4)))
        if span is not None:
            return (measure.target_value * span * chance).quantize(Decimal(1))
        if measure.polarity == Polarity.MINIMIZE:
            return (measure.target_value * (2 - chance)).quantize(Decimal("0.1"))
        top = Decimal(100) if measure.unit == "persen" else measure.target_value * 2
        return min(top, (measure.target_value * chance).quantize(Decimal("0.1")))

    def _report(self, indicator: Indicator, skp: Skp, day: date, value: Decimal, shape: Shape) -> Row | None:
        written = at(day, self.random)
        sent, late = self._arrival(shape, skp, written)
        if sent.date() > self.today:
            return None  # still on somebody's desk or device
        looked_at = sent + timedelta(days=self.random.randint(1, LOOKED_AT_AFTER), hours=1)
        is_old = looked_at.date() < self.today
        state = ReportState.ACCEPTED.value if is_old else ReportState.SUBMITTED.value
        decided = (skp.rater_id, looked_at) if is_old else (None, None)
        written = min(written, sent) if shape is Shape.OUTAGE else sent
        return (
            key(self.random, sent), skp.person_id, indicator.pk, skp.unit_id, day, value, written, sent, state, late,
            *decided,
        )  # fmt: skip

    def _arrival(self, shape: Shape, skp: Skp, written: datetime) -> tuple[datetime, str]:
        """When a report came: at once, on the month's last working day, or once the network was back; and why late."""
        day = written.astimezone(clock.WIB).date()
        if shape is Shape.BACKLOG:
            month_end = (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
            came = max(day, weekday(month_end))
            late = words.WRITTEN_AT_ONCE if (came - day).days > LATE_AFTER else ""
            return datetime.combine(came, written.astimezone(clock.WIB).time(), tzinfo=clock.WIB), late
        away = self.outages.get(skp.unit_id) if shape is Shape.OUTAGE else None
        if away is not None and away.begins <= day < away.ends:
            return datetime.combine(away.ends, time(8, self.random.randrange(60)), tzinfo=clock.WIB), ""
        return written, ""


def insert(rows: list[Row]) -> None:
    """Rows of reports in one statement."""
    columns = list(zip(*rows, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [current_id(), *map(list, columns)])
