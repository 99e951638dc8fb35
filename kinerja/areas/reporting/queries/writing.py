"""When a report that waited on a device was really written: its clock may stand wrong, the day a person chose does not."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinerja.areas.reporting.models import Report

#: what a slow connection may take from an honest clock
TOLERANCE = timedelta(minutes=10)
_MOST = 2_000_000_000  # what the column holds: 63 years


@dataclass(frozen=True, slots=True)
class Written:
    """When a report was written, by our clock; `doubt` says in words what is wrong with the device's clock.

    `is_doubtful`: it cannot be reckoned out; the moment is that of arrival, and nothing may be held against anybody.
    """

    at: datetime
    doubt: str = ""
    is_doubtful: bool = False


def clock_off(device_now: datetime, now: datetime) -> int:
    """Seconds by which a device's clock stands behind ours (ahead: below zero)."""
    return max(-_MOST, min(_MOST, round((now - device_now).total_seconds())))


def by_our_clock(written_at: datetime, off: int | None) -> datetime:
    """The moment of writing with the device's error reckoned out."""
    return written_at + timedelta(seconds=off or 0)


def written(report: Report) -> Written:
    """The moment of writing by our clock. A page's own form is written when it arrives."""
    if report.written_at is None:
        return Written(report.sent_at)
    at = by_our_clock(report.written_at, report.clock_off)
    if at > report.sent_at + TOLERANCE:
        doubt = _(
            "Jam gawai tidak masuk akal: menurut gawai laporan ini ditulis sesudah tiba. "
            "Tanggal kegiatan yang dipilih tetap dipakai."
        )
        return Written(report.sent_at, doubt, is_doubtful=True)
    return Written(min(at, report.sent_at), clock_words(report.clock_off or 0))


def clock_words(off: int) -> str:
    """What to tell about a clock that is wrong by more than a connection may take; nothing else."""
    if abs(off) <= TOLERANCE.total_seconds():
        return ""
    values = {"much": _much(timedelta(seconds=abs(off)))}
    if off < 0:
        return (
            _(
                "Jam gawai lebih cepat %(much)s. Tanggal kegiatan yang dipilih tetap dipakai; perbaiki jam gawai."
            )
            % values
        )
    return (
        _("Jam gawai terlambat %(much)s. Tanggal kegiatan yang dipilih tetap dipakai; perbaiki jam gawai.")
        % values
    )


def _much(span: timedelta) -> str:
    if span >= timedelta(days=1):
        return ngettext("%(n)d hari", "%(n)d hari", span.days) % {"n": span.days}
    if span >= timedelta(hours=1):
        hours = span // timedelta(hours=1)
        return ngettext("%(n)d jam", "%(n)d jam", hours) % {"n": hours}
    minutes = span // timedelta(minutes=1)
    return ngettext("%(n)d menit", "%(n)d menit", minutes) % {"n": minutes}
