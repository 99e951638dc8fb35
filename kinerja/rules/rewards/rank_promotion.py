"""Kenaikan pangkat reguler and pilihan, and the next level of a functional position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Predicate
from kinerja.rules.dates import months_after, years_after
from kinerja.rules.refusal import Refused
from kinerja.rules.rewards.codes import PromotionGap
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PP 11/2017", in_force_from=date(2017, 1, 1), page="6"),
    Citation("PermenPANRB 1/2023", in_force_from=date(2023, 1, 1), page="2"),
)
_LEVEL = Citation(
    "PermenPANRB 1/2023", in_force_from=date(2023, 1, 1), standing=Standing.SOURCE, sources=("S19",), page="2"
)


@dataclass(frozen=True, slots=True)
class YearPredicate:
    """Predikat kinerja tahunan of one year."""

    year: int
    predicate: Predicate


@record
@dataclass(frozen=True, slots=True)
class PromotionTest:
    """`gaps` is empty when the conditions are met; `earliest` is the day the years in rank are full, where they count."""

    eligible: bool
    gaps: tuple[PromotionGap, ...]
    earliest: date | None


def regular(
    rank_since: date, predicates: Sequence[YearPredicate], *, on: date, at_ceiling: bool = False
) -> Verdict[PromotionTest]:
    """Reguler: full years in rank, predikat at least Baik in each of the last years, below the ceiling by education.

    `rank_since` is the TMT of the rank; the last years are the calendar years before the one of `on`.
    """
    if rank_since > on:
        raise Refused("rank_since", _("TMT pangkat tidak boleh sesudah tanggal yang ditanyakan."))
    needed = parameters.figure("promotion.years_in_rank", on=on)
    earliest = years_after(rank_since, int(needed.value), "rank_since")
    gaps = [PromotionGap.MASA_PANGKAT] if earliest > on else []
    steps = [
        Step(
            _("Pangkat sejak {since}: {years} tahun genap pada {day}."),
            {"since": rank_since, "years": int(needed.value), "day": earliest},
            (needed.cite,),
        )
    ]
    short, told = _low_years(predicates, on, "promotion.predicate_years")
    steps += told
    if short:
        gaps.append(PromotionGap.PREDIKAT)
    if at_ceiling:
        gaps.append(PromotionGap.BATAS_PENDIDIKAN)
    return _tested(gaps, steps, earliest)


def functional(
    credit_reached: bool, predicates: Sequence[YearPredicate], *, on: date
) -> Verdict[PromotionTest]:
    """Pilihan for functional positions: AKK for the rank reached (rule of angka kredit), at least Baik in the last years."""
    short, steps = _low_years(predicates, on, "promotion.predicate_years")
    gaps = [] if credit_reached else [PromotionGap.ANGKA_KREDIT]
    if short:
        gaps.append(PromotionGap.PREDIKAT)
    return _tested(gaps, steps, None)


def level(
    credit_reached: bool,
    vacancy: bool,
    competence_tested: bool,
    predicates: Sequence[YearPredicate],
    *,
    on: date,
) -> Verdict[PromotionTest]:
    """The next jenjang: AKK for the level, a vacancy, a passed competence test, at least Baik in the last year."""
    short, steps = _low_years(predicates, on, "promotion.level_predicate_years")
    conditions = (
        (credit_reached, PromotionGap.ANGKA_KREDIT),
        (vacancy, PromotionGap.LOWONGAN),
        (competence_tested, PromotionGap.UJI_KOMPETENSI),
        (not short, PromotionGap.PREDIKAT),
    )
    gaps = [gap for met, gap in conditions if not met]
    return _tested(gaps, [Step(_("Naik jenjang menuntut empat syarat."), {}, (_LEVEL,)), *steps], None)


def next_period(after: date) -> Verdict[date]:
    """The first rank period on or after this day; how many there are in a year is not verified."""
    periods = parameters.figure("promotion.periods_per_year", on=after)
    months = 12 // int(periods.value)
    start = date(after.year, 1, 1)
    while start < after:
        start = months_after(start, months, "after")
    step = Step(
        _("Periode kenaikan pangkat {count} kali setahun; yang berikut {day}."),
        {"count": periods.value, "day": start},
        (periods.cite,),
    )
    return Verdict(start, (step,), (periods.cite,))


def _low_years(predicates: Sequence[YearPredicate], on: date, name: str) -> tuple[bool, list[Step]]:
    """Whether a year is missing or below Baik, and each year told."""
    by_year: dict[int, Predicate] = {}
    for place, each in enumerate(predicates):
        if each.year in by_year:
            raise Refused(f"predicates.{place}.year", _("Tahun ini tertulis dua kali."))
        by_year[each.year] = each.predicate
    figure, short, steps = parameters.figure(name, on=on), False, []
    for year in range(on.year - int(figure.value), on.year):
        had = by_year.get(year)
        if had is None:
            short = True
            steps.append(Step(_("Predikat tahun {year} belum ada."), {"year": str(year)}, (figure.cite,)))
            continue
        low = had.height < Predicate.BAIK.height
        short = short or low
        template = (
            _("Predikat tahun {year} {predicate}: di bawah Baik.")
            if low
            else _("Predikat tahun {year} {predicate}: memenuhi.")
        )
        steps.append(Step(template, {"year": str(year), "predicate": had}, (figure.cite,)))
    return short, steps


def _tested(gaps: list[PromotionGap], steps: list[Step], earliest: date | None) -> Verdict[PromotionTest]:
    last = [Step(_("Belum memenuhi syarat: {gap}."), {"gap": gap}) for gap in gaps]
    if not gaps:
        last = [Step(_("Semua syarat terpenuhi. Keputusan tetap pada pejabat yang berwenang."))]
    return Verdict(PromotionTest(not gaps, tuple(gaps), earliest), (*steps, *last), CITES)
