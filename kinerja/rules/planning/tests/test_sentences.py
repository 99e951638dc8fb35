"""What a person reads while planning, and what bad input is answered."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja.rules.citation import Standing
from kinerja.rules.codes import Aspect, Consolidation, IndicatorFlaw, PeriodKind, Polarity, RhkKind, TreeLevel
from kinerja.rules.planning.achievement import Target, achievement, average, band
from kinerja.rules.planning.cascade import RhkDraft, covers_parent, may_be_approved
from kinerja.rules.planning.consolidation import consolidate
from kinerja.rules.planning.indicator_quality import IndicatorDraft, check, check_rhk

ON = date(2026, 12, 31)


def told(polarity, target, realisation):
    return achievement(polarity, target, Decimal(realisation)).sentences()


def test_the_formula_is_told_with_its_figures():
    assert told(Polarity.MAXIMIZE, Target.of(1240), 1178) == [
        "Realisasi 1.178 dibagi target 1.240, dikali 100.",
        "Capaian 95%.",
    ]
    assert told(Polarity.STABILIZE, Target.between(80, 90), 85) == [
        "Realisasi 85 berada dalam rentang 80 sampai 90.",
        "Capaian 100%.",
    ]
    assert told(Polarity.STABILIZE, Target.between(80, 90), 99) == [
        "Realisasi 99 di luar rentang 80 sampai 90; dihitung dari batas 90.",
        "Capaian 90%.",
    ]
    assert told(Polarity.MINIMIZE, Target.of(0), 2) == [
        "Target nol dan makin rendah makin baik: realisasi nol bernilai 100, selain itu 0.",
        "Capaian 0%.",
    ]


def test_the_raw_value_is_kept_beyond_what_is_displayed():
    value = achievement(Polarity.MAXIMIZE, Target.of(3), Decimal(1)).value

    assert str(value).startswith("33.333333333333")


def test_an_achievement_is_not_capped_but_its_average_is():
    high = achievement(Polarity.MAXIMIZE, Target.of(10), Decimal(25)).value

    assert high == 250
    assert average([high], on=ON).value == 120


def test_what_is_ours_and_what_is_law_is_told_apart():
    ranged = achievement(Polarity.STABILIZE, Target.between(80, 90), Decimal(85))
    plain = achievement(Polarity.MAXIMIZE, Target.of(80), Decimal(92))

    assert Standing.DESIGN in {cite.standing for cite in ranged.all_cites}
    assert Standing.DESIGN not in {cite.standing for cite in plain.all_cites}


def test_a_target_of_exactly_zero_to_be_kept_is_met_by_zero_only():
    zero = Target.of(0)

    assert achievement(Polarity.STABILIZE, zero, Decimal(0)).value == 100
    assert achievement(Polarity.STABILIZE, zero, Decimal(1)).value == 0
    assert achievement(Polarity.STABILIZE, zero, Decimal(-1)).value == 0


def test_less_than_nothing_against_a_range_from_zero_counts_as_nothing():
    assert achievement(Polarity.MAXIMIZE, Target.between(0, 10), Decimal(-1)).value == 0
    assert achievement(Polarity.MINIMIZE, Target.between(0, 10), Decimal(11)).value == 90


def test_below_a_limit_of_zero_is_as_good_as_zero():
    assert achievement(Polarity.MINIMIZE, Target.of(0), Decimal(-3)).value == 100


def test_only_a_target_with_two_values_is_a_range():
    assert not Target.of(5).is_range
    assert Target.between(5, 6).is_range


def test_a_label_tells_the_bound_it_passed():
    assert band(Decimal("90.9"), on=ON).sentences() == ["Capaian 90,9%, paling sedikit 76%: Tinggi."]
    assert band(Decimal(3), on=ON).sentences() == ["Capaian 3%: Sangat Rendah."]
    assert band(None, on=ON).sentences() == ["Belum dapat dihitung, jadi belum ada labelnya."]


def test_a_label_looks_at_the_exact_value_not_at_the_rounded_one():
    almost = Decimal("90.999")

    assert band(almost, on=ON).value.label == "Tinggi"


def test_each_way_of_putting_figures_together_says_what_it_did():
    figures = [Decimal(10), None, Decimal(20)]

    assert consolidate(Consolidation.SUM, figures).sentences() == ["Jumlah dari 2 laporan: 30."]
    assert consolidate(Consolidation.AVERAGE, figures).sentences() == ["Rata-rata dari 2 laporan: 15."]
    assert consolidate(Consolidation.TAKE_LAST_KNOWN, figures).sentences() == [
        "Angka terakhir yang diketahui, dari 2 laporan: 20."
    ]
    assert consolidate(Consolidation.SUM, []).sentences() == ["Belum ada angka yang dilaporkan."]


def test_every_loose_rhk_is_named_not_only_the_first():
    plan = [RhkDraft("Satu"), RhkDraft("Dua", superior_rhk="x"), RhkDraft("Tiga")]

    blocked = may_be_approved(plan)

    assert [step.params["rhk"] for step in blocked.errors] == ["Satu", "Tiga"]


def test_an_empty_name_of_the_superiors_rhk_is_no_name():
    assert not may_be_approved([RhkDraft("Satu", superior_rhk="")]).value


def test_additional_work_needs_its_source_too():
    plan = [RhkDraft("Satu", superior_rhk="x"), RhkDraft("Panitia", RhkKind.TAMBAHAN)]

    assert [step.params["rhk"] for step in may_be_approved(plan).errors] == ["Panitia"]


def test_even_a_head_needs_a_main_result_and_indicators():
    blocked = may_be_approved([RhkDraft("Panitia", RhkKind.TAMBAHAN, indicators=0)], is_head=True)

    assert len(blocked.errors) == 2


def test_a_plan_in_order_says_why_it_is():
    assert may_be_approved([RhkDraft("Satu", superior_rhk="x")]).sentences() == [
        "Semua RHK menyebut RHK pimpinan atau penugasannya."
    ]


def test_a_gap_below_the_parents_target_is_told_with_its_size():
    verdict = covers_parent(Decimal(1240), [Decimal(640), Decimal("500.5")])

    assert verdict.sentences() == [
        "Jumlah target di bawahnya 1.140,5, target atasan 1.240: masih kurang 99,5."
    ]
    assert covers_parent(Decimal(10), [Decimal(10)]).sentences() == [
        "Jumlah target di bawahnya 10, target atasan 10: cukup."
    ]


def flaws(**changed):
    draft = {
        "name": "Pasien hipertensi dilayani sesuai standar",
        "unit": "pasien",
        "target": Target.of(1240),
        "polarity": Polarity.MAXIMIZE,
        "period": PeriodKind.BULANAN,
    }
    return check(IndicatorDraft(**(draft | changed))).value


def test_a_clear_indicator_has_no_flaw():
    assert flaws() == ()


@pytest.mark.parametrize("level", TreeLevel)
def test_an_activity_is_a_flaw_at_every_level_of_outcome_and_not_of_output(level):
    found = flaws(name="Menyusun laporan kegiatan bulanan", level=level)

    assert (IndicatorFlaw.ACTIVITY_VERB in found) == level.is_outcome


def test_an_activity_verb_inside_the_name_is_no_activity():
    name = "Kader yang mampu melakukan penimbangan"

    assert flaws(name=name, level=TreeLevel.INTERMEDIATE_OUTCOME) == ()


def test_capitals_hide_no_flaw():
    assert flaws(name="MELAKSANAKAN RAPAT BULANAN", level=TreeLevel.IMMEDIATE_OUTCOME) == (
        IndicatorFlaw.ACTIVITY_VERB,
    )


def test_three_words_are_enough():
    assert flaws(name="Imunisasi dasar lengkap") == ()
    assert flaws(name="Imunisasi lengkap") == (IndicatorFlaw.TOO_SHORT,)


def test_a_complete_iku_has_no_flaw():
    manual = {"baseline": Decimal("7.4"), "formula": "a / b", "source": "BPS", "owner": "Kepala Bappeda"}

    assert flaws(is_iku=True, **manual) == ()
    assert flaws(is_iku=True, **(manual | {"owner": "  "})) == (IndicatorFlaw.NO_OWNER,)


def test_a_baseline_of_zero_is_a_baseline():
    manual = {"formula": "a / b", "source": "BPS", "owner": "Kepala Bappeda"}

    assert flaws(is_iku=True, baseline=Decimal(0), **manual) == ()


def test_an_rhk_without_indicators_is_not_blamed_for_quantity():
    assert check_rhk("Pasien dilayani", []).value == ()
    assert check_rhk("Pasien dilayani", [Aspect.WAKTU]).value == ()
    assert check_rhk("Pasien dilayani", [Aspect.KUANTITAS] * 2).value == (IndicatorFlaw.QUANTITY_ALONE,)
