"""Pola distribusi predikat: does a unit's curve fit its own predicate? It warns, it changes nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import OrganisationPredicate, Predicate
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Change, Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "SE MenPANRB 3/2023",
        in_force_from=date(2023, 1, 31),
        standing=Standing.SOURCE,
        sources=("S5", "S6"),
        page="1",
    ),
)

_SB, _B, _BP, _K, _SK = Predicate
_MOST_PEOPLE = 10_000
_AT_MOST, _AT_LEAST, _PEOPLE, _LARGEST = "at most", "at least", "people", "largest"
#: per unit predicate: (kind of check, whose share, name of the figure)
_PATTERN: dict[OrganisationPredicate, tuple[tuple[str, tuple[Predicate, ...], str], ...]] = {
    OrganisationPredicate.ISTIMEWA: (
        (_LARGEST, (_SB,), ""),
        (_AT_MOST, (_SB,), "distribution.istimewa.sangat_baik_at_most"),
    ),
    OrganisationPredicate.BAIK: (
        (_LARGEST, (_B,), ""),
        (_AT_MOST, (_B,), "distribution.baik.baik_at_most"),
        (_PEOPLE, (_BP, _K), "distribution.baik.weak_people_at_least"),
    ),
    OrganisationPredicate.BUTUH_PERBAIKAN: (
        (_AT_MOST, (_SB,), "distribution.butuh_perbaikan.sangat_baik_at_most"),
        (_AT_LEAST, (_BP,), "distribution.butuh_perbaikan.butuh_perbaikan_at_least"),
    ),
    OrganisationPredicate.KURANG: (
        (_AT_MOST, (_SB,), "distribution.kurang.sangat_baik_at_most"),
        (_AT_LEAST, (_BP,), "distribution.kurang.butuh_perbaikan_at_least"),
        (_AT_LEAST, (_K,), "distribution.kurang.kurang_at_least"),
    ),
    OrganisationPredicate.SANGAT_KURANG: (
        (_AT_MOST, (_SB,), "distribution.sangat_kurang.sangat_baik_at_most"),
        (_AT_LEAST, (_BP, _K), "distribution.sangat_kurang.weak_at_least"),
        (_AT_LEAST, (_SK,), "distribution.sangat_kurang.sangat_kurang_at_least"),
    ),
}
_SENTENCES = {
    (_AT_MOST, 1): _("{first} {share:bagian}, paling banyak {limit:persen}."),
    (_AT_LEAST, 1): _("{first} {share:bagian}, paling sedikit {limit:persen}."),
    (_AT_LEAST, 2): _("{first} dan {second} bersama {share:bagian}, paling sedikit {limit:persen}."),
    (_PEOPLE, 2): _("{first} dan/atau {second} {count} pegawai, paling sedikit {limit}."),
    (_LARGEST, 1): _("{first} {share:bagian}, seharusnya kelompok terbesar."),
}


@record
@dataclass(frozen=True, slots=True)
class Curve:
    """`fits` when nothing deviates; in a small unit deviations are information only and ask for no reason."""

    people: int
    fits: bool
    informs_only: bool

    @property
    def needs_reason(self) -> bool:
        return not self.fits and not self.informs_only


def check(unit: OrganisationPredicate, counts: Mapping[Predicate, int], *, on: date) -> Verdict[Curve]:
    """`counts` of the employees rated in the unit, its leader not among them. Shares are exact."""
    if min(counts.values(), default=0) < 0:
        raise Refused("counts", _("Jumlah pegawai tidak boleh negatif."))
    people = sum(counts.values())
    if people > _MOST_PEOPLE:
        raise Refused("counts", _("Satu unit paling banyak {most} pegawai."), {"most": _MOST_PEOPLE})
    if not people:
        return Verdict(Curve(0, True, True), (Step(_("Belum ada pegawai yang dinilai di unit ini.")),), CITES)
    smallest = parameters.figure("distribution.information_only_below", on=on)
    informs_only = people < smallest.value
    level = Level.NOTE if informs_only else Level.WARNING
    steps = [Step(_("Unit berpredikat {unit}, {people} pegawai dinilai."), {"unit": unit, "people": people})]
    deviations = [
        found
        for kind, whose, name in _PATTERN[unit]
        if (found := _deviation(kind, whose, name, counts, people, level, on))
    ]
    steps += deviations or [Step(_("Sebaran predikat sesuai dengan pola distribusi."), cites=CITES)]
    if informs_only:
        steps.append(
            Step(
                _("Unit kecil (di bawah {limit} pegawai): pola hanya sebagai keterangan."),
                {"limit": smallest.value},
                (smallest.cite,),
            )
        )
    elif deviations:
        steps.append(Step(_("Pola ini pertimbangan, bukan jatah. Tuliskan alasan bila tetap menyimpang.")))
    return Verdict(Curve(people, not deviations, informs_only), tuple(steps), CITES)


def _deviation(
    kind: str,
    whose: tuple[Predicate, ...],
    name: str,
    counts: Mapping[Predicate, int],
    people: int,
    level: Level,
    on: date,
) -> Step | None:
    count = sum(counts.get(each, 0) for each in whose)
    share = Fraction(count, people)
    params = {"first": whose[0], "second": whose[-1], "share": share, "count": count}
    if kind == _LARGEST:
        if count == max(counts.values()):
            return None
        return Step(_SENTENCES[kind, 1], params, CITES, level=level)
    figure = parameters.figure(name, on=on)
    limit = Fraction(figure.value)
    fits = {
        _AT_MOST: share * 100 <= limit,
        _AT_LEAST: share * 100 >= limit,
        _PEOPLE: count >= limit,
    }[kind]
    if fits:
        return None
    return Step(_SENTENCES[kind, len(whose)], {**params, "limit": figure.value}, (figure.cite,), level=level)


def nearest(
    unit: OrganisationPredicate, counts: Mapping[Predicate, int], *, on: date
) -> Verdict[tuple[Change, ...]]:
    """The fewest people who would have to be rated otherwise for the curve to fit; empty when no reason is asked for.

    It shows how far the curve is from the pattern. It is no request: the pattern is a consideration, not a quota.
    """
    if not check(unit, counts, on=on).value.needs_reason:
        step = Step(_("Sebaran ini tidak memerlukan alasan, jadi tidak ada yang perlu berubah."), cites=CITES)
        return Verdict((), (step,), CITES)
    pattern = _pattern_of(unit, sum(counts.values()), on)
    moved = {each: counts.get(each, 0) for each in Predicate}
    moves: dict[tuple[Predicate, Predicate], int] = {}
    while move := _next_move(pattern, moved):
        moved[move[0]] -= 1
        moved[move[1]] += 1
        moves[move] = moves.get(move, 0) + 1
    steps = [
        Step(_MOVED, {"count": count, "giver": giver, "taker": taker}, CITES)
        for (giver, taker), count in moves.items()
    ]
    consideration = Step(_("Ini hanya jarak ke pola; pola adalah pertimbangan, bukan jatah."), cites=CITES)
    summary = {"people": sum(moves.values()), "sb": moved[_SB], "b": moved[_B]}
    summary |= {"bp": moved[_BP], "k": moved[_K], "sk": moved[_SK]}
    told = Step(_REACHED, summary, CITES)
    change = Change({"counts": moved}, check(unit, moved, on=on).value, told)
    return Verdict((change,), (told, *steps, consideration), CITES)


_REACHED = _(
    "Bila {people} pegawai dinilai lain, sebarannya sesuai pola: Sangat Baik {sb}, Baik {b}, "
    "Butuh Perbaikan {bp}, Kurang {k}, Sangat Kurang {sk}."
)
_MOVED = _("{count} pegawai berpindah dari {giver} ke {taker}.")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The pattern of one unit in people: the group to be the largest, how many at most, how many at least."""

    largest: Predicate | None
    at_most: Mapping[Predicate, int]
    at_least: Mapping[tuple[Predicate, ...], int]


def _pattern_of(unit: OrganisationPredicate, people: int, on: date) -> _Pattern:
    largest, at_most, at_least = None, {}, {}
    for kind, whose, name in _PATTERN[unit]:
        if kind == _LARGEST:
            largest = whose[0]
            continue
        limit = Fraction(parameters.value(name, on=on))
        if kind == _PEOPLE:
            at_least[whose] = ceil(limit)
        elif kind == _AT_LEAST:
            at_least[whose] = ceil(limit * people / 100)
        else:
            at_most[whose[0]] = floor(limit * people / 100)
    return _Pattern(largest, at_most, at_least)


def _next_move(pattern: _Pattern, counts: Mapping[Predicate, int]) -> tuple[Predicate, Predicate] | None:
    """One person from where there are too many to where somebody is missing; None when the curve fits."""
    over = next((each for each, most in pattern.at_most.items() if counts[each] > most), None)
    short = next(
        (group for group, least in pattern.at_least.items() if sum(counts[each] for each in group) < least),
        None,
    )
    crowded = max(Predicate, key=lambda each: counts[each])
    if short is not None:
        return (over or _giver(pattern, counts, short), short[0])
    if over is not None:
        return (over, _B if over is _SB else _SB)
    if pattern.largest is not None and counts[crowded] > counts[pattern.largest]:
        return (crowded, pattern.largest)
    return None


def _giver(pattern: _Pattern, counts: Mapping[Predicate, int], short: tuple[Predicate, ...]) -> Predicate:
    """The largest group that can spare somebody, the best predikat first; never one that is itself needed in full."""
    needed = {
        each: least - sum(counts[other] for other in group if other is not each)
        for group, least in pattern.at_least.items()
        for each in group
    }
    return max(
        (each for each in Predicate if each not in short and counts[each] > max(needed.get(each, 0), 0)),
        key=lambda each: counts[each],
    )
