"""What follows a weak annual result of a PNS: improvement, competency test, another position, dismissal with honour.

Each stage begins only with the fact that ends the one before; the PPK decides, the rule shows where things stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.coaching.codes import FollowUpStage, Vacancy
from kinerja.rules.codes import PositionKind, Predicate
from kinerja.rules.dates import last_day
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "PP 30/2019",
        "Pasal 56–58",
        date(2019, 1, 1),
        standing=Standing.SOURCE,
        sources=("S8", "S10"),
        page="5",
    ),
)
_TOP = (PositionKind.JPT_UTAMA, PositionKind.JPT_MADYA, PositionKind.JPT_PRATAMA)
_MOVES = {Vacancy.SESUAI: FollowUpStage.PEMINDAHAN, Vacancy.LEBIH_RENDAH: FollowUpStage.PENURUNAN}


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """What has happened so far; None for what has not. `vacancy`: found after the test; `later_vacancy`: while placed."""

    warned: date | None = None
    improving_from: date | None = None
    improved: bool | None = None
    meets_standard: bool | None = None
    vacancy: Vacancy | None = None
    placed: date | None = None
    later_vacancy: Vacancy | None = None

    def __post_init__(self) -> None:
        if self.improving_from is not None and (self.warned is None or self.improving_from < self.warned):
            raise Refused("improving_from", _("Masa perbaikan tidak dapat mendahului peringatan."))
        if self.placed is not None and (self.improving_from is None or self.placed < self.improving_from):
            raise Refused("placed", _("Penempatan sementara tidak dapat mendahului masa perbaikan."))


@record
@dataclass(frozen=True, slots=True)
class FollowUp:
    """The stage that is on now, and its last day where a clock runs."""

    stage: FollowUpStage
    due: date | None


def stage(
    predicate: Predicate,
    position: PositionKind,
    *,
    today: date,
    facts: FollowUpFacts = FollowUpFacts(),
    force_majeure: bool = False,
    triggers: frozenset[Predicate] = frozenset(),
) -> Verdict[FollowUp]:
    """Where the follow-up of a PNS stands. `triggers`: the instansi's own predicates that start it, else the default.

    Refused when a missing improvement is recorded before its six months are over, and when a fact is skipped.
    """
    if not _is_triggered(predicate, triggers, today):
        text = _("Predikat {predicate} tidak memulai tindak lanjut.")
        return _at(FollowUpStage.TIDAK_ADA, None, Step(text, {"predicate": predicate}, CITES))
    if force_majeure:
        text = _("Keadaan kahar: hasil ini tidak memulai tindak lanjut.")
        return _at(FollowUpStage.TIDAK_ADA, None, Step(text, {}, CITES))
    _in_order(facts)
    if facts.improving_from is None:
        text = _("Predikat {predicate}: beri peringatan dan sepakati rencana perbaikan.")
        return _at(FollowUpStage.PERINGATAN, None, Step(text, {"predicate": predicate}, CITES))
    months = parameters.figure("coaching.improvement_months", on=facts.improving_from)
    due = last_day(facts.improving_from, int(months.value), "facts.improving_from")
    if facts.improved is None:
        return _improving(due, today)
    if facts.improved:
        return _at(FollowUpStage.SELESAI, None, Step(_("Kinerja membaik: tindak lanjut selesai."), {}, CITES))
    if today <= due:
        raise Refused("facts.improved", _("Masa perbaikan masih berjalan sampai {due}."), {"due": due})
    return _after_test(facts, position, today)


def _is_triggered(predicate: Predicate, triggers: frozenset[Predicate], on: date) -> bool:
    if triggers:
        return predicate in triggers
    return any(
        row["predicate"] == predicate.value for row in parameters.table("coaching.triggers", on=on).rows
    )


def _in_order(facts: FollowUpFacts) -> None:
    """Each fact needs the one before it."""
    below = facts.meets_standard is False
    needs = (
        ("improved", facts.improved is not None, facts.improving_from is not None),
        ("meets_standard", facts.meets_standard is not None, facts.improved is False),
        ("vacancy", facts.vacancy is not None, below),
        ("placed", facts.placed is not None, facts.vacancy is Vacancy.TIDAK_ADA),
        ("later_vacancy", facts.later_vacancy is not None, facts.placed is not None),
    )
    for name, is_there, may_be in needs:
        if is_there and not may_be:
            raise Refused(
                f"facts.{name}", _("Langkah sebelumnya belum dicatat, atau sudah mengakhiri tindak lanjut.")
            )


def _improving(due: date, today: date) -> Verdict[FollowUp]:
    if today <= due:
        text = _("Kesempatan memperbaiki kinerja berjalan sampai {due}.")
        return _at(FollowUpStage.PERBAIKAN_6BLN, due, Step(text, {"due": due}, CITES))
    text = _("Kesempatan memperbaiki kinerja berakhir {due}: nilai apakah kinerja membaik.")
    return _at(FollowUpStage.PERBAIKAN_6BLN, due, Step(text, {"due": due}, CITES, level=Level.WARNING))


def _after_test(facts: FollowUpFacts, position: PositionKind, today: date) -> Verdict[FollowUp]:
    if facts.meets_standard is None:
        text = _("Kinerja tidak membaik: uji kompetensi kembali.")
        return _at(FollowUpStage.UJI_KOMPETENSI, None, Step(text, {}, CITES))
    if facts.meets_standard:
        text = _("Uji kompetensi memenuhi standar jabatan: tindak lanjut selesai.")
        return _at(FollowUpStage.SELESAI, None, Step(text, {}, CITES))
    if facts.vacancy is None:
        text = _("Di bawah standar jabatan: cari jabatan yang sesuai atau lebih rendah.")
        return _at(FollowUpStage.UJI_KOMPETENSI, None, Step(text, {}, CITES))
    if facts.vacancy in _MOVES:
        return _moved(facts.vacancy)
    if position in _TOP:
        text = _("Penempatan sementara hanya untuk jabatan administrasi dan fungsional; PPK memutus lain.")
        return _at(FollowUpStage.UJI_KOMPETENSI, None, Step(text, {}, CITES, level=Level.ERROR))
    return _placed(facts, today)


def _placed(facts: FollowUpFacts, today: date) -> Verdict[FollowUp]:
    if facts.placed is None:
        text = _("Tidak ada lowongan: tempatkan sementara, paling lama satu tahun.")
        return _at(FollowUpStage.PENEMPATAN_SEMENTARA, None, Step(text, {}, CITES))
    if facts.later_vacancy in _MOVES:
        return _moved(facts.later_vacancy)
    months = parameters.figure("coaching.placement_months", on=facts.placed)
    due = last_day(facts.placed, int(months.value), "facts.placed")
    if today <= due:
        text = _("Penempatan sementara sampai {due}.")
        return _at(FollowUpStage.PENEMPATAN_SEMENTARA, due, Step(text, {"due": due}, CITES))
    text = _(
        "Penempatan sementara berakhir {due} tanpa lowongan: usul pemberhentian dengan hormat; PPK memutus."
    )
    return _at(FollowUpStage.PDH, None, Step(text, {"due": due}, CITES, level=Level.WARNING))


def _moved(vacancy: Vacancy) -> Verdict[FollowUp]:
    text = _("Ditempatkan pada {vacancy}.")
    return _at(_MOVES[vacancy], None, Step(text, {"vacancy": vacancy}, CITES))


def _at(now: FollowUpStage, due: date | None, step: Step) -> Verdict[FollowUp]:
    told = Step(_("Tahap: {stage}."), {"stage": now}, (design("5"),))
    return Verdict(FollowUp(now, due), (told, step), CITES)
