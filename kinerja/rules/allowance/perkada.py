"""A decree (Perkada) on TPP as one value: its legal basis, its first day and its tables. JSON can carry it.

Every row checks itself; what does not fit is `Refused` with the name of the field.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from kinerja.rules import money
from kinerja.rules.allowance.codes import (
    AttendanceCode,
    CuttingPunishment,
    DayStatus,
    DeductionBase,
    EventAction,
    EventKind,
    EventOutcome,
    EventPosition,
    PerkadaPart,
    TppCriterion,
    TppStaff,
)
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import PeriodKind, Predicate
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.wording import gettext_noop as _

#: minutes of a day; a shift that ends after midnight ends beyond it
DAY = 1_440
CLASSES = 17
MOST_MONTHS = 120


@record
@dataclass(frozen=True, slots=True)
class CodeRate:
    """What one attendance code costs a day, and from how many minutes on it is given (0 for TK)."""

    code: AttendanceCode
    percent: Decimal
    from_minutes: int = 0

    def __post_init__(self) -> None:
        money.percentage("percent", self.percent)
        if not 0 <= self.from_minutes < DAY:
            raise Refused("from_minutes", _("Menit harus dari 0 sampai 1.439."))


@record
@dataclass(frozen=True, slots=True)
class LeaveRate:
    """What a day of approved leave, sickness, duty or training costs; most decrees have none."""

    status: DayStatus
    percent: Decimal

    def __post_init__(self) -> None:
        money.percentage("percent", self.percent)


@record
@dataclass(frozen=True, slots=True)
class LadderStep:
    """From this many days of absence in the month (in a row, when `in_a_row`) the percentage holds."""

    days: int
    percent: Decimal
    in_a_row: bool = False

    def __post_init__(self) -> None:
        money.percentage("percent", self.percent)
        if self.days < 1:
            raise Refused("days", _("Jumlah hari paling sedikit satu."))


@record
@dataclass(frozen=True, slots=True)
class EventRate:
    """What an outcome of an event costs this kind of position. `deadline`: minute of the day for a list."""

    event: EventKind
    outcome: EventOutcome
    position: EventPosition
    percent: Decimal
    actions: tuple[EventAction, ...] = ()
    deadline: int | None = None

    def __post_init__(self) -> None:
        money.percentage("percent", self.percent)
        if self.deadline is not None and not 0 <= self.deadline < DAY:
            raise Refused("deadline", _("Menit harus dari 0 sampai 1.439."))


@record
@dataclass(frozen=True, slots=True)
class PunishmentRate:
    """What a punishment cuts, and for how many months (0: until it is ended)."""

    kind: CuttingPunishment
    percent: Decimal
    months: int

    def __post_init__(self) -> None:
        money.percentage("percent", self.percent)
        if not 0 <= self.months <= MOST_MONTHS:
            raise Refused("months", _("Lama hukuman dari 0 sampai {most} bulan."), {"most": MOST_MONTHS})


@record
@dataclass(frozen=True, slots=True)
class ProductivityRate:
    """The part of the performance share that a predikat gives."""

    predicate: Predicate
    percent: Decimal

    def __post_init__(self) -> None:
        money.percentage("percent", self.percent)


@record
@dataclass(frozen=True, slots=True)
class AchievementRate:
    """The part of the performance share that an achievement (percent) of at least this much gives."""

    at_least: Decimal
    percent: Decimal

    def __post_init__(self) -> None:
        money.percentage("percent", self.percent)
        money.percentage("at_least", self.at_least, most=money.ONE_PERCENT)


@record
@dataclass(frozen=True, slots=True)
class StaffRate:
    """The part of the class's TPP that this kind of employee gets."""

    staff: TppStaff
    percent: Decimal

    def __post_init__(self) -> None:
        money.percentage("percent", self.percent)


@record
@dataclass(frozen=True, slots=True)
class ClassAmount:
    """The basic TPP of a job class, in rupiah."""

    job_class: int
    rupiah: int

    def __post_init__(self) -> None:
        job_class_of("job_class", self.job_class)
        money.rupiah("rupiah", self.rupiah)


@record
@dataclass(frozen=True, slots=True)
class CriterionRate:
    """The part of the basic TPP that a criterion gives the classes `lowest` to `highest`."""

    criterion: TppCriterion
    lowest: int
    highest: int
    percent: Decimal

    def __post_init__(self) -> None:
        money.percentage("percent", self.percent)
        job_class_of("lowest", self.lowest)
        job_class_of("highest", self.highest)
        if self.lowest > self.highest:
            raise Refused("lowest", _("Kelas terendah tidak boleh di atas kelas tertinggi."))


@record
@dataclass(frozen=True, slots=True)
class PartSource:
    """A part of the decree that rests on something else than the decree itself."""

    part: PerkadaPart
    cite: Citation

    def to_json(self) -> dict[str, Any]:
        return {"part": self.part.value, "cite": self.cite.to_json()}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> PartSource:
        return cls(PerkadaPart(stored["part"]), Citation.from_json(stored["cite"]))


@record
@dataclass(frozen=True, slots=True)
class Perkada:
    """The rule set of one instansi. `event_base` is what ladders and events are taken from.

    `gaps` names what the text of the decree still has to tell: a rule set with gaps is shown, never applied.
    """

    instansi: str
    legal_basis: str
    effective_from: date
    codes: tuple[CodeRate, ...]
    punishments: tuple[PunishmentRate, ...]
    productivity: tuple[ProductivityRate, ...]
    staff: tuple[StaffRate, ...]
    effective_until: date | None = None
    standing: Standing = Standing.KNOWN
    performance: Decimal = Decimal(60)
    discipline: Decimal = Decimal(40)
    deduction_base: DeductionBase = DeductionBase.DISIPLIN
    event_base: DeductionBase = DeductionBase.TOTAL
    evaluation: PeriodKind = PeriodKind.BULANAN
    without_evaluation: Decimal = Decimal(0)
    missing_clock: Decimal | None = None
    leave: tuple[LeaveRate, ...] = ()
    ladder: tuple[LadderStep, ...] = ()
    events: tuple[EventRate, ...] = ()
    achievement: tuple[AchievementRate, ...] = ()
    basic: tuple[ClassAmount, ...] = ()
    criteria: tuple[CriterionRate, ...] = ()
    parts: tuple[PartSource, ...] = ()
    gaps: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "standing", Standing(self.standing))
        if self.effective_until is not None and self.effective_until < self.effective_from:
            raise Refused("effective_until", _("Hari terakhir tidak boleh sebelum hari pertama."))
        for name in ("performance", "discipline", "without_evaluation"):
            money.percentage(name, getattr(self, name))
        if self.performance + self.discipline != 100:
            raise Refused("performance", _("Bagian kinerja dan bagian disiplin bersama harus 100%."))
        if self.missing_clock is not None:
            money.percentage("missing_clock", self.missing_clock)
        _check_tables(self)

    def cite(self, part: PerkadaPart = PerkadaPart.UMUM) -> Citation:
        """Where this part of the decree comes from: its own source, or else the decree."""
        for each in self.parts:
            if each.part is part:
                return each.cite
        return Citation(
            self.legal_basis,
            in_force_from=self.effective_from,
            in_force_until=self.effective_until,
            standing=self.standing,
            page="4",
        )


def job_class_of(field: str, job_class: int) -> int:
    """The class itself; refused outside 1 to 17."""
    if not 1 <= job_class <= CLASSES:
        raise Refused(field, _("Kelas jabatan harus dari 1 sampai {most}."), {"most": CLASSES})
    return job_class


def _check_tables(decree: Perkada) -> None:
    _once("codes", [each.code for each in decree.codes])
    _once("leave", [each.status for each in decree.leave])
    _once("events", [(each.event, each.outcome, each.position) for each in decree.events])
    _once("punishments", [each.kind for each in decree.punishments])
    _once("staff", [each.staff for each in decree.staff])
    _once("basic", [each.job_class for each in decree.basic])
    _once("productivity", [each.predicate for each in decree.productivity])
    _check_codes(decree.codes)
    factors = {each.predicate: each.percent for each in decree.productivity}
    if len(factors) < len(Predicate):
        raise Refused("productivity", _("Setiap predikat memerlukan faktor."))
    _never_rising("productivity", [factors[predicate] for predicate in Predicate])
    by_height = sorted(decree.achievement, key=lambda each: -each.at_least)
    _never_rising("achievement", [each.percent for each in by_height])
    for in_a_row in (False, True):
        steps = sorted(
            (each for each in decree.ladder if each.in_a_row is in_a_row), key=lambda one: -one.days
        )
        _once("ladder", [each.days for each in steps])
        _never_rising("ladder", [each.percent for each in steps])


def _check_codes(codes: tuple[CodeRate, ...]) -> None:
    """Of lateness and of leaving early, each: the higher code begins later and costs no less."""
    known = {each.code: each for each in codes}
    if codes and len(known) < len(AttendanceCode):
        raise Refused("codes", _("Setiap kode kehadiran memerlukan baris."))
    for start in ("TL", "PSW"):
        rates = [known[code] for code in AttendanceCode if code in known and code.startswith(start)]
        if any(later.from_minutes <= earlier.from_minutes for earlier, later in pairwise(rates)):
            raise Refused("codes", _("Batas menit harus naik dari tingkat 1 sampai tingkat 4."))
        _never_rising("codes", [each.percent for each in reversed(rates)])
        if rates and rates[0].from_minutes < 1:
            raise Refused("codes", _("Tingkat 1 mulai dari satu menit."))


def _once(field: str, keys: list[Any]) -> None:
    if len(set(keys)) < len(keys):
        raise Refused(field, _("Ada dua baris untuk hal yang sama."))


def _never_rising(field: str, percents: Iterable[Decimal]) -> None:
    if any(worse > better for better, worse in pairwise(percents)):
        raise Refused(field, _("Yang lebih buruk tidak boleh dibayar lebih banyak."))
