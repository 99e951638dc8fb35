"""Perubahan SKP: when a fixed SKP may be changed within the year, and what has to be said for it."""

from __future__ import annotations

from datetime import date

from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.planning.codes import SkpChangeReason
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "PermenPANRB 8/2021",
        in_force_from=date(2021, 1, 1),
        standing=Standing.UNSURE,
        sources=("S17",),
        page="1",
    ),
    design("1"),
)


def may_change(
    reason: SkpChangeReason | None = None,
    explanation: str = "",
    *,
    is_fixed: bool = True,
    is_accepted_by_leader: bool = False,
) -> Verdict[bool]:
    """False with an error step for everything that is missing.

    Before it is fixed an SKP is a draft and changes freely. Afterwards a change is a new version with a lawful
    reason and an explanation; another circumstance than the named ones needs the leader's consent.
    """
    if not is_fixed:
        return Verdict(
            True, (Step(_("SKP belum ditetapkan, jadi masih dapat diubah bebas."), cites=CITES[1:]),), CITES
        )
    missing = []
    if reason is None:
        missing.append(_("SKP sudah ditetapkan. Pilih alasan perubahannya."))
    if not explanation.strip():
        missing.append(_("Tuliskan penjelasan perubahannya."))
    if reason is SkpChangeReason.LAIN and not is_accepted_by_leader:
        missing.append(_("Keadaan lain perlu persetujuan pimpinan. Minta pimpinan menyetujuinya."))
    if missing:
        return Verdict(False, tuple(Step(words, cites=CITES, level=Level.ERROR) for words in missing), CITES)
    words = _("SKP berubah karena {reason}; perubahan ini menjadi versi baru dengan alasannya.")
    return Verdict(True, (Step(words, {"reason": reason}, CITES),), CITES)
