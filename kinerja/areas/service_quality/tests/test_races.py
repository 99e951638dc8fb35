"""Two counters at the same moment, on real connections, in a database of their own."""

from collections.abc import Iterator
from typing import Any

import pytest

from kinerja.areas.reporting.tests.stages import Stage
from kinerja.areas.service_quality.actions import close_service, count
from kinerja.areas.service_quality.actions.counting import Figures
from kinerja.areas.service_quality.models import Entry, Service, Volume
from kinerja.areas.service_quality.tests.factories import make_service
from kinerja.base.ledger.verifying import verify
from kinerja.base.tenancy.context import inside
from kinerja.tools.keys import uuid7
from kinerja.tools.refusals import Refusal

AT_ONCE = 4


class Counters(Stage):
    """The stage with a service of its puskesmas."""

    def __init__(self) -> None:
        super().__init__()
        with inside(self.instansi.pk):
            self.service: Service = make_service(self.indicator.rhk.skp.unit)

    def counted(self) -> tuple[int, int]:
        with inside(self.instansi.pk):
            return sum(Volume.objects.values_list("served", flat=True)), Entry.objects.count()


@pytest.fixture
def counters(own_database: None) -> Iterator[Counters]:
    return Counters()


def test_counters_that_save_at_once_add_up(counters: Counters) -> None:
    def one(number: int) -> Any:
        return lambda: count(counters.service, Figures(number, number), key=uuid7(), by=counters.nurse)

    results = counters.race(*[one(number) for number in range(1, AT_ONCE + 1)])

    assert not [each for each in results if isinstance(each, Exception)]
    assert counters.counted() == (10, 4)
    assert not verify(counters.instansi.pk).broken


def test_the_same_tap_sent_four_times_at_once_counts_once(counters: Counters) -> None:
    key = uuid7()

    counters.race(*[lambda: count(counters.service, Figures(1, 1), key=key, by=counters.nurse)] * AT_ONCE)

    assert counters.counted() == (1, 1)


def test_who_takes_back_at_once_never_goes_below_none(counters: Counters) -> None:
    with inside(counters.instansi.pk):
        Volume.objects.create(service=counters.service, day=counters.moment, served=2, to_standard=2)

    results = counters.race(
        *[lambda: count(counters.service, Figures(-2, -2), key=uuid7(), by=counters.nurse)] * AT_ONCE
    )

    assert len([each for each in results if isinstance(each, Refusal)]) == AT_ONCE - 1
    assert counters.counted() == (0, 1)


def test_a_service_closes_once(counters: Counters) -> None:
    results = counters.race(
        *[lambda: close_service(counters.service, last=counters.moment, reason="Pindah", by=counters.rater)]
        * 2
    )

    assert sorted(each is None for each in results) == [False, True]
