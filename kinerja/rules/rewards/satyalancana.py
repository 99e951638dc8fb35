"""Satyalancana Karya Satya: 10, 20 or 30 years of unbroken and unpunished service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, design
from kinerja.rules.codes import PunishmentLevel
from kinerja.rules.dates import days_after, years_after
from kinerja.rules.refusal import Refused
from kinerja.rules.rewards.codes import ServiceMedal
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("UU 20/2009", in_force_from=date(2009, 1, 1), page="6"),
    Citation("PP 35/2010", in_force_from=date(2010, 1, 1), page="6"),
)
_RESTARTS = (PunishmentLevel.SEDANG, PunishmentLevel.BERAT)


@dataclass(frozen=True, slots=True)
class DatedPunishment:
    """A disciplinary punishment and the day on which it began to hold."""

    level: PunishmentLevel
    begins: date


@dataclass(frozen=True, slots=True)
class UnpaidLeave:
    """Cuti di luar tanggungan negara, both days included."""

    begins: date
    ends: date


@record
@dataclass(frozen=True, slots=True)
class LongService:
    """`counted_from` is the day the years are counted from; `since` the day `medal` was earned on."""

    counted_from: date
    medal: ServiceMedal | None
    since: date | None
    next_medal: ServiceMedal | None
    next_day: date | None


def service(
    cpns: date,
    *,
    on: date,
    punishments: Sequence[DatedPunishment] = (),
    unpaid_leaves: Sequence[UnpaidLeave] = (),
) -> Verdict[LongService]:
    """The highest medal whose years are full on this day, and the day of the next one.

    The count begins with the appointment as CPNS. A moderate or heavy punishment begins it anew on its own day, a leave
    outside the state's charge on the day after it ends. What begins after `on` does not count.
    """
    if cpns > on:
        raise Refused("cpns", _("Pengangkatan CPNS tidak boleh sesudah tanggal yang ditanyakan."))
    years = parameters.table("satyalancana.years", on=on)
    begun, steps = _begun(cpns, on, punishments, unpaid_leaves)
    found = LongService(begun, None, None, None, None)
    for row in years.rows:
        medal, day = ServiceMedal(row["medal"]), years_after(begun, row["years"], "cpns")
        if day > on:
            found = LongService(begun, found.medal, found.since, medal, day)
            break
        found = LongService(begun, medal, day, None, None)
    return Verdict(found, (*steps, *_told(found, years.cite)), CITES)


def _begun(
    cpns: date, on: date, punishments: Sequence[DatedPunishment], leaves: Sequence[UnpaidLeave]
) -> tuple[date, list[Step]]:
    begun, steps = cpns, [Step(_("Masa kerja dihitung sejak diangkat CPNS, {day}."), {"day": cpns}, CITES)]
    punished = _("Hukuman disiplin {what} mulai {day}: masa kerja dihitung lagi dari hari itu.")
    restarts: list[tuple[date, str, PunishmentLevel | None]] = [
        (each.begins, punished, each.level)
        for each in punishments
        if each.level in _RESTARTS and cpns <= each.begins <= on
    ]
    for place, leave in enumerate(leaves):
        if leave.ends < leave.begins:
            raise Refused(f"unpaid_leaves.{place}.ends", _("Akhir cuti tidak boleh sebelum mulainya."))
        if cpns <= leave.ends and leave.begins <= on:
            again = days_after(leave.ends, 1, f"unpaid_leaves.{place}.ends")
            template = _("Cuti di luar tanggungan negara: masa kerja dihitung lagi dari {day}.")
            restarts.append((again, template, None))
    for day, template, what in sorted(restarts, key=lambda each: each[0]):
        begun = day
        steps.append(Step(template, {"day": day, "what": what}, (CITES[1], design("6"))))
    return begun, steps


def _told(found: LongService, cite: Citation) -> list[Step]:
    steps = []
    if found.medal is not None:
        steps.append(
            Step(
                _("{medal} dapat diusulkan sejak {day}."), {"medal": found.medal, "day": found.since}, (cite,)
            )
        )
    if found.next_medal is not None:
        steps.append(
            Step(
                _("{medal} paling cepat {day}, bila tidak ada hukuman sedang atau berat."),
                {"medal": found.next_medal, "day": found.next_day},
                (cite,),
            )
        )
    return steps
