"""Public figures of few people are hidden, so that nobody is recognised in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import design
from kinerja.rules.limits import between
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (design("10"),)
MOST_PEOPLE = 10**9


@record
@dataclass(frozen=True, slots=True)
class PublicCells:
    """The names of the cells that are shown and of those that are hidden."""

    shown: tuple[str, ...]
    hidden: tuple[str, ...]


def may_be_shown(people: int, *, on: date) -> Verdict[bool]:
    """Whether a figure about so many people may stand on a public page."""
    between("people", people, 0, MOST_PEOPLE)
    least = parameters.figure("privacy.smallest_cell", on=on)
    shown = people >= least.value
    template = (
        _("{people} orang, paling sedikit {least}: boleh ditampilkan.")
        if shown
        else _("{people} orang, paling sedikit {least}: disembunyikan.")
    )
    return Verdict(shown, (Step(template, {"people": people, "least": least.value}, (least.cite,)),), CITES)


def cells(people: Mapping[str, int], *, on: date, total_is_public: bool = True) -> Verdict[PublicCells]:
    """Which cells of a table are hidden. A single hidden cell could be computed from the total: the next smallest goes too."""
    for name, count in people.items():
        between(f"people.{name}", count, 0, MOST_PEOPLE)
    least = parameters.figure("privacy.smallest_cell", on=on)
    hidden = {name for name, count in people.items() if count < least.value}
    steps = [
        Step(
            _("{cell}: kurang dari {least} orang, disembunyikan."),
            {"cell": name, "least": least.value},
            (least.cite,),
        )
        for name in people
        if name in hidden
    ]
    if total_is_public and len(hidden) == 1 and len(people) > 1:
        also = min((name for name in people if name not in hidden), key=lambda name: people[name])
        hidden.add(also)
        steps.append(
            Step(
                _("{cell} ikut disembunyikan, karena sel yang lain dapat dihitung dari jumlahnya."),
                {"cell": also},
                CITES,
            )
        )
    found = PublicCells(
        tuple(name for name in people if name not in hidden), tuple(name for name in people if name in hidden)
    )
    if not steps:
        steps.append(Step(_("Semua sel boleh ditampilkan."), {}, (least.cite,)))
    return Verdict(found, tuple(steps), CITES)
