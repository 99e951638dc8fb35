"""Predikat capaian kinerja organisasi: criteria, a suggestion, and the leader's own rating."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import OrganisationPredicate, Rating
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

_SOURCE = Citation(
    "SE MenPANRB 3/2023",
    in_force_from=date(2023, 1, 31),
    standing=Standing.SOURCE,
    sources=("S6",),
    page="1",
)
_UNSURE = Citation("SE MenPANRB 3/2023", in_force_from=date(2023, 1, 31), standing=Standing.UNSURE, page="1")
CITES = (_SOURCE,)


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a periodic predicate of a unit stands for, in words."""

    predicate: OrganisationPredicate
    sentence: str
    cite: Citation


#: regulations 1.9, high to low; the wording of the three in the middle is not verified
CRITERIA = (
    Criterion(
        OrganisationPredicate.ISTIMEWA,
        _("Rencana aksi tercapai melampaui target yang disepakati dengan pimpinan."),
        _SOURCE,
    ),
    Criterion(
        OrganisationPredicate.BAIK,
        _("Rencana aksi tercapai sesuai dengan yang disepakati."),
        _UNSURE,
    ),
    Criterion(
        OrganisationPredicate.BUTUH_PERBAIKAN,
        _("Sebagian rencana aksi belum sesuai dengan yang disepakati."),
        _UNSURE,
    ),
    Criterion(
        OrganisationPredicate.KURANG,
        _("Sebagian besar rencana aksi belum sesuai target, tetapi sudah bergerak."),
        _UNSURE,
    ),
    Criterion(
        OrganisationPredicate.SANGAT_KURANG,
        _("Sebagian besar rencana aksi tidak menunjukkan kemajuan."),
        _SOURCE,
    ),
)

_LEADER = {
    OrganisationPredicate.ISTIMEWA: Rating.DIATAS,
    OrganisationPredicate.BAIK: Rating.SESUAI,
    OrganisationPredicate.BUTUH_PERBAIKAN: Rating.DIBAWAH,
    OrganisationPredicate.KURANG: Rating.DIBAWAH,
    OrganisationPredicate.SANGAT_KURANG: Rating.DIBAWAH,
}


def criterion(predicate: OrganisationPredicate) -> Criterion:
    """The criterion of one predicate."""
    return next(each for each in CRITERIA if each.predicate is predicate)


def suggestion(average: Decimal | None = None, *, on: date) -> Verdict[OrganisationPredicate | None]:
    """A suggestion from the average achievement (percent) of the PK; the leader above decides.

    Our own proposal: how the two annual components are combined is not confirmed. None without an average.
    """
    if average is None:
        step = Step(_("Capaian perjanjian kinerja belum dapat dihitung, jadi tidak ada saran predikat unit."))
        return Verdict(None, (step,), (design("1"),))
    for predicate in OrganisationPredicate:
        if predicate is OrganisationPredicate.SANGAT_KURANG:
            break
        limit = parameters.figure(f"organisation.{predicate.value.lower()}", on=on)
        if average >= limit.value:
            step = Step(
                _("Rata-rata capaian {average:persen}, paling sedikit {at_least:persen}: saran {predicate}."),
                {"average": average, "at_least": limit.value, "predicate": predicate},
                (limit.cite,),
                average,
            )
            return Verdict(predicate, (step, _decides()), (design("1"),))
    lowest = OrganisationPredicate.SANGAT_KURANG
    step = Step(
        _("Rata-rata capaian {average:persen}: saran {predicate}."),
        {"average": average, "predicate": lowest},
        (design("1"),),
        average,
    )
    return Verdict(lowest, (step, _decides()), (design("1"),))


def annual(
    average: Decimal | None = None, expectation: Rating | None = None, *, on: date
) -> Verdict[OrganisationPredicate | None]:
    """Both components of the year side by side: the PK average in percent, and the expectation of the leader above.

    How they are combined is not confirmed, so the suggestion follows the average alone and the leader above decides.
    """
    suggested = suggestion(average, on=on)
    if expectation is None:
        seen = Step(_("Ekspektasi pimpinan di atas unit belum diisi."), cites=(_UNSURE,))
    else:
        seen = Step(
            _("Ekspektasi pimpinan di atas unit: {expectation}."), {"expectation": expectation}, (_UNSURE,)
        )
    open_question = Step(
        _("Cara menggabungkan kedua komponen belum dipastikan; saran ini dari capaian saja."),
        cites=(_UNSURE,),
    )
    return Verdict(suggested.value, (*suggested.steps, seen, open_question), suggested.cites)


def _decides() -> Step:
    return Step(
        _("Ini hanya saran; pimpinan di atas unit yang menetapkan, dengan melihat ekspektasinya."),
        cites=(_SOURCE,),
    )


def leader_rating(unit: OrganisationPredicate) -> Verdict[Rating]:
    """A leader's own rating hasil kerja follows the predicate of the unit he leads (mapping not verified)."""
    rating = _LEADER[unit]
    steps = (
        Step(_("Rating hasil kerja pimpinan mengikuti predikat unit yang dipimpinnya."), cites=(_SOURCE,)),
        Step(
            _("Predikat unit {unit} berarti hasil kerja pimpinan {rating}."),
            {"unit": unit, "rating": rating},
            (_UNSURE,),
        ),
    )
    return Verdict(rating, steps, CITES)
