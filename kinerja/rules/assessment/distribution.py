"""Pola distribusi predikat: does a unit's curve fit its own predicate? It warns, it changes nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import OrganisationPredicate, Predicate
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
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
