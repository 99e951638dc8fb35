"""Services of the puskesmas and their volumes, every argument optional. Used inside `inside(instansi)`."""

from datetime import date
from typing import Any

from kinerja.areas.service_quality.models import Population, Service, Standard, Volume
from kinerja.base.organization.models import Person, Unit
from kinerja.rules.service_quality.codes import HealthService
from kinerja.tools import clock

#: a working day in the middle of the year
TODAY = date(2026, 7, 1)
OPENED = date(2026, 1, 1)
PROMISE: dict[str, Any] = {
    "standard": "SOP Poli Umum 2026",
    "requirements": "Kartu identitas",
    "duration": 60,
    "span": Standard.Span.MINUTES,
    "cost": "Gratis bagi peserta JKN",
    "promise": "Kami melayani dalam satu jam.",
    "product": "Pemeriksaan dan obat",
}


def make_service(unit: Unit, name: str = "Kunjungan pasien rawat jalan", **extra: Any) -> Service:
    """Outpatient visits, with the count of those served to standard."""
    values = {"code": f"L-{Service.objects.count() + 1}", "unit_of_measure": "orang", "has_standard": True}
    service = Service.objects.create(unit=unit, name=name, opened_on=OPENED, **(values | extra))
    Standard.objects.create(service=service, begins=OPENED, at=clock.now(), **PROMISE)
    return service


def make_antenatal(unit: Unit, people: int = 1240) -> Service:
    """SPM: pregnant women, with this year's population."""
    service = make_service(unit, "Pemeriksaan ibu hamil", spm=HealthService.IBU_HAMIL, code="PKM01-ANC")
    Population.objects.create(
        service=service, year=2026, people=people, source="SK Kepala Dinas", at=clock.now()
    )
    return service


def make_volume(
    service: Service, day: date, served: int, to_standard: int | None = None, officer: Person | None = None
) -> Volume:
    """A day's volume straight into the table, everybody to standard unless told."""
    standard = (served if to_standard is None else to_standard) if service.has_standard else None
    return Volume.objects.create(
        service=service, day=day, served=served, to_standard=standard, officer=officer
    )
