"""Achievement and pace of indicators: the rules over what was reported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from uuid import UUID

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.queries.progress import Progress, progress_of
from kinerja.areas.reporting.queries.watching import Watched
from kinerja.base.calendar.days import free_days as confirmed_free_days
from kinerja.rules.codes import Consolidation, Polarity
from kinerja.rules.monitoring.pace import Pace, expected, pace
from kinerja.rules.monitoring.share import linear
from kinerja.rules.planning.achievement import Target, achievement
from kinerja.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Achieved:
    """An indicator's achievement in a span: its part of the target, what was reached, the rule's verdict in percent."""

    indicator: Indicator
    target: Target
    progress: Progress
    verdict: Verdict[Decimal | None]


def target_of(indicator: Indicator) -> Target:
    """The agreed target as the rules take it."""
    upper = indicator.target_upper
    return Target.of(indicator.target) if upper is None else Target.between(indicator.target, upper)


def indicators_of_skps(skp_ids: Iterable[UUID]) -> list[Indicator]:
    """The indicators of some SKP, with RHK and SKP loaded, in the order of the form."""
    return list(
        Indicator.objects.filter(rhk__skp_id__in=list(skp_ids))
        .select_related("rhk__skp")
        .order_by("rhk__kind", "rhk__order", "rhk_id", "order", "id")
    )


def achievements(
    indicators: Sequence[Indicator], begin: date, end: date, free_days: frozenset[date] | None = None
) -> dict[UUID, Achieved]:
    """Each indicator's achievement from `begin` to `end`, against the part of its target that falls into these days.

    The part of a SUM grows by working days; a level is due in full (rules.monitoring.pace.expected). `indicators` come
    with `rhk.skp` loaded. Two queries, one when the free days are given.
    """
    if not indicators:
        return {}
    if free_days is None:
        free_days = free_days_around(indicators)
    found = progress_of([each.pk for each in indicators], begin, end)
    answers = {}
    for each in indicators:
        due = _due_between(each, begin, end, free_days)
        verdict = achievement(Polarity[each.polarity], due, found[each.pk].value)
        answers[each.pk] = Achieved(each, due, found[each.pk], verdict)
    return answers


def _due_between(indicator: Indicator, begin: date, end: date, free_days: frozenset[date]) -> Target:
    skp, kind = indicator.rhk.skp, Consolidation[indicator.consolidation]
    share = linear(skp.begins, skp.ends, end, free_days)
    if kind is Consolidation.SUM and begin > skp.begins:
        share -= linear(skp.begins, skp.ends, begin - timedelta(days=1), free_days)
    return expected(
        Polarity[indicator.polarity], kind, target_of(indicator), max(share, Fraction(0)), indicator.baseline
    )


def free_days_around(indicators: Sequence[Indicator]) -> frozenset[date]:
    """The confirmed free days of all the SKP that these indicators belong to."""
    skps = [each.rhk.skp for each in indicators]
    return confirmed_free_days(min(skp.begins for skp in skps), max(skp.ends for skp in skps))


def pace_of(
    indicators: Sequence[Indicator], today: date, free_days: frozenset[date] | None = None
) -> dict[UUID, Verdict[Pace]]:
    """Where each indicator stands today against where it should be. `indicators` come with `rhk.skp` loaded."""
    if not indicators:
        return {}
    if free_days is None:
        free_days = free_days_around(indicators)
    begin = min(each.rhk.skp.begins for each in indicators)
    found = progress_of([each.pk for each in indicators], begin, today)
    return {each.pk: pace_from(each, found[each.pk], today, free_days) for each in indicators}


def pace_from(
    indicator: Indicator, progress: Progress, today: date, free_days: frozenset[date]
) -> Verdict[Pace]:
    """The pace of one indicator whose progress is already known. No query."""
    skp = indicator.rhk.skp
    return pace_at(indicator, progress, linear(skp.begins, skp.ends, today, free_days), today)


def pace_at(measured: Indicator | Watched, progress: Progress, share: Fraction, today: date) -> Verdict[Pace]:
    """The pace of one indicator when `share` of its days' work is due by the end of today. No query."""
    return _pace(
        measured.polarity,
        measured.consolidation,
        measured.target,
        measured.target_upper,
        progress.value,
        share,
        today,
        measured.baseline,
        measured.unit_of_measure,
    )


#: a rule answers the same to the same; boards and first pages ask it anew for what did not change since the last look
@lru_cache(maxsize=8_192)
def _pace(
    polarity: str,
    consolidation: str,
    target: Decimal,
    upper: Decimal | None,
    achieved: Decimal | None,
    share: Fraction,
    today: date,
    baseline: Decimal | None,
    unit: str,
) -> Verdict[Pace]:
    return pace(
        polarity=Polarity[polarity],
        consolidation=Consolidation[consolidation],
        target=Target.of(target) if upper is None else Target.between(target, upper),
        achieved=achieved,
        share=share,
        on=today,
        baseline=baseline,
        unit=unit,
    )
