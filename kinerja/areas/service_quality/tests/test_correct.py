"""A day as it should be: with a reason, the old figures in the history."""

from datetime import date
from typing import Any

import pytest

from kinerja.areas.service_quality.actions import correct
from kinerja.areas.service_quality.actions.counting import Figures
from kinerja.areas.service_quality.errors import KeyUsed, ServiceClosed, WrongVolume
from kinerja.areas.service_quality.models import Entry, Service, Volume
from kinerja.areas.service_quality.tests.factories import make_volume
from kinerja.base.ledger.models import Entry as LedgerEntry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.keys import uuid7
from kinerja.tools.refusals import Refusal

DAY = date(2026, 6, 30)


def corrected(cast: Cast, service: Service, figures: Figures, **extra: Any) -> Volume:
    said = {"day": DAY, "key": uuid7(), "by": cast.budi, "reason": "Lembar loket 2 baru diterima"} | extra
    return correct(service, figures, **said)  # type: ignore[arg-type]


def test_a_day_is_set_right_and_the_old_figure_stays_readable(kota: Cast, visits: Service) -> None:
    make_volume(visits, DAY, 40, 35)

    corrected(kota, visits, Figures(42, 40))

    assert Volume.objects.get(day=DAY).served == 42
    entry = Entry.objects.get()
    assert (entry.added, entry.added_standard, entry.reason) == (2, 5, "Lembar loket 2 baru diterima")
    assert LedgerEntry.objects.filter(verb="service_quality.corrected").count() == 1


def test_a_day_that_was_forgotten_is_written_the_same_way(kota: Cast, visits: Service) -> None:
    assert corrected(kota, visits, Figures(12, 12)).served == 12


@pytest.mark.parametrize(
    ("figures", "extra", "said"),
    [
        (Figures(1, 1), {"reason": "  "}, "Alasan perbaikan belum diisi"),
        (Figures(-1, 0), {}, "tidak boleh negatif"),
        (Figures(5, 6), {}, "lebih banyak daripada"),
        (Figures(5), {}, "Isi jumlahnya"),
        (Figures(5, 5), {"day": date(2026, 7, 2)}, "belum tiba"),
    ],
)
def test_what_cannot_be_a_day_is_refused(
    kota: Cast, visits: Service, figures: Figures, extra: dict[str, Any], said: str
) -> None:
    with pytest.raises(Refusal, match=said) as refused:
        corrected(kota, visits, figures, **extra)
    assert refused.value.status == 422
    assert not Entry.objects.exists()


def test_a_day_before_the_service_began_is_refused(kota: Cast, visits: Service) -> None:
    with pytest.raises(ServiceClosed, match="tidak diberikan"):
        corrected(kota, visits, Figures(1, 1), day=date(2025, 12, 31))


def test_the_same_correction_twice_is_one(kota: Cast, visits: Service) -> None:
    key = uuid7()
    for _again in range(2):
        corrected(kota, visits, Figures(7, 7), key=key)

    assert Entry.objects.count() == 1
    with pytest.raises(KeyUsed):
        corrected(kota, visits, Figures(8, 7), key=key)


def test_somebody_else_than_staff_of_the_unit_cannot_be_named(kota: Cast, visits: Service) -> None:
    with pytest.raises(WrongVolume, match="tidak bertugas"):
        corrected(kota, visits, Figures(7, 7), officer=kota.joko)
