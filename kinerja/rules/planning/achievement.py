"""Capaian: how far a realisation fulfils its target, in percent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import AchievementBand, Polarity
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import exact
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PermenPANRB 53/2014", in_force_from=date(2014, 1, 1), standing=Standing.KNOWN, page="3"),
    Citation("Rumus capaian dalam LKjIP daerah", standing=Standing.SOURCE, sources=("S22",), page="3"),
)
RANGE_CITE = design("3")
BAND_CITE = Citation(
    "Permendagri 86/2017",
    in_force_from=date(2017, 1, 1),
    standing=Standing.KNOWN,
    sources=("S22",),
    page="3",
)


@record
@dataclass(frozen=True, slots=True)
class Target:
    """A single value (`low == high`) or a range with both ends included. Exact numbers only."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise Refused("low", _("Batas bawah target lebih besar daripada batas atasnya."))

    @classmethod
    def of(cls, value: Decimal | int) -> Target:
        return cls(Decimal(value), Decimal(value))

    @classmethod
    def between(cls, low: Decimal | int, high: Decimal | int) -> Target:
        return cls(Decimal(low), Decimal(high))

    @property
    def is_range(self) -> bool:
        return self.low != self.high


def achievement(
    polarity: Polarity, target: Target, realisation: Decimal | None = None
) -> Verdict[Decimal | None]:
    """Percent, never below 0, not capped; None when it cannot be computed, with the reason as a step.

    MAXIMIZE `R/T`, MINIMIZE `(2T − R)/T`, STABILIZE 100 inside the range, else by the nearer bound.
    A range with MAXIMIZE or MINIMIZE counts 100 inside, else by the nearer bound. Nothing is rounded.
    """
    if realisation is None:
        return _not_computable(_("Belum ada realisasi, jadi capaian belum dapat dihitung."))
    if target.low < 0:
        return _not_computable(_("Target negatif, jadi capaian belum dapat dihitung dengan rumus persen."))
    if polarity is Polarity.MAXIMIZE and target.high == 0:
        return _not_computable(_("Target nol, jadi capaian belum dapat dihitung."))
    if target.is_range or polarity is Polarity.STABILIZE:
        return _by_range(polarity, target, realisation)
    if polarity is Polarity.MINIMIZE:
        return _minimize(target.low, realisation)
    return _answer(
        Fraction(realisation) / Fraction(target.low) * 100,
        Step(
            _("Realisasi {realisation} dibagi target {target}, dikali 100."),
            {"realisation": realisation, "target": target.low},
        ),
    )


def _not_computable(template: str) -> Verdict[Decimal | None]:
    return Verdict(None, (Step(template, cites=(design("3"),)),), CITES)


def _answer(percent: Fraction, step: Step) -> Verdict[Decimal | None]:
    amount = exact(max(percent, Fraction(0)))
    steps = [Step(step.template, step.params, step.cites, amount)]
    if percent < 0:
        steps.append(
            Step(_("Hasil hitung di bawah nol, dicatat sebagai nol."), cites=(design("3"),), amount=amount)
        )
    steps.append(Step(_("Capaian {percent:persen}."), {"percent": amount}, amount=amount))
    return Verdict(amount, tuple(steps), CITES)


def _minimize(target: Decimal, realisation: Decimal) -> Verdict[Decimal | None]:
    params = {"realisation": realisation, "target": target}
    if target == 0:
        percent = Fraction(100 if realisation <= 0 else 0)
        return _answer(
            percent,
            Step(
                _("Target nol dan makin rendah makin baik: realisasi nol bernilai 100, selain itu 0."),
                params,
                (design("3"),),
            ),
        )
    percent = (2 * Fraction(target) - Fraction(realisation)) / Fraction(target) * 100
    return _answer(
        percent,
        Step(
            _("Makin rendah makin baik: (2 × {target} − {realisation}) dibagi target {target}, dikali 100."),
            params,
        ),
    )


def _by_range(polarity: Polarity, target: Target, realisation: Decimal) -> Verdict[Decimal | None]:
    params = {"realisation": realisation, "low": target.low, "high": target.high}
    if target.low <= realisation <= target.high:
        return _answer(
            Fraction(100),
            Step(
                _("Realisasi {realisation} berada dalam rentang {low} sampai {high}."), params, (RANGE_CITE,)
            ),
        )
    bound = target.low if realisation < target.low else target.high
    falls_with_size = polarity is Polarity.MINIMIZE or (
        polarity is Polarity.STABILIZE and realisation > target.high
    )
    if bound == 0:
        percent = Fraction(100 if polarity is Polarity.MINIMIZE and realisation < 0 else 0)
    elif falls_with_size:
        percent = (2 * Fraction(bound) - Fraction(realisation)) / Fraction(bound) * 100
    else:
        percent = Fraction(realisation) / Fraction(bound) * 100
    return _answer(
        percent,
        Step(
            _("Realisasi {realisation} di luar rentang {low} sampai {high}; dihitung dari batas {bound}."),
            {**params, "bound": bound},
            (RANGE_CITE,),
        ),
    )


def average(
    achievements: Sequence[Decimal | None], *, on: date, cap: Decimal | None = None
) -> Verdict[Decimal | None]:
    """Plain mean of what can be computed, each capped (120 unless the instansi decided otherwise)."""
    limit = parameters.figure("achievement.cap_in_averages", on=on)
    ceiling = limit.value if cap is None else cap
    known = [each for each in achievements if each is not None]
    if not known:
        return Verdict(None, (Step(_("Belum ada capaian yang dapat dirata-ratakan.")),), CITES)
    mean = exact(sum((min(Fraction(each), Fraction(ceiling)) for each in known), Fraction(0)) / len(known))
    steps = [
        Step(
            _("Rata-rata {count} capaian, masing-masing paling tinggi {cap:persen}: {mean:persen}."),
            {"count": len(known), "cap": ceiling, "mean": mean},
            (limit.cite,),
            mean,
        )
    ]
    if len(known) < len(achievements):
        steps.append(
            Step(
                _("{count} indikator belum dapat dihitung dan tidak ikut dirata-ratakan."),
                {"count": len(achievements) - len(known)},
                (design("3"),),
            )
        )
    return Verdict(mean, tuple(steps), CITES)


Bands = tuple[tuple[AchievementBand, Decimal], ...]


def national_bands(*, on: date) -> Bands:
    """Lower bounds, highest first, of the scale of Permendagri 86/2017."""
    return tuple(
        (band, parameters.value(f"achievement.band.{band.value.lower()}", on=on))
        for band in AchievementBand
        if band is not AchievementBand.SANGAT_RENDAH
    )


def band(percent: Decimal | None, *, on: date, bands: Bands | None = None) -> Verdict[AchievementBand | None]:
    """The label of an achievement, by its exact value. `bands`: an instansi's lower bounds, highest first."""
    if percent is None:
        return Verdict(None, (Step(_("Belum dapat dihitung, jadi belum ada labelnya.")),), (BAND_CITE,))
    for label, at_least in bands or national_bands(on=on):
        if percent >= at_least:
            step = Step(
                _("Capaian {percent:persen}, paling sedikit {at_least:persen}: {label}."),
                {"percent": percent, "at_least": at_least, "label": label},
            )
            return Verdict(label, (step,), (BAND_CITE,))
    lowest = AchievementBand.SANGAT_RENDAH
    step = Step(_("Capaian {percent:persen}: {label}."), {"percent": percent, "label": lowest})
    return Verdict(lowest, (step,), (BAND_CITE,))
