"""Rule sets by name: the national tables and the examples that were found, each with how sure we are of it.

What an example does not name follows the national tables; a rule set with gaps is shown and never applied.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from kinerja.rules import parameters
from kinerja.rules.allowance.codes import (
    AttendanceCode,
    CuttingPunishment,
    DeductionBase,
    EventAction,
    EventKind,
    EventOutcome,
    EventPosition,
    PerkadaPart,
    TppCriterion,
    TppExample,
    TppStaff,
)
from kinerja.rules.allowance.perkada import (
    ClassAmount,
    CodeRate,
    CriterionRate,
    EventRate,
    LadderStep,
    PartSource,
    Perkada,
    ProductivityRate,
    PunishmentRate,
    StaffRate,
)
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import PeriodKind, Predicate
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PP 12/2019", "Pasal 58", date(2019, 1, 1), None, Standing.SOURCE, ("S26",), "4"),
    Citation("Kepmendagri 900-4700/2020", "", date(2020, 1, 1), None, Standing.SOURCE, ("S25", "S26"), "4"),
)
PREFIX = "allowance.example."

_Row = Mapping[str, Any]


def example(rule_set: TppExample = TppExample.NASIONAL, *, on: date) -> Verdict[Perkada]:
    """The rule set of this name as it held on this day; `NoFigure` before its first day."""
    decree = _example(rule_set, on)
    steps = [
        Step(
            _("{instansi}: {basis}, berlaku mulai {begins}; {standing}."),
            {
                "instansi": decree.instansi,
                "basis": decree.legal_basis,
                "begins": decree.effective_from,
                "standing": decree.standing.label,
            },
            (decree.cite(),),
        )
    ]
    steps += [
        Step(_("Tabel {part}: {basis}."), {"part": each.part, "basis": str(each.cite)}, (each.cite,))
        for each in decree.parts
        if each.part is not PerkadaPart.UMUM
    ]
    steps += [
        Step(_("Belum diketahui: {gap}."), {"gap": gap}, (decree.cite(),), level=Level.WARNING)
        for gap in decree.gaps
    ]
    return Verdict(decree, tuple(steps), CITES)


def known() -> tuple[tuple[TppExample, Perkada], ...]:
    """Every rule set, each as it held on its first day, in the order of the list."""
    every = parameters.tables()
    return tuple(
        (name, _example(name, version.cite.in_force_from or date.min))
        for name in TppExample
        for version in every[PREFIX + name.lower()]
    )


def chosen(rule_set: TppExample, perkada: Perkada | None, on: date) -> Perkada:
    """The rule set to compute with: the instansi's own when it is given, or else the one of this name.

    Refused when it does not hold on this day, or still has gaps.
    """
    decree = _example(rule_set, on) if perkada is None else perkada
    if on < decree.effective_from or (decree.effective_until is not None and on > decree.effective_until):
        raise Refused(
            "on", _("“{basis}” tidak berlaku pada {day}."), {"basis": decree.legal_basis, "day": on}
        )
    if decree.gaps or not decree.codes:
        raise Refused(
            "rule_set" if perkada is None else "perkada",
            _("“{basis}” belum lengkap dan tidak dapat dipakai menghitung."),
            {"basis": decree.legal_basis},
        )
    return decree


@lru_cache(maxsize=512)
def _example(name: TppExample, on: date) -> Perkada:
    own = PREFIX + name.lower()
    settings = parameters.table(own, on=on)
    parts = _Parts(own, on, settings.cite)
    row = {**_national(on), **settings.rows[0]}
    missing = row.get("missing_clock")
    return Perkada(
        instansi=row["instansi"],
        legal_basis=str(settings.cite),
        effective_from=settings.cite.in_force_from or on,
        effective_until=settings.cite.in_force_until,
        standing=settings.cite.standing,
        performance=Decimal(row["performance"]),
        discipline=Decimal(row["discipline"]),
        deduction_base=DeductionBase(row["deduction_base"]),
        event_base=DeductionBase(row["event_base"]),
        evaluation=PeriodKind(row["evaluation"]),
        without_evaluation=Decimal(row["without_evaluation"]),
        missing_clock=None if missing is None else Decimal(missing),
        codes=tuple(
            CodeRate(AttendanceCode(each["code"]), Decimal(each["percent"]), each["from_minutes"])
            for each in parts.filled(PerkadaPart.CODES, "code")
        ),
        ladder=tuple(
            LadderStep(each["days"], Decimal(each["percent"]), each["in_a_row"])
            for each in parts.rows(PerkadaPart.LADDER)
        ),
        events=tuple(map(_event, parts.rows(PerkadaPart.EVENTS))),
        punishments=tuple(
            PunishmentRate(CuttingPunishment(each["kind"]), Decimal(each["percent"]), each["months"])
            for each in parts.filled(PerkadaPart.PUNISHMENTS, "kind")
        ),
        productivity=tuple(
            ProductivityRate(Predicate(each["predicate"]), Decimal(each["percent"]))
            for each in parts.filled(PerkadaPart.PRODUCTIVITY, "predicate")
        ),
        staff=tuple(
            StaffRate(TppStaff(each["staff"]), Decimal(each["percent"]))
            for each in parts.filled(PerkadaPart.STAFF, "staff")
        ),
        basic=tuple(ClassAmount(each["job_class"], each["rupiah"]) for each in parts.rows(PerkadaPart.BASIC)),
        criteria=tuple(
            CriterionRate(
                TppCriterion(each["criterion"]), each["lowest"], each["highest"], Decimal(each["percent"])
            )
            for each in parts.rows(PerkadaPart.CRITERIA)
        ),
        gaps=tuple(row.get("gaps", ())),
        parts=parts.sources(),
    )


def _national(on: date) -> _Row:
    """The settings that hold when a rule set does not name them; before their first day the first ones."""
    return _version("allowance.example.nasional", on).rows[0]


def _event(row: _Row) -> EventRate:
    return EventRate(
        EventKind(row["event"]),
        EventOutcome(row["outcome"]),
        EventPosition(row["position"]),
        Decimal(row["percent"]),
        tuple(map(EventAction, row["actions"])),
        row.get("deadline"),
    )


class _Parts:
    """Reads the tables of one rule set and remembers which source each part rests on."""

    def __init__(self, own: str, on: date, whole: Citation) -> None:
        self._own, self._on = own, on
        self._sources: dict[PerkadaPart, Citation] = {PerkadaPart.UMUM: whole}

    def rows(self, part: PerkadaPart) -> tuple[_Row, ...]:
        """The rule set's own rows on this day, or none."""
        for table in reversed(parameters.tables().get(f"{self._own}.{part}", ())):
            if table.holds(self._on):
                self._sources[part] = table.cite
                return table.rows
        return ()

    def filled(self, part: PerkadaPart, key: str) -> tuple[_Row, ...]:
        """The national rows, in their order, each replaced by the rule set's own where it has one."""
        own = {row[key]: row for row in self.rows(part)}
        national = _version(f"allowance.example.nasional.{part}", self._on)
        self._sources.setdefault(part, national.cite)
        return tuple(own.get(row[key], row) for row in national.rows)

    def sources(self) -> tuple[PartSource, ...]:
        return tuple(PartSource(part, cite) for part, cite in self._sources.items())


def _version(name: str, on: date) -> parameters.Table:
    """The version of this day; an example older than the first national table is filled with that first."""
    versions = parameters.tables()[name]
    return next((each for each in reversed(versions) if each.holds(on)), versions[0])
