"""Matriks Peran Hasil: a superior's results against the people below, with the gaps named."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kinerja.areas.planning.models import Rhk, Skp
from kinerja.areas.planning.states import SkpState
from kinerja.base.organization.lines import rated_by
from kinerja.base.organization.models import Person


@dataclass
class Cell:
    """What one person does for one result of the superior."""

    person: Person
    rhks: list[Rhk]


@dataclass
class Row:
    """One result of the superior; empty when nobody supports it."""

    rhk: Rhk
    cells: list[Cell]

    @property
    def is_empty(self) -> bool:
        return not any(cell.rhks for cell in self.cells)


@dataclass
class Column:
    """One person; empty when nothing of his supports the superior. `others`: work assigned in another way."""

    person: Person
    skp: Skp | None
    others: list[Rhk] = field(default_factory=list)
    is_empty: bool = True


@dataclass
class Matrix:
    """Rows by the superior's results, columns by person."""

    rows: list[Row]
    columns: list[Column]

    @property
    def empty_rows(self) -> list[Row]:
        return [row for row in self.rows if row.is_empty]

    @property
    def empty_columns(self) -> list[Column]:
        return [column for column in self.columns if column.is_empty]

    @property
    def has_others(self) -> bool:
        return any(column.others for column in self.columns)


def of_superior(skp: Skp, day: date) -> Matrix:
    """The matrix of everybody rated by the person of this SKP today. Four queries."""
    ids = [line.person_id for line in rated_by(skp.person_id, day)]
    return _build(list(skp.rhks.all()), ids, skp.period_id)


def of_one(skp: Skp, superior: Skp | None) -> Matrix:
    """The superior's results with this one person as the only column."""
    rhks = list(superior.rhks.all()) if superior else []
    return _build(rhks, [skp.person_id], skp.period_id)


def _build(rhks: list[Rhk], person_ids: list[UUID], period_id: UUID) -> Matrix:
    people = list(Person.objects.filter(pk__in=person_ids).order_by("name"))
    skps = _shown(person_ids, period_id)
    theirs: dict[UUID, list[Rhk]] = {}
    for rhk in Rhk.objects.filter(skp__in=[skp.pk for skp in skps.values()]).select_related(
        "supports", "supports_iku", "skp"
    ):
        theirs.setdefault(rhk.skp.person_id, []).append(rhk)
    columns = [_column(person, skps.get(person.pk), theirs.get(person.pk, []), rhks) for person in people]
    # by lineage, not by key: a new version of the superior's SKP keeps the lines that others support
    rows = [
        Row(rhk, [Cell(person, _supporting(theirs.get(person.pk, []), rhk)) for person in people])
        for rhk in rhks
    ]
    return Matrix(rows, columns)


def _column(person: Person, skp: Skp | None, rhks: list[Rhk], above: list[Rhk]) -> Column:
    others = [rhk for rhk in rhks if not any(_supports(rhk, each) for each in above)]
    return Column(person, skp, others, is_empty=len(others) == len(rhks))


def _supporting(rhks: list[Rhk], above: Rhk) -> list[Rhk]:
    return [rhk for rhk in rhks if _supports(rhk, above)]


def _supports(rhk: Rhk, above: Rhk) -> bool:
    """Directly; or, between heads of units, through the IKU of the superior's result or the one below it."""
    if rhk.supports is not None:
        return rhk.supports.lineage == above.lineage
    iku = rhk.supports_iku
    return iku is not None and above.supports_iku_id in {iku.pk, iku.supports_id} - {None}


def _shown(person_ids: list[UUID], period_id: UUID) -> dict[UUID, Skp]:
    """The version in force of each person; where none is, the one in work."""
    found: dict[UUID, Skp] = {}
    for skp in Skp.objects.current().filter(person_id__in=person_ids, period_id=period_id):
        if skp.state == SkpState.AGREED or skp.person_id not in found:
            found[skp.person_id] = skp
    return found
