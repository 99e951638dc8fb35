"""Absence without a valid reason: which punishment the table of PP 94/2021 names, and when a case is proposed.

The rule proposes; a named official decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.discipline.codes import PunishmentKind
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Change, Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "PP 94/2021", in_force_from=date(2021, 1, 1), standing=Standing.SOURCE, sources=("S35",), page="5"
    ),
)
#: whole days only, rounded down: how minutes become days is our own proposal
ROUNDING = design("5")
#: a year has no more days, and no day more minutes
MOST_DAYS, MOST_MINUTES = 366, 366 * 1_440
#: days given back, minutes given back, something is left to punish
_FEWER = {
    (True, False, True): _("{days} hari lebih sedikit: {kind}."),
    (True, False, False): _("{days} hari lebih sedikit: tidak ada hukuman."),
    (False, True, True): _("{minutes} menit lebih sedikit: {kind}."),
    (False, True, False): _("{minutes} menit lebih sedikit: tidak ada hukuman."),
    (True, True, True): _("{days} hari dan {minutes} menit lebih sedikit: {kind}."),
    (True, True, False): _("{days} hari dan {minutes} menit lebih sedikit: tidak ada hukuman."),
}


@dataclass(frozen=True, slots=True)
class Punished:
    """A punishment for absence already imposed in the same year, and the days it was imposed for."""

    kind: PunishmentKind
    days: int

    def __post_init__(self) -> None:
        _between("days", self.days, MOST_DAYS)


@record
@dataclass(frozen=True, slots=True)
class AbsenceLevel:
    """`total` days of the year with those made of short hours; `kind` is None below the first row of the table.

    `proposes` says whether an official is to be offered a new case: not again for a row already punished.
    """

    total: int
    short_days: int
    kind: PunishmentKind | None
    proposes: bool
    salary_stops: bool


def level(
    days: int, *, on: date, consecutive: int = 0, short_minutes: int = 0, punished: Punished | None = None
) -> Verdict[AbsenceLevel]:
    """The punishment for the working days of absence of one calendar year.

    `days`: full working days; `consecutive`: the longest run among them; `short_minutes`: hours not worked on other
    days, summed over the year. Refused below 0, beyond a year, and for a run longer than the days.
    """
    _between("days", days, MOST_DAYS)
    _between("consecutive", consecutive, MOST_DAYS)
    _between("short_minutes", short_minutes, MOST_MINUTES)
    if consecutive > days:
        raise Refused(
            "consecutive", _("Tidak dapat lebih dari jumlah hari tidak masuk, {days}."), {"days": days}
        )
    return measured(days, consecutive, short_minutes, punished, on)


def measured(
    days: int, consecutive: int, short_minutes: int, punished: Punished | None, on: date
) -> Verdict[AbsenceLevel]:
    """`level` for checked figures; here a run may be longer than the days, when it began in the year before."""
    steps: list[Step] = []
    short_days = _short_days(short_minutes, on, steps)
    total = days + short_days
    rows = _rows(on)
    place = _row_of(total, rows)
    steps.append(_by_table(total, rows, place))
    run = parameters.figure("discipline.absence.consecutive_days", on=on)
    stops = consecutive >= run.value
    if stops:
        place = len(rows) - 1
        text = _(
            "{run} hari kerja berturut-turut tidak masuk, paling sedikit {limit}: {kind}; gaji dihentikan mulai bulan berikutnya."
        )
        params = {"run": consecutive, "limit": run.value, "kind": rows[place][1]}
        steps.append(Step(text, params, (run.cite,), level=Level.WARNING))
    kind = rows[place][1] if place >= 0 else None
    proposes = kind is not None
    if punished is not None:
        kind, proposes = _after(punished, kind, place, rows, steps)
    if proposes:
        steps.append(
            Step(_("Kasus disiplin diusulkan; pejabat yang berwenang memutuskan."), {}, (design("5"),))
        )
    return Verdict(AbsenceLevel(total, short_days, kind, proposes, stops), tuple(steps), CITES)


def nearest(
    days: int, *, on: date, consecutive: int = 0, short_minutes: int = 0, punished: Punished | None = None
) -> Verdict[tuple[Change, ...]]:
    """How much less absence gives a milder punishment; a warning says how many days more reach the next row."""
    given = {"days": days, "consecutive": consecutive, "short_minutes": short_minutes}
    now = level(days, on=on, consecutive=consecutive, short_minutes=short_minutes, punished=punished).value
    ahead = _ahead(now, _rows(on))
    run = int(parameters.value("discipline.absence.consecutive_days", on=on))
    for most in _milder_totals(now, _rows(on)):
        fewer = _with_at_most(most, given, run, on)
        value = level(**fewer, on=on, punished=punished).value
        if _height(value.kind) < _height(now.kind):
            inputs = {name: number for name, number in fewer.items() if number != given[name]}
            change = Change(inputs, value, _told(given, fewer, value))
            return Verdict((change,), (change.step, *ahead), CITES)
    return Verdict((), (Step(_("Tidak ada hukuman yang lebih ringan untuk ini.")), *ahead), CITES)


def _between(field: str, number: int, most: int) -> None:
    if not 0 <= number <= most:
        raise Refused(field, _("Harus dari 0 sampai {most}."), {"most": most})


def _height(kind: PunishmentKind | None) -> int:
    return kind.height if kind else 0


def _rows(on: date) -> tuple[tuple[int, PunishmentKind], ...]:
    """From how many days on, and which kind; mild to heavy."""
    table = parameters.table("discipline.absence", on=on)
    return tuple((row["from_days"], PunishmentKind(row["punishment"])) for row in table.rows)


def _row_of(total: int, rows: Sequence[tuple[int, PunishmentKind]]) -> int:
    """The place of the row that so many days reach; -1 below the first."""
    return sum(1 for least, _kind in rows if total >= least) - 1


def _short_days(minutes: int, on: date, steps: list[Step]) -> int:
    if not minutes:
        return 0
    figure = parameters.figure("discipline.absence.minutes_of_a_day", on=on)
    days = minutes // int(figure.value)
    text = _("Kekurangan {minutes} menit setahun dibagi {day} menit, dibulatkan ke bawah: {days} hari.")
    params = {"minutes": minutes, "day": figure.value, "days": days}
    steps.append(Step(text, params, (figure.cite, ROUNDING)))
    return days


def _by_table(total: int, rows: Sequence[tuple[int, PunishmentKind]], place: int) -> Step:
    if place < 0:
        text = _(
            "{total} hari kerja tidak masuk setahun, di bawah {least} hari: tidak ada hukuman menurut tabel."
        )
        return Step(text, {"total": total, "least": rows[0][0]}, CITES)
    least, kind = rows[place]
    text = _("{total} hari kerja tidak masuk setahun, mulai {least} hari: {kind}.")
    return Step(text, {"total": total, "least": least, "kind": kind}, CITES)


def _after(
    punished: Punished,
    kind: PunishmentKind | None,
    place: int,
    rows: Sequence[tuple[int, PunishmentKind]],
    steps: list[Step],
) -> tuple[PunishmentKind, bool]:
    """A new row means a heavier kind than before; the same row, or a lower one, is never punished again."""
    before = _row_of(punished.days, rows)
    params = {"days": punished.days, "kind": punished.kind}
    again = kind is not None and place > before and not punished.kind.is_dismissal
    least = punished.kind.height + again
    heavier = list(PunishmentKind)[max(least, _height(kind)) - 1]
    if again:
        text = _("Tahun ini sudah dijatuhi {kind} untuk {days} hari: yang baru harus lebih berat, {heavier}.")
        steps.append(Step(text, {**params, "heavier": heavier}, CITES))
    elif place < before:
        text = _(
            "Tahun ini sudah dijatuhi {kind} untuk {days} hari, lebih banyak dari sekarang: periksa hukuman itu."
        )
        steps.append(Step(text, params, (design("5"),), level=Level.WARNING))
    else:
        text = _(
            "Tahun ini sudah dijatuhi {kind} untuk {days} hari: tidak dihukum lagi untuk baris yang sama."
        )
        steps.append(Step(text, params, CITES))
    return heavier, again


def _ahead(now: AbsenceLevel, rows: Sequence[tuple[int, PunishmentKind]]) -> tuple[Step, ...]:
    """The next row of the table above the total, while there is a heavier punishment."""
    for least, kind in rows:
        if least > now.total and kind.height > _height(now.kind):
            text = _("{more} hari lagi tidak masuk tahun ini: {kind}.")
            return (Step(text, {"more": least - now.total, "kind": kind}, CITES, level=Level.WARNING),)
    return ()


def _milder_totals(now: AbsenceLevel, rows: Sequence[tuple[int, PunishmentKind]]) -> list[int]:
    """The totals that might be milder, highest first: without the run alone, then each row's last day below it."""
    return [now.total, *(least - 1 for least, _kind in reversed(rows) if least <= now.total)]


def _with_at_most(most: int, given: dict[str, int], run: int, on: date) -> dict[str, int]:
    """The same absence with its run broken and no more than so many days in all: days are given back before minutes.

    One day at work breaks a run, a second one is needed when the run is twice as long, and so on.
    """
    consecutive = min(given["consecutive"], run - 1)
    days = given["days"] - given["consecutive"] // run
    short = given["short_minutes"]
    minutes = int(parameters.value("discipline.absence.minutes_of_a_day", on=on)) if short else 1
    days = max(min(days, most - short // minutes), 0)
    if days + short // minutes > most:
        short = most * minutes + minutes - 1
    return {"days": days, "consecutive": min(consecutive, days), "short_minutes": short}


def _told(given: dict[str, int], fewer: dict[str, int], value: AbsenceLevel) -> Step:
    days, minutes = given["days"] - fewer["days"], given["short_minutes"] - fewer["short_minutes"]
    return Step(
        _FEWER[days > 0, minutes > 0, value.kind is not None],
        {"days": days, "minutes": minutes, "kind": value.kind},
        CITES,
    )
