"""Clocks that keep people out of trouble: LHKPN and SPT, gratification, audit findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.dates import days_after, months_after
from kinerja.rules.discipline.codes import Duty, DutyState
from kinerja.rules.discipline.working_time import deadline
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Kewajiban LHKPN, gratifikasi, dan tindak lanjut temuan", standing=Standing.KNOWN, page="5"),
)
_LATE = (DutyState.LEWAT, DutyState.TERLAMBAT)


@record
@dataclass(frozen=True, slots=True)
class DutyClock:
    """The last day of the duty and where it stands."""

    due: date
    state: DutyState


def clock(
    duty: Duty,
    since: date,
    *,
    today: date,
    done: date | None = None,
    free_days: frozenset[date] = frozenset(),
) -> Verdict[DutyClock]:
    """Where a duty stands. `since`: a day of the year reported on (LHKPN, SPT), of receipt (gratification), of the report.

    Gratification is counted in working days, findings in calendar days. Refused when done before it began.
    """
    if done is not None and done < since:
        raise Refused("done", _("Tidak dapat dipenuhi sebelum kewajiban timbul, {since}."), {"since": since})
    due, cite = _due(duty, since, free_days)
    steps = [Step(_("Paling lambat {due}: {duty}."), {"duty": duty, "due": due}, (cite,))]
    if done is not None and done <= today:
        state = DutyState.TEPAT_WAKTU if done <= due else DutyState.TERLAMBAT
    else:
        state = DutyState.BERJALAN if today <= due else DutyState.LEWAT
    level = Level.WARNING if state in _LATE else Level.NOTE
    steps.append(
        Step(_("Keadaan pada {today}: {state}."), {"today": today, "state": state}, (cite,), level=level)
    )
    return Verdict(DutyClock(due, state), tuple(steps), CITES)


def _due(duty: Duty, since: date, free_days: frozenset[date]) -> tuple[date, Citation]:
    if duty is Duty.GRATIFIKASI:
        last, figure = deadline("discipline.gratification_days", since, free_days, "since")
        return last, figure.cite
    if duty is Duty.TEMUAN:
        figure = parameters.figure("discipline.finding_days", on=since)
        return days_after(since, int(figure.value), "since"), figure.cite
    table = parameters.table("discipline.yearly_reports", on=since)
    row = next(each for each in table.rows if each["report"] == duty.value)
    return months_after(date(since.year, row["due_month"], row["due_day"]), 12, "since"), table.cite
