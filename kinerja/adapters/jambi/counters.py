"""What the puskesmas promise and how many they served: the catalogue through the actions, a year of volumes in sets."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from kinerja.adapters.jambi import verbs
from kinerja.adapters.jambi.chance import at, key
from kinerja.areas.service_quality.actions import open_service, set_population
from kinerja.areas.service_quality.models import Entry, Origin, Service, Volume
from kinerja.base.ledger.recording import record_batches
from kinerja.base.organization.models import Person, Unit
from kinerja.rules.service_quality.codes import HealthService
from kinerja.tools import clock

SUNDAY = 6
#: of a hundred who come, how many are served to standard, at least and at most
TO_STANDARD = (86, 100)


@dataclass(frozen=True, slots=True)
class Offer:
    """A service of every puskesmas; `typical` come on a usual day, `people` must be served in the year (SPM)."""

    code: str
    name: str
    typical: int
    minutes: int
    product: str
    promise: str
    spm: str = ""
    people: int = 0


OFFERS = (
    Offer("RJ", "Kunjungan pasien rawat jalan", 64, 60, "Pemeriksaan, tindakan, dan obat",
          "Setiap pasien dilayani paling lama 60 menit sejak mendaftar."),
    Offer("IMU", "Imunisasi bayi", 7, 30, "Imunisasi dasar dan catatan di buku KIA",
          "Vaksin tersedia setiap Selasa dan Kamis, dan di posyandu sesuai jadwal."),
    Offer("ANC", "Pemeriksaan ibu hamil", 3, 45, "Pemeriksaan antenatal dan catatan di buku KIA",
          "Ibu hamil diperiksa lengkap enam kali, dua di antaranya oleh dokter.", HealthService.IBU_HAMIL, 920),
    Offer("HT", "Pelayanan penderita hipertensi", 4, 30, "Pengukuran tekanan darah, edukasi, dan obat",
          "Tekanan darah diukur setiap bulan dan obat tidak pernah terputus.", HealthService.HIPERTENSI, 1_240),
)  # fmt: skip


def open_catalogue(unit: Unit, head: Person, begins: date, random: Random) -> list[Service]:
    """The services of a puskesmas, opened by its head on the first working days of the year."""
    with clock.at(at(begins + timedelta(days=4), random, 8, 12)):
        return [_open(unit, head, begins, offer) for offer in OFFERS]


def _open(unit: Unit, head: Person, begins: date, offer: Offer) -> Service:
    service = open_service(
        unit, by=head, code=f"{unit.siasn_id.rpartition('/')[2]}-{offer.code}", name=offer.name, unit_of_measure="orang",
        begins=begins, has_standard=True, spm=offer.spm, standard=f"SOP {offer.name} {begins.year} (data contoh)",
        requirements="Kartu identitas; kartu JKN bila ada.", duration=offer.minutes, promise=offer.promise,
        cost="Gratis bagi peserta JKN; umum menurut perda tarif.", product=offer.product,
    )  # fmt: skip
    if offer.people:
        set_population(
            service, year=begins.year, people=offer.people, source="Data contoh, bukan data dinas", by=head
        )
    return service


def write_volumes(services: list[Service], begins: date, today: date, seed: int | str) -> int:
    """Every day but Sundays from the first to yesterday, as SIMPUS would have sent it. Returns how many."""
    random = Random(f"{seed}/volumes")
    typical = {offer.code: offer.typical for offer in OFFERS}
    entries = [
        entry
        for service in services
        for entry in _year(service, typical[service.code.rpartition("-")[2]], begins, today, random)
    ]
    volumes = [
        Volume(
            id=key(random, entry.at), service_id=entry.service_id, day=entry.day, served=entry.served,
            to_standard=entry.to_standard,
        )
        for entry in entries
    ]  # fmt: skip
    Volume.objects.bulk_create(volumes, 5_000)
    Entry.objects.bulk_create(entries, 5_000)
    if services:
        record_batches(verbs.VOLUMES_LOADED, services[0], by=None, digests=map(_digest, entries))
    return len(entries)


def _year(service: Service, typical: int, begins: date, today: date, random: Random) -> Iterator[Entry]:
    day = begins
    while day < today:
        if day.weekday() != SUNDAY:
            yield _day(service, typical, day, random)
        day += timedelta(days=1)


def _day(service: Service, typical: int, day: date, random: Random) -> Entry:
    """More on Mondays, fewer on Saturdays; most of them to standard."""
    busy: Any = {0: 1.25, 5: 0.7}.get(day.weekday(), 1)
    served = max(0, round(random.gauss(typical * busy, typical**0.5)))
    standard = served * random.randint(*TO_STANDARD) // 100
    moment = datetime.combine(day, time(16, random.randrange(60)), tzinfo=clock.WIB)
    return Entry(
        id=key(random, moment), service=service, day=day, origin=Origin.FILE, served=served, to_standard=standard,
        added=served, added_standard=standard, at=moment,
    )  # fmt: skip


def _digest(entry: Entry) -> bytes:
    return hashlib.sha256(f"{entry.pk}|{entry.served}|{entry.to_standard}".encode()).digest()
