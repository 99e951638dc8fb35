"""Predikat kinerja pegawai: the 3 × 3 quadrant."""

from __future__ import annotations

from datetime import date

from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Predicate, Rating
from kinerja.rules.verdict import Change, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "PermenPANRB 6/2022",
        in_force_from=date(2022, 1, 1),
        standing=Standing.SOURCE,
        sources=("S1",),
        page="1",
    ),
)

#: (rating hasil kerja, rating perilaku kerja) → predikat
TABLE = {
    (Rating.DIATAS, Rating.DIBAWAH): Predicate.KURANG,
    (Rating.DIATAS, Rating.SESUAI): Predicate.BAIK,
    (Rating.DIATAS, Rating.DIATAS): Predicate.SANGAT_BAIK,
    (Rating.SESUAI, Rating.DIBAWAH): Predicate.KURANG,
    (Rating.SESUAI, Rating.SESUAI): Predicate.BAIK,
    (Rating.SESUAI, Rating.DIATAS): Predicate.BAIK,
    (Rating.DIBAWAH, Rating.DIBAWAH): Predicate.SANGAT_KURANG,
    (Rating.DIBAWAH, Rating.SESUAI): Predicate.BUTUH_PERBAIKAN,
    (Rating.DIBAWAH, Rating.DIATAS): Predicate.BUTUH_PERBAIKAN,
}


def predicate(work: Rating, behaviour: Rating) -> Verdict[Predicate]:
    """Both ratings are a person's judgement; this only reads the table."""
    result = TABLE[work, behaviour]
    steps = [
        Step(_("Hasil kerja dinilai {work}."), {"work": work}),
        Step(_("Perilaku kerja dinilai {behaviour}."), {"behaviour": behaviour}),
        Step(_("Kuadran untuk kedua penilaian itu adalah {predicate}."), {"predicate": result}, CITES),
    ]
    if result is Predicate.KURANG:
        steps.append(Step(_("Hasil kerja yang baik tidak menutup perilaku buruk (misconduct).")))
    return Verdict(result, tuple(steps), CITES)


def nearest(work: Rating, behaviour: Rating) -> Verdict[tuple[Change, ...]]:
    """The fewest steps upward that give a better predikat, best predikat first; empty at the top.

    No rating is ever lowered. Two ways of the same length are both named, so that nobody is told to raise the
    work while the behaviour is what counts.
    """
    now = TABLE[work, behaviour]
    better = [
        (to.height + toward.height, to, toward, gained)
        for (to, toward), gained in TABLE.items()
        if to.height >= work.height and toward.height >= behaviour.height and gained.height > now.height
    ]
    if not better:
        return Verdict((), (Step(_("{now} adalah predikat tertinggi."), {"now": now}),), CITES)
    lowest = min(height for height, *_pair in better)
    changes = [
        Change({"work": to, "behaviour": toward}, gained, _told(to, toward, gained, (work, behaviour)))
        for height, to, toward, gained in better
        if height == lowest
    ]
    changes.sort(key=lambda change: -change.value.height)
    return Verdict(tuple(changes), tuple(change.step for change in changes), CITES)


def _told(work: Rating, behaviour: Rating, gained: Predicate, now: tuple[Rating, Rating]) -> Step:
    if behaviour is now[1]:
        template = _("Bila hasil kerja dinilai {work}, predikatnya menjadi {predicate}.")
    elif work is now[0]:
        template = _("Bila perilaku kerja dinilai {behaviour}, predikatnya menjadi {predicate}.")
    else:
        template = _(
            "Bila hasil kerja dinilai {work} dan perilaku kerja {behaviour}, predikatnya menjadi {predicate}."
        )
    return Step(template, {"work": work, "behaviour": behaviour, "predicate": gained}, CITES)
