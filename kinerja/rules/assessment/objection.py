"""Keberatan: until when an employee may object to the result, and when it should be decided."""

from __future__ import annotations

from datetime import date, timedelta

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import ObjectionTiming
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "PP 30/2019", in_force_from=date(2019, 1, 1), standing=Standing.SOURCE, sources=("S8",), page="1"
    ),
)
#: whether the law counts calendar or working days is not verified
_COUNTING = Citation("PP 30/2019", in_force_from=date(2019, 1, 1), standing=Standing.UNSURE, page="1")
_MOST_DAYS = 366


def filing_deadline(received: date, *, days: int | None = None) -> Verdict[date]:
    """The last day, itself included, to file with the superior of the rater. Calendar days after `received`.

    `days` is an instansi's own decision, where it has one; Refused outside 1–366.
    """
    figure = parameters.figure("objection.filing_days", on=received)
    count = _days(int(figure.value) if days is None else days)
    last = _later("received", received, count)
    step = Step(
        _("Hasil diterima {received}; keberatan paling lambat {count} hari kalender kemudian, {last}."),
        {"received": received, "count": count, "last": last},
        (figure.cite, _COUNTING),
    )
    return Verdict(last, (step,), CITES)


def _days(count: int) -> int:
    if not 1 <= count <= _MOST_DAYS:
        raise Refused("days", _("Jumlah hari harus 1 sampai {most}."), {"most": _MOST_DAYS})
    return count


def _later(field: str, day: date, count: int) -> date:
    try:
        return day + timedelta(days=count)
    except OverflowError:
        raise Refused(field, _("Tanggal terlalu jauh.")) from None


def timing(received: date, filed: date, *, days: int | None = None) -> Verdict[ObjectionTiming]:
    """In time on the last day, late on the next. Raises Refused when filed before the result came."""
    if filed < received:
        raise Refused("filed", _("Keberatan tidak dapat diajukan sebelum hasil diterima."))
    deadline = filing_deadline(received, days=days)
    in_time = filed <= deadline.value
    result = ObjectionTiming.TEPAT_WAKTU if in_time else ObjectionTiming.TERLAMBAT
    step = Step(_("Keberatan diajukan {filed}: {result}."), {"filed": filed, "result": result})
    return Verdict(result, (*deadline.steps, step), CITES)


def decision_deadline(filed: date, *, days: int | None = None) -> Verdict[date]:
    """When the superior of the rater should have decided; the figure is not verified in law."""
    figure = parameters.figure("objection.decision_days", on=filed)
    count = _days(int(figure.value) if days is None else days)
    last = _later("filed", filed, count)
    step = Step(
        _("Keberatan diajukan {filed}; diputus paling lambat {count} hari kalender kemudian, {last}."),
        {"filed": filed, "count": count, "last": last},
        (figure.cite,),
    )
    return Verdict(last, (step,), (figure.cite,))
