"""The kinds of punishment: their level, how long they last, what they cut, and one for several violations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import PunishmentLevel
from kinerja.rules.dates import last_day, months_after
from kinerja.rules.discipline.codes import Impact, PunishmentKind
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "PP 94/2021", in_force_from=date(2021, 1, 1), standing=Standing.SOURCE, sources=("S35",), page="5"
    ),
)
_ONE_FOR_ALL = Citation("PP 94/2021", in_force_from=date(2021, 1, 1), standing=Standing.KNOWN, page="5")
#: which months are cut is our own proposal
_WHICH_MONTHS = design("5")


@record
@dataclass(frozen=True, slots=True)
class Punishment:
    """`months` is 0 where the kind has no duration; `percent` of the allowance is cut in those months."""

    kind: PunishmentKind
    level: PunishmentLevel
    months: int
    percent: int


@record
@dataclass(frozen=True, slots=True)
class PunishmentRun:
    """`ends` is the last day; None for a kind without duration. The allowance is cut from month to month, both included."""

    begins: date
    ends: date | None
    cut_percent: int
    first_cut: date | None
    last_cut: date | None


@dataclass(frozen=True, slots=True)
class Violation:
    """One proven violation, the punishment it would lead to, and whether it has been punished before."""

    name: str
    kind: PunishmentKind
    is_punished: bool = False


def details(kind: PunishmentKind, *, on: date) -> Verdict[Punishment]:
    """Level, duration in months and cut in percent of a kind."""
    table = parameters.table("discipline.punishments", on=on)
    row = next(each for each in table.rows if each["punishment"] == kind.value)
    found = Punishment(
        kind, PunishmentLevel(row["punishment_level"]), row["lasts_months"], row["cut_percent"]
    )
    steps = [
        Step(_("Hukuman disiplin {level}: {kind}."), {"kind": kind, "level": found.level}, (table.cite,))
    ]
    if found.months:
        steps.append(Step(_("Berlangsung {months} bulan."), {"months": found.months}, (table.cite,)))
    if found.percent:
        text = _("Tunjangan kinerja dipotong {percent:persen} selama itu.")
        steps.append(Step(text, {"percent": found.percent}, (table.cite,)))
    return Verdict(found, tuple(steps), CITES)


def by_impact(impact: Impact, *, on: date) -> Verdict[PunishmentLevel]:
    """The level that a breach of a duty leads to, by whom it harmed."""
    table = parameters.table("discipline.impacts", on=on)
    found = next(
        PunishmentLevel(row["punishment_level"]) for row in table.rows if row["impact"] == impact.value
    )
    text = _("Pelanggaran berdampak pada {impact}: hukuman {level}.")
    return Verdict(found, (Step(text, {"impact": impact, "level": found}, (table.cite,)),), (table.cite,))


def one_for_all(violations: tuple[Violation, ...]) -> Verdict[PunishmentKind | None]:
    """One punishment for several violations, the heaviest; None when each has been punished before."""
    steps = []
    for each in violations:
        if each.is_punished:
            text = _("“{name}” sudah dijatuhi hukuman dan tidak dihukum dua kali.")
            steps.append(Step(text, {"name": each.name}, (_ONE_FOR_ALL,)))
    left = [each for each in violations if not each.is_punished]
    if not left:
        steps.append(Step(_("Tidak ada pelanggaran yang dapat dijatuhi hukuman.")))
        return Verdict(None, tuple(steps), (_ONE_FOR_ALL,))
    heaviest = max(left, key=lambda each: each.kind.height)
    text = _("{count} pelanggaran, satu hukuman, yang terberat: {kind} untuk “{name}”.")
    params = {"count": len(left), "kind": heaviest.kind, "name": heaviest.name}
    steps.append(Step(text, params, (_ONE_FOR_ALL,)))
    return Verdict(heaviest.kind, tuple(steps), (_ONE_FOR_ALL,))


def run(kind: PunishmentKind, effective: date) -> Verdict[PunishmentRun]:
    """From the day a punishment takes effect to its last day, and the months whose allowance is cut.

    The last day is the one before the same day of the month after, or the end of a month too short for it.
    The first month cut is the one in which it takes effect when that is on the first, else the one after.
    """
    known = details(kind, on=effective)
    months, percent = known.value.months, known.value.percent
    if not months:
        steps = (*known.steps, Step(_("Jenis ini tidak memiliki jangka waktu."), {}, CITES))
        return Verdict(PunishmentRun(effective, None, 0, None, None), steps, CITES)
    ends = last_day(effective, months, "effective")
    text = _("Berlaku mulai {begins} sampai dengan {ends}.")
    steps = (*known.steps, Step(text, {"begins": effective, "ends": ends}, (_WHICH_MONTHS,)))
    if not percent:
        return Verdict(PunishmentRun(effective, ends, 0, None, None), steps, CITES)
    first = effective if effective.day == 1 else months_after(effective.replace(day=1), 1, "effective")
    last = months_after(first, months - 1, "effective")
    text = _(
        "TPP dipotong {percent:persen} selama {months} bulan; bulan pertama mulai {first}, bulan terakhir mulai {last}."
    )
    params = {"percent": percent, "months": months, "first": first, "last": last}
    steps = (*steps, Step(text, params, (*CITES, _WHICH_MONTHS)))
    return Verdict(PunishmentRun(effective, ends, percent, first, last), steps, CITES)


def cut(kind: PunishmentKind, effective: date, paid_month: date) -> Verdict[int]:
    """How many percent of the allowance of a month (given by its first day) this punishment cuts."""
    if paid_month.day != 1:
        raise Refused("paid_month", _("Sebut bulan dengan tanggal 1."))
    running = run(kind, effective)
    first, last = running.value.first_cut, running.value.last_cut
    percent = running.value.cut_percent if first and last and first <= paid_month <= last else 0
    text = _("Potongan hukuman untuk bulan itu: {percent:persen}.")
    return Verdict(percent, (*running.steps, Step(text, {"percent": percent}, CITES)), CITES)
