"""Keberatan: until when an employee may object to the result, and when it should be decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.rules import parameters
from kinerja.rules.assessment.codes import ObjectionState
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import ObjectionTiming
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "PP 30/2019", in_force_from=date(2019, 1, 1), standing=Standing.SOURCE, sources=("S8",), page="1"
    ),
)
#: whether the law counts calendar or working days is not verified
_COUNTING = Citation("PP 30/2019", in_force_from=date(2019, 1, 1), standing=Standing.UNSURE, page="1")
_FINAL = (
    Citation(
        "PP 30/2019", in_force_from=date(2019, 1, 1), standing=Standing.SOURCE, sources=("S7",), page="1"
    ),
)
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


def signature_deadline(handed_over: date) -> Verdict[date]:
    """Until when rater or employee signs after the other handed the result over; the figure is not verified."""
    figure = parameters.figure("objection.signature_days", on=handed_over)
    count = int(figure.value)
    last = _later("handed_over", handed_over, count)
    step = Step(
        _("Hasil diserahkan {handed_over}; ditandatangani paling lambat {count} hari kemudian, {last}."),
        {"handed_over": handed_over, "count": count, "last": last},
        (figure.cite,),
    )
    return Verdict(last, (step,), (figure.cite,))


@record
@dataclass(frozen=True, slots=True)
class ObjectionClock:
    """`due` is the day that counts now: the last to file, or the last to decide; None when nothing runs any more.

    `is_final`: the result may be used; while an objection waits it is only provisional.
    """

    state: ObjectionState
    due: date | None

    @property
    def is_final(self) -> bool:
        return self.state in (ObjectionState.TETAP, ObjectionState.DIPUTUS)


def state(
    received: date,
    today: date,
    filed: date | None = None,
    decided: date | None = None,
    *,
    filing_days: int | None = None,
    decision_days: int | None = None,
) -> Verdict[ObjectionClock]:
    """Where a result stands on a day. An objection that came late changes nothing.

    Raises Refused when the days are not in the order received, filed, decided, today.
    """
    _in_order(received, filed, decided, today)
    last = filing_deadline(received, days=filing_days)
    if filed is None or filed > last.value:
        late = () if filed is None else timing(received, filed, days=filing_days).steps[-1:]
        if today <= last.value:
            return _clock(ObjectionState.DAPAT_DIAJUKAN, last.value, (*last.steps, *late))
        return _clock(ObjectionState.TETAP, None, (*last.steps, *late))
    due = decision_deadline(filed, days=decision_days)
    if decided is not None:
        words = _("Atasan penilai memutus pada {decided}, setelah meminta penjelasan penilai dan pegawai.")
        return _clock(ObjectionState.DIPUTUS, None, (*due.steps, Step(words, {"decided": decided}, _FINAL)))
    waiting = Step(_("Selama menunggu, hasil belum dikirim ke SIASN."), cites=(design("1"),))
    found = ObjectionState.MENUNGGU_PUTUSAN if today <= due.value else ObjectionState.PUTUSAN_TERLAMBAT
    return _clock(found, due.value, (*due.steps, waiting))


def _in_order(received: date, filed: date | None, decided: date | None, today: date) -> None:
    if decided is not None and filed is None:
        raise Refused("decided", _("Tanpa keberatan tidak ada yang diputus."))
    known = [("received", received), ("filed", filed), ("decided", decided), ("today", today)]
    days = [(name, day) for name, day in known if day is not None]
    for (_earlier, before), (name, after) in zip(days, days[1:], strict=False):
        if after < before:
            raise Refused(name, _("Tanggal {day} mendahului {before}."), {"day": after, "before": before})


def _clock(found: ObjectionState, due: date | None, steps: tuple[Step, ...]) -> Verdict[ObjectionClock]:
    told = Step(_("Keadaan hasil: {state}."), {"state": found}, CITES)
    return Verdict(ObjectionClock(found, due), (*steps, told), CITES)
