"""Kenaikan gaji berkala (KGB): the periodic pay rise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Predicate
from kinerja.rules.dates import years_after
from kinerja.rules.limits import between
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("Peraturan gaji PNS", "kenaikan gaji berkala", in_force_from=date(2019, 1, 1), page="6"),)
#: which predikat is enough is not verified
_LOWEST = Citation("Peraturan gaji PNS", in_force_from=date(2019, 1, 1), standing=Standing.UNSURE, page="6")
MOST_DATES = 12


@record
@dataclass(frozen=True, slots=True)
class PayRise:
    """`day` is when the rise is due by years; `due` says whether it can be given on the day asked about."""

    day: date
    due: bool


def rise(
    last_rise: date, predicate: Predicate | None = None, *, on: date, lowest: Predicate = Predicate.BAIK
) -> Verdict[PayRise]:
    """Due when the years since the last rise are full and the last predikat is at least `lowest`.

    Without a predikat it waits. `lowest` is what the instansi holds to be enough: the text is not verified.
    """
    every = parameters.figure("salary_rise.years", on=on)
    day = years_after(last_rise, int(every.value), "last_rise")
    steps = [
        Step(
            _("KGB terakhir {last}; yang berikut {years} tahun kemudian, {day}."),
            {"last": last_rise, "years": int(every.value), "day": day},
            (every.cite,),
        )
    ]
    enough = predicate is not None and predicate.height >= lowest.height
    if predicate is None:
        template = _("Predikat terakhir belum ada: KGB menunggu.")
    elif enough:
        template = _("Predikat terakhir {predicate}, paling rendah {lowest}: memenuhi.")
    else:
        template = _("Predikat terakhir {predicate}, di bawah {lowest}: KGB ditunda.")
    level = Level.NOTE if enough else Level.WARNING
    steps.append(Step(template, {"predicate": predicate, "lowest": lowest}, (_LOWEST,), level=level))
    return Verdict(PayRise(day, enough and day <= on), tuple(steps), CITES)


def dates(last_rise: date, count: int, *, on: date) -> Verdict[tuple[date, ...]]:
    """The next `count` days (1–12) on which a rise is due, when none is postponed."""
    between("count", count, 1, MOST_DATES)
    every = parameters.figure("salary_rise.years", on=on)
    days = tuple(years_after(last_rise, int(every.value) * time, "last_rise") for time in range(1, count + 1))
    steps = tuple(Step(_("KGB pada {day}."), {"day": day}, (every.cite,)) for day in days)
    return Verdict(days, steps, CITES)
