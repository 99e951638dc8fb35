"""Late and locked days: what is asked of a late report, and who opens locked days again."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.areas.reporting import queries, verbs
from kinerja.areas.reporting.actions.writing import Entry
from kinerja.areas.reporting.errors import LateReason, Locked, OpeningRefused
from kinerja.areas.reporting.models import FillingRule, Opening
from kinerja.areas.reporting.queries.writing import by_our_clock
from kinerja.base.calendar import outages
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization import lines
from kinerja.base.organization.models import Person, Unit
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.ui import formats

#: a report of today or yesterday is never late: the daily act asks nothing more
PROMPT = timedelta(days=1)
#: how long a device may have kept what its owner wrote in time
KEPT = timedelta(days=30)
LONGEST, ONE_DAY = timedelta(days=31), timedelta(days=1)


def refuse_unless_fillable(entries: Sequence[Entry], lines_of: dict[UUID, queries.Line], by: Person) -> None:
    """Locked days need an opening, late ones a reason. Asks the database only when something is older than yesterday.

    What a device wrote in time and sent later counts as of the day it was written; both moments are kept.
    """
    today = clock.today()
    old = [each for each in entries if _written_on(each, today) - each.day > PROMPT]
    if not old:
        return
    rule = queries.filling_rule()
    spans = _outages(old, rule, by.pk, today)
    for each in old:
        locked = rule.locked_from(each.day)
        if locked is not None and _written_on(each, today) > outages.moved_day(locked - ONE_DAY, spans):
            _refuse_locked(each, locked, lines_of[each.indicator_id], by.pk, today)
    for each in old:
        late = _written_on(each, today) - each.day
        if rule.late_after is None or each.late_reason.strip():
            continue
        if _written_on(each, today) > outages.moved_day(each.day + timedelta(rule.late_after), spans):
            raise LateReason(
                _(
                    "Laporan %(day)s terlambat: lewat %(days)d hari, batasnya %(most)d hari. "
                    "Isi alasan terlambat, lalu simpan lagi."
                )
                % {"day": formats.day(each.day), "days": late.days, "most": rule.late_after}
            )


def _outages(old: Sequence[Entry], rule: FillingRule, person_id: UUID, today: date) -> Sequence[outages.Span]:
    """What kept this person from writing since then. Asked only where something is late or locked at all."""
    if rule.late_after is None and rule.locks_on is None:
        return ()
    return outages.spans_of([person_id], min(each.day for each in old), today)[person_id]


def refuse_locked_day(day: date, line: queries.Line, person_id: UUID) -> None:
    """A report of a locked day is changed only while the day is opened again."""
    today = clock.today()
    if today - day <= PROMPT:
        return
    locked = queries.filling_rule().locked_from(day)
    if locked is not None and today >= locked:
        _refuse_opening_missing(day, locked, line, person_id, today)


def _refuse_locked(entry: Entry, locked: date, line: queries.Line, person_id: UUID, today: date) -> None:
    _refuse_opening_missing(entry.day, locked, line, person_id, today)


def _refuse_opening_missing(
    day: date, locked: date, line: queries.Line, person_id: UUID, today: date
) -> None:
    if queries.is_opened(person_id, line.unit_id, day, today):
        return
    raise Locked(
        _(
            "Pengisian %(day)s sudah dikunci sejak %(locked)s. Minta dibuka oleh pimpinan di atas pejabat penilai Anda "
            "atau pengelola kepegawaian; yang Anda ketik belum disimpan."
        )
        % {"day": formats.day(day), "locked": formats.day(locked)}
    )


def _written_on(entry: Entry, today: date) -> date:
    """The day a report was written: by the device's clock, its error reckoned out, when it kept it for a month at most.

    A clock that cannot be right (written tomorrow) is held against nobody: then the day of work stands alone.
    """
    if entry.written_at is None:
        return today
    written = by_our_clock(entry.written_at, entry.clock_off).astimezone(clock.WIB).date()
    if written > today:
        return entry.day
    return written if today - KEPT <= written else today


@transaction.atomic
def set_filling_rule(
    *, late_after: int | None, locks_on: int | None, soft_days: int | None = None, by: Person
) -> FillingRule:
    """Decide from when a report is late, when a month is locked (None: never), and how soft deadlines spread before it."""
    decided: dict[str, Any] = {"late_after": late_after, "locks_on": locks_on, "soft_days": soft_days}
    rule, _new = FillingRule.objects.update_or_create(defaults=decided)
    record(verbs.FILLING_RULE_SET, rule, by=by, topics=[topics.instansi(current_id())], **decided)
    return rule


@transaction.atomic
def open_days(
    *, begins: date, ends: date, until: date, reason: str, by: Person, is_agency: bool, headed: Sequence[UUID],
    person: Person | None = None, unit: Unit | None = None,
) -> Opening:  # fmt: skip
    """Open locked days again for a person, or for a unit and all below it.

    By the agency, or by who heads a unit above: never for oneself, for people one rates oneself, or for one's own unit.
    Raises OpeningRefused.
    """
    today = clock.today()
    _check_days(begins, ends, until, reason, today)
    if (person is None) == (unit is None):
        raise OpeningRefused(_("Pilih seorang pegawai atau satu unit, salah satu saja."))
    concerned = unit.pk if unit else _unit_of(person, today)
    if not is_agency:
        _check_above(person, concerned, by, headed, today)
    elif person == by:
        raise OpeningRefused(_("Hari sendiri tidak dapat Anda buka. Minta rekan pengelola kepegawaian."))
    opening = Opening.objects.create(
        person=person, unit=unit, for_unit_id=concerned, begins=begins, ends=ends, until=until,
        reason=reason.strip()[:300], opened_by=by, opened_at=clock.now(),
    )  # fmt: skip
    if person is not None:
        tell(
            person.pk,
            "reporting.opened",
            _("Pengisian %(begins)s sampai %(ends)s dibuka kembali")
            % {"begins": formats.day(begins), "ends": formats.day(ends)},
            body=_("Dibuka %(by)s sampai %(until)s. Alasan: %(reason)s")
            % {"by": by.full_name, "until": formats.day(until), "reason": opening.reason},
            subject=opening,
        )
    record(
        verbs.DAYS_OPENED, opening, by=by, also=person or unit,
        topics=[topics.person(person.pk) if person else topics.unit(concerned)],
        begins=begins, ends=ends, until=until, reason=opening.reason,
    )  # fmt: skip
    return opening


@transaction.atomic
def end_opening(opening: Opening, *, by: Person) -> None:
    """End an opening before its day. Raises OpeningRefused when it has ended."""
    today = clock.today()
    if not Opening.objects.in_force(today).filter(pk=opening.pk).update(ended_on=today):
        raise OpeningRefused(_("Pembukaan ini sudah berakhir. Muat ulang halaman."))
    record(verbs.OPENING_ENDED, opening, by=by, topics=[topics.unit(opening.for_unit_id)])


def _check_days(begins: date, ends: date, until: date, reason: str, today: date) -> None:
    if not reason.strip():
        raise OpeningRefused(
            _("Alasannya belum diisi, padahal ikut tercatat. Tulis mengapa hari itu dibuka.")
        )
    if not begins <= ends <= today:
        raise OpeningRefused(_("Hari yang dibuka harus berurutan dan sudah lewat. Periksa kedua tanggalnya."))
    if not today <= until <= today + LONGEST:
        raise OpeningRefused(
            _("Batas pembukaan paling cepat hari ini dan paling lama 31 hari. Periksa tanggalnya.")
        )


def _unit_of(person: Person | None, today: date) -> UUID:
    line = lines.line_of(person.pk, today) if person else None
    if line is None:
        raise OpeningRefused(
            _("Pegawai ini tidak memegang jabatan hari ini, jadi tidak ada yang dapat dibuka.")
        )
    return line.unit_id


def _check_above(
    person: Person | None, concerned: UUID, by: Person, headed: Sequence[UUID], today: date
) -> None:
    own = lines.line_of(by.pk, today)
    if concerned not in headed or (person is None and own is not None and own.unit_id == concerned):
        raise OpeningRefused(_("Unit ini tidak di bawah unit yang Anda pimpin. Minta pengelola kepegawaian."))
    if person is not None and (person == by or lines.is_rater_of(by.pk, person.pk, today)):
        raise OpeningRefused(
            _(
                "Anda menilai pegawai ini sendiri, jadi yang membuka adalah pimpinan di atas Anda atau pengelola kepegawaian."
            )
        )
