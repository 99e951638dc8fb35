"""A year of a whole government, written in sets under the invariants the actions keep: everybody's SKP and reports."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.adapters.jambi import verbs
from kinerja.adapters.jambi.chance import at, key
from kinerja.adapters.jambi.duties import Measure, duties_of
from kinerja.adapters.jambi.quarters import next_report, weekday
from kinerja.areas.planning.models import Agreement, Iku, Indicator, Period, Rhk, Skp
from kinerja.areas.planning.states import AgreementState, SkpState
from kinerja.areas.reporting.states import ReportState
from kinerja.base.ledger.recording import record_batches
from kinerja.base.organization.lines import Line, all_lines
from kinerja.base.organization.models import Assignment, Unit
from kinerja.base.tenancy.context import current_id
from kinerja.base.tenancy.models import Instansi
from kinerja.base.tenancy.statistics import refresh_statistics
from kinerja.rules.codes import Consolidation, Polarity, RhkKind

#: days between two reports of a person, and how long a superior needs at most to look at one
EVERY_DAYS = 15
LOOKED_AT_AFTER = 9
#: id, person, indicator, unit, day, value, sent at, state, decided by, decided at
Row = tuple[Any, ...]
_INSERT = """
INSERT INTO reporting_report (id, instansi_id, person_id, indicator_id, unit_id, day, value, note, state, sent_at,
                              written_at, reason, decided_by_id, decided_at)
SELECT r.id, %s, r.person, r.indicator, r.unit, r.day, r.value, '', r.state, r.sent, r.sent, '', r.decider, r.decided
  FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::uuid[], %s::date[], %s::numeric[], %s::timestamptz[], %s::text[],
              %s::uuid[], %s::timestamptz[]) AS r(id, person, indicator, unit, day, value, sent, state, decider, decided)
"""


@dataclass
class Seat:
    """A person with post, unit and line on the first day of the year."""

    person_id: UUID
    unit: Unit
    title: str
    line: Line


class Year:
    """Everybody's SKP and reports of one government. `skip` are people whose year is told through the actions."""

    def __init__(
        self, instansi: Instansi, period: Period, today: date, seed: int, skip: frozenset[UUID] = frozenset()
    ) -> None:
        self.instansi, self.period, self.today, self.skip = instansi, period, today, skip
        self.random = Random(f"{seed}/year/{instansi.code}")
        self.skps: dict[UUID, Skp] = {}
        #: the first result of each person, those told through the actions included: what the people below support
        told = Rhk.objects.filter(skp__period=period).order_by("-order")
        self.rhks: dict[UUID, Rhk] = {rhk.skp.person_id: rhk for rhk in told.select_related("skp")}
        self.all_rhks: list[Rhk] = []
        self.indicators: list[tuple[Indicator, Measure]] = []

    def write(self) -> tuple[int, int]:
        """Agreements, SKP, reports. Returns how many SKP and reports."""
        ikus = self._agreements()
        for seat in self._seats():
            self._plan(seat, ikus)
        planned = list(self.skps.values())
        Skp.objects.bulk_create(planned, 2_000)
        Rhk.objects.bulk_create(self.all_rhks, 2_000)
        Indicator.objects.bulk_create([indicator for indicator, _measure in self.indicators], 2_000)
        record_batches(
            verbs.SKPS_LOADED, self.instansi, by=None, digests=(_digest(skp.pk, skp.state) for skp in planned)
        )
        reports = [row for indicator, measure in self.indicators for row in self._reports(indicator, measure)]
        _insert(reports)
        refresh_statistics()
        record_batches(
            verbs.REPORTS_LOADED, self.instansi, by=None, digests=(_digest(row[0], row[7]) for row in reports)
        )
        return len(planned), len(reports)

    def _agreements(self) -> dict[UUID, Iku]:
        """A signed Perjanjian Kinerja with one IKU for each unit with a head, each supporting the unit's above."""
        told = Iku.objects.filter(agreement__period=self.period).select_related("agreement")
        ikus: dict[UUID, Iku] = {iku.agreement.unit_id: iku for iku in told}
        already = set(ikus)
        agreements: list[Agreement] = []
        signed = at(self.period.begins + timedelta(days=8), self.random)
        heads = {line.unit_id: line for line in all_lines(self.period.begins) if line.is_head}
        for unit in _top_down(list(Unit.objects.existing())):
            if unit.pk not in already and (unit.pk in heads or unit.parent_id is None):
                line = heads.get(unit.pk)
                agreement = Agreement(
                    id=key(self.random, signed), period=self.period, unit=unit, state=AgreementState.SIGNED,
                    signed_at=signed, signed_by_id=line.person_id if line else None,
                    counterpart_id=line.rater_id if line else None,
                )  # fmt: skip
                agreements.append(agreement)
                ikus[unit.pk] = self._iku(unit, agreement, ikus.get(unit.parent_id or unit.pk))
        Agreement.objects.bulk_create(agreements, 2_000)
        Iku.objects.bulk_create([iku for unit_id, iku in ikus.items() if unit_id not in already], 2_000)
        return ikus

    def _iku(self, unit: Unit, agreement: Agreement, above: Iku | None) -> Iku:
        whole = unit.parent_id is None
        return Iku(
            id=key(self.random, agreement.signed_at or at(self.period.begins, self.random)), agreement=agreement, supports=above,
            goal="Meningkatnya kualitas pelayanan publik" if whole else f"Meningkatnya kualitas layanan {unit.name}",
            name="Indeks pelayanan publik" if whole else "Persentase layanan sesuai standar",
            definition="Layanan yang memenuhi standar pelayanan dibagi seluruh layanan yang diberikan.",
            formula="layanan sesuai standar ÷ seluruh layanan × 100", source="Rekapitulasi layanan unit",
            unit_of_measure="indeks" if whole else "persen", target=Decimal("4.2") if whole else Decimal(90),
            polarity=Polarity.MAXIMIZE, consolidation=Consolidation.TAKE_LAST_KNOWN, frequency="TRIWULANAN",
        )  # fmt: skip

    def _seats(self) -> list[Seat]:
        """Everybody with a post, superiors before those they rate."""
        lines = {line.person_id: line for line in all_lines(self.period.begins)}
        rows = Assignment.objects.on(self.period.begins).filter(kind=Assignment.Kind.DEFINITIVE)
        order = {unit.pk: place for place, unit in enumerate(_top_down(list(Unit.objects.all())))}
        seats = [
            Seat(row.person_id, row.unit, row.position.title, lines[row.person_id])
            for row in rows.select_related("unit", "position").order_by("person__nip")
        ]
        return sorted(seats, key=lambda seat: (order[seat.unit.pk], not seat.line.is_head))

    def _plan(self, seat: Seat, ikus: dict[UUID, Iku]) -> None:
        if seat.line.rater_id is None or seat.person_id in self.skip:
            return
        proposed = at(self.period.begins + timedelta(days=self.random.randint(7, 20)), self.random)
        agreed = proposed + timedelta(days=self.random.randint(1, 6))
        skp = Skp(
            id=key(self.random, proposed), period=self.period, person_id=seat.person_id, unit=seat.unit,
            position_title=seat.title, is_head=seat.line.is_head, rater_id=seat.line.rater_id,
            rater_capacity=seat.line.capacity or "", begins=self.period.begins, ends=self.period.ends,
            state=SkpState.AGREED, proposed_at=proposed, decided_at=agreed, decided_by_id=seat.line.rater_id,
        )  # fmt: skip
        self.skps[seat.person_id] = skp
        above = self.rhks.get(seat.line.rater_id)
        for place, duty in enumerate(duties_of(seat.title, seat.line.is_head)):
            supports_iku = ikus.get(seat.unit.pk) if seat.line.is_head else None
            assigned = "" if above or supports_iku else "PIMPINAN"
            rhk = Rhk(
                id=key(self.random, proposed), lineage=key(self.random, proposed), skp=skp, order=place,
                statement=duty.statement, kind=RhkKind.UTAMA, assigned_from=assigned,
                supports=None if supports_iku else above, supports_iku=supports_iku,
            )  # fmt: skip
            self.all_rhks.append(rhk)
            self.rhks.setdefault(seat.person_id, rhk)
            for order, measure in enumerate(duty.measures):
                self.indicators.append((self._indicator(rhk, measure, order, proposed), measure))

    def _indicator(self, rhk: Rhk, measure: Measure, order: int, moment: datetime) -> Indicator:
        return Indicator(
            id=key(self.random, moment), lineage=key(self.random, moment), rhk=rhk,
            order=order, name=measure.name, unit_of_measure=measure.unit, target=measure.target_value,
            aspect=measure.aspect, polarity=measure.polarity, consolidation=measure.consolidation,
            frequency=measure.frequency, is_service=measure.is_service,
        )  # fmt: skip

    def _reports(self, indicator: Indicator, measure: Measure) -> Iterator[Row]:
        """A person's reports of the year on one indicator; weak results only in units marked fictitious."""
        skp = indicator.rhk.skp
        weak = skp.unit.is_fictitious
        pace = (
            self.random.uniform(0.5, 0.8)
            if weak
            else self.random.uniform(1.04 if skp.is_head else 1.02, 1.13)
        )
        sums = measure.consolidation == Consolidation.SUM
        step = EVERY_DAYS if sums else 4 * EVERY_DAYS
        day = self.period.begins + timedelta(days=20 + self.random.randrange(step))
        counted = self.period.begins
        while day <= self.today:
            workday = weekday(day)
            span = Decimal((workday - counted).days) / Decimal(365)
            value = self._value(measure, pace, span if sums else None)
            yield self._report(indicator, skp, workday, value)
            counted, day = workday, next_report(workday, step + self.random.randint(-2, 2))

    def _value(self, measure: Measure, pace: float, span: Decimal | None) -> Decimal:
        chance = Decimal(str(round(pace * self.random.uniform(0.95, 1.05), 4)))
        if span is not None:
            return (measure.target_value * span * chance).quantize(Decimal(1))
        if measure.polarity == Polarity.MINIMIZE:
            return (measure.target_value * (2 - chance)).quantize(Decimal("0.1"))
        top = Decimal(100) if measure.unit == "persen" else measure.target_value * 2
        return min(top, (measure.target_value * chance).quantize(Decimal("0.1")))

    def _report(self, indicator: Indicator, skp: Skp, day: date, value: Decimal) -> Row:
        sent = at(day, self.random)
        looked_at = sent + timedelta(days=self.random.randint(1, LOOKED_AT_AFTER), hours=1)
        is_old = looked_at.date() < self.today
        state = ReportState.ACCEPTED.value if is_old else ReportState.SUBMITTED.value
        decided = (skp.rater_id, looked_at) if is_old else (None, None)
        return (
            key(self.random, sent),
            skp.person_id,
            indicator.pk,
            skp.unit_id,
            day,
            value,
            sent,
            state,
            *decided,
        )


def _insert(rows: list[Row]) -> None:
    """Rows of reports, thousands in one statement."""
    for start in range(0, len(rows), 5_000):
        columns = list(zip(*rows[start : start + 5_000], strict=True))
        with connection.cursor() as cursor:
            cursor.execute(_INSERT, [current_id(), *map(list, columns)])


def _top_down(units: list[Unit]) -> list[Unit]:
    """Units, each after the unit above it."""
    children: dict[UUID | None, list[Unit]] = {}
    for unit in sorted(units, key=lambda unit: unit.siasn_id):
        children.setdefault(unit.parent_id, []).append(unit)
    ordered, waiting = [], list(children.get(None, []))
    while waiting:
        unit = waiting.pop(0)
        ordered.append(unit)
        waiting.extend(children.get(unit.pk, []))
    return ordered


def _digest(row_id: UUID, state: str) -> bytes:
    return hashlib.sha256(f"{row_id}|{state}".encode()).digest()
