"""The catalogue: opened, promised anew from a day on, its population, closed; each refusal with its sentence."""

from datetime import date
from typing import Any

import pytest

from kinerja.areas.service_quality import actions
from kinerja.areas.service_quality.errors import CatalogueRefused, WrongEntry
from kinerja.areas.service_quality.models import Population, Service, Standard
from kinerja.areas.service_quality.queries.catalogue import population_of, standards_of
from kinerja.areas.service_quality.tests.factories import PROMISE, TODAY, make_volume
from kinerja.base.ledger.models import Entry as LedgerEntry
from kinerja.base.organization.errors import OrganizationRefusal
from kinerja.base.organization.models import Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.refusals import Refusal


def opened(cast: Cast, **extra: Any) -> Service:
    values: dict[str, Any] = {
        "code": "pkm01-imu",
        "name": "Imunisasi bayi",
        "unit_of_measure": "bayi",
        "begins": TODAY,
    }
    return actions.open_service(cast.puskesmas, by=cast.sari, **(values | PROMISE | extra))


def verbs_of(service: Service) -> list[str]:
    rows = LedgerEntry.objects.about("service_quality.service", service.pk)
    return [entry.verb for entry in rows]


def test_a_service_opens_with_its_first_standard_and_is_recorded(kota: Cast) -> None:
    service = opened(kota)

    assert (service.code, service.standards.get().duration) == ("PKM01-IMU", 60)
    assert verbs_of(service) == ["service_quality.service_opened"]


def test_a_service_of_spm_counts_who_was_served_to_standard(kota: Cast) -> None:
    assert opened(kota, spm="BALITA", has_standard=False).has_standard


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"code": "spasi di dalam"}, "Kode layanan memuat"),
        ({"code": "x"}, "Kode layanan memuat"),
        ({"spm": "LAIN"}, "tidak dikenal"),
        ({"name": "  "}, "Nama layanan belum diisi"),
        ({"promise": ""}, "Maklumat pelayanan belum diisi"),
        ({"duration": 0}, "Waktu penyelesaian"),
        ({"begins": date(2206, 1, 1)}, "Periksa tahunnya"),
    ],
)
def test_what_cannot_stand_in_a_catalogue_is_refused(kota: Cast, wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        opened(kota, **wrong)
    assert not Service.objects.exists()


def test_a_code_names_one_service_of_the_government(kota: Cast, visits: Service) -> None:
    with pytest.raises(OrganizationRefusal, match="sudah dipakai"):
        opened(kota, code=visits.code.lower())


def test_a_closed_unit_opens_no_service(kota: Cast) -> None:
    Unit.objects.filter(pk=kota.puskesmas.pk).update(closed_on=TODAY)
    kota.puskesmas.refresh_from_db()

    with pytest.raises(CatalogueRefused, match="sudah ditutup"):
        opened(kota)


def test_a_promise_changes_from_a_day_on_and_the_old_one_stays(kota: Cast, visits: Service) -> None:
    actions.set_standard(visits, by=kota.sari, begins=date(2026, 8, 1), **(PROMISE | {"duration": 45}))

    assert standards_of(visits, date(2026, 7, 31))[0] == visits.standards.get(duration=60)
    assert standards_of(visits, date(2026, 8, 1))[0] == visits.standards.get(duration=45)


def test_what_has_been_promised_is_never_overwritten(kota: Cast, visits: Service) -> None:
    with pytest.raises(CatalogueRefused, match="tidak ditimpa"):
        actions.set_standard(visits, by=kota.sari, begins=date(2026, 1, 1), **PROMISE)


def test_a_planned_version_may_be_planned_anew(kota: Cast, visits: Service) -> None:
    for duration in (45, 40):
        actions.set_standard(
            visits, by=kota.sari, begins=date(2026, 8, 1), **(PROMISE | {"duration": duration})
        )

    assert list(Standard.objects.values_list("duration", flat=True)) == [40, 60]


def test_another_population_of_a_year_needs_a_reason_and_the_first_stays(
    kota: Cast, antenatal: Service
) -> None:
    new = {"year": 2026, "people": 1300, "source": "Data riil", "by": kota.sari}
    with pytest.raises(WrongEntry, match="Tulis alasan"):
        actions.set_population(antenatal, **new)  # type: ignore[arg-type]

    actions.set_population(antenatal, reason="Pendataan ulang", **new)  # type: ignore[arg-type]

    found = population_of(antenatal, 2026)
    assert found
    assert found.people == 1300
    assert Population.objects.count() == 2


@pytest.mark.parametrize(("year", "people", "said"), [(2026, 0, "paling sedikit 1"), (2026, 1240, "memang sudah"),
                                                      (2090, 5, "di luar jangkauan")])  # fmt: skip
def test_an_impossible_population_is_refused(
    kota: Cast, antenatal: Service, year: int, people: int, said: str
) -> None:
    with pytest.raises(WrongEntry, match=said):
        actions.set_population(
            antenatal, year=year, people=people, source="x", by=kota.sari, reason="Pendataan ulang"
        )


def test_a_service_closes_after_the_last_day_on_which_somebody_was_served(
    kota: Cast, visits: Service
) -> None:
    make_volume(visits, date(2026, 6, 30), 5)
    with pytest.raises(CatalogueRefused, match="masih ada yang dilayani"):
        actions.close_service(visits, last=date(2026, 6, 29), reason="Pindah", by=kota.sari)

    actions.close_service(visits, last=date(2026, 6, 30), reason="Pindah", by=kota.sari)

    visits.refresh_from_db()
    assert not visits.is_given_on(TODAY)
    with pytest.raises(CatalogueRefused, match="sudah ditutup"):
        actions.close_service(visits, last=TODAY, reason="Pindah", by=kota.sari)
