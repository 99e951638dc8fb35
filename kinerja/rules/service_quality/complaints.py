"""SP4N-LAPOR!: until when a complaint is answered and closed. Never a rating of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.limits import between
from kinerja.rules.refusal import Refused
from kinerja.rules.service_quality.codes import ComplaintKind, ComplaintTiming
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.working_days import FIVE_DAY_WEEKEND, NO_FREE_DAYS, SUNDAY, add_working_days

CITES = (
    Citation(
        "PermenPANRB 62/2018",
        in_force_from=date(2018, 1, 1),
        standing=Standing.SOURCE,
        sources=("S43",),
        page="8",
    ),
)
MOST_CASES = 10**9


@record
@dataclass(frozen=True, slots=True)
class ComplaintClock:
    """The last days, themselves included."""

    first_response: date
    closed: date


def clock(
    kind: ComplaintKind, received: date, *, free_days: frozenset[date] = NO_FREE_DAYS, six_days: bool = False
) -> Verdict[ComplaintClock]:
    """Working days after the day of receipt, which itself does not count. `six_days`: the unit works on Saturdays."""
    weekend = frozenset({SUNDAY}) if six_days else FIVE_DAY_WEEKEND
    first = parameters.figure("complaint.first_response", on=received)
    table = parameters.table("complaint.days", on=received)
    days = next(row["days"] for row in table.rows if row["kind"] == kind.value)
    found = ComplaintClock(
        add_working_days(received, int(first.value), free_days, weekend=weekend),
        add_working_days(received, days, free_days, weekend=weekend),
    )
    steps = (
        Step(
            _("Tanggapan pertama {days} hari kerja sejak {received}: paling lambat {day}."),
            {"days": first.value, "received": received, "day": found.first_response},
            (first.cite,),
        ),
        Step(
            _("{kind}: selesai dalam {days} hari kerja, paling lambat {day}."),
            {"kind": kind, "days": days, "day": found.closed},
            (table.cite,),
        ),
    )
    return Verdict(found, steps, CITES)


def timing(
    kind: ComplaintKind,
    received: date,
    *,
    on: date,
    closed: date | None = None,
    free_days: frozenset[date] = NO_FREE_DAYS,
    six_days: bool = False,
) -> Verdict[ComplaintTiming]:
    """On time on the last day, late on the next; an open one is judged on the day `on`."""
    until = on if closed is None else closed
    if until < received:
        raise Refused("closed" if closed else "on", _("Tidak boleh sebelum pengaduan diterima."))
    clocked = clock(kind, received, free_days=free_days, six_days=six_days)
    found = ComplaintTiming.BERJALAN if closed is None else ComplaintTiming.TEPAT_WAKTU
    if until > clocked.value.closed:
        found = ComplaintTiming.TERLAMBAT
    step = Step(_("Pada {day}: {timing}."), {"day": until, "timing": found})
    return Verdict(found, (*clocked.steps, step), CITES)


def share_on_time(on_time: int, total: int) -> Verdict[Fraction]:
    """Indicator of a unit: share of the complaints that were closed in time. It lowers nobody's predikat by itself."""
    between("total", total, 1, MOST_CASES)
    between("on_time", on_time, 0, total)
    share = Fraction(on_time, total)
    step = Step(
        _("{on_time} dari {total} pengaduan selesai tepat waktu: {share:bagian}."),
        {"on_time": on_time, "total": total, "share": share},
        (design("8"),),
    )
    return Verdict(share, (step,), CITES)
