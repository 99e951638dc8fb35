"""A units file against what is stored: what it would change (`examine`), and changing it (`write`).

A unit that is renamed or moved gets a new period from today; one that is missing from the file is listed, not
closed.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from kinerja.base.organization.models import Position, Unit, UnitPeriod
from kinerja.tools.tables import problems_xlsx
from kinerja.tools.tables.columns import Layout
from kinerja.tools.tables.problem import Problem
from kinerja.tools.tables.reading import open_table

from .columns import KINDS, UNITS
from .outcome import SHOWN_CHANGES, SHOWN_MISSING, Outcome
from .units import UnitRow, read_units


@dataclass
class Stored:
    """What is stored of the units, by UNOR ID."""

    units: dict[str, Unit]
    parents: dict[str, str]
    periods: dict[Any, UnitPeriod]
    heads: dict[Any, Position]
    #: titles of posts that are not the head's, by unit
    others: dict[Any, set[str]]

    @classmethod
    def load(cls) -> "Stored":
        units = {unit.siasn_id: unit for unit in Unit.objects.select_related("parent")}
        positions = list(Position.objects.filter(closed_on__isnull=True))
        others: dict[Any, set[str]] = {}
        for position in positions:
            if not position.is_head:
                others.setdefault(position.unit_id, set()).add(position.title.casefold())
        return cls(
            units,
            {
                key: unit.parent.siasn_id if unit.parent else ""
                for key, unit in units.items()
                if not unit.closed_on
            },
            {period.unit_id: period for period in UnitPeriod.objects.filter(during__upper_inf=True)},
            {position.unit_id: position for position in positions if position.is_head},
            others,
        )


@dataclass
class UnitPlan:
    """The rows to write. `changed` holds the row and the fields that differ."""

    stored: Stored
    new: list[UnitRow] = field(default_factory=list)
    changed: list[tuple[UnitRow, Unit, set[str]]] = field(default_factory=list)

    def digests(self) -> list[bytes]:
        """A hash of each row that changes something, in the order of the file."""
        rows = sorted([*self.new, *(row for row, _unit, _fields in self.changed)], key=lambda row: row.number)
        return [
            hashlib.sha256(
                "|".join((row.unor_id, row.name, row.parent_id, row.head_position, row.echelon)).encode()
            ).digest()
            for row in rows
        ]


def examine(path: Path, today: date) -> tuple[Outcome, UnitPlan]:
    """Read the file and compare it with what is stored."""
    plan = UnitPlan(Stored.load())
    with open_table(path, UNITS, KINDS) as table:
        outcome = Outcome(described=table.described, ignored=table.layout.ignored)
        seen = set()
        for read in read_units(table, plan.stored.parents):
            outcome.count(read)
            at = table.layout.at["unor_id"]
            seen.add(str(read.cells[at]).strip() if at < len(read.cells) else "")
            if isinstance(read.row, UnitRow):
                _compare(read.row, plan, outcome, table.layout, today)
    _drop_orphans(plan, outcome, table.layout)
    outcome.new, outcome.changed = len(plan.new), len(plan.changed)
    outcome.unchanged = outcome.rows - outcome.blocked - outcome.new - outcome.changed
    missing = [unit for key, unit in plan.stored.units.items() if key not in seen and not unit.closed_on]
    outcome.missing = len(missing)
    outcome.missing_sample = [{"code": unit.siasn_id, "name": unit.name} for unit in missing[:SHOWN_MISSING]]
    return outcome, plan


def write_problems(path: Path, outcome: Outcome, to: Path) -> int:
    """Each row that has a problem, as it was, into a workbook."""
    with open_table(path, UNITS, KINDS) as table:
        reads = read_units(table, Stored.load().parents)
        faulty = (outcome.with_late(read) for read in reads if read.problems or read.number in outcome.late)
        return problems_xlsx.write(to, table.layout.header, faulty)


def _compare(row: UnitRow, plan: UnitPlan, outcome: Outcome, layout: Layout, today: date) -> None:
    unit = plan.stored.units.get(row.unor_id)
    if unit is None:
        plan.new.append(row)
        _sample(outcome, row, _("unit baru"))
        return
    if doubt := _untouchable(unit, row, plan.stored, today):
        outcome.tell_late(Problem(row.number, layout.written("unor_id"), row.unor_id, *doubt, blocking=False))
        return
    fields = _differing(row, unit, plan.stored)
    if fields:
        plan.changed.append((row, unit, fields))
        _sample(outcome, row, _("berubah: %(fields)s") % {"fields": ", ".join(sorted(map(_called, fields)))})


def _differing(row: UnitRow, unit: Unit, stored: Stored) -> set[str]:
    """The fields of the row that say something new; an empty cell says nothing."""
    head = stored.heads.get(unit.pk)
    differs = {
        "name": row.name != unit.name,
        "parent": row.parent_id != stored.parents[row.unor_id],
        "echelon": bool(row.echelon) and row.echelon != unit.echelon,
        "head_title": bool(row.head_position)
        and (row.head_position != unit.head_title or head is None or head.title != row.head_position),
    }
    return {name for name, differ in differs.items() if differ}


def _untouchable(unit: Unit, row: UnitRow, stored: Stored, today: date) -> tuple[str, str] | None:
    """Why a stored unit is left as it is: reason and remedy."""
    if unit.closed_on:
        return _("unit ini tercatat sudah ditutup"), _("buka kembali di halaman Unit bila masih ada")
    period = stored.periods.get(unit.pk)
    if period is None or period.during.lower and period.during.lower > today:
        return _("unit ini punya rencana perubahan atau penutupan"), _(
            "selesaikan rencana itu di halaman Unit"
        )
    head, title = stored.heads.get(unit.pk), row.head_position.casefold()
    if title in stored.others.get(unit.pk, ()) and (head is None or head.title.casefold() != title):
        return (
            _("jabatan pimpinan ini sudah tercatat di unit tersebut sebagai jabatan biasa"),
            _("jadikan jabatan pimpinan di halaman Jabatan; unit ini tidak diubah"),
        )
    return None


def _drop_orphans(plan: UnitPlan, outcome: Outcome, layout: Layout) -> None:
    """A unit whose superior was itself kept out cannot be written either."""
    have = set(plan.stored.units) | {row.unor_id for row in plan.new}
    while orphans := [row for row in _rows(plan) if row.parent_id and row.parent_id not in have]:
        for row in orphans:
            have.discard(row.unor_id) if row.unor_id not in plan.stored.units else None
            reason = _("unit atasannya tidak dapat diimpor")
            remedy = _("perbaiki dahulu baris unit atasannya")
            outcome.tell_late(Problem(row.number, layout.written("parent_id"), row.parent_id, reason, remedy))
        lost = {row.number for row in orphans}
        plan.new = [row for row in plan.new if row.number not in lost]
        plan.changed = [change for change in plan.changed if change[0].number not in lost]


def _rows(plan: UnitPlan) -> list[UnitRow]:
    return [*plan.new, *(row for row, _unit, _fields in plan.changed)]


def _sample(outcome: Outcome, row: UnitRow, what: str) -> None:
    if len(outcome.changes) < SHOWN_CHANGES:
        outcome.changes.append({"code": row.unor_id, "name": row.name, "what": what})


def _called(name: str) -> str:
    names = {
        "name": _("nama"),
        "parent": _("atasan"),
        "echelon": _("eselon"),
        "head_title": _("jabatan pimpinan"),
    }
    return names[name]
