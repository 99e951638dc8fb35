"""When a rater has to write a reason beside his choice, and why. Our own proposal, so that a choice is never silent."""

from __future__ import annotations

from datetime import date

from kinerja.rules import parameters
from kinerja.rules.assessment import quadrant
from kinerja.rules.citation import design
from kinerja.rules.codes import Predicate, Rating
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (design("1"),)


def reason_needed(
    work: Rating, behaviour: Rating, suggested: Rating | None = None, alike: int = 0, *, on: date
) -> Verdict[bool]:
    """One step for each cause; False with a single step when there is none.

    `alike`: how many others the rater has already given exactly these two ratings while giving nobody others.
    """
    if alike < 0:
        raise Refused("alike", _("Jumlah pegawai tidak boleh negatif."))
    steps = []
    result = quadrant.TABLE[work, behaviour]
    if result is not Predicate.BAIK:
        steps.append(
            Step(_("Predikat {predicate} selalu perlu alasan tertulis."), {"predicate": result}, CITES)
        )
    if suggested is not None and work is not suggested:
        params = {"work": work, "suggested": suggested}
        template = _("Hasil kerja dinilai {work}, sedangkan sarannya {suggested}: perlu alasan tertulis.")
        steps.append(Step(template, params, CITES))
    limit = parameters.figure("reason.alike_from", on=on)
    if alike >= limit.value:
        template = _(
            "{alike} pegawai lain di tim ini dinilai sama persis dan belum ada yang berbeda: perlu alasan."
        )
        steps.append(Step(template, {"alike": alike}, (limit.cite,)))
    if not steps:
        return Verdict(False, (Step(_("Pilihan ini tidak mewajibkan alasan."), {}, CITES),), CITES)
    return Verdict(True, tuple(steps), CITES)
