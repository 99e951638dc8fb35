"""Suggestions for the rater: a rating per RHK from its achievement, and the rating hasil kerja from those."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import design
from kinerja.rules.codes import Rating
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (design("1"),)
_COUNTED = _("Dari {count} RHK utama, {above} di atas ekspektasi dan {below} di bawah ekspektasi.")
_COMPARED = _(
    "Saran di atas ekspektasi perlu {enough:persen} di atas dan tidak ada yang di bawah; "
    "lebih dari {too_many:persen} di bawah menjadi di bawah ekspektasi. Saran: {rating}."
)
_DECIDES = Step(_("Ini hanya saran; penilai yang memutuskan, dengan alasan."), cites=CITES)


def rhk_rating(achievement: Decimal | None = None, *, on: date) -> Verdict[Rating | None]:
    """From the achievement in percent; None without one. The rater sees evidence and feedback beside it."""
    if achievement is None:
        return Verdict(None, (Step(_("Capaian belum dapat dihitung, jadi tidak ada saran.")),), CITES)
    above = parameters.figure("suggestion.rhk.above", on=on)
    meets = parameters.figure("suggestion.rhk.meets", on=on)
    if achievement >= above.value:
        rating = Rating.DIATAS
    elif achievement >= meets.value:
        rating = Rating.SESUAI
    else:
        rating = Rating.DIBAWAH
    step = Step(
        _(
            "Capaian {achievement:persen}: mulai {above:persen} di atas, {meets:persen} sesuai ekspektasi. "
            "Saran: {rating}."
        ),
        {"achievement": achievement, "above": above.value, "meets": meets.value, "rating": rating},
        (above.cite, meets.cite),
        achievement,
    )
    return Verdict(rating, (step, _DECIDES), CITES)


def work_rating(ratings: Sequence[Rating], *, on: date) -> Verdict[Rating | None]:
    """From the ratings of the RHK utama; no mean, the law knows none. None when nothing is rated yet."""
    if not ratings:
        return Verdict(None, (Step(_("Belum ada RHK utama yang dinilai, jadi tidak ada saran.")),), CITES)
    enough = parameters.figure("suggestion.work.above_share", on=on)
    too_many = parameters.figure("suggestion.work.below_share", on=on)
    above, below = ratings.count(Rating.DIATAS), ratings.count(Rating.DIBAWAH)
    if not below and Fraction(above, len(ratings)) * 100 >= Fraction(enough.value):
        rating = Rating.DIATAS
    elif Fraction(below, len(ratings)) * 100 > Fraction(too_many.value):
        rating = Rating.DIBAWAH
    else:
        rating = Rating.SESUAI
    counted = {"count": len(ratings), "above": above, "below": below}
    compared = {"enough": enough.value, "too_many": too_many.value, "rating": rating}
    steps = (
        Step(_COUNTED, counted, CITES),
        Step(_COMPARED, compared, (enough.cite, too_many.cite)),
        _DECIDES,
    )
    return Verdict(rating, steps, CITES)
