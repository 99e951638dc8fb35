"""Every weak result and every weak behaviour, each with one next step (mission M7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules import parameters
from kinerja.rules.citation import design
from kinerja.rules.codes import AreaKind, Behaviour, Rating
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (design("1"),)

NEXT_STEPS = {
    Behaviour.BP: _(
        "{value}: tanyakan kepada tiga orang yang Anda layani pekan ini apa yang perlu diperbaiki."
    ),
    Behaviour.AK: _("{value}: catat setiap tugas pada hari dikerjakan dan lampirkan satu buktinya."),
    Behaviour.KO: _(
        "{value}: pilih satu pelatihan yang menutup kekurangan jabatan Anda dan daftar bulan ini."
    ),
    Behaviour.HA: _(
        "{value}: bicarakan satu kesulitan kerja sama secara langsung dengan rekan yang bersangkutan."
    ),
    Behaviour.LO: _(
        "{value}: baca lagi ketentuan rahasia jabatan dan tanyakan yang belum jelas kepada atasan."
    ),
    Behaviour.AD: _("{value}: coba satu cara kerja baru bulan ini dan laporkan hasilnya."),
    Behaviour.KL: _("{value}: ajak satu rekan atau unit lain mengerjakan bersama satu RHK Anda."),
}


@dataclass(frozen=True, slots=True)
class ResultFact:
    """What is known of one RHK: the rating if given, the achievement in percent if it can be computed."""

    statement: str
    rating: Rating | None = None
    achievement: Decimal | None = None
    reports: int = 0


@dataclass(frozen=True, slots=True)
class BehaviourFact:
    """One value and how it was seen."""

    value: Behaviour
    rating: Rating


@record
@dataclass(frozen=True, slots=True)
class Area:
    """`subject` is the statement of the RHK, or the code of the value."""

    kind: AreaKind
    subject: str


def areas(
    results: Sequence[ResultFact], behaviours: Sequence[BehaviourFact] = (), *, on: date
) -> Verdict[tuple[Area, ...]]:
    """The n-th step is the next step of the n-th area. Weak is what was rated below expectation.

    An RHK without a rating is weak when nothing was reported or the achievement suggests so; a rating given
    by the rater is never second-guessed.
    """
    meets = parameters.value("suggestion.rhk.meets", on=on)
    found: list[tuple[Area, Step]] = []
    for result in results:
        if _is_weak(result, meets):
            found.append((Area(AreaKind.HASIL, result.statement), _result_step(result)))
    for fact in behaviours:
        if fact.rating is Rating.DIBAWAH:
            step = Step(NEXT_STEPS[fact.value], {"value": fact.value}, CITES)
            found.append((Area(AreaKind.PERILAKU, fact.value.value), step))
    if not found:
        return Verdict(
            (), (Step(_("Tidak ada bagian yang lemah. Pertahankan, dan bagikan cara kerja Anda.")),), CITES
        )
    return Verdict(tuple(area for area, _step in found), tuple(step for _area, step in found), CITES)


def _is_weak(result: ResultFact, meets: Decimal) -> bool:
    if result.rating is not None:
        return result.rating is Rating.DIBAWAH
    return not result.reports or (result.achievement is not None and result.achievement < meets)


def _result_step(result: ResultFact) -> Step:
    params = {"rhk": result.statement, "achievement": result.achievement}
    if not result.reports:
        template = _("“{rhk}”: belum ada laporan. Catat capaian pertama pekan ini dengan satu buktinya.")
    elif result.achievement is None:
        template = _("“{rhk}”: capaian belum dapat dihitung. Sepakati target berupa angka dengan atasan.")
    elif result.achievement < 100:
        template = _(
            "“{rhk}” tercapai {achievement:persen}. Bahas satu hambatan terbesarnya dengan atasan Anda "
            "dan sepakati tenggatnya."
        )
    else:
        template = _(
            "“{rhk}” tercapai {achievement:persen} tetapi dinilai di bawah ekspektasi. "
            "Tanyakan kepada atasan Anda mutu seperti apa yang diharapkan."
        )
    return Step(template, params, CITES, result.achievement)
