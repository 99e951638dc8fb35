"""What a person reads on the receipt, sentence by sentence, and the law each sentence names."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja.rules import parameters
from kinerja.rules.assessment import (
    areas_to_improve,
    distribution,
    nearest_change,
    objection,
    order,
    organisation_predicate,
    quadrant,
    suggestion,
)
from kinerja.rules.citation import Standing
from kinerja.rules.codes import Behaviour, OrganisationPredicate, Predicate, Rating, RhkKind

ON = date(2026, 12, 31)


def regulations(verdict):
    return {str(cite) for cite in verdict.all_cites}


def test_the_quadrant_tells_both_ratings_and_the_predicate():
    verdict = quadrant.predicate(Rating.SESUAI, Rating.DIATAS)

    assert verdict.sentences() == [
        "Hasil kerja dinilai sesuai ekspektasi.",
        "Perilaku kerja dinilai di atas ekspektasi.",
        "Kuadran untuk kedua penilaian itu adalah Baik.",
    ]
    assert regulations(verdict) == {"PermenPANRB 6/2022"}


@pytest.mark.parametrize("work", [Rating.DIATAS, Rating.SESUAI])
def test_kurang_says_that_results_do_not_excuse_misconduct(work):
    told = quadrant.predicate(work, Rating.DIBAWAH).sentences()

    assert told[-1] == "Hasil kerja yang baik tidak menutup perilaku buruk (misconduct)."


def test_sangat_kurang_does_not_praise_the_results():
    told = quadrant.predicate(Rating.DIBAWAH, Rating.DIBAWAH).sentences()

    assert not any("Hasil kerja yang baik" in sentence for sentence in told)


def test_a_leader_reads_why_his_results_follow_the_unit():
    verdict = organisation_predicate.leader_rating(OrganisationPredicate.ISTIMEWA)

    assert verdict.sentences() == [
        "Rating hasil kerja pimpinan mengikuti predikat unit yang dipimpinnya.",
        "Predikat unit Istimewa berarti hasil kerja pimpinan di atas ekspektasi.",
    ]
    assert verdict.steps[1].cites[0].standing is Standing.UNSURE


def test_the_lowest_suggestion_for_a_unit_says_who_decides():
    told = organisation_predicate.suggestion(Decimal("41.256"), on=ON).sentences()

    assert told[0] == "Rata-rata capaian 41,26%: saran Sangat Kurang."
    assert told[1].startswith("Ini hanya saran; pimpinan di atas unit yang menetapkan")


def test_a_suggestion_shows_the_thresholds_it_used():
    verdict = suggestion.rhk_rating(Decimal("112.5"), on=ON)

    assert verdict.sentences() == [
        "Capaian 112,5%: mulai 110% di atas, 90% sesuai ekspektasi. Saran: di atas ekspektasi.",
        "Ini hanya saran; penilai yang memutuskan, dengan alasan.",
    ]
    assert verdict.steps[0].amount == Decimal("112.5")
    assert {cite.standing for cite in verdict.all_cites} == {Standing.DESIGN}


def test_a_suggestion_over_all_results_counts_them():
    told = suggestion.work_rating([Rating.DIBAWAH, Rating.DIBAWAH, Rating.SESUAI], on=ON).sentences()

    assert told[0] == "Dari 3 RHK utama, 0 di atas ekspektasi dan 2 di bawah ekspektasi."
    assert told[1] == (
        "Saran di atas ekspektasi perlu 60% di atas dan tidak ada yang di bawah; "
        "lebih dari 50% di bawah menjadi di bawah ekspektasi. Saran: di bawah ekspektasi."
    )


def test_before_its_figures_began_no_rule_pretends_to_know():
    with pytest.raises(parameters.NoFigure):
        suggestion.rhk_rating(Decimal(100), on=date(2021, 12, 31))
    with pytest.raises(parameters.NoFigure):
        distribution.check(OrganisationPredicate.ISTIMEWA, {Predicate.BAIK: 9}, on=date(2022, 12, 31))


def test_the_curve_of_a_unit_is_told_with_its_size_and_its_reason():
    told = distribution.check(
        OrganisationPredicate.BUTUH_PERBAIKAN,
        {Predicate.SANGAT_BAIK: 2, Predicate.BAIK: 4, Predicate.BUTUH_PERBAIKAN: 4},
        on=ON,
    ).sentences()

    assert told == [
        "Unit berpredikat Butuh Perbaikan, 10 pegawai dinilai.",
        "Sangat Baik 20%, paling banyak 10%.",
        "Butuh Perbaikan 40%, paling sedikit 60%.",
        "Pola ini pertimbangan, bukan jatah. Tuliskan alasan bila tetap menyimpang.",
    ]


def test_a_curve_that_fits_says_so_and_cites_the_circular():
    verdict = distribution.check(
        OrganisationPredicate.ISTIMEWA, {Predicate.SANGAT_BAIK: 6, Predicate.BAIK: 4}, on=ON
    )

    assert verdict.sentences()[-1] == "Sebaran predikat sesuai dengan pola distribusi."
    assert "SE MenPANRB 3/2023" in regulations(verdict)


def test_a_group_as_large_as_another_is_still_the_largest():
    even = {Predicate.SANGAT_BAIK: 5, Predicate.BAIK: 5}

    assert distribution.check(OrganisationPredicate.ISTIMEWA, even, on=ON).value.fits


def test_a_small_unit_reads_the_deviation_as_information():
    verdict = distribution.check(OrganisationPredicate.BAIK, {Predicate.BAIK: 3}, on=ON)

    assert verdict.sentences() == [
        "Unit berpredikat Baik, 3 pegawai dinilai.",
        "Baik 100%, paling banyak 70%.",
        "Butuh Perbaikan dan/atau Kurang 0 pegawai, paling sedikit 1.",
        "Unit kecil (di bawah 5 pegawai): pola hanya sebagai keterangan.",
    ]


def test_meeting_both_reads_that_both_must_rise():
    told = nearest_change.nearest_change(Rating.SESUAI, Rating.SESUAI).sentences()

    assert told == [
        "Bila hasil kerja dinilai di atas ekspektasi dan perilaku kerja di atas ekspektasi, "
        "predikatnya menjadi Sangat Baik."
    ]


def test_what_held_the_suggestion_down_is_help_and_says_so():
    results = [
        nearest_change.RatedRhk("Imunisasi dasar lengkap", Rating.DIATAS),
        nearest_change.RatedRhk("Pasien dilayani sesuai standar", Rating.SESUAI),
        nearest_change.RatedRhk("Panitia hari jadi kota", Rating.DIBAWAH, RhkKind.TAMBAHAN),
    ]

    assert nearest_change.held_down(results, on=ON).sentences() == [
        "“Pasien dilayani sesuai standar” dinilai sesuai ekspektasi dan menahan saran hasil kerja.",
        "Ini hanya bantuan; rating hasil kerja tetap penilaian penilai atas keseluruhannya.",
    ]


def test_every_weak_point_reads_as_one_thing_to_do():
    results = [
        areas_to_improve.ResultFact("Imunisasi dasar lengkap"),
        areas_to_improve.ResultFact("Pasien dilayani", Rating.DIBAWAH, Decimal(100), reports=4),
        areas_to_improve.ResultFact("Data stunting", Rating.DIATAS, Decimal(130), reports=2),
    ]
    behaviours = [areas_to_improve.BehaviourFact(Behaviour.AK, Rating.DIBAWAH)]

    verdict = areas_to_improve.areas(results, behaviours, on=ON)

    assert [area.subject for area in verdict.value] == ["Imunisasi dasar lengkap", "Pasien dilayani", "AK"]
    assert verdict.sentences() == [
        "“Imunisasi dasar lengkap”: belum ada laporan. Catat capaian pertama pekan ini dengan satu buktinya.",
        "“Pasien dilayani” tercapai 100% tetapi dinilai di bawah ekspektasi. "
        "Tanyakan kepada atasan Anda mutu seperti apa yang diharapkan.",
        "Akuntabel: catat setiap tugas pada hari dikerjakan dan lampirkan satu buktinya.",
    ]


def test_just_below_the_target_the_obstacle_is_asked_for():
    fact = areas_to_improve.ResultFact("Pasien dilayani", Rating.DIBAWAH, Decimal("99.99"), reports=1)

    assert "hambatan terbesarnya" in areas_to_improve.areas([fact], on=ON).sentences()[0]


def test_an_unrated_result_exactly_at_the_threshold_is_not_weak():
    at, below = (
        areas_to_improve.ResultFact("x", None, Decimal(achieved), reports=1) for achieved in ("90", "89.99")
    )

    assert areas_to_improve.areas([at], on=ON).value == ()
    assert len(areas_to_improve.areas([below], on=ON).value) == 1


def test_an_unrated_result_that_cannot_be_computed_is_not_called_weak():
    fact = areas_to_improve.ResultFact("x", None, None, reports=1)

    assert areas_to_improve.areas([fact], on=ON).value == ()


def test_the_deadline_of_an_objection_names_both_days():
    assert objection.filing_deadline(date(2026, 12, 24)).sentences() == [
        "Hasil diterima 24 Desember 2026; keberatan paling lambat 14 hari kalender kemudian, 7 Januari 2027."
    ]
    assert objection.decision_deadline(date(2026, 2, 16), days=21).value == date(2026, 3, 9)


def test_the_deadline_of_a_decision_is_said_to_be_unverified():
    cites = objection.decision_deadline(date(2026, 2, 16)).all_cites

    assert {cite.standing.label for cite in cites} == {"belum diverifikasi"}


def test_a_fixed_unit_opens_the_way_to_its_people():
    verdict = order.may_fix_employee_predicates("Puskesmas Contoh 01", OrganisationPredicate.KURANG)

    assert verdict.value
    assert verdict.sentences() == [
        "Predikat Puskesmas Contoh 01 sudah ditetapkan: Kurang. Predikat pegawai dapat ditetapkan."
    ]
