"""Manajemen Periode: make, change, open, close and reopen a performance year."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.areas.planning import verbs
from kinerja.areas.planning.errors import PeriodRefused
from kinerja.areas.planning.models import Period
from kinerja.areas.planning.states import PERIOD_MOVES, PeriodState
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id
from kinerja.rules.wording import tanggal
from kinerja.tools.refusals import BadInput


@transaction.atomic
def create_period(*, by: Person, name: str, begins: date, ends: date, fill_until: date) -> Period:
    """A new period in draft. Refused (422) for days out of order or a name that exists."""
    _check_days(begins, ends, fill_until)
    _check_name(name)
    period = Period.objects.create(name=name.strip(), begins=begins, ends=ends, fill_until=fill_until)
    record(verbs.PERIOD_CREATED, period, by=by, topics=_topics(period), period=_shown(period))
    return period


@transaction.atomic
def change_period(
    period: Period, *, by: Person, name: str, begins: date, ends: date, fill_until: date
) -> Period:
    """Change a draft at will; of an open period only name and Batas pengisian."""
    period = _locked(period)
    _check_days(begins, ends, fill_until)
    _check_name(name, period)
    if period.state == PeriodState.CLOSED:
        raise PeriodRefused(
            _("Periode %(name)s sudah ditutup. Buka kembali dengan alasan sebelum mengubahnya.")
            % {"name": period}
        )
    if period.is_open and (begins, ends) != (period.begins, period.ends):
        raise PeriodRefused(
            _(
                "Periode %(name)s sudah dibuka, dan SKP memakai tanggal awal dan akhirnya. "
                "Yang masih dapat diubah hanya nama dan batas pengisian."
            )
            % {"name": period}
        )
    period.name, period.begins, period.ends, period.fill_until = name.strip(), begins, ends, fill_until
    period.save(update_fields=["name", "begins", "ends", "fill_until"])
    record(verbs.PERIOD_CHANGED, period, by=by, topics=_topics(period), period=_shown(period))
    return period


@transaction.atomic
def open_period(period: Period, *, by: Person) -> Period:
    """Employees may write their SKP from now on. Refused (409) when another one overlaps."""
    period = _moved(period, "open")
    _check_alone(period)
    period.save(update_fields=["state"])
    record(verbs.PERIOD_OPENED, period, by=by, topics=_topics(period))
    return period


@transaction.atomic
def close_period(period: Period, *, by: Person) -> Period:
    """Nothing in it may be written any more: SKP, agreements and reports stay readable."""
    period = _moved(period, "close")
    period.save(update_fields=["state"])
    record(verbs.PERIOD_CLOSED, period, by=by, topics=_topics(period))
    return period


@transaction.atomic
def reopen_period(period: Period, *, by: Person, reason: str) -> Period:
    """Open a closed period again. The reason is kept and shown; without one it is refused (422)."""
    if not reason.strip():
        raise BadInput(_("Pembukaan kembali belum punya alasan. Tuliskan mengapa periode ini dibuka lagi."))
    period = _moved(period, "reopen")
    _check_alone(period)
    period.reopen_reason = reason.strip()
    period.save(update_fields=["state", "reopen_reason"])
    record(verbs.PERIOD_REOPENED, period, by=by, topics=_topics(period), reason=period.reopen_reason)
    return period


def _locked(period: Period) -> Period:
    return Period.objects.select_for_update().get(pk=period.pk)


def _moved(period: Period, verb: str) -> Period:
    period = _locked(period)
    target = PERIOD_MOVES.get((period.state, verb))
    if target is None:
        raise PeriodRefused(
            _(
                "Periode %(name)s sekarang “%(state)s”, jadi langkah ini tidak berlaku. "
                "Muat ulang halaman periode."
            )
            % {"name": period, "state": period.get_state_display()}
        )
    period.state = target
    return period


def _check_days(begins: date, ends: date, fill_until: date) -> None:
    if begins >= ends:
        raise BadInput(_("Tanggal akhir harus sesudah tanggal awal periode. Periksa kedua tanggal itu."))
    if not begins <= fill_until <= ends:
        raise BadInput(
            _(
                "Batas pengisian harus berada dalam periode, %(begins)s sampai %(ends)s. "
                "Pilih tanggal di antaranya."
            )
            % {"begins": tanggal(begins), "ends": tanggal(ends)}
        )


def _check_name(name: str, own: Period | None = None) -> None:
    if not name.strip():
        raise BadInput(_("Nama periode masih kosong. Tuliskan misalnya “SKP 2026”."))
    same = Period.objects.filter(name=name.strip())
    if any(period != own for period in same):
        raise BadInput(_("Periode bernama “%(name)s” sudah ada. Pakai nama lain.") % {"name": name.strip()})


def _check_alone(period: Period) -> None:
    overlapping = Period.objects.open().filter(begins__lte=period.ends, ends__gte=period.begins)
    other = overlapping.exclude(pk=period.pk).first()
    if other is not None:
        raise PeriodRefused(
            _("Periode %(other)s masih terbuka dan tanggalnya bersinggungan. Tutup dahulu periode itu.")
            % {"other": other}
        )


def _shown(period: Period) -> dict[str, Any]:
    return {name: getattr(period, name) for name in ("name", "begins", "ends", "fill_until")}


def _topics(period: Period) -> list[str]:
    return [topics.instansi(current_id())]
