"""A year of a whole government, written in sets under the invariants the actions keep: everybody's SKP and reports."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from random import Random
from uuid import UUID

from kinerja.adapters.jambi import verbs
from kinerja.adapters.jambi.chance import at, key
from kinerja.adapters.jambi.duties import Measure, duties_of
from kinerja.adapters.jambi.telling import Away, Reports, insert
from kinerja.adapters.jambi.words import OUTAGE
from kinerja.areas.planning.models import Agreement, Iku, Indicator, Period, Rhk, Skp
from kinerja.areas.planning.states import AgreementState, SkpState
from kinerja.base.calendar.actions import log_outage
from kinerja.base.ledger.recording import record_batches
from kinerja.base.organization.lines import Line, all_lines
from kinerja.base.organization.models import Assignment, Unit
from kinerja.base.tenancy.models import Instansi
from kinerja.base.tenancy.statistics import refresh_statistics
from kinerja.rules.codes import Consolidation, Polarity, RhkKind
from kinerja.tools import clock

#: rows of one statement
ROWS = 10_000
#: of a hundred units of a grown demonstration, how many had their network away once in the year
AWAY = 3


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
        self, instansi: Instansi, period: Period, today: date, seed: int, skip: frozenset[UUID] = frozenset(),
        *, grown: bool = False, refresh: Callable[[], None] = refresh_statistics,
    ) -> None:  # fmt: skip
        self.instansi, self.period, self.today, self.skip = instansi, period, today, skip
        self.random = Random(f"{seed}/year/{instansi.code}")
        self.reports = Reports(period, today, self.random, shaped=grown)
        self.refresh = refresh
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
        if self.reports.shaped:
            self._outages()
        digests = self._report()
        self.refresh()
        record_batches(verbs.REPORTS_LOADED, self.instansi, by=None, digests=digests)
        return len(planned), len(digests)

    def _report(self) -> list[bytes]:
        """Everybody's reports, thousands in one statement; their digests."""
        rows = (row for indicator, measure in self.indicators for row in self.reports.on(indicator, measure))
        digests: list[bytes] = []
        while batch := list(islice(rows, ROWS)):
            insert(batch)
            digests += (_digest(row[0], row[8]) for row in batch)
        return digests

    def _outages(self) -> None:
        """Here and there a unit's network was away for some days, and its head said so when it was back."""
        heads = [skp for skp in self.skps.values() if skp.is_head]
        days = max(1, (self.today - self.period.begins).days - 45)
        for head in self.random.sample(heads, max(1, len(heads) * AWAY // 100)):
            begins = self.period.begins + timedelta(days=30 + self.random.randrange(days))
            away = Away(begins, begins + timedelta(days=self.random.randint(5, 12)))
            if away.ends > self.today:
                continue
            self.reports.outages[head.unit_id] = away
            with clock.at(datetime.combine(away.ends, time(9), tzinfo=clock.WIB)):
                log_outage(
                    begins=datetime.combine(away.begins, time(7), tzinfo=clock.WIB), units=[head.unit],
                    ends=datetime.combine(away.ends, time(7), tzinfo=clock.WIB), reason=OUTAGE, by=head.person_id,
                )  # fmt: skip

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
