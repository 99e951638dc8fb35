"""Jam pelajaran (JP): hours of each record, of a year, and what they lack or exceed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import StaffKind
from kinerja.rules.dates import years_after
from kinerja.rules.development.codes import LearningForm
from kinerja.rules.limits import at_least, between
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PP 11/2017 jo. PP 17/2020", in_force_from=date(2017, 1, 1), page="7"),
    Citation(
        "PP 49/2018", "Pasal 40", date(2018, 1, 1), standing=Standing.SOURCE, sources=("S39",), page="7"
    ),
)
MOST_HOURS = 10**4


@dataclass(frozen=True, slots=True)
class LearningRecord:
    """One course, session or programme. `hours` as the certificate says; `days` and `sessions` where none does.

    `verified`: evidence was seen by a named verifier; what was not, is not counted.
    """

    form: LearningForm
    begins: date
    ends: date
    hours: int | None = None
    days: int = 1
    sessions: int = 1
    certificate: str = ""
    verified: bool = True


@record
@dataclass(frozen=True, slots=True)
class LearningYear:
    """`short` hours below what must at least be, `over` hours above what may at most be."""

    hours: int
    counted: int
    short: int
    over: int


def year(
    staff: StaffKind, begins: date, records: Sequence[LearningRecord], *, exempt: bool = False
) -> Verdict[LearningYear]:
    """All hours of the twelve months from `begins`: 1 January for PNS, the contract's first day for PPPK.

    A record belongs to the year of its last day; the same certificate number counts once. `exempt`: the leading posts
    to which the ceiling of PPPK does not apply.
    """
    end = years_after(begins, 1, "begins")
    seen: set[str] = set()
    steps, total, counted = [], 0, 0
    for place, each in enumerate(records):
        hours, told = _hours(each, f"records.{place}", begins)
        number = " ".join(each.certificate.upper().split())
        if not begins <= each.ends < end:
            told = Step(
                _("{form} berakhir {ends}: masuk tahun lain."), {"form": each.form, "ends": each.ends}
            )
            hours = 0
        elif not each.verified:
            told = Step(
                _("{form}: belum diverifikasi, tidak dihitung."),
                {"form": each.form},
                (design("7"),),
                level=Level.WARNING,
            )
            hours = 0
        elif number and number in seen:
            told = Step(
                _("Sertipikat {number} sudah dihitung sekali."),
                {"number": number},
                (design("7"),),
                level=Level.WARNING,
            )
            hours = 0
        else:
            counted += 1
            seen.add(number)
        total += hours
        steps.append(told)
    outcome = check(staff, total, on=begins, exempt=exempt)
    found = LearningYear(total, counted, outcome.value.short, outcome.value.over)
    return Verdict(found, (*steps, *outcome.steps), CITES)


def check(staff: StaffKind, hours: int, *, on: date, exempt: bool = False) -> Verdict[LearningYear]:
    """Hours reached or planned in a year against the least of PNS and the most of PPPK."""
    between("hours", hours, 0, MOST_HOURS)
    name = "learning.pns_least" if staff is StaffKind.PNS else "learning.pppk_most"
    limit = parameters.figure(name, on=on)
    bound = int(limit.value)
    params = {"hours": hours, "bound": bound}
    if staff is StaffKind.PNS:
        short = max(0, bound - hours)
        step = Step(_("{hours} JP dari paling sedikit {bound} JP setahun: cukup."), params, (limit.cite,))
        if short:
            template = _("{hours} JP dari paling sedikit {bound} JP setahun: kurang {short} JP.")
            step = Step(template, {**params, "short": short}, (limit.cite,), level=Level.WARNING)
        return Verdict(LearningYear(hours, 0, short, 0), (step,), CITES)
    if exempt:
        step = Step(_("{hours} JP; batas {bound} JP tidak berlaku bagi jabatan ini."), params, (limit.cite,))
        return Verdict(LearningYear(hours, 0, 0, 0), (step,), CITES)
    over = max(0, hours - bound)
    step = Step(_("{hours} JP, tidak melebihi {bound} JP setahun perjanjian."), params, (limit.cite,))
    if over:
        template = _("{hours} JP melebihi {bound} JP setahun perjanjian: lebih {over} JP.")
        step = Step(template, {**params, "over": over}, (limit.cite,), level=Level.WARNING)
    return Verdict(LearningYear(hours, 0, 0, over), (step,), CITES)


def conversion(each: LearningRecord, *, on: date) -> Verdict[int]:
    """The hours that one record gives, by the certificate or by the table; the official table is not verified."""
    hours, step = _hours(each, "each", on)
    return Verdict(hours, (step,), CITES)


def _hours(each: LearningRecord, field: str, on: date) -> tuple[int, Step]:
    """Hours by the table of the day `on`; Refused where the record contradicts itself."""
    if each.ends < each.begins:
        raise Refused(f"{field}.ends", _("Hari terakhir tidak boleh sebelum hari pertama."))
    at_least(f"{field}.days", each.days, 1)
    if each.days > (each.ends - each.begins).days + 1:
        raise Refused(f"{field}.days", _("Lebih banyak hari daripada antara hari pertama dan terakhir."))
    between(f"{field}.sessions", each.sessions, 1, 100)
    if each.hours is not None:
        between(f"{field}.hours", each.hours, 0, MOST_HOURS)
    table = parameters.table("learning.conversion", on=on)
    row = next(row for row in table.rows if row["form"] == each.form.value)
    hours = _by_row(each, row)
    params = {"form": each.form, "hours": hours}
    if hours is None:
        template = _("{form}: jam pada sertipikat belum diisi, dihitung 0 JP.")
        return 0, Step(template, {"form": each.form}, (table.cite,), level=Level.WARNING)
    return hours, Step(_("{form}: {hours} JP."), params, (table.cite,))


def _by_row(each: LearningRecord, row: Mapping[str, Any]) -> int | None:
    """None where only a certificate could say it. A programme's certificate counts within the range of the table."""
    least, most = row["hours"], row["most"]
    by = row["by"]
    if by == "SERTIPIKAT":
        return each.hours
    if by == "SERTIPIKAT_ATAU_HARI":
        return least * each.days if each.hours is None else each.hours
    if by == "HARI":
        return least * each.days
    if by == "SESI":
        return least * min(each.sessions, each.days)
    if by == "PROGRAM" and each.hours is not None:
        return max(least, min(most, each.hours))
    return int(least)
