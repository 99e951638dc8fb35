"""The key by which the same result, sent twice to SIASN, is one message."""

from __future__ import annotations

import re

from kinerja.rules.citation import design
from kinerja.rules.codes import PeriodKind
from kinerja.rules.limits import between
from kinerja.rules.privacy.codes import ExchangeKind
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (design("10"),)
FIRST_YEAR, LAST_YEAR = 10**3, 10**4 - 1
_COUNT = {PeriodKind.TAHUNAN: 1, PeriodKind.TRIWULANAN: 4, PeriodKind.BULANAN: 12}
_EIGHTEEN_DIGITS = re.compile(r"(?:[0-9]{6}){3}")


def key(nip: str, year: int, period: PeriodKind, number: int, kind: ExchangeKind) -> Verdict[str]:
    """From NIP, year, period and kind alone: a second sending of the same result has the same key."""
    if not _EIGHTEEN_DIGITS.fullmatch(nip):
        raise Refused("nip", _("NIP harus 18 angka."))
    between("year", year, FIRST_YEAR, LAST_YEAR)
    between("number", number, 1, _COUNT[period])
    made = f"{nip}/{year}/{period.value}-{number}/{kind.value}"
    step = Step(_("{kind} periode {period} nomor {number}: satu kunci, satu pesan."),
                {"kind": kind, "period": period, "number": number}, CITES)  # fmt: skip
    return Verdict(made, (step,), CITES)
