"""The table of steps of a disciplinary case, and what each needs. `procedure` asks; this answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import PunishmentLevel
from kinerja.rules.discipline.codes import CaseAct, CasePhase, TeamMember
from kinerja.rules.discipline.working_time import deadline, works
from kinerja.rules.verdict import Level, Step
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "PP 94/2021", "Pasal 26", date(2021, 1, 1), standing=Standing.SOURCE, sources=("S36",), page="5"
    ),
    Citation("PP 94/2021", "", date(2021, 1, 1), standing=Standing.KNOWN, page="5"),
)

_A, _P = CaseAct, CasePhase
#: what may follow in which phase, and the phase after it
TABLE: Mapping[tuple[CasePhase, CaseAct], CasePhase] = {
    (_P.BARU, _A.PANGGILAN): _P.DIPANGGIL,
    (_P.DIPANGGIL, _A.PEMERIKSAAN): _P.DIPERIKSA,
    (_P.DIPANGGIL, _A.TIDAK_HADIR): _P.MANGKIR,
    (_P.MANGKIR, _A.PANGGILAN): _P.DIPANGGIL_LAGI,
    (_P.DIPANGGIL_LAGI, _A.PEMERIKSAAN): _P.DIPERIKSA,
    (_P.DIPANGGIL_LAGI, _A.TIDAK_HADIR): _P.TANPA_HADIR,
    (_P.DIPERIKSA, _A.BAP_DITANDATANGANI): _P.BERITA_ACARA,
    (_P.DIPERIKSA, _A.BAP_DITOLAK): _P.BERITA_ACARA,
    (_P.BERITA_ACARA, _A.PEMERIKSAAN): _P.DIPERIKSA,
    (_P.BERITA_ACARA, _A.LAPORAN): _P.DILAPORKAN,
    (_P.BERITA_ACARA, _A.KEPUTUSAN): _P.DIPUTUS,
    (_P.BERITA_ACARA, _A.TIDAK_TERBUKTI): _P.SELESAI,
    (_P.TANPA_HADIR, _A.LAPORAN): _P.DILAPORKAN,
    (_P.TANPA_HADIR, _A.KEPUTUSAN): _P.DIPUTUS,
    (_P.TANPA_HADIR, _A.TIDAK_TERBUKTI): _P.SELESAI,
    (_P.DILAPORKAN, _A.PEMERIKSAAN): _P.DIPERIKSA,
    (_P.DILAPORKAN, _A.KEPUTUSAN): _P.DIPUTUS,
    (_P.DILAPORKAN, _A.TIDAK_TERBUKTI): _P.SELESAI,
    (_P.DIPUTUS, _A.PENYAMPAIAN): _P.DISAMPAIKAN,
    (_P.DISAMPAIKAN, _A.UPAYA): _P.UPAYA_BERJALAN,
    (_P.DISAMPAIKAN, _A.BERLAKU): _P.BERLAKU,
    (_P.UPAYA_BERJALAN, _A.UPAYA_DITOLAK): _P.BERLAKU,
    (_P.UPAYA_BERJALAN, _A.UPAYA_DIKABULKAN): _P.SELESAI,
}
#: a team is formed, or a person released from duties, at any time before the decision
_BESIDE = (_A.TIM_DIBENTUK, _A.BEBAS_TUGAS)
_BEFORE_DECISION = (
    _P.BARU,
    _P.DIPANGGIL,
    _P.MANGKIR,
    _P.DIPANGGIL_LAGI,
    _P.TANPA_HADIR,
    _P.DIPERIKSA,
    _P.BERITA_ACARA,
    _P.DILAPORKAN,
)
_SUMMONED = (_P.DIPANGGIL, _P.DIPANGGIL_LAGI)

Wrong = tuple[str, str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class TakenStep:
    """A step on its day. `planned`: the examination that a summons names; `members`: who sits in a team."""

    act: CaseAct
    day: date
    planned: date | None = None
    members: frozenset[TeamMember] = frozenset()


@dataclass(frozen=True, slots=True)
class Case:
    """What the steps taken so far add up to. `team_missed`: the last examination was held without a team."""

    phase: CasePhase = CasePhase.BARU
    last: date | None = None
    planned: date | None = None
    has_team: bool = False
    is_released: bool = False
    team_missed: bool = False
    is_reported: bool = False


def after(case: Case, step: TakenStep) -> Case:
    """The case after a step that is not wrong."""
    examined = step.act is CaseAct.PEMERIKSAAN
    return replace(
        case,
        phase=TABLE.get((case.phase, step.act), case.phase),
        last=step.day,
        planned=step.planned or case.planned,
        has_team=case.has_team or step.act is CaseAct.TIM_DIBENTUK,
        is_released=case.is_released or step.act is CaseAct.BEBAS_TUGAS,
        team_missed=not case.has_team if examined else case.team_missed,
        is_reported=step.act is CaseAct.LAPORAN or (case.is_reported and not examined),
    )


def wrong(case: Case, step: TakenStep, free_days: frozenset[date]) -> Wrong | None:
    """Why the step is not lawful here: the field below it, a sentence and its parameters; None when it is."""
    if case.last is not None and step.day < case.last:
        return ".day", _("Tidak dapat mendahului langkah sebelumnya, {last}."), {"last": case.last}
    if step.act in _BESIDE:
        return _wrong_beside(case, step)
    if (case.phase, step.act) not in TABLE:
        text = _("Belum atau tidak lagi dapat dilakukan: {act}; perkara {phase}.")
        return ".act", text, {"act": step.act, "phase": case.phase}
    if step.act is CaseAct.PANGGILAN:
        return _wrong_plan(step, free_days)
    if step.act is CaseAct.TIDAK_HADIR and case.planned is not None and step.day < case.planned:
        return ".day", _("Pemeriksaan baru direncanakan {planned}."), {"planned": case.planned}
    if step.act is CaseAct.BERLAKU and case.last is not None:
        begins, _figure = deadline("discipline.effect_days", case.last, free_days, "taken")
        if step.day < begins:
            return ".day", _("Keputusan baru berlaku {begins}."), {"begins": begins}
    return None


def _wrong_beside(case: Case, step: TakenStep) -> Wrong | None:
    if case.phase not in _BEFORE_DECISION:
        return ".act", _("Hanya sebelum keputusan: {act}."), {"act": step.act}
    if step.act is CaseAct.BEBAS_TUGAS:
        return None
    for member in TeamMember:
        if member not in step.members:
            return ".members", _("Tim pemeriksa belum lengkap: {member} tidak ada."), {"member": member}
    return None


def _wrong_plan(step: TakenStep, free_days: frozenset[date]) -> Wrong | None:
    if step.planned is None:
        return ".planned", _("Panggilan menyebut tanggal pemeriksaan."), {}
    if step.planned < step.day:
        return ".planned", _("Pemeriksaan tidak dapat mendahului panggilan."), {}
    last, figure = deadline("discipline.examination_days", step.day, free_days, "taken")
    if step.planned > last:
        text = _(
            "Pemeriksaan paling lambat {count} hari kerja sesudah panggilan, {last}: pilih tanggal lain."
        )
        return ".planned", text, {"count": figure.value, "last": last}
    if not works(step.planned, free_days):
        return ".planned", _("{planned} bukan hari kerja."), {"planned": step.planned}
    return None


def unfit(case: Case, act: CaseAct, threat: PunishmentLevel) -> str | None:
    """What the level that threatens now forbids: a team, release from duties, an examination without the team."""
    if act is CaseAct.TIM_DIBENTUK and threat is PunishmentLevel.RINGAN:
        return _("Tim pemeriksa hanya untuk ancaman hukuman sedang atau berat.")
    if act is CaseAct.BEBAS_TUGAS and threat is not PunishmentLevel.BERAT:
        return _("Pembebasan sementara dari tugas hanya untuk ancaman hukuman berat.")
    if act is CaseAct.PEMERIKSAAN and threat is PunishmentLevel.BERAT and not case.has_team:
        return _("Ancaman hukuman berat wajib diperiksa tim pemeriksa: bentuk tim dahulu.")
    return None


def open_acts(case: Case, threat: PunishmentLevel) -> tuple[CaseAct, ...]:
    """The acts that the table and the threat allow in this phase, those beside it last."""
    acts = [act for phase, act in TABLE if phase is case.phase]
    if case.phase in _BEFORE_DECISION:
        done = {CaseAct.TIM_DIBENTUK: case.has_team, CaseAct.BEBAS_TUGAS: case.is_released}
        acts.extend(act for act in _BESIDE if not done[act])
    return tuple(act for act in acts if unfit(case, act, threat) is None)


def blocks_decision(case: Case, threat: PunishmentLevel, within_authority: bool) -> list[Step]:
    """Errors that keep a decision from being made although the phase would allow it."""
    errors = []
    if threat is PunishmentLevel.BERAT and not case.has_team:
        text = _(
            "Ancaman hukuman berat wajib diperiksa tim pemeriksa; tim belum ada, keputusan belum boleh dibuat."
        )
        errors.append(Step(text, {}, CITES, level=Level.ERROR))
    elif threat is PunishmentLevel.BERAT and case.team_missed:
        text = _("Tim pemeriksa dibentuk sesudah pemeriksaan: periksa lagi bersama tim sebelum memutus.")
        errors.append(Step(text, {}, CITES, level=Level.ERROR))
    if not within_authority and not case.is_reported:
        text = _("Hukuman ini di luar kewenangan pemeriksa: laporkan dahulu bersama berita acaranya.")
        errors.append(Step(text, {}, CITES, level=Level.ERROR))
    return errors


def clock(
    case: Case, act: CaseAct, free_days: frozenset[date]
) -> tuple[date | None, date | None, tuple[Step, ...]]:
    """The last day of the act, the first day on which it may be, and the sentence about it."""
    if act is CaseAct.PEMERIKSAAN and case.phase in _SUMMONED:
        text = _("Pemeriksaan direncanakan {planned}.")
        return case.planned, None, (Step(text, {"planned": case.planned}, CITES),)
    name, start = _running(case, act)
    if start is None:
        return None, None, ()
    last, figure = deadline(name, start, free_days, "taken")
    if act is CaseAct.BERLAKU:
        text = _("Tanpa upaya administratif keputusan berlaku {last}.")
        return None, last, (Step(text, {"last": last}, (figure.cite,)),)
    text = _("Paling lambat {last}: {act}.")
    return last, None, (Step(text, {"act": act, "last": last}, (figure.cite,)),)


def _running(case: Case, act: CaseAct) -> tuple[str, date | None]:
    """The clock that runs towards an act in this phase, and the day it is counted from."""
    if act is CaseAct.PANGGILAN and case.phase is CasePhase.MANGKIR:
        return "discipline.second_summons_days", case.planned
    if act is CaseAct.PENYAMPAIAN:
        return "discipline.handover_days", case.last
    if act is CaseAct.BERLAKU:
        return "discipline.effect_days", case.last
    return "", None
