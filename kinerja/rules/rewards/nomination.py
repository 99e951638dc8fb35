"""Who may be nominated for an award: conditions of the application itself, until an instansi decides its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules import parameters
from kinerja.rules.citation import design
from kinerja.rules.codes import Predicate
from kinerja.rules.discipline.codes import LegalStatus
from kinerja.rules.limits import at_least, between
from kinerja.rules.rewards.codes import NominationGap
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (design("6"),)


@record
@dataclass(frozen=True, slots=True)
class Nomination:
    """`gaps` is empty when the employee may be nominated."""

    eligible: bool
    gaps: tuple[NominationGap, ...]


def nomination(
    predicate: Predicate,
    legal_status: LegalStatus,
    attendance: Decimal,
    ip_asn: Decimal,
    scorers: int,
    *,
    on: date,
    punished_this_year: bool = False,
    names_himself: bool = False,
) -> Verdict[Nomination]:
    """Every condition is tested, so that all that is missing is named at once.

    `attendance` in percent of the working days, `ip_asn` 0–100, `scorers` members of the committee who give scores.
    """
    between("attendance", attendance, 0, 100)
    between("ip_asn", ip_asn, 0, 100)
    at_least("scorers", scorers, 0)
    present = parameters.figure("nomination.attendance", on=on)
    index = parameters.figure("nomination.ip_asn", on=on)
    committee = parameters.figure("nomination.scorers", on=on)
    conditions = (
        (predicate is Predicate.SANGAT_BAIK, NominationGap.PREDIKAT),
        (not punished_this_year, NominationGap.HUKUMAN),
        (attendance >= present.value, NominationGap.KEHADIRAN),
        (ip_asn >= index.value, NominationGap.IP_ASN),
        (legal_status is LegalStatus.BERSIH, NominationGap.STATUS_HUKUM),
        (not names_himself, NominationGap.PENGUSUL),
        (scorers >= committee.value, NominationGap.PENILAI),
    )
    gaps = tuple(gap for met, gap in conditions if not met)
    steps = [
        Step(
            _("Kehadiran {attendance:persen}, paling sedikit {least:persen}."),
            {"attendance": attendance, "least": present.value},
            (present.cite,),
        ),
        Step(_("IP ASN {ip}, paling sedikit {least}."), {"ip": ip_asn, "least": index.value}, (index.cite,)),
        Step(
            _("Penilai dalam komite {count} orang, paling sedikit {least}."),
            {"count": scorers, "least": committee.value},
            (committee.cite,),
        ),
        *(Step(_("Tidak dapat diusulkan: {gap}."), {"gap": gap}, CITES) for gap in gaps),
    ]
    if not gaps:
        steps.append(Step(_("Dapat diusulkan. Yang diumumkan hanya nama, unit, dan alasannya."), {}, CITES))
    return Verdict(Nomination(not gaps, gaps), tuple(steps), CITES)
