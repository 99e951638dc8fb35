"""Matriks Peran Hasil: the leader's results in columns, the people below in rows, the expected role in the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("PermenPANRB 6/2022", in_force_from=date(2022, 1, 1), standing=Standing.KNOWN, page="1"),)
_ORPHAN = _(
    "RHK pimpinan “{result}” belum dikerjakan siapa pun. Isi perannya pada paling sedikit satu orang."
)
_IDLE = _(
    "{person} belum punya peran. SKP belum dapat disetujui; isi peran pada paling sedikit satu RHK pimpinan."
)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The result that a person or position is to give to one RHK of the leader; an empty role is no role."""

    person: str
    result: str
    role: str


@record
@dataclass(frozen=True, slots=True)
class MatrixCheck:
    """`orphans` are RHK of the leader that nobody serves, `idle` the people who serve none."""

    orphans: tuple[str, ...]
    idle: tuple[str, ...]

    @property
    def may_be_approved(self) -> bool:
        return not self.idle


def check(
    results: Sequence[str], people: Sequence[str], cells: Sequence[MatrixCell] = ()
) -> Verdict[MatrixCheck]:
    """An empty column is a warning, an empty row blocks approval.

    Raises Refused when a row or column is named twice, and when a cell stands in none.
    """
    _each_once("results", results)
    _each_once("people", people)
    columns, rows = set(results), set(people)
    for place, cell in enumerate(cells):
        if cell.result not in columns:
            raise Refused(
                f"cells.{place}.result",
                _("“{name}” bukan RHK pimpinan di matriks ini."),
                {"name": cell.result},
            )
        if cell.person not in rows:
            raise Refused(
                f"cells.{place}.person", _("“{name}” tidak ada di matriks ini."), {"name": cell.person}
            )
    filled = [cell for cell in cells if cell.role.strip()]
    served, serving = {cell.result for cell in filled}, {cell.person for cell in filled}
    orphans = tuple(result for result in results if result not in served)
    idle = tuple(person for person in people if person not in serving)
    steps = [Step(_ORPHAN, {"result": result}, (design("1"),), level=Level.WARNING) for result in orphans]
    steps += [Step(_IDLE, {"person": person}, (design("1"),), level=Level.ERROR) for person in idle]
    if not steps:
        steps = [
            Step(_("Setiap RHK pimpinan ada yang mengerjakan, dan setiap orang punya peran."), cites=CITES)
        ]
    return Verdict(MatrixCheck(orphans, idle), tuple(steps), CITES)


def _each_once(field: str, names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        raise Refused(field, _("Ada nama yang disebut dua kali."))
