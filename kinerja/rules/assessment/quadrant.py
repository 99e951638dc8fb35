"""Predikat kinerja pegawai: the 3 × 3 quadrant."""

from __future__ import annotations

from datetime import date

from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Predicate, Rating
from kinerja.rules.verdict import Step, Verdict
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
