"""The steps of a disciplinary case: which may come next, until when, and why one may not.

A record of steps is replayed from the first; one that could not lawfully have been taken is refused with its place. A
case can only end as not proven, in effect, or cancelled: there is no step that closes it by a transfer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import PunishmentLevel
from kinerja.rules.discipline import case_steps
from kinerja.rules.discipline.case_steps import TakenStep
from kinerja.rules.discipline.codes import CaseAct, CasePhase
from kinerja.rules.discipline.working_time import deadline
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = case_steps.CITES
_PROMOTION = Citation("PP 94/2021", "", date(2021, 1, 1), standing=Standing.UNSURE, page="5")


@record
@dataclass(frozen=True, slots=True)
class NextAct:
    """A step that may be taken now. `due`: its last day; `from_day`: not before it; both None where no clock runs."""

    act: CaseAct
    due: date | None = None
    from_day: date | None = None


@record
@dataclass(frozen=True, slots=True)
class CaseState:
    """Where the case stands and what may come next; nothing when it is over."""

    phase: CasePhase
    next: tuple[NextAct, ...]


def state(
    threat: PunishmentLevel,
    taken: tuple[TakenStep, ...] = (),
    *,
    within_authority: bool = True,
    free_days: frozenset[date] = frozenset(),
) -> Verdict[CaseState]:
    """The next lawful steps after those taken, for the level of punishment that threatens now.

    `within_authority`: whether whoever examines may himself impose it; else the case is reported up the line first.
    Refused when the record holds a step that was not lawful in its place (`taken.2`, `taken.2.planned`, …).
    """
    case = _replayed(taken, free_days)
    steps = [Step(_("Perkara {phase}."), {"phase": case.phase}, CITES)]
    blocks = case_steps.blocks_decision(case, threat, within_authority)
    open_acts = case_steps.open_acts(case, threat)
    found = []
    for act in open_acts:
        if act is CaseAct.KEPUTUSAN and blocks:
            continue
        if act is CaseAct.LAPORAN and within_authority:
            continue
        due, from_day, told = case_steps.clock(case, act, free_days)
        found.append(NextAct(act, due, from_day))
        steps.extend(told)
    if CaseAct.KEPUTUSAN in open_acts:
        steps.extend(blocks)
    return Verdict(CaseState(case.phase, tuple(found)), tuple(steps), CITES)


def may_take(
    threat: PunishmentLevel,
    step: TakenStep,
    *,
    taken: tuple[TakenStep, ...] = (),
    within_authority: bool = True,
    free_days: frozenset[date] = frozenset(),
) -> Verdict[bool]:
    """Whether this step may be taken next: False with an error that says why and what to do instead.

    A step after its clock is allowed with a warning, so that no case is lost, unless a day is still to be chosen.
    """
    case = _replayed(taken, free_days)
    wrong = case_steps.wrong(case, step, free_days)
    text, params = wrong[1:] if wrong else (case_steps.unfit(case, step.act, threat), {})
    errors = [Step(text, params, CITES, level=Level.ERROR)] if text else []
    if step.act is CaseAct.KEPUTUSAN and not errors:
        errors.extend(case_steps.blocks_decision(case, threat, within_authority))
    if errors:
        return Verdict(False, tuple(errors), CITES)
    due, _from, told = case_steps.clock(case, step.act, free_days)
    steps = list(told)
    if due is not None and step.day > due:
        text = _("Seharusnya paling lambat {due}: {act}; keterlambatan dicatat.")
        steps.append(Step(text, {"act": step.act, "due": due}, CITES, level=Level.WARNING))
    steps.append(Step(_("Dapat dilakukan: {act}."), {"act": step.act}, CITES))
    return Verdict(True, tuple(steps), CITES)


def examination_deadline(summoned: date, *, free_days: frozenset[date] = frozenset()) -> Verdict[date]:
    """The last working day for the examination after a summons of this day."""
    return _clock("discipline.examination_days", summoned, free_days, "summoned")


def second_summons_deadline(planned: date, *, free_days: frozenset[date] = frozenset()) -> Verdict[date]:
    """The last working day for a second summons after the first planned examination was missed."""
    return _clock("discipline.second_summons_days", planned, free_days, "planned")


def handover_deadline(decided: date, *, free_days: frozenset[date] = frozenset()) -> Verdict[date]:
    """The last working day for handing the decision over."""
    return _clock("discipline.handover_days", decided, free_days, "decided")


def effect_day(received: date, *, free_days: frozenset[date] = frozenset()) -> Verdict[date]:
    """The working day on which a decision takes effect when no remedy is sought."""
    return _clock("discipline.effect_days", received, free_days, "received")


def may_be_promoted(threat: PunishmentLevel, phase: CasePhase) -> Verdict[bool]:
    """Whether a promotion or a higher rank is possible meanwhile: not while examined for a heavy punishment."""
    is_over = phase in (CasePhase.BERLAKU, CasePhase.SELESAI)
    if is_over or threat is not PunishmentLevel.BERAT:
        text = _("Perkara ini tidak menahan kenaikan pangkat atau promosi.")
        return Verdict(True, (Step(text, {}, (_PROMOTION,)),), (_PROMOTION,))
    text = _("Selama diperiksa dengan ancaman hukuman berat tidak ada kenaikan pangkat atau promosi.")
    return Verdict(False, (Step(text, {}, (_PROMOTION,), level=Level.ERROR),), (_PROMOTION,))


def _clock(name: str, start: date, free_days: frozenset[date], field: str) -> Verdict[date]:
    last, figure = deadline(name, start, free_days, field)
    text = _("{count} hari kerja sesudah {start}: {last}.")
    step = Step(text, {"count": figure.value, "start": start, "last": last}, (figure.cite,))
    return Verdict(last, (step,), (figure.cite,))


def _replayed(taken: Sequence[TakenStep], free_days: frozenset[date]) -> case_steps.Case:
    case = case_steps.Case()
    for place, step in enumerate(taken):
        wrong = case_steps.wrong(case, step, free_days)
        if wrong is not None:
            field, text, params = wrong
            raise Refused(f"taken.{place}{field}", text, params)
        case = case_steps.after(case, step)
    return case
