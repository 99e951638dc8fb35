"""The nearest curve that fits: it does fit, nobody is lost, and no curve nearer to the given one fits."""

from datetime import date
from functools import cache
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.assessment import distribution
from kinerja.rules.codes import OrganisationPredicate, Predicate

ON = date(2026, 12, 31)
units = st.sampled_from(OrganisationPredicate)


@cache
def curves(people):
    """Every way to spread so many people over the five predikat."""
    bars = combinations(range(people + 4), 4)
    return [
        tuple(after - before - 1 for before, after in zip((-1, *bar), (*bar, people + 4), strict=True))
        for bar in bars
    ]


@cache
def fitting(unit, people):
    return [
        curve
        for curve in curves(people)
        if distribution.check(unit, dict(zip(Predicate, curve, strict=True)), on=ON).value.fits
    ]


def moved(one, other):
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) // 2


@given(units, st.integers(5, 9).flatmap(lambda people: st.sampled_from(curves(people))))
def test_no_other_curve_that_fits_is_nearer(unit, curve):
    counts = dict(zip(Predicate, curve, strict=True))
    found = distribution.nearest(unit, counts, on=ON).value

    if not found:
        assert distribution.check(unit, counts, on=ON).value.fits
        return
    reached = tuple(found[0].inputs["counts"][each] for each in Predicate)
    assert reached in fitting(unit, sum(curve))
    assert moved(curve, reached) == min(moved(curve, other) for other in fitting(unit, sum(curve)))


@given(units, st.lists(st.integers(0, 400), min_size=5, max_size=5))
def test_in_a_large_unit_it_fits_too_and_nobody_is_lost(unit, curve):
    counts = dict(zip(Predicate, curve, strict=True))

    for change in distribution.nearest(unit, counts, on=ON).value:
        assert change.value.fits
        assert sum(change.inputs["counts"].values()) == sum(curve)
        assert min(change.inputs["counts"].values()) >= 0


def test_a_unit_that_fits_and_a_small_one_have_nothing_to_change():
    for counts in ({Predicate.SANGAT_BAIK: 6, Predicate.BAIK: 4}, {Predicate.BAIK: 4}):
        found = distribution.nearest(OrganisationPredicate.ISTIMEWA, counts, on=ON)
        assert found.value == ()
        assert found.sentences() == [
            "Sebaran ini tidak memerlukan alasan, jadi tidak ada yang perlu berubah."
        ]


def test_the_distance_is_told_with_every_move():
    counts = {Predicate.SANGAT_BAIK: 3, Predicate.BAIK: 7}

    assert distribution.nearest(OrganisationPredicate.BAIK, counts, on=ON).sentences() == [
        "Bila 1 pegawai dinilai lain, sebarannya sesuai pola: Sangat Baik 3, Baik 6, Butuh Perbaikan 1, "
        "Kurang 0, Sangat Kurang 0.",
        "1 pegawai berpindah dari Baik ke Butuh Perbaikan.",
        "Ini hanya jarak ke pola; pola adalah pertimbangan, bukan jatah.",
    ]


def test_a_poor_unit_that_rated_itself_well():
    counts = {Predicate.SANGAT_BAIK: 5, Predicate.BAIK: 5}
    told = distribution.nearest(OrganisationPredicate.KURANG, counts, on=ON)

    assert told.value[0].inputs["counts"] == dict(zip(Predicate, (1, 2, 1, 6, 0), strict=True))
