"""The catalogue: open a service, promise anew from a day on, say how many must be served, close it."""

import re
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.areas.service_quality import verbs
from kinerja.areas.service_quality.errors import CatalogueRefused, WrongEntry
from kinerja.areas.service_quality.models import Population, Service, Standard
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.changing import check_day, queue, required, said_plainly
from kinerja.base.organization.models import Person, Unit
from kinerja.rules.service_quality.codes import HealthService
from kinerja.tools import clock
from kinerja.tools.ui import formats

_CODE = re.compile(r"[A-Z0-9][A-Z0-9.-]{1,39}")
_TEXTS = ("standard", "requirements", "duration", "cost", "promise", "product")
#: years for which a population may be set, before and after this one
_YEARS_BACK, _YEARS_AHEAD = 3, 1


@transaction.atomic
def open_service(
    unit: Unit,
    *,
    by: Person,
    code: str,
    name: str,
    unit_of_measure: str,
    begins: date,
    has_standard: bool = False,
    spm: str = "",
    **texts: Any,
) -> Service:
    """A new service of a unit with its first standard. One of SPM counts also who was served to standard.

    Raises WrongEntry (code, texts), CatalogueRefused (the code is taken, the unit is closed).
    """
    code = code.strip().upper()
    if not _CODE.fullmatch(code):
        raise WrongEntry(
            _("Kode layanan memuat 2 sampai 40 huruf, angka, titik, atau tanda hubung. Contoh: PKM01-RJ.")
        )
    if spm and spm not in HealthService.__members__:
        raise WrongEntry(_("Pelayanan SPM itu tidak dikenal. Pilih dari daftar."))
    if unit.closed_on is not None and unit.closed_on <= begins:
        raise CatalogueRefused(
            _("%(unit)s sudah ditutup, jadi tidak membuka layanan baru. Pilih unit penggantinya.")
            % {"unit": unit.name}
        )
    check_day(begins)
    taken = _("Kode layanan itu sudah dipakai. Pilih kode lain; satu kode menyebut satu layanan di instansi.")
    with said_plainly({"service_quality_service_code": taken}):
        service = Service.objects.create(
            unit=unit, code=code, name=required(name, _("Nama layanan"), 200), spm=spm, opened_on=begins,
            unit_of_measure=required(unit_of_measure, _("Satuan"), 60), has_standard=bool(has_standard or spm),
        )  # fmt: skip
    standard = _write(service, begins, texts, by)
    record(
        verbs.SERVICE_OPENED, service, by=by, topics=_topics(service),
        service=[code, service.name, service.unit_of_measure, spm, service.has_standard], **_content(standard),
    )  # fmt: skip
    return service


@transaction.atomic
def set_standard(service: Service, *, by: Person, begins: date, **texts: Any) -> Standard:
    """What is promised from `begins` on; what was promised before stays readable.

    A version planned for the same day is replaced. Raises CatalogueRefused for a day at or before a version that has begun.
    """
    queue(f"service_quality.standard:{service.pk}")
    check_day(begins)
    planned = Standard.objects.filter(service=service, begins__gt=clock.today())
    last = Standard.objects.filter(service=service).exclude(pk__in=planned).order_by("-begins").first()
    if last is not None and begins <= last.begins:
        raise CatalogueRefused(
            _(
                "Standar yang berlaku sejak %(day)s tidak ditimpa. Pilih tanggal berlaku sesudahnya, "
                "supaya yang pernah dijanjikan tetap terbaca."
            )
            % {"day": formats.day(last.begins)}
        )
    planned.filter(begins=begins).delete()
    standard = _write(service, begins, texts, by)
    record(verbs.STANDARD_SET, service, by=by, topics=_topics(service), **_content(standard))
    return standard


@transaction.atomic
def set_population(
    service: Service, *, year: int, people: int, source: str, by: Person | None, reason: str = ""
) -> Population:
    """How many people must be served in a year. Another figure for the same year needs a reason; the old one stays."""
    queue(f"service_quality.population:{service.pk}")
    this = clock.today().year
    if not this - _YEARS_BACK <= year <= this + _YEARS_AHEAD:
        raise WrongEntry(
            _("Tahun %(year)d di luar jangkauan. Isi tahun %(first)d sampai %(last)d.")
            % {"year": year, "first": this - _YEARS_BACK, "last": this + _YEARS_AHEAD}
        )
    if people < 1:
        raise WrongEntry(
            _(
                "Sasaran paling sedikit 1 orang; dengan 0 tidak ada capaian yang dapat dihitung. "
                "Bila layanan ini tidak punya sasaran, biarkan kosong."
            )
        )
    reason = " ".join(reason.split())
    before = service.populations.filter(year=year).first()
    if before is not None and before.people == people:
        raise WrongEntry(_("Sasaran tahun itu memang sudah %(n)s.") % {"n": formats.number(people)})
    if before is not None and not reason:
        raise WrongEntry(
            _("Sasaran tahun itu sudah %(n)s. Tulis alasan perubahannya; angka lama tetap tersimpan.")
            % {"n": formats.number(before.people)}
        )
    made = Population.objects.create(
        service=service, year=year, people=people, source=required(source, _("Sumber data"), 200),
        reason=reason[:300], by=by, at=clock.now(),
    )  # fmt: skip
    record(
        verbs.POPULATION_SET, service, by=by, topics=_topics(service),
        year=year, people=people, source=made.source, reason=made.reason,
    )  # fmt: skip
    return made


@transaction.atomic
def close_service(service: Service, *, last: date, reason: str, by: Person) -> None:
    """`last` is the last day on which it is given; nothing may be counted after it."""
    service = Service.objects.select_for_update().get(pk=service.pk)
    reason = required(reason, _("Alasan"), 300)
    check_day(last)
    if service.closed_on is not None:
        raise CatalogueRefused(
            _("Layanan ini sudah ditutup per %(day)s.") % {"day": formats.day(service.closed_on)}
        )
    if last < service.opened_on:
        raise WrongEntry(
            _("Layanan ini baru dibuka %(day)s. Pilih hari terakhir sesudahnya.")
            % {"day": formats.day(service.opened_on)}
        )
    later = service.volumes.filter(day__gt=last, served__gt=0).order_by("-day").first()
    if later is not None:
        raise CatalogueRefused(
            _("Pada %(day)s masih ada yang dilayani. Pilih hari terakhir yang tidak lebih awal.")
            % {"day": formats.day(later.day)}
        )
    service.closed_on = last
    service.save(update_fields=["closed_on"])
    record(verbs.SERVICE_CLOSED, service, by=by, topics=_topics(service), last_day=last, reason=reason)


def _write(service: Service, begins: date, texts: dict[str, Any], by: Person | None) -> Standard:
    labels = {"standard": _("Standar yang diikuti"), "requirements": _("Persyaratan"), "cost": _("Biaya"),
              "promise": _("Maklumat pelayanan"), "product": _("Produk layanan")}  # fmt: skip
    most = {"standard": 300, "cost": 200, "product": 300}
    clean = {name: required(texts[name], label, most.get(name, 2000)) for name, label in labels.items()}
    duration = int(texts["duration"])
    if not 1 <= duration <= 10_000:
        raise WrongEntry(_("Waktu penyelesaian paling sedikit 1 dan paling banyak 10.000. Periksa angkanya."))
    span = texts.get("span") or Standard.Span.MINUTES
    return Standard.objects.create(
        service=service, begins=begins, duration=duration, span=span, by=by, at=clock.now(), **clean
    )


def _content(standard: Standard) -> dict[str, Any]:
    texts = {name: getattr(standard, name) for name in _TEXTS}
    return texts | {"begins": standard.begins, "duration": [standard.duration, standard.span]}


def _topics(service: Service) -> list[str]:
    return [topics.unit(service.unit_id)]
