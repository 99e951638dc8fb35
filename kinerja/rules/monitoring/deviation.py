"""Penyimpangan: whether a forecast is bad enough, for long enough, to ask somebody to act; and whether it is well again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import design
from kinerja.rules.codes import Consolidation, Polarity
from kinerja.rules.monitoring.codes import DeviationCause, DeviationState
from kinerja.rules.monitoring.forecast import Forecast
from kinerja.rules.planning.achievement import Target
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (design("3"),)


@record
@dataclass(frozen=True, slots=True)
class Deviation:
    """`since`: the first day in a row on which the forecast missed the target clearly; None when it does not."""

    state: DeviationState
    cause: DeviationCause
    since: date | None


def deviation(
    *,
    forecast: Forecast,
    polarity: Polarity,
    consolidation: Consolidation,
    target: Target,
    on: date,
    since: date | None = None,
    opened: bool = False,
) -> Verdict[Deviation]:
    """What to do about a forecast on a day. `since` is what the last answer said; `opened` when a warning stands.

    A miss is clear when the forecast lies far enough beyond the target for its own uncertainty. First it is only watched
    (the employee sees it); a warning needs some days of it. A standing warning ends when the forecast reaches the target
    again. Raises Refused when `since` lies after `on`.
    """
    if since is not None and since > on:
        raise Refused("since", _("Hari mulai menyimpang tidak boleh sesudah hari ini."))
    if forecast.margin is None:
        waiting = Deviation(
            DeviationState.BELUM_CUKUP_DATA, DeviationCause.TIDAK_ADA, since if opened else None
        )
        return Verdict(
            waiting, (Step(_("Belum cukup data untuk menilai penyimpangan."), cites=CITES),), CITES
        )
    limit = parameters.figure("deviation.back" if opened else "deviation.margin", on=on)
    needed = parameters.whole("deviation.days", on=on)
    well = forecast.margin >= limit.value if opened else forecast.margin > -limit.value
    if well:
        fine = Deviation(DeviationState.MENUJU_TARGET, DeviationCause.TIDAK_ADA, None)
        return Verdict(
            fine, (Step(_("Perkiraannya tidak meleset jelas dari target."), cites=(limit.cite,)),), CITES
        )
    since = since or on
    days = (on - since).days
    state = DeviationState.MENYIMPANG if opened or days >= needed else DeviationState.DIAMATI
    cause = _cause(forecast, polarity, consolidation, target, on)
    params = {"cause": cause, "since": since, "days": needed, "silent": forecast.silent}
    template = _WORDS[state]
    return Verdict(Deviation(state, cause, since), (Step(template, params, (limit.cite,)),), CITES)


_WORDS = {
    DeviationState.MENYIMPANG: _("Sejak {since} perkiraannya jelas meleset dari target: {cause}."),
    DeviationState.DIAMATI: _(
        "Perkiraannya meleset dari target: {cause}. Bila masih begitu sesudah {days} hari, atasan diberi tahu."
    ),
}


def _cause(
    forecast: Forecast, polarity: Polarity, consolidation: Consolidation, target: Target, on: date
) -> DeviationCause:
    adds_up = consolidation is Consolidation.SUM
    if adds_up and polarity is not Polarity.MAXIMIZE and (forecast.achieved or 0) > target.high:
        return DeviationCause.BATAS_HABIS
    if forecast.silent >= parameters.value("deviation.silent", on=on):
        return DeviationCause.SENYAP
    weaker = 100 - forecast.recent
    if polarity is Polarity.MINIMIZE and consolidation is not Consolidation.TAKE_LAST_KNOWN:
        weaker = -weaker
    if polarity is Polarity.STABILIZE:
        weaker = abs(weaker)
    slack = "deviation.level_slack" if consolidation is Consolidation.AVERAGE else "deviation.slack"
    return DeviationCause.MELAMBAT if weaker >= parameters.value(slack, on=on) else DeviationCause.SEJAK_AWAL
