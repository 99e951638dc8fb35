"""Count at the counter, correct a day. Two counters at once add up; nothing typed is overwritten without a reason."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.areas.service_quality import verbs
from kinerja.areas.service_quality.errors import KeyUsed, ServiceClosed, WrongVolume
from kinerja.areas.service_quality.intake import MOST_A_DAY
from kinerja.areas.service_quality.models import Entry, Origin, Service, Volume
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.changing import required
from kinerja.base.organization.models import Assignment, Person
from kinerja.tools import clock
from kinerja.tools.ui import formats


@dataclass(frozen=True, slots=True)
class Figures:
    """How many were served, and how many of them to standard (None where that is not counted)."""

    served: int
    to_standard: int | None = None


@transaction.atomic
def count(
    service: Service, figures: Figures, *, key: UUID, by: Person, officer: Person | None = None
) -> Volume:
    """So many more today (or fewer, when somebody pressed too often). The same key twice counts once.

    Raises ServiceClosed, WrongVolume, KeyUsed.
    """
    day = clock.today()
    refuse_day(service, day)
    _refuse_stranger(service, officer)
    if not figures.served and not figures.to_standard:
        raise WrongVolume(_("Belum ada yang dihitung. Tekan tambah untuk tiap orang yang dilayani."))
    volume = _held(service, day, officer)
    said = Entry(
        pk=key, service=service, day=day, officer=officer, origin=Origin.COUNTER, by=by, at=clock.now(),
        added=figures.served, added_standard=figures.to_standard or 0,
        served=max(0, volume.served + figures.served),
        to_standard=_sum(service, volume, figures.to_standard),
    )  # fmt: skip
    if _is_repeated(said, ("added", "added_standard", "reason")):
        return volume
    if volume.served + figures.served < 0 or (volume.to_standard or 0) + (figures.to_standard or 0) < 0:
        raise WrongVolume(
            _("Hari ini baru %(n)s yang dihitung, jadi tidak dapat dikurangi sebanyak itu.")
            % {"n": formats.number(volume.served)}
        )
    _settle(volume, said)
    record(verbs.COUNTED, service, by=by, also=officer, topics=topics_of(service), **_content(said))
    return volume


@transaction.atomic
def correct(
    service: Service,
    figures: Figures,
    *,
    day: date,
    key: UUID,
    by: Person | None,
    reason: str,
    officer: Person | None = None,
) -> Volume:
    """The figures of a day as they should be, with the reason; what was there stays in the history.

    Raises ServiceClosed, WrongVolume, KeyUsed.
    """
    reason = required(reason, _("Alasan perbaikan"), 300)
    refuse_day(service, day)
    _refuse_stranger(service, officer)
    volume = _held(service, day, officer)
    said = Entry(
        pk=key, service=service, day=day, officer=officer, origin=Origin.COUNTER, by=by, at=clock.now(), reason=reason,
        served=figures.served, to_standard=figures.to_standard if service.has_standard else None,
        added=figures.served - volume.served,
        added_standard=(figures.to_standard or 0) - (volume.to_standard or 0) if service.has_standard else 0,
    )  # fmt: skip
    if _is_repeated(said, ("served", "to_standard", "reason")):
        return volume
    _settle(volume, said)
    record(
        verbs.CORRECTED,
        service,
        by=by,
        also=officer,
        topics=topics_of(service),
        reason=reason,
        **_content(said),
    )
    return volume


def refuse_day(service: Service, day: date) -> None:
    """Only days up to today on which the service is given."""
    if day > clock.today():
        raise WrongVolume(
            _("Tanggal %(day)s belum tiba. Catat yang sudah dilayani, paling akhir hari ini.")
            % {"day": formats.day(day)}
        )
    if not service.is_given_on(day):
        raise ServiceClosed(
            _("Layanan “%(service)s” tidak diberikan pada %(day)s. Periksa tanggalnya atau katalog layanan.")
            % {"service": service.name, "day": formats.day(day)}
        )


def refuse_figures(service: Service, figures: Figures) -> None:
    """No fewer than none, no more to standard than served, no more than a counter can serve."""
    if figures.served < 0 or (figures.to_standard or 0) < 0:
        raise WrongVolume(_("Jumlah yang dilayani tidak boleh negatif. Isi 0 bila tidak ada."))
    if figures.served > MOST_A_DAY:
        raise WrongVolume(
            _("Jumlah sehari paling banyak %(most)s. Periksa angkanya.")
            % {"most": formats.number(MOST_A_DAY)}
        )
    if not service.has_standard:
        return
    if figures.to_standard is None:
        raise WrongVolume(
            _("Layanan ini menghitung juga yang dilayani sesuai standar. Isi jumlahnya, 0 bila tidak ada.")
        )
    if figures.to_standard > figures.served:
        raise WrongVolume(
            _(
                "Yang dilayani sesuai standar (%(standard)s) lebih banyak daripada yang dilayani (%(served)s). "
                "Periksa kedua angkanya."
            )
            % {
                "standard": formats.number(figures.to_standard),
                "served": formats.number(figures.served),
            }
        )


def topics_of(service: Service) -> list[str]:
    """Whose open screens show these figures."""
    return [topics.unit(service.unit_id)]


def _refuse_stranger(service: Service, officer: Person | None) -> None:
    """Who is named must work in the service's unit today."""
    if officer is None:
        return
    if not Assignment.objects.on(clock.today()).filter(person=officer, unit_id=service.unit_id).exists():
        raise WrongVolume(
            _("%(name)s hari ini tidak bertugas di unit layanan ini. Pilih petugas dari daftar.")
            % {"name": officer.full_name}
        )


def _held(service: Service, day: date, officer: Person | None) -> Volume:
    """The day's row, made when it is the first, locked until the act ends: two counters take turns."""
    Volume.objects.get_or_create(service=service, day=day, officer=officer)
    return Volume.objects.select_for_update().get(service=service, day=day, officer=officer)


def _sum(service: Service, volume: Volume, more: int | None) -> int | None:
    return max(0, (volume.to_standard or 0) + (more or 0)) if service.has_standard else None


def _is_repeated(said: Entry, words: tuple[str, ...]) -> bool:
    """Whether this key was here before with the same content; other content under it is refused."""
    earlier = Entry.objects.filter(pk=said.pk).first()
    if earlier is None:
        return False
    same = ("service_id", "day", "officer_id", "by_id", *words)
    if any(getattr(earlier, name) != getattr(said, name) for name in same):
        raise KeyUsed(
            _(
                "Kiriman ini memakai kunci catatan lain yang sudah tersimpan, jadi tidak disimpan lagi. "
                "Muat ulang halaman, lalu isi kembali."
            )
        )
    return True


def _settle(volume: Volume, said: Entry) -> None:
    refuse_figures(said.service, Figures(said.served, said.to_standard))
    said.save(force_insert=True)
    volume.served, volume.to_standard = said.served, said.to_standard
    volume.save(update_fields=["served", "to_standard"])


def _content(said: Entry) -> dict[str, Any]:
    return {
        "day": said.day,
        "officer": said.officer_id,
        "served": said.served,
        "to_standard": said.to_standard,
    }
