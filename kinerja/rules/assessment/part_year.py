"""Situasi khusus within the year: who rates, what the predikat rests on, who counts in the distribution."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules.assessment.codes import RatedOn, WhoRates, YearSituation
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

_KNOWN = Citation("PermenPANRB 6/2022", in_force_from=date(2022, 1, 1), standing=Standing.KNOWN, page="1")
_UNSURE = Citation("PermenPANRB 6/2022", in_force_from=date(2022, 1, 1), standing=Standing.UNSURE, page="1")
CITES = (_KNOWN,)

#: situation → (what the predikat rests on, whether the person counts in the unit's distribution, why, how sure)
_TABLE = {
    YearSituation.BIASA: (RatedOn.SKP, True, _("Dinilai atas SKP-nya."), _KNOWN),
    YearSituation.PINDAH: (
        RatedOn.SKP,
        True,
        _(
            "Periode pertama ditutup evaluasi periodik oleh penilai lama, lalu SKP baru. Penilai pada akhir tahun "
            "menetapkan predikat tahunan dengan melihat semua hasil periodik."
        ),
        _KNOWN,
    ),
    YearSituation.PLT: (
        RatedOn.SKP,
        True,
        _(
            "SKP tetap pada jabatan definitif; tugas Plt. atau Plh. dicatat sebagai tambahan, tanpa predikat kedua."
        ),
        _KNOWN,
    ),
    YearSituation.TUGAS_BELAJAR: (
        RatedOn.STUDI,
        False,
        _("Tanpa SKP unit; dinilai dari kemajuan studi yang dilaporkan lembaga pendidikannya."),
        _UNSURE,
    ),
    YearSituation.CPNS: (RatedOn.SKP, True, _("CPNS menyusun SKP seperti pegawai lain."), _KNOWN),
    YearSituation.PPPK: (
        RatedOn.SKP,
        True,
        _("PPPK mengikuti siklus yang sama; predikatnya dipakai untuk perpanjangan perjanjian kerja."),
        Citation(
            "PermenPANRB 6/2022",
            in_force_from=date(2022, 1, 1),
            standing=Standing.SOURCE,
            sources=("S2", "S39"),
            page="1",
        ),
    ),
    YearSituation.ANGGOTA_TIM: (
        RatedOn.SKP,
        True,
        _("RHK dari tim dicatat sebagai penugasan tim; ketua tim memberi masukan, penilai tetap menilai."),
        _KNOWN,
    ),
    YearSituation.PIMPINAN_UNIT: (
        RatedOn.SKP,
        False,
        _("Hasil kerja pimpinan mengikuti predikat unitnya, jadi ia tidak dihitung dalam sebaran unit itu."),
        design("1"),
    ),
    **{
        away: (
            RatedOn.SKP,
            False,
            _("Tidak dihitung dalam sebaran unit; predikat hanya bila ada pekerjaan dalam periode."),
            _UNSURE,
        )
        for away in (YearSituation.CLTN, YearSituation.SAKIT_LAMA, YearSituation.DIBERHENTIKAN_SEMENTARA)
    },
}
_AWAY = frozenset({YearSituation.CLTN, YearSituation.SAKIT_LAMA, YearSituation.DIBERHENTIKAN_SEMENTARA})


@record
@dataclass(frozen=True, slots=True)
class YearTreatment:
    """What a situation means: the basis of the predikat, and whether the person counts in the unit's curve."""

    basis: RatedOn
    in_distribution: bool

    @property
    def has_predicate(self) -> bool:
        return self.basis is not RatedOn.TIDAK_ADA


def situation(situation: YearSituation, *, has_worked: bool = True) -> Verdict[YearTreatment]:
    """`has_worked`: whether any work was done in the period; only asked of those who were away."""
    basis, counts, words, cite = _TABLE[situation]
    steps = [Step(_("Situasi: {situation}."), {"situation": situation}), Step(words, cites=(cite,))]
    if situation in _AWAY and not has_worked:
        basis = RatedOn.TIDAK_ADA
        steps.append(Step(_("Tidak ada pekerjaan dalam periode, jadi tidak ada predikat."), cites=(_UNSURE,)))
    return Verdict(YearTreatment(basis, counts), tuple(steps), CITES)


def who_rates(*, is_rater_there: bool, has_successor: bool = False) -> Verdict[WhoRates]:
    """The rater; when he has retired or moved before rating his successor; without one the superior of the rater."""
    if is_rater_there:
        step = Step(_("Penilai masih menjabat, jadi ia yang menilai."), cites=CITES)
        return Verdict(WhoRates.PENILAI, (step,), CITES)
    if has_successor:
        step = Step(_("Penilai pensiun atau pindah sebelum menilai; penggantinya yang menilai."), cites=CITES)
        return Verdict(WhoRates.PENILAI_PENGGANTI, (step,), CITES)
    step = Step(_("Penilai belum ada penggantinya; atasan penilai yang menilai."), cites=CITES)
    return Verdict(WhoRates.ATASAN_PENILAI, (step,), CITES)
