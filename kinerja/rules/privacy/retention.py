"""Until when a record is kept and shown: defaults of the application, until the instansi's JRA says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.dates import days_after, years_after
from kinerja.rules.limits import between
from kinerja.rules.privacy.codes import KeptRecord
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "Jadwal retensi arsip instansi", in_force_from=date(2022, 1, 1), standing=Standing.UNSURE, page="10"
    ),
    design("10"),
)


@record
@dataclass(frozen=True, slots=True)
class Retention:
    """`kept_until`: last day, none for a permanent file; `shown_until`: last day on screens, where that ends earlier."""

    kept_until: date | None
    shown_until: date | None
    may_be_erased: bool


def retention(
    kind: KeptRecord, since: date, *, on: date, legal_hold: bool = False, years: int | None = None
) -> Verdict[Retention]:
    """`since`: leaving the service for SKP, the audit for attendance, else the day of the record.

    `years` is the instansi's own decision (1–100). Nothing under legal hold is erased.
    """
    table = parameters.table("retention.defaults", on=on)
    row = next(row for row in table.rows if row["kind"] == kind.value)
    if years is not None:
        between("years", years, 1, 100)
    kept: date | None = None
    if years is not None or row["years"]:
        kept = years_after(since, years or row["years"], "since")
    elif row["days"]:
        kept = days_after(since, row["days"], "since")
    shown = years_after(since, row["shown_years"], "since") if row["shown_years"] else None
    erasable = kept is not None and kept < on and not legal_hold
    params = {"kind": kind, "until": kept, "shown": shown}
    steps = [
        Step(_("{kind}: berkas tetap, tidak dimusnahkan."), params, (table.cite,))
        if kept is None
        else Step(_("{kind}: disimpan sampai dengan {until}."), params, (table.cite,))
    ]
    if shown is not None:
        steps.append(Step(_("Ditampilkan sampai dengan {shown}."), params, (table.cite,)))
    if legal_hold:
        steps.append(Step(_("Ditahan untuk perkara: tidak dimusnahkan."), {}, (design("10"),)))
    return Verdict(Retention(kept, shown, erasable), tuple(steps), CITES)
