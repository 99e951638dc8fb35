"""Angka kredit: what a predikat is worth for a functional position, and what the points add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kinerja.rules import parameters
from kinerja.rules.assessment.codes import BaseCredit, CreditGoal
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Jenjang, Predicate
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _
from kinerja.rules.wording import half_up

CITES = (
    Citation(
        "PermenPANRB 1/2023",
        in_force_from=date(2023, 1, 1),
        standing=Standing.SOURCE,
        sources=("S18",),
        page="2",
    ),
    Citation(
        "Peraturan BKN 3/2023",
        in_force_from=date(2023, 1, 1),
        standing=Standing.SOURCE,
        sources=("S19",),
        page="2",
    ),
)
_KNOWN = Citation("Peraturan BKN 3/2023", in_force_from=date(2023, 1, 1), standing=Standing.KNOWN, page="2")
_UNSURE = Citation("Peraturan BKN 3/2023", in_force_from=date(2023, 1, 1), standing=Standing.UNSURE, page="2")
_YEAR = 12
_PERCENT = {each: f"credit.percent.{each.value.lower()}" for each in Predicate}
_COEFFICIENT: dict[Jenjang, str] = {each: f"credit.coefficient.{each.value.lower()}" for each in Jenjang}
_RANK: dict[Jenjang, str] = {each: f"credit.rank.{each.value.lower()}" for each in Jenjang}
#: the highest level of each category has no level above it
_LEVEL: dict[Jenjang, str] = {
    each: f"credit.level.{each.value.lower()}"
    for each in Jenjang
    if each not in (Jenjang.PENYELIA, Jenjang.AHLI_UTAMA)
}
_CONVERTED = _("{jenjang}, {predicate}: {percent:persen} × {coefficient} × {months}/12 bulan = {credit}.")
_ADDED = _("Jumlah pada jenjang {jenjang}: {total}.")


@dataclass(frozen=True, slots=True)
class CreditPeriod:
    """One period with its own predikat, in full calendar months."""

    jenjang: Jenjang
    predicate: Predicate
    months: int


@record
@dataclass(frozen=True, slots=True)
class CreditAccount:
    """`jenjang` is the present one, `total` what was collected in it, `periods` the points of each period in order."""

    jenjang: Jenjang
    total: Decimal
    periods: tuple[Decimal, ...]


@record
@dataclass(frozen=True, slots=True)
class CreditProgress:
    """`needed` is the cumulative credit (AKK) asked for, `missing` what is still to come, `excess` what is over."""

    is_reached: bool
    needed: Decimal
    missing: Decimal
    excess: Decimal


def conversion(jenjang: Jenjang, predicate: Predicate, months: int, *, on: date) -> Verdict[Decimal]:
    """Percent of the predikat × coefficient a year × months / 12, rounded half up to two decimals.

    `months`: full calendar months of the period, 1–12, else Refused (regulations 2.3).
    """
    step = _converted(jenjang, predicate, months, on, "months")
    return Verdict(step.params["credit"], (step,), CITES)


def _converted(jenjang: Jenjang, predicate: Predicate, months: int, on: date, field: str) -> Step:
    if not 1 <= months <= _YEAR:
        raise Refused(field, _("Jumlah bulan harus 1 sampai 12."))
    percent = parameters.figure(_PERCENT[predicate], on=on)
    coefficient = parameters.figure(_COEFFICIENT[jenjang], on=on)
    credit = half_up(percent.value * coefficient.value * months / (100 * _YEAR))
    params = {
        "jenjang": jenjang,
        "predicate": predicate,
        "percent": percent.value,
        "coefficient": coefficient.value,
        "months": months,
        "credit": credit,
    }
    return Step(_CONVERTED, params, (percent.cite, coefficient.cite), credit)


def full_months(begins: date, ends: date) -> Verdict[int]:
    """How many full calendar months lie in the period, both days included: 1 January to 31 July are 7."""
    if ends < begins:
        raise Refused("ends", _("Akhir periode mendahului awalnya."))
    first = begins.year * _YEAR + begins.month + (begins.day > 1)
    last = ends.year * _YEAR + ends.month - (ends != date.max and (ends + timedelta(days=1)).day > 1)
    count = max(last - first + 1, 0)
    words = _("Dari {begins} sampai {ends} ada {count} bulan kalender penuh.")
    step = Step(words, {"begins": begins, "ends": ends, "count": count}, CITES)
    return Verdict(count, (step,), CITES)


def accumulate(
    periods: Sequence[CreditPeriod], opening: Decimal = Decimal(0), *, on: date
) -> Verdict[CreditAccount]:
    """Points of all periods in the order of time; each period is rounded by itself, then added.

    `opening` is what was brought along into the first jenjang. A new jenjang begins at nothing: what is over
    stays behind (not verified). Refused without periods, with a negative opening, and when a jenjang is lower than
    the one before.
    """
    if not periods:
        raise Refused("periods", _("Belum ada periode yang dihitung."))
    if opening < 0:
        raise Refused("opening", _("Angka kredit awal tidak boleh negatif."))
    steps, points, total, jenjang = [], [], opening, periods[0].jenjang
    for place, period in enumerate(periods):
        if period.jenjang is not jenjang:
            if _HEIGHT[period.jenjang] < _HEIGHT[jenjang]:
                raise Refused(f"periods.{place}.jenjang", _("Jenjang tidak dapat turun dalam akumulasi."))
            jenjang, total = period.jenjang, Decimal(0)
            words = _("Jenjang baru {jenjang}: akumulasi mulai lagi dari nol.")
            steps.append(Step(words, {"jenjang": jenjang}, (_UNSURE,)))
        step = _converted(jenjang, period.predicate, period.months, on, f"periods.{place}.months")
        steps.append(step)
        points.append(step.params["credit"])
        total += step.params["credit"]
    steps.append(Step(_ADDED, {"jenjang": jenjang, "total": total}, CITES, total))
    return Verdict(CreditAccount(jenjang, total, tuple(points)), tuple(steps), CITES)


_HEIGHT = {each: height for height, each in enumerate(Jenjang)}


def reached(jenjang: Jenjang, credit: Decimal, goal: CreditGoal, *, on: date) -> Verdict[CreditProgress]:
    """Whether the cumulative credit (AKK) for a rank or for the next jenjang is there.

    Only this part of a promotion: predikat, vacancy and competence test are asked elsewhere. Refused with negative
    credit, and for the next jenjang when there is none.
    """
    if credit < 0:
        raise Refused("credit", _("Angka kredit tidak boleh negatif."))
    if goal is CreditGoal.JENJANG and jenjang not in _LEVEL:
        raise Refused(
            "goal", _("{jenjang} jenjang tertinggi; tidak ada jenjang di atasnya."), {"jenjang": jenjang}
        )
    figure = parameters.figure((_RANK if goal is CreditGoal.PANGKAT else _LEVEL)[jenjang], on=on)
    missing, excess = max(figure.value - credit, Decimal(0)), max(credit - figure.value, Decimal(0))
    params = {
        "jenjang": jenjang,
        "credit": credit,
        "goal": goal,
        "needed": figure.value,
        "missing": missing,
        "excess": excess,
    }
    words = (
        _("Angka kredit {credit} dari {needed} untuk {goal} ({jenjang}): kurang {missing}.")
        if missing
        else _("Angka kredit {credit} mencapai {needed} untuk {goal} ({jenjang}); kelebihan {excess}.")
    )
    steps = [Step(words, params, (figure.cite,), credit)]
    if excess and goal is CreditGoal.PANGKAT:
        steps.append(Step(_("Kelebihan diperhitungkan selama jenjangnya tetap."), cites=(_UNSURE,)))
    return Verdict(CreditProgress(not missing, figure.value, missing, excess), tuple(steps), CITES)


def degree_bonus(jenjang: Jenjang, *, was_given: bool = False, on: date) -> Verdict[Decimal]:
    """A higher degree in line with the position: 25 % of the AKK for a rank, once; nothing when it `was_given`."""
    if was_given:
        step = Step(_("Angka kredit ijazah sudah pernah diberikan; hanya diberikan sekali."), cites=(_KNOWN,))
        return Verdict(Decimal(0), (step,), CITES)
    share = parameters.figure("credit.degree_bonus", on=on)
    needed = parameters.figure(_RANK[jenjang], on=on)
    bonus = half_up(share.value * needed.value / 100)
    params = {"share": share.value, "needed": needed.value, "jenjang": jenjang, "bonus": bonus}
    words = _("Ijazah lebih tinggi yang sesuai: {share:persen} dari {needed} ({jenjang}) = {bonus}.")
    return Verdict(bonus, (Step(words, params, (share.cite, needed.cite), bonus),), CITES)


def base(jenjang: Jenjang, basis: BaseCredit, years: int = 0, *, on: date) -> Verdict[Decimal]:
    """What somebody who is moved into a jenjang begins with.

    A rank above the jenjang gives the AKK of the next jenjang; full `years` in the highest rank give the
    coefficient for each year. Read from the published example; other cases are not settled.
    """
    if years < 0:
        raise Refused("years", _("Jumlah tahun tidak boleh negatif."))
    if basis is BaseCredit.PANGKAT_DI_ATAS_JENJANG:
        if jenjang not in _LEVEL:
            raise Refused(
                "jenjang",
                _("{jenjang} jenjang tertinggi; tidak ada jenjang di atasnya."),
                {"jenjang": jenjang},
            )
        figure = parameters.figure(_LEVEL[jenjang], on=on)
        words = _("Pangkat sudah di atas jenjang {jenjang}: angka kredit dasar {credit}.")
        params = {"jenjang": jenjang, "credit": figure.value}
        return Verdict(figure.value, (Step(words, params, (figure.cite, _UNSURE), figure.value),), CITES)
    figure = parameters.figure(_COEFFICIENT[jenjang], on=on)
    credit = half_up(figure.value * years)
    words = _("{years} tahun dalam pangkat tertinggi × koefisien {coefficient} ({jenjang}): {credit}.")
    told = {"years": years, "coefficient": figure.value, "jenjang": jenjang, "credit": credit}
    return Verdict(credit, (Step(words, told, (figure.cite, _UNSURE), credit),), CITES)
