"""One figure out of the figures of sub-periods."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Consolidation
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import exact
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Manual IKU", "tipe konsolidasi periode", standing=Standing.SOURCE, sources=("S23",), page="3"),
)


def consolidate(kind: Consolidation, figures: Sequence[Decimal | None]) -> Verdict[Decimal | None]:
    """SUM adds, AVERAGE is the plain mean of what was reported, TAKE_LAST_KNOWN the latest that is not empty.

    `figures` in the order of time, None where nothing was reported. None when nothing was reported at all.
    """
    known = [each for each in figures if each is not None]
    if not known:
        return Verdict(None, (Step(_("Belum ada angka yang dilaporkan.")),), CITES)
    if kind is Consolidation.SUM:
        total = sum(known, Decimal(0))
        return _answer(total, _("Jumlah dari {count} laporan: {result}."), len(known))
    if kind is Consolidation.AVERAGE:
        mean = exact(sum((Fraction(each) for each in known), Fraction(0)) / len(known))
        return _answer(mean, _("Rata-rata dari {count} laporan: {result}."), len(known))
    return _answer(known[-1], _("Angka terakhir yang diketahui, dari {count} laporan: {result}."), len(known))


def _answer(result: Decimal, template: str, count: int) -> Verdict[Decimal | None]:
    return Verdict(result, (Step(template, {"count": count, "result": result}, (), result),), CITES)
