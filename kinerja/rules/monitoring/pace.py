"""Laju: where an indicator stands today against where it should be, in words and in numbers for a bar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import design
from kinerja.rules.codes import Consolidation, PaceState, Polarity
from kinerja.rules.monitoring.pace_words import phrase
from kinerja.rules.planning.achievement import Target, achievement
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import exact, half_up
from kinerja.rules.wording import gettext_noop as _

CITES = (design("3"),)
_FORECAST = _("Dengan laju ini, akhir periode diperkirakan {projected}{unit}.")


@record
@dataclass(frozen=True, slots=True)
class Pace:
    """The numbers of the pace bar, in the unit of the indicator.

    `expected` is what is due by the end of today, `projected` where the period ends at this pace, `ratio` the
    achievement against what is due, in percent. None where there is nothing to say yet.
    """

    state: PaceState
    target: Target
    expected: Target
    achieved: Decimal | None
    projected: Decimal | None
    ratio: Decimal | None


def pace(
    *,
    polarity: Polarity,
    consolidation: Consolidation,
    target: Target,
    achieved: Decimal | None = None,
    share: Fraction,
    on: date,
    baseline: Decimal | None = None,
    unit: str = "",
) -> Verdict[Pace]:
    """`achieved` is the consolidated figure so far, None without any report; `share` comes from `share.py`.

    SUM grows from nothing: by today the share of the target is due. AVERAGE is a level: the whole target is
    due every day. TAKE_LAST_KNOWN moves from `baseline` to the target; without a baseline it is a level too.
    What is counted in whole pieces is due in whole pieces, so nobody is behind by 0,4 of a document. The
    first step is the phrase for the bar, such as "42 dari 60 pasien, seharusnya 45 hari ini".
    """
    if not 0 <= share <= 1:
        raise Refused("share", _("Bagian periode yang telah lewat harus antara 0 dan 1."))
    due = expected(polarity, consolidation, target, share, baseline)
    ratio = None if achieved is None or share == 0 else achievement(polarity, due, achieved).value
    state = _state(polarity, consolidation, target, due, achieved, share, ratio, on)
    projected = _projected(consolidation, target, achieved, share, baseline)
    result = Pace(state, target, due, achieved, projected, ratio)
    template, params = phrase(polarity, consolidation, state, target, due, achieved, unit)
    steps = [Step(template, params, CITES, achieved)]
    if ratio is not None:
        steps.append(_why(state, ratio, on))
    if projected is not None and projected != achieved:
        steps.append(Step(_FORECAST, {"projected": projected, "unit": params["unit"]}, CITES, projected))
    return Verdict(result, tuple(steps), CITES)


def expected(
    polarity: Polarity,
    consolidation: Consolidation,
    target: Target,
    share: Fraction,
    baseline: Decimal | None = None,
) -> Target:
    """What is due by the end of the day on which `share` of the period's work should be done."""
    if consolidation is Consolidation.SUM:
        low, high = Fraction(target.low) * share, Fraction(target.high) * share
        if not _in_whole_pieces(target):
            return Target(exact(low), exact(high))
        low_way = ROUND_CEILING if polarity is Polarity.MINIMIZE else ROUND_FLOOR
        high_way = ROUND_FLOOR if polarity is Polarity.MAXIMIZE else ROUND_CEILING
        return Target(_whole(low, low_way), _whole(high, high_way))
    if consolidation is Consolidation.TAKE_LAST_KNOWN and baseline is not None:
        start = Fraction(baseline)
        low = start + (Fraction(target.low) - start) * share
        high = start + (Fraction(target.high) - start) * share
        return Target(exact(low), exact(high))
    return target


def _in_whole_pieces(target: Target) -> bool:
    return all(bound == bound.to_integral_value() for bound in (target.low, target.high))


def _whole(number: Fraction, rounding: str) -> Decimal:
    return exact(number).to_integral_value(rounding=rounding)


def _state(
    polarity: Polarity,
    consolidation: Consolidation,
    target: Target,
    due: Target,
    achieved: Decimal | None,
    share: Fraction,
    ratio: Decimal | None,
    on: date,
) -> PaceState:
    if share == 0:
        return PaceState.BELUM_MULAI
    if achieved is None:
        return PaceState.BELUM_ADA_LAPORAN
    if ratio is None:  # nothing is due yet, or a negative level that has no percentage
        return PaceState.SESUAI_JALUR if _meets(polarity, due, achieved) else PaceState.TERTINGGAL
    if ratio >= parameters.value("pace.on_track", on=on):
        return PaceState.SESUAI_JALUR
    is_used_up = (
        consolidation is Consolidation.SUM and polarity is not Polarity.MAXIMIZE and achieved > target.high
    )
    is_early = share * 100 < Fraction(parameters.value("pace.early", on=on))
    if is_used_up or (ratio < parameters.value("pace.at_risk", on=on) and not is_early):
        return PaceState.BERISIKO
    return PaceState.TERTINGGAL


def _meets(polarity: Polarity, due: Target, achieved: Decimal) -> bool:
    enough = polarity is Polarity.MINIMIZE or achieved >= due.low
    within = polarity is Polarity.MAXIMIZE or achieved <= due.high
    return enough and within


def _projected(
    consolidation: Consolidation,
    target: Target,
    achieved: Decimal | None,
    share: Fraction,
    baseline: Decimal | None,
) -> Decimal | None:
    if achieved is None or share == 0:
        return None
    if consolidation is Consolidation.SUM:
        end = exact(Fraction(achieved) / share)
        return half_up(end, 0) if _in_whole_pieces(target) and share < 1 else end
    if consolidation is Consolidation.TAKE_LAST_KNOWN and baseline is not None:
        start = Fraction(baseline)
        return exact(start + (Fraction(achieved) - start) / share)
    return achieved


def _why(state: PaceState, ratio: Decimal, on: date) -> Step:
    on_track = parameters.figure("pace.on_track", on=on)
    at_risk = parameters.figure("pace.at_risk", on=on)
    return Step(
        _(
            "Terhadap yang seharusnya: {ratio:persen}. Sesuai jalur mulai {on_track:persen}, "
            "berisiko di bawah {at_risk:persen}: {state}."
        ),
        {"ratio": ratio, "on_track": on_track.value, "at_risk": at_risk.value, "state": state},
        (on_track.cite, at_risk.cite),
        ratio,
    )
