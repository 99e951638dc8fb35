"""Days and outages, as an official confirms them. A deadline of the past keeps the days its receipt used."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _

from kinerja.base.calendar import verbs
from kinerja.base.calendar.days import Proposal
from kinerja.base.calendar.errors import CalendarRefused
from kinerja.base.calendar.models import FreeDay, Outage
from kinerja.base.ledger import recording, topics
from kinerja.base.organization.changing import check_day, note, queue, required
from kinerja.base.organization.models import Unit
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.ui import formats

LONGEST_OUTAGE = timedelta(days=30)
QUEUE = "calendar.days"


@transaction.atomic
def confirm_days(proposals: Iterable[Proposal], *, decree: str, by: Any) -> list[FreeDay]:
    """Confirm proposed holidays with the number of the decree (SKB) that names them."""
    queue(QUEUE)
    decree = required(decree, _("Nomor keputusan"), 120)
    chosen = list(proposals)
    if not chosen:
        raise CalendarRefused(
            _("Belum ada hari yang dipilih. Centang hari-hari yang ada dalam keputusan itu.")
        )
    for proposal in chosen:
        _refuse_taken(proposal.day)
    rows = FreeDay.objects.bulk_create(
        FreeDay(
            day=each.day, name=required(each.name, _("Nama hari"), 120), kind=each.kind, decree=decree,
            confirmed_by_id=getattr(by, "pk", by),
        )
        for each in chosen
    )  # fmt: skip
    recording.record(
        verbs.DAYS_CONFIRMED, rows[0], by=by, rows=len(rows), topics=[topics.instansi(current_id())],
        days=[str(row.day) for row in rows], decree=decree,
    )  # fmt: skip
    return rows


@transaction.atomic
def add_own_day(*, day: date, name: str, decree: str, by: Any) -> FreeDay:
    """A free day of the instansi's own, by its own decree."""
    queue(QUEUE)
    check_day(day)
    name, decree = required(name, _("Nama hari"), 120), required(decree, _("Nomor keputusan"), 120)
    _refuse_taken(day)
    row = FreeDay.objects.create(
        day=day, name=name, kind=FreeDay.Kind.OWN, decree=decree, confirmed_by_id=getattr(by, "pk", by)
    )
    recording.record(
        verbs.OWN_DAY_ADDED,
        row,
        by=by,
        topics=[topics.instansi(current_id())],
        day=day,
        name=name,
        decree=decree,
    )
    return row


@transaction.atomic
def withdraw_day(free_day: FreeDay, *, by: Any, reason: str) -> FreeDay:
    """Take a free day back: it is a working day again, except on Saturdays and Sundays."""
    queue(QUEUE)
    reason = required(reason, _("Alasan"), 60)
    row = FreeDay.objects.select_for_update().get(pk=free_day.pk)
    if row.withdrawn_at is not None:
        raise CalendarRefused(_("Hari ini sudah dibatalkan sebelumnya. Muat ulang halaman."))
    row.withdrawn_at = clock.now()
    row.save(update_fields=["withdrawn_at"])
    note(row, "withdrawn", row.name, _("dibatalkan"), on=row.day, by=by, source=reason)
    recording.record(
        verbs.DAY_WITHDRAWN, row, by=by, topics=[topics.instansi(current_id())], day=row.day, reason=reason
    )
    return row


@transaction.atomic
def log_outage(
    *, begins: datetime, ends: datetime, reason: str, by: Any, units: Sequence[Unit] = ()
) -> list[Outage]:
    """The system, or the network of some units with all below them, was away from one moment to another.

    Without units: the whole instansi. Each unit has an entry of its own, which can be withdrawn by itself.
    """
    reason = required(reason, _("Penjelasan gangguan"), 200)
    _refuse_impossible(begins, ends)
    places: Sequence[Unit | None] = units or [None]
    rows = Outage.objects.bulk_create(
        Outage(
            during=DateTimeTZRange(begins, ends), reason=reason, unit=unit, logged_by_id=getattr(by, "pk", by)
        )
        for unit in dict.fromkeys(places)
    )
    for row in rows:
        recording.record(
            verbs.OUTAGE_LOGGED, row, by=by, also=row.unit, topics=[topics.instansi(current_id())],
            begins=begins, ends=ends, reason=reason,
        )  # fmt: skip
    return rows


def _refuse_impossible(begins: datetime, ends: datetime) -> None:
    if ends <= begins:
        raise CalendarRefused(_("Jam selesai harus sesudah jam mulai. Perbaiki salah satunya."))
    if ends > clock.now():
        raise CalendarRefused(
            _("Gangguan dicatat setelah selesai, agar lamanya benar. Perbaiki jam selesainya.")
        )
    if ends - begins > LONGEST_OUTAGE:
        raise CalendarRefused(
            _("Gangguan lebih dari %(days)d hari tidak dapat dicatat sekaligus. Periksa tanggalnya.")
            % {"days": LONGEST_OUTAGE.days}
        )


@transaction.atomic
def withdraw_outage(outage: Outage, *, by: Any, reason: str) -> Outage:
    """Take an entry back: from now on it moves no deadline. What was accepted meanwhile stays accepted."""
    reason = required(reason, _("Alasan"), 200)
    row = Outage.objects.select_for_update().get(pk=outage.pk)
    if row.withdrawn_at is not None:
        raise CalendarRefused(_("Catatan gangguan ini sudah dibatalkan sebelumnya. Muat ulang halaman."))
    row.withdrawn_at, row.withdrawal_reason = clock.now(), reason
    row.save(update_fields=["withdrawn_at", "withdrawal_reason"])
    recording.record(
        verbs.OUTAGE_WITHDRAWN,
        row,
        by=by,
        also=row.unit,
        topics=[topics.instansi(current_id())],
        reason=reason,
    )
    return row


@transaction.atomic
def log_downtime(*, begins: datetime, ends: datetime) -> Outage | None:
    """The system itself was away: nobody logs it, the installation knows. Twice the same is one entry (None)."""
    during = DateTimeTZRange(begins, ends)
    if Outage.objects.filter(unit=None, logged_by_id=None, during__overlap=during).exists():
        return None
    reason = _("Sistem tidak dapat dibuka (dicatat oleh sistem).")
    outage = Outage.objects.create(during=during, reason=reason, unit=None, logged_by_id=None)
    recording.record(
        verbs.OUTAGE_LOGGED, outage, by=None, topics=[topics.instansi(current_id())],
        begins=begins, ends=ends, reason=reason,
    )  # fmt: skip
    return outage


def _refuse_taken(day: date) -> None:
    other = FreeDay.objects.confirmed().filter(day=day).first()
    if other is not None:
        raise CalendarRefused(
            _(
                "%(day)s sudah ditetapkan libur: %(name)s (%(decree)s). Batalkan yang lama lebih dahulu bila perlu diganti."
            )
            % {"day": formats.day(day), "name": other.name, "decree": other.decree}
        )
