"""Counselling for behaviour: what makes one complete, and who may read its notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.coaching.codes import CounsellingGap, CounsellingOutcome, Counsellor, NotesReader
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "PermenPANRB 8/2021 (dicabut)",
        "",
        date(2021, 1, 1),
        standing=Standing.SOURCE,
        sources=("S17",),
        page="1",
    ),
)
#: who reads the notes is our own proposal
_PRIVACY = (design("1"),)
_READERS = (
    NotesReader.KONSELOR,
    NotesReader.PEGAWAI,
    NotesReader.ATASAN_PENILAI,
    NotesReader.PENGELOLA_KEPEGAWAIAN,
)


@record
@dataclass(frozen=True, slots=True)
class Counselling:
    """`gaps` is empty when the counselling is complete; only then may an outcome follow."""

    gaps: tuple[CounsellingGap, ...]
    outcome: CounsellingOutcome | None


def check(
    counsellor: Counsellor | None = None,
    *,
    is_private: bool,
    is_signed: bool,
    is_reported: bool,
    outcome: CounsellingOutcome | None = None,
) -> Verdict[Counselling]:
    """What a counselling still lacks. `counsellor` None: a rater without training. An outcome waits until nothing is missing."""
    tests = (
        (counsellor is not None, CounsellingGap.PENILAI_BELUM_TERLATIH),
        (is_private, CounsellingGap.TIDAK_PERORANGAN),
        (is_signed, CounsellingGap.FORMULIR),
        (is_reported, CounsellingGap.LAPORAN),
    )
    gaps = tuple(gap for holds, gap in tests if not holds)
    steps = [
        Step(_("Konseling belum lengkap: {gap}."), {"gap": gap}, CITES, level=Level.WARNING) for gap in gaps
    ]
    if gaps:
        return Verdict(Counselling(gaps, None), tuple(steps), CITES)
    steps.append(Step(_("Konseling lengkap."), {}, CITES))
    if outcome is not None:
        steps.append(Step(_("Tindak lanjut: {outcome}."), {"outcome": outcome}, CITES))
    return Verdict(Counselling((), outcome), tuple(steps), CITES)


def may_read(reader: NotesReader) -> Verdict[bool]:
    """Whether this reader may see the notes: counsellor, employee, the rater's superior and the personnel agency only."""
    may = reader in _READERS
    text = (
        _("Catatan konseling dapat dibaca: {reader}.")
        if may
        else _("Catatan konseling tidak dapat dibaca: {reader}.")
    )
    return Verdict(may, (Step(text, {"reader": reader}, _PRIVACY),), _PRIVACY)
