"""A receipt is computed again from its inputs alone."""

import json

import pytest

from kinerja.rules import recompute
from kinerja.rules.codes import Predicate, Rating


def indicator(**extra):
    return {
        "name": "Jumlah pasien dilayani", "aspect": "KUANTITAS", "unit": "orang", "polarity": "MAXIMIZE",
        "consolidation": "SUM", "target": "2400", "target_upper": None, "baseline": None,
        "figures": ["50", "550"], "carried": False, "uncounted": {}, "evidence": 2, "proven": 2,
        "evidence_removed": 0, "pace": "",
    } | extra  # fmt: skip


def inputs(**extra):
    rhk = {
        "statement": "Pasien dilayani",
        "kind": "UTAMA",
        "supports": "",
        "rating": "",
        "indicators": [indicator()],
    }
    return {
        "person": {"name": "Budi", "nip": "1", "post": "Perawat", "unit": "Puskesmas 01"},
        "review": {"name": "Triwulan I", "begins": "2026-01-01", "ends": "2026-03-31"},
        "unit_predicate": {"predicate": "BAIK", "reason": "", "by": "", "at": ""},
        "skp": {"version": 1, "begins": "2026-01-01", "ends": "2026-12-31"},
        "free_days": [], "rhks": [rhk], "feedback": [], "work": "SESUAI", "behaviour": "SESUAI",
        "weak_values": [], "reason": "", "alike": 0, "is_leader": False,
    } | extra  # fmt: skip


def receipt(given):
    kept = {name: verdict.to_json() for name, verdict in recompute.verdicts(given).items()}
    return json.loads(json.dumps({"version": 1, "inputs": given, "verdicts": kept}))


def test_an_untouched_receipt_agrees():
    assert recompute.differences(receipt(inputs())) == []


def test_each_input_that_matters_shows_when_it_is_changed():
    kept = receipt(inputs())
    kept["inputs"]["rhks"][0]["indicators"][0]["figures"] = ["1"]

    found = recompute.differences(kept)

    assert {"achievement.0.0", "realisation.0.0", "rhk.0", "suggestion"} <= set(found)


def test_a_changed_predikat_shows():
    kept = receipt(inputs())
    kept["verdicts"]["quadrant"]["value"]["code"] = "SANGAT_BAIK"

    assert recompute.differences(kept) == ["quadrant"]


def test_a_verdict_that_is_missing_shows():
    kept = receipt(inputs())
    del kept["verdicts"]["areas"]

    assert recompute.differences(kept) == ["areas"]


def test_only_the_part_of_the_target_that_falls_into_the_review_is_due():
    found = recompute.verdicts(inputs())

    assert found["due.0.0"].value.low == 588
    assert found["realisation.0.0"].value == 600
    assert found["due.0.0"].sentences() == [
        "24,52% hari kerja setahun ada di periode ini: 588 dari target 2.400."
    ]


def test_a_later_quarter_counts_its_own_days_only():
    second = inputs(review={"name": "Triwulan II", "begins": "2026-04-01", "ends": "2026-06-30"})

    assert recompute.verdicts(second)["due.0.0"].value.low == 597


def test_a_level_is_due_in_full():
    level = indicator(consolidation="AVERAGE", target="90", figures=["80", "100"])
    rhk = {**inputs()["rhks"][0], "indicators": [level]}

    found = recompute.verdicts(inputs(rhks=[rhk]))

    assert found["due.0.0"].sentences() == ["Target periode ini 90."]
    assert found["achievement.0.0"].value == 100


@pytest.mark.parametrize("consolidation", ["SUM", "AVERAGE"])
def test_a_range_names_both_ends(consolidation):
    wide = indicator(polarity="STABILIZE", consolidation=consolidation, target="80", target_upper="90")
    rhk = {**inputs()["rhks"][0], "indicators": [wide]}

    assert " sampai " in recompute.verdicts(inputs(rhks=[rhk]))["due.0.0"].sentences()[0]


def test_the_raters_own_view_of_an_rhk_goes_before_the_suggestion():
    rhk = {**inputs()["rhks"][0], "rating": "DIBAWAH"}

    found = recompute.verdicts(inputs(rhks=[rhk]))

    assert found["rhk.0"].value is Rating.SESUAI
    assert found["suggestion"].value is Rating.DIBAWAH


def test_a_leader_is_compared_with_what_his_unit_gives():
    found = recompute.verdicts(inputs(is_leader=True, work="DIATAS"))

    assert found["leader"].value is Rating.SESUAI
    assert "sedangkan sarannya sesuai ekspektasi" in found["reason"].sentences()[0]


@pytest.mark.parametrize("work", Rating)
@pytest.mark.parametrize("behaviour", Rating)
def test_the_nearest_change_applied_gives_the_predikat_it_promises(work, behaviour):
    found = recompute.verdicts(inputs(work=work.value, behaviour=behaviour.value, weak_values=["AK"]))

    for change in found["nearest_change"].value:
        again = recompute.verdicts(inputs(work=change.work.value, behaviour=change.behaviour.value))
        assert again["quadrant"].value is change.predicate
    assert found["nearest_change"].value or found["quadrant"].value is Predicate.SANGAT_BAIK


def test_weak_values_each_get_one_next_step():
    found = recompute.verdicts(inputs(behaviour="DIBAWAH", weak_values=["AK", "KL"]))

    assert [area.subject for area in found["areas"].value] == ["AK", "KL"]


def test_a_later_version_is_not_guessed_at():
    kept = receipt(inputs()) | {"version": 2}

    with pytest.raises(recompute.UnknownVersion, match="version 2"):
        recompute.differences(kept)
