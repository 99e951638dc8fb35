"""What stands in the rows of a sheet before it is sent: typed, kept as a draft, or put there by a template.

A row's name is its indicator's id, with a number behind a point for a second and third row of the same indicator.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.models.templates import TemplateRow
from kinerja.tools.ui.forms import DecimalInput

#: row → field → text
Typed = dict[str, dict[str, str]]
#: what a draft keeps of a row
_KEPT = ("key", "value", "note")
_LONGEST = 2_000


def indicator_of(row: str) -> UUID | None:
    """The indicator a row speaks of; None for what is no row."""
    try:
        return UUID(row.partition(".")[0])
    except ValueError:
        return None


def typed_in(data: Mapping[str, str]) -> Typed:
    """The rows of a sent form in which something stands."""
    rows: Typed = {}
    for name in data:
        row, _dash, field = name.rpartition("-")
        if field in _KEPT and indicator_of(row):
            rows.setdefault(row, {})[field] = data[name][:_LONGEST]
    return {row: fields for row, fields in rows.items() if fields.get("value") or fields.get("note")}


def put(typed: Typed, indicators: Iterable[Indicator], template: Iterable[TemplateRow]) -> list[TemplateRow]:
    """Put the rows of a template where nothing is typed yet. Returns those for which no indicator was found."""
    indicators = list(indicators)
    taken = {indicator_of(row) for row in typed}
    lost, used = [], set()
    for each in template:
        fitting = [one for one in indicators if _fits(each, one)]
        found = next((one for one in fitting if one.pk not in used), fitting[0] if fitting else None)
        if found is None:
            lost.append(each)
        elif found.pk not in taken:
            used.add(found.pk)
            typed[_free(typed, found.pk)] = {"value": each.value, "note": each.note}
    return lost


def rows_of(typed: Typed, indicators: Iterable[Indicator]) -> list[TemplateRow]:
    """What is typed, as a template keeps it."""
    lineages = {each.pk: each.lineage for each in indicators}
    return [
        TemplateRow(lineages[found], (), fields.get("value", ""), fields.get("note", ""))
        for row, fields in typed.items()
        if (found := indicator_of(row)) in lineages
    ]


def as_template(reports: Iterable[Report]) -> list[TemplateRow]:
    """Yesterday's reports as the template "seperti kemarin"."""
    show = DecimalInput().format_value
    return [TemplateRow(each.indicator.lineage, (), show(each.value) or "", each.note) for each in reports]


def _fits(row: TemplateRow, indicator: Indicator) -> bool:
    if row.lineage:
        return bool(row.lineage == indicator.lineage)
    said = f"{indicator.name} {indicator.unit_of_measure}".casefold()
    return any(word.casefold() in said for word in row.words)


def _free(typed: Typed, indicator_id: UUID) -> str:
    """The first row of an indicator in which nothing stands."""
    names = [str(indicator_id), *(f"{indicator_id}.{number}" for number in range(2, 100))]
    return next(name for name in names if name not in typed)


def drafted(content: Mapping[str, Any], sent: set[str]) -> Typed:
    """The rows of a draft that were not sent meanwhile, from this device or another."""
    rows: Typed = content.get("rows", {})
    return {row: fields for row, fields in rows.items() if fields.get("key") not in sent}
