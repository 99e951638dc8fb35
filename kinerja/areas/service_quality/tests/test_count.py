"""Counting at the counter: deltas that add up, once for each key; what is refused, with its sentence."""

from typing import Any
from uuid import UUID

import pytest

from kinerja.areas.service_quality.actions import count
from kinerja.areas.service_quality.actions.counting import Figures
from kinerja.areas.service_quality.errors import KeyUsed, ServiceClosed, WrongVolume
from kinerja.areas.service_quality.models import Entry, Service, Volume
from kinerja.areas.service_quality.queries.volumes import total_of
from kinerja.areas.service_quality.tests.factories import TODAY
from kinerja.base.ledger.models import Entry as LedgerEntry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.keys import uuid7


def counted(
    cast: Cast, service: Service, served: int, standard: int | None = 0, key: UUID | None = None, **extra: Any
) -> Volume:
    return count(service, Figures(served, standard), key=key or uuid7(), by=cast.budi, **extra)


def test_what_is_counted_adds_up_and_is_recorded(kota: Cast, visits: Service) -> None:
    counted(kota, visits, 3, 2)
    volume = counted(kota, visits, 2, 2)

    assert (volume.served, volume.to_standard) == (5, 4)
    assert [(each.added, each.served) for each in Entry.objects.order_by("at", "id")] == [(3, 3), (2, 5)]
    assert LedgerEntry.objects.filter(verb="service_quality.counted").count() == 2


def test_an_officer_has_a_row_of_his_own_and_the_unit_has_the_sum(kota: Cast, visits: Service) -> None:
    counted(kota, visits, 3, 3, officer=kota.budi)
    counted(kota, visits, 4, 4)

    assert Volume.objects.get(officer=kota.budi).served == 3
    assert total_of(visits, TODAY, TODAY).served == 7


def test_what_was_pressed_too_often_is_taken_back(kota: Cast, visits: Service) -> None:
    counted(kota, visits, 3, 3)

    assert counted(kota, visits, -1, -1).served == 2


@pytest.mark.parametrize(
    ("served", "standard", "said"),
    [
        (-4, -4, "baru 3 yang dihitung"),
        (0, 0, "Belum ada yang dihitung"),
        (0, 2, "lebih banyak daripada yang dilayani"),
        (1_000_001, 0, "paling banyak 1.000.000"),
    ],
)
def test_impossible_figures_are_refused_and_nothing_is_kept(
    kota: Cast, visits: Service, served: int, standard: int, said: str
) -> None:
    counted(kota, visits, 3, 3)

    with pytest.raises(WrongVolume, match=said):
        counted(kota, visits, served, standard)

    assert total_of(visits, TODAY, TODAY).served == 3


def test_the_same_key_counts_once_and_with_other_figures_not_at_all(kota: Cast, visits: Service) -> None:
    key = uuid7()
    for _again in range(2):
        counted(kota, visits, 3, 3, key)

    assert total_of(visits, TODAY, TODAY).served == 3
    with pytest.raises(KeyUsed, match="Muat ulang"):
        counted(kota, visits, 4, 4, key)


def test_a_closed_service_counts_nobody(kota: Cast, visits: Service) -> None:
    Service.objects.update(closed_on=visits.opened_on)
    visits.refresh_from_db()

    with pytest.raises(ServiceClosed, match="tidak diberikan"):
        counted(kota, visits, 1, 1)


def test_only_who_works_there_is_named(kota: Cast, visits: Service) -> None:
    with pytest.raises(WrongVolume, match="tidak bertugas"):
        counted(kota, visits, 1, 1, officer=kota.ratna)


def test_without_a_standard_only_those_served_are_counted(kota: Cast, visits: Service) -> None:
    Service.objects.update(has_standard=False)
    visits.refresh_from_db()

    assert counted(kota, visits, 2, None).to_standard is None
