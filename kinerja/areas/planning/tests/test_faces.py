"""What other areas ask planning."""

from datetime import date

import pytest

from kinerja.areas.planning import queries
from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.areas.planning.tests.factories import (
    DAY,
    agreed_example,
    make_indicator,
    make_period,
    make_rhk,
    make_skp,
)
from kinerja.base.organization.tests.cast import Cast


def test_the_agreed_skp_of_the_day_is_found_with_its_indicators(kota: Cast) -> None:
    example = agreed_example(kota)

    assert queries.agreed_skp(kota.budi.pk, DAY) == example.budi_skp
    assert queries.indicators_of(kota.budi.pk, DAY) == [example.quantity, example.quality, example.time]


def test_an_indicators_result_is_loaded_with_it(kota: Cast, django_assert_num_queries) -> None:
    agreed_example(kota)

    with django_assert_num_queries(1):
        statements = {indicator.rhk.statement for indicator in queries.indicators_of(kota.budi.pk, DAY)}

    assert statements == {"Pasien poli umum dilayani sesuai standar"}


@pytest.mark.parametrize("state", sorted(set(SkpState) - {SkpState.AGREED}))
def test_what_is_not_agreed_cannot_be_reported_on(kota: Cast, state: str) -> None:
    make_indicator(make_rhk(make_skp(kota.budi, state=state)))

    assert queries.agreed_skp(kota.budi.pk, DAY) is None
    assert queries.indicators_of(kota.budi.pk, DAY) == []


def test_a_closed_period_keeps_its_skp_but_takes_no_reports(kota: Cast) -> None:
    example = agreed_example(kota, make_period(state=PeriodState.CLOSED))

    assert queries.agreed_skp(kota.budi.pk, DAY) == example.budi_skp
    assert queries.indicators_of(kota.budi.pk, DAY) == []


def test_a_day_outside_the_period_has_no_skp(kota: Cast) -> None:
    agreed_example(kota)

    assert queries.agreed_skp(kota.budi.pk, date(2027, 1, 1)) is None
    assert queries.indicators_of(kota.budi.pk, date(2025, 12, 31)) == []


def test_the_skp_of_several_people_come_in_one_query(kota: Cast, django_assert_num_queries) -> None:
    example = agreed_example(kota)

    with django_assert_num_queries(1):
        found = queries.agreed_skps([kota.budi.pk, kota.sari.pk, kota.joko.pk], DAY)

    assert found == {kota.budi.pk: example.budi_skp, kota.sari.pk: example.sari_skp}


def test_results_come_with_their_indicators_main_work_first(kota: Cast, django_assert_num_queries) -> None:
    example = agreed_example(kota)
    extra = make_rhk(example.budi_skp, "Vaksinasi massal", kind="TAMBAHAN", assigned_from="PIMPINAN")

    with django_assert_num_queries(2):
        found = queries.rhks_with_indicators(example.budi_skp)
        results = [(rhk, list(rhk.indicators.all())) for rhk in found]

    assert results == [(example.budi_rhk, [example.quantity, example.quality, example.time]), (extra, [])]


def test_the_open_period_is_the_one_that_holds_the_day(kota: Cast) -> None:
    year = make_period()
    make_period("SKP 2027", begins=date(2027, 1, 1), ends=date(2027, 12, 31), state=PeriodState.DRAFT)

    assert queries.open_period(DAY) == year
    assert queries.open_period(date(2027, 3, 3)) is None
    assert [period.name for period in queries.periods()] == ["SKP 2027", "SKP 2026"]


def test_an_indicator_knows_its_rows_in_earlier_versions(kota: Cast) -> None:
    example = agreed_example(kota)
    old = make_skp(kota.budi, version=7, state=SkpState.REPLACED)
    earlier = make_indicator(make_rhk(old), lineage=example.quantity.lineage)

    found = queries.earlier_indicator_ids([example.quantity.pk, example.quality.pk])

    assert set(found[example.quantity.pk]) == {example.quantity.pk, earlier.pk}
    assert found[example.quality.pk] == [example.quality.pk]
    assert Indicator.objects.count() > 4
