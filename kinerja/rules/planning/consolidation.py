"""One figure out of the figures of sub-periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import Consolidation
from kinerja.rules.planning.codes import LocationConsolidation
from kinerja.rules.refusal import Refused
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


_LOCATION = Citation("Manual IKU", "tipe konsolidasi lokasi", standing=Standing.KNOWN, page="3")


@dataclass(frozen=True, slots=True)
class LocationFigure:
    """What one place reported: its figure, or the raw data (numerator and denominator) behind it."""

    location: str
    figure: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def by_location(
    kind: LocationConsolidation, rows: Sequence[LocationFigure], *, scale: Decimal = Decimal(100)
) -> Verdict[Decimal | None]:
    """SUM adds, AVERAGE is the plain mean of the places, RAW_DATA adds numerators and denominators before dividing.

    `scale`: what the quotient is multiplied with, 100 for percent. Places that reported nothing are left out and
    named; None when nothing can be computed. Raises Refused for a place named twice.
    """
    if len({row.location for row in rows}) < len(rows):
        raise Refused("rows", _("Ada lokasi yang disebut dua kali."))
    if kind is LocationConsolidation.RAW_DATA:
        return _from_raw_data(rows, scale)
    known = [row.figure for row in rows if row.figure is not None]
    silent = _silent([row.location for row in rows if row.figure is None])
    if not known:
        return Verdict(None, (Step(_("Belum ada angka yang dilaporkan.")),), (_LOCATION,))
    if kind is LocationConsolidation.SUM:
        result, words = sum(known, Decimal(0)), _("Jumlah dari {count} lokasi: {result}.")
    else:
        result = exact(sum((Fraction(each) for each in known), Fraction(0)) / len(known))
        words = _("Rata-rata dari {count} lokasi: {result}.")
    step = Step(words, {"count": len(known), "result": result}, (_LOCATION,), result)
    return Verdict(result, (step, *silent), (_LOCATION,))


def _from_raw_data(rows: Sequence[LocationFigure], scale: Decimal) -> Verdict[Decimal | None]:
    full = [(row.numerator, row.denominator) for row in rows]
    pairs = [(Fraction(top), Fraction(below)) for top, below in full if top is not None and below is not None]
    above = sum((top for top, _below in pairs), Fraction(0))
    below = sum((low for _top, low in pairs), Fraction(0))
    silent = _silent([row.location for row in rows if row.numerator is None or row.denominator is None])
    if not below:
        words = _("Penyebut seluruh lokasi nol atau belum dilaporkan, jadi belum dapat dihitung.")
        return Verdict(None, (Step(words, cites=(design("3"),)), *silent), (_LOCATION,))
    result = exact(above / below * Fraction(scale))
    words = _("Data mentah {count} lokasi: {above} dibagi {below}, dikali {scale}: {result}.")
    params = {
        "count": len(pairs),
        "above": exact(above),
        "below": exact(below),
        "scale": scale,
        "result": result,
    }
    return Verdict(result, (Step(words, params, (_LOCATION,), result), *silent), (_LOCATION,))


def _silent(locations: Sequence[str]) -> tuple[Step, ...]:
    words = _("{location} belum melapor dan tidak ikut dihitung.")
    return tuple(Step(words, {"location": each}, (design("3"),)) for each in locations)
