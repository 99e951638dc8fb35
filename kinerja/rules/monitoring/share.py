"""Which part of a period's work should be done by a day: evenly over working days, or by season.

`linear` and `seasonal` give the bare fraction that goes into `pace`; `evenly` and `by_season` tell its story.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.rules.citation import design
from kinerja.rules.periods import Period
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import Number
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.working_days import FIVE_DAY_WEEKEND, NO_FREE_DAYS, count_working_days

CITES = (design("3"),)
#: what is longer is a slip of the pen
_MOST_YEARS = 10


@dataclass(frozen=True, slots=True)
class SeasonPart:
    """One sub-period and its agreed part of the whole, on any scale."""

    period: Period
    share: Decimal


def linear(
    start: date,
    end: date,
    today: date,
    free_days: Container[date] = NO_FREE_DAYS,
    *,
    weekend: Container[int] = FIVE_DAY_WEEKEND,
) -> Fraction:
    """Working days up to and including today over all working days of the span; 0 before it, 1 after it.

    A span without a single working day counts by calendar days.
    """
    if today < start:
        return Fraction(0)
    last = min(today, end)
    whole = count_working_days(start, end, free_days, weekend=weekend)
    if not whole:
        return Fraction((last - start).days + 1, (end - start).days + 1)
    return Fraction(count_working_days(start, last, free_days, weekend=weekend), whole)


def evenly(
    start: date,
    end: date,
    today: date,
    free_days: frozenset[date] = NO_FREE_DAYS,
    *,
    weekend: frozenset[int] = FIVE_DAY_WEEKEND,
) -> Verdict[Fraction]:
    """`linear` with its story. `weekend` are the free days of the week, Monday 0; none for a ward that never rests.

    Raises Refused when the span is the wrong way round or longer than ten years.
    """
    if end < start:
        raise Refused("end", _("Akhir periode mendahului awalnya."))
    if end.year - start.year > _MOST_YEARS:
        raise Refused("end", _("Periode paling panjang {most} tahun."), {"most": _MOST_YEARS})
    share = linear(start, end, today, free_days, weekend=weekend)
    params = {
        "start": start,
        "end": end,
        "today": today,
        "done": count_working_days(start, min(today, end), free_days, weekend=weekend),
        "whole": count_working_days(start, end, free_days, weekend=weekend),
        "share": share,
    }
    if params["whole"]:
        words = _(
            "Sampai {today} telah lewat {done} dari {whole} hari kerja antara {start} dan {end}: {share:bagian}."
        )
    else:
        words = _(
            "Antara {start} dan {end} tidak ada hari kerja; dihitung per hari kalender: {share:bagian}."
        )
    return Verdict(share, (Step(words, params, CITES),), CITES)


def seasonal(
    shares: Mapping[Period, Number],
    today: date,
    free_days: Container[date] = NO_FREE_DAYS,
    *,
    weekend: Container[int] = FIVE_DAY_WEEKEND,
) -> Fraction:
    """By the agreed parts of sub-periods (`{Triwulan I: 40, Triwulan II: 20, …}`; any positive scale).

    Within a sub-period the work runs evenly over its working days. Raises Refused when the parts add up
    to 0 or one is negative.
    """
    parts = {period: Fraction(share) for period, share in shares.items()}
    whole = sum(parts.values(), Fraction(0))
    if whole <= 0 or min(parts.values()) < 0:
        raise Refused("parts", _("Pembagian target per periode harus positif dan jumlahnya lebih dari nol."))
    done = (
        share * linear(period.start, period.end, today, free_days, weekend=weekend)
        for period, share in parts.items()
    )
    return sum(done, Fraction(0)) / whole


def by_season(
    parts: Sequence[SeasonPart],
    today: date,
    free_days: frozenset[date] = NO_FREE_DAYS,
    *,
    weekend: frozenset[int] = FIVE_DAY_WEEKEND,
) -> Verdict[Fraction]:
    """`seasonal` with its story; raises Refused as it does, and when a sub-period is named twice."""
    shares = {part.period: part.share for part in parts}
    if len(shares) < len(parts):
        raise Refused("parts", _("Ada periode yang disebut dua kali."))
    share = seasonal(shares, today, free_days, weekend=weekend)
    whole = sum(shares.values(), Decimal(0))
    words = _("{period} memuat {part} dari {whole} bagian pekerjaan; sampai {today} selesai {done:bagian}.")
    steps = [
        Step(
            words,
            {
                "period": part.period.name,
                "part": part.share,
                "whole": whole,
                "today": today,
                "done": linear(part.period.start, part.period.end, today, free_days, weekend=weekend),
            },
            CITES,
        )
        for part in parts
    ]
    total = Step(_("Seluruhnya seharusnya selesai {share:bagian}."), {"share": share}, CITES)
    return Verdict(share, (*steps, total), CITES)
