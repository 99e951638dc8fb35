"""Skala angka lama: PP 30/2019 Pasal 41 and PermenPANRB 8/2021, for records of years before 2022 only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.assessment.codes import LegacyPredicate
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.planning.achievement import Target
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import exact
from kinerja.rules.wording import gettext_noop as _

_LAST_DAY = date(2021, 12, 31)
CITES = (
    Citation(
        "PP 30/2019",
        "Pasal 41",
        in_force_from=date(2019, 1, 1),
        in_force_until=_LAST_DAY,
        standing=Standing.SOURCE,
        sources=("S9",),
        page="2",
    ),
    Citation(
        "PermenPANRB 8/2021",
        in_force_from=date(2021, 1, 1),
        in_force_until=_LAST_DAY,
        standing=Standing.SOURCE,
        sources=("S17",),
        page="2",
    ),
)
_PP, _PERMEN = (CITES[0],), (CITES[1],)
_BANDS = (
    (LegacyPredicate.BAIK, "legacy.baik"),
    (LegacyPredicate.CUKUP, "legacy.cukup"),
    (LegacyPredicate.KURANG, "legacy.kurang"),
)


def predicate(value: Decimal, *, has_new_idea: bool = False, on: date) -> Verdict[LegacyPredicate]:
    """The word for a value of 0–120; Sangat Baik also asks for a new idea or method that helps the organisation.

    `on`: the last day of the year or semester; Refused from 2022 on, and for a value outside 0–120.
    """
    _in_its_time(CITES[0], on)
    _within_the_scale("value", value, on)
    best = parameters.figure("legacy.sangat_baik", on=on)
    params = {"value": value, "at_least": best.value, "label": LegacyPredicate.SANGAT_BAIK}
    if value >= best.value:
        if has_new_idea:
            words = _("Nilai {value}, paling sedikit {at_least}, dan ada ide atau cara baru: {label}.")
            return Verdict(LegacyPredicate.SANGAT_BAIK, (Step(words, params, (best.cite,), value),), _PP)
        words = _("Nilai {value}, tetapi tanpa ide atau cara baru: {label}.")
        step = Step(words, {"value": value, "label": LegacyPredicate.BAIK}, (best.cite,), value)
        return Verdict(LegacyPredicate.BAIK, (step,), _PP)
    for label, name in _BANDS:
        limit = parameters.figure(name, on=on)
        if value >= limit.value:
            words = _("Nilai {value}, paling sedikit {at_least}: {label}.")
            step = Step(
                words, {"value": value, "at_least": limit.value, "label": label}, (limit.cite,), value
            )
            return Verdict(label, (step,), _PP)
    lowest = LegacyPredicate.SANGAT_KURANG
    return Verdict(
        lowest, (Step(_("Nilai {value}: {label}."), {"value": value, "label": lowest}, _PP, value),), _PP
    )


def _in_its_time(cite: Citation, on: date) -> None:
    if not cite.is_in_force(on):
        raise Refused(
            "on",
            _(
                "Skala {regulation} hanya untuk {first} sampai {last}; "
                "sejak 2022 yang dicatat adalah predikat, tanpa angka."
            ),
            {"regulation": cite.regulation, "first": cite.in_force_from, "last": cite.in_force_until},
        )


def _within_the_scale(field: str, value: Decimal, on: date) -> None:
    most = parameters.value("legacy.most", on=on)
    if not 0 <= value <= most:
        raise Refused(field, _("Nilai harus 0 sampai {most}."), {"most": most})


def total(skp: Decimal, behaviour: Decimal, *, has_peer_opinion: bool = False, on: date) -> Verdict[Decimal]:
    """SKP and perilaku together: 70/30, or 60/40 where peers and subordinates were heard. Both values 0–120."""
    _in_its_time(CITES[0], on)
    _within_the_scale("skp", skp, on)
    _within_the_scale("behaviour", behaviour, on)
    name = "legacy.weight.skp_with_peers" if has_peer_opinion else "legacy.weight.skp_alone"
    weight = parameters.figure(name, on=on)
    rest = 100 - weight.value
    result = exact((Fraction(skp) * Fraction(weight.value) + Fraction(behaviour) * Fraction(rest)) / 100)
    params = {"skp": skp, "weight": weight.value, "behaviour": behaviour, "rest": rest, "result": result}
    words = _("SKP {skp} × {weight:persen} + perilaku {behaviour} × {rest:persen} = {result}.")
    return Verdict(result, (Step(words, params, (weight.cite,), result),), _PP)


def achievement(
    target: Target, realisation: Decimal, *, is_special: bool = False, on: date
) -> Verdict[Decimal]:
    """Capaian in percent, below nothing never; `is_special`: smaller or faster is better.

    Against a range: 100 inside, else by the nearer bound. The published example of 113 % for 92 against 80–90 is a
    misprint; the formula is what counts. Refused for a target of nothing or less.
    """
    _in_its_time(CITES[1], on)
    if target.low <= 0:
        raise Refused("target.low", _("Target harus lebih dari nol."))
    params = {"realisation": realisation, "low": target.low, "high": target.high}
    if target.is_range and target.low <= realisation <= target.high:
        words = _("Realisasi {realisation} berada dalam rentang {low} sampai {high}: capaian 100%.")
        return Verdict(Decimal(100), (Step(words, params, (design("2"),), Decimal(100)),), _PERMEN)
    bound = target.high if realisation > target.high else target.low
    ratio = Fraction(realisation) / Fraction(bound)
    percent = exact(max((2 - ratio if is_special else ratio) * 100, Fraction(0)))
    words = (
        _("Makin kecil makin baik: (1 + (1 − {realisation} / {bound})) × 100 = {percent:persen}.")
        if is_special
        else _("{realisation} / {bound} × 100 = {percent:persen}.")
    )
    step = Step(words, {"realisation": realisation, "bound": bound, "percent": percent}, _PERMEN, percent)
    return Verdict(percent, (step,), _PERMEN)


def value(percent: Decimal, *, is_maximum: bool = False, on: date) -> Verdict[Decimal]:
    """The value 0–120 of an achievement in percent. `is_maximum`: the target was already the most that is possible.

    Between the printed bands (99–100, 79–80, 59–60) the line of the band below runs on; 100–101 runs from 109 to
    110 (our own proposal). The line from 101 to 110 is not verified.
    """
    _in_its_time(CITES[1], on)
    if percent < 0:
        raise Refused("percent", _("Capaian tidak boleh negatif."))
    result, cites = _value(Fraction(percent), is_maximum, on)
    number = exact(result)
    words = _("Capaian {percent:persen} menjadi nilai {value}.")
    return Verdict(number, (Step(words, {"percent": percent, "value": number}, cites, number),), _PERMEN)


def _value(percent: Fraction, is_maximum: bool, on: date) -> tuple[Fraction, tuple[Citation, ...]]:
    def figure(name: str) -> Fraction:
        return Fraction(parameters.value(f"legacy.value.{name}", on=on))

    full = Fraction(100)
    if percent > figure("above_to") or (is_maximum and percent >= full):
        return figure("most"), _PERMEN
    if percent > full:
        start = figure("above_from")
        unsure = (parameters.figure("legacy.value.above_low", on=on).cite,)
        if percent < start:
            return figure("at_target") + (percent - full), (design("2"),)
        rise = (figure("most") - figure("above_low")) / (figure("above_to") - start)
        return figure("above_low") + rise * (percent - start), unsure
    if percent == full:
        return figure("at_target"), _PERMEN
    for band in ("good", "fair"):
        low, high = figure(f"{band}_from"), figure(f"{band}_to")
        if percent >= low:
            rise = (figure(f"{band}_high") - figure(f"{band}_low")) / (high - low)
            return figure(f"{band}_low") + rise * (percent - low), _PERMEN
    return percent / figure("poor_to") * figure("poor_high"), _PERMEN
