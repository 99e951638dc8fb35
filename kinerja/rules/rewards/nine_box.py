"""Sembilan kotak talenta: kinerja against potensial, and what is recommended for each box."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import Predicate, Rating
from kinerja.rules.limits import between
from kinerja.rules.rewards.codes import Potential, TalentAction
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PermenPANRB 3/2020", in_force_from=date(2020, 1, 1), page="6"),
    Citation(
        "PermenPANRB 3/2020", "manajemen talenta", date(2020, 1, 1), standing=Standing.SOURCE,
        sources=("S55",), page="6",
    ),
)  # fmt: skip
_AXIS = {
    Predicate.SANGAT_BAIK: Rating.DIATAS,
    Predicate.BAIK: Rating.SESUAI,
    Predicate.BUTUH_PERBAIKAN: Rating.DIBAWAH,
    Predicate.KURANG: Rating.DIBAWAH,
    Predicate.SANGAT_KURANG: Rating.DIBAWAH,
}


@record
@dataclass(frozen=True, slots=True)
class TalentBox:
    """Box 1–9, whether it belongs to the group of the succession plan, and the recommended actions."""

    box: int
    succession: bool
    actions: tuple[TalentAction, ...]


def box(predicate: Predicate, potential: Potential, *, on: date) -> Verdict[TalentBox]:
    """The box of an employee. A recommendation: who is placed where, an official decides."""
    performance, table = _AXIS[predicate], parameters.table("nine_box.boxes", on=on)
    row = next(
        each
        for each in table.rows
        if each["performance"] == performance.value and each["potential"] == potential.value
    )
    found = TalentBox(
        row["box"], row["succession"], tuple(TalentAction(code) for code in row["actions"].split())
    )
    steps = [
        Step(
            _("Predikat {predicate} berarti kinerja {performance}."),
            {"predicate": predicate, "performance": performance},
            (design("6"),),
        ),
        Step(
            _("Potensial {potential}: kotak {box}."),
            {"potential": potential, "box": found.box},
            (table.cite,),
        ),
    ]
    if found.succession:
        steps.append(Step(_("Masuk kelompok rencana suksesi."), {}, (table.cite,)))
    steps += [Step(_("Saran: {action}."), {"action": action}, (table.cite,)) for action in found.actions]
    return Verdict(found, tuple(steps), CITES)


def potential_of(score: Decimal, *, on: date) -> Verdict[Potential]:
    """The level of potential from an assessment-centre score of 0–100."""
    between("score", score, 0, 100)
    high = parameters.figure("nine_box.potential_high", on=on)
    middle = parameters.figure("nine_box.potential_middle", on=on)
    level = Potential.RENDAH
    if score >= middle.value:
        level = Potential.MENENGAH
    if score >= high.value:
        level = Potential.TINGGI
    step = Step(
        _("Nilai {score}: potensial {level} (menengah mulai {middle}, tinggi mulai {high})."),
        {"score": score, "level": level, "middle": middle.value, "high": high.value},
        (high.cite,),
    )
    return Verdict(level, (step,), (high.cite,))
