"""No predikat, ranking, sanction or cut without a named official."""

from __future__ import annotations

from datetime import date

from kinerja.rules.citation import Citation, design
from kinerja.rules.privacy.codes import PersonalDecision
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("UU 27/2022", "keputusan otomatis", date(2022, 1, 1), page="10"), design("10"))


def may_take_effect(decision: PersonalDecision, approver: str = "") -> Verdict[bool]:
    """Only with the name of the official who approved it; what was only computed stays a proposal."""
    if approver.strip():
        step = Step(
            _("{decision} ditetapkan oleh {approver}."),
            {"decision": decision, "approver": approver.strip()},
            CITES,
        )
        return Verdict(True, (step,), CITES)
    step = Step(
        _("{decision} belum disetujui pejabat yang bernama: ini baru usulan."),
        {"decision": decision},
        CITES,
        level=Level.ERROR,
    )
    return Verdict(False, (step,), CITES)
