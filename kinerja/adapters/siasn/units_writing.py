"""Writing units: new ones parents first, changed ones by the day, the head's post with each."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from kinerja.base.organization.changing import EARLIEST, note
from kinerja.base.organization.models import Position, Unit, UnitPeriod

from . import values
from .units import UnitRow
from .units_import import UnitPlan
from .writing import SOURCE

_BATCH = 2_000
_KINDS = (
    (Unit.Kind.PEMERINTAH_DAERAH, r"PEMERINTAH (KOTA|KAB|PROV)|^(KOTA|KABUPATEN|PROVINSI) "),
    (Unit.Kind.PUSKESMAS, r"^(UPTD? )?PUSKESMAS"),
    (Unit.Kind.SEKOLAH, r"^(SD|SMP|SMA|SMK|TK|SLB|MTS|MI|SEKOLAH)\b"),
    (Unit.Kind.UPTD, r"^(UPT|UPTD|UNIT PELAKSANA TEKNIS)\b"),
    (Unit.Kind.SEKSI, r"^(SEKSI|SUB ?BAGIAN|SUB ?BIDANG)\b"),
    (Unit.Kind.BIDANG, r"^(BIDANG|BAGIAN)\b"),
    (Unit.Kind.SEKRETARIAT, r"^SEKRETARIAT\b"),
    (Unit.Kind.DINAS, r"^(DINAS|BADAN|INSPEKTORAT|KECAMATAN|RSUD|RUMAH SAKIT|SATUAN POLISI)\b"),
)
_HEAD_OF_GOVERNMENT = re.compile(r"^(WALI ?KOTA|BUPATI|GUBERNUR)\b")


def write(plan: UnitPlan, today: date, by: Any) -> None:
    """Write what `units_import.examine` planned."""
    first_import = not plan.stored.units
    units = dict(plan.stored.units)
    fresh = []
    for row in _parents_first(plan.new, units):
        unit = Unit(
            siasn_id=row.unor_id, name=row.name, kind=kind_of(row.name), parent=units.get(row.parent_id),
            echelon=row.echelon, head_title=row.head_position,
        )  # fmt: skip
        units[row.unor_id] = unit
        fresh.append(unit)
    Unit.objects.bulk_create(fresh, batch_size=_BATCH)
    # the file does not say since when a unit exists: those of the first import always did
    since = DateRange(EARLIEST if first_import else today, None)
    periods = [UnitPeriod(unit=unit, name=unit.name, parent=unit.parent, during=since) for unit in fresh]
    UnitPeriod.objects.bulk_create(periods, batch_size=_BATCH)
    heads = [_head(unit) for unit in fresh if unit.head_title]
    Position.objects.bulk_create(heads, batch_size=_BATCH)
    for row, unit, fields in plan.changed:
        _change(row, unit, fields, units, plan, today, by)


def kind_of(name: str) -> str:
    """What kind of unit this seems to be by its name; the agency can say otherwise."""
    return next((kind for kind, pattern in _KINDS if re.search(pattern, name.upper())), Unit.Kind.LAIN)


def _parents_first(rows: list[UnitRow], stored: dict[str, Unit]) -> Iterator[UnitRow]:
    """New units in an order in which each superior comes before its units."""
    below: dict[str, list[UnitRow]] = {}
    for row in rows:
        below.setdefault("" if row.parent_id in stored else row.parent_id, []).append(row)
    ready = below.pop("", [])
    while ready:
        row = ready.pop()
        yield row
        ready += below.pop(row.unor_id, [])


def _head(unit: Unit) -> Position:
    kind = "KEPALA_DAERAH" if _HEAD_OF_GOVERNMENT.match(unit.head_title.upper()) else ""
    kind = kind or values.kind_of_echelon(unit.echelon) or "FUNGSIONAL"
    return Position(unit=unit, title=unit.head_title, kind=kind, is_head=True)


def _change(
    row: UnitRow, unit: Unit, fields: set[str], units: dict[str, Unit], plan: UnitPlan, today: date, by: Any
) -> None:
    new = {
        "name": row.name,
        "parent": units.get(row.parent_id),
        "echelon": row.echelon,
        "head_title": row.head_position,
    }
    old = {name: getattr(unit, name) for name in fields}
    for name in fields:
        setattr(unit, name, new[name])
        if old[name] != new[name]:
            note(unit, name, old[name], new[name], on=today, by=by, source=SOURCE)
    unit.save(update_fields=sorted(fields))
    if fields & {"name", "parent"}:
        _new_period(unit, plan.stored.periods[unit.pk], today)
    if "head_title" in fields:
        _new_head_title(unit, plan.stored.heads.get(unit.pk), today, by)


def _new_period(unit: Unit, period: UnitPeriod, today: date) -> None:
    if period.during.lower == today:
        period.name, period.parent = unit.name, unit.parent
        period.save(update_fields=["name", "parent"])
        return
    period.during = DateRange(period.during.lower, today)
    period.save(update_fields=["during"])
    UnitPeriod.objects.create(unit=unit, name=unit.name, parent=unit.parent, during=DateRange(today, None))


def _new_head_title(unit: Unit, head: Position | None, today: date, by: Any) -> None:
    if head is None:
        _head(unit).save()
    elif head.title != unit.head_title:
        note(head, "title", head.title, unit.head_title, on=today, by=by, source=SOURCE)
        head.title = unit.head_title
        head.save(update_fields=["title"])
