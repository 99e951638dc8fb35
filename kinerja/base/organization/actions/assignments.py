"""Who holds which post: appointed, acting (Plt./Plh.), ended, and the mistaken entry taken back."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.ledger import recording, topics
from kinerja.base.organization import verbs
from kinerja.base.organization.changing import (
    ONE_DAY,
    DateRange,
    check_day,
    check_period,
    days,
    last_day,
    note,
    required,
    said_plainly,
)
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay, WrongText
from kinerja.base.organization.models import Assignment, Person, Position
from kinerja.rules.codes import PositionKind
from kinerja.tools.ui.formats import day as in_words

_MANAGERIAL = frozenset({"KEPALA_DAERAH", *(kind.value for kind in PositionKind if kind.is_managerial)})


@transaction.atomic
def appoint(person: Person, position: Position, *, on: date, by: Any, decree: str = "") -> Assignment:
    """Appoint definitively from a day on. The person's post until then ends the day before."""
    check_day(on)
    person, position = _locked(person, position)
    _refuse_gone(person, on)
    _refuse_closed(position, on)
    _refuse_taken_seat(person, position, on)
    previous = _end_previous(person, position, on)
    with said_plainly(_sentences(person, position)):
        assignment = Assignment.objects.create(
            person=person, position=position, unit_id=position.unit_id, single_seat=position.is_head,
            during=DateRange(on, None), decree=decree,
        )  # fmt: skip
    note(
        person,
        "position",
        previous and _post(previous.position),
        _post(position),
        on=on,
        by=by,
        source=decree[:60],
    )
    left = [topics.unit(previous.unit_id)] if previous else []
    recording.record(
        verbs.APPOINTED, person, by=by, also=position,
        topics=[topics.person(person.pk), topics.unit(position.unit_id), *left], on=on, decree=decree,
    )  # fmt: skip
    return assignment


@transaction.atomic
def appoint_acting(
    person: Person, position: Position, *, kind: str, begins: date, ends: date | None, by: Any, decree: str
) -> Assignment:
    """Appoint a Plt. (the post is vacant) or Plh. (its holder is away) for a leader's post, by decree."""
    check_period(begins, ends)
    decree = required(decree, _("Nomor surat perintah"), 100)
    if kind not in (Assignment.Kind.PLT, Assignment.Kind.PLH):
        raise WrongText(_("Pilih Plt. atau Plh."))
    person, position = _locked(person, position)
    _refuse_gone(person, begins)
    _refuse_closed(position, begins)
    if not position.is_head and position.kind not in _MANAGERIAL:
        raise OrganizationRefusal(
            _("Plt./Plh. hanya untuk jabatan pimpinan atau manajerial. Pilih jabatan lain.")
        )
    _refuse_acting_conflicts(person, position, kind, days(begins, ends))
    assignment = Assignment.objects.create(
        person=person, position=position, unit_id=position.unit_id, single_seat=position.is_head, kind=kind,
        during=days(begins, ends), decree=decree,
    )  # fmt: skip
    label = Assignment.Kind(kind).label
    note(person, "acting", "", f"{label}: {_post(position)}", on=begins, by=by, source=decree[:60])
    recording.record(
        verbs.ACTING_APPOINTED, person, by=by, also=position,
        topics=[topics.person(person.pk), topics.unit(position.unit_id)],
        kind=kind, begins=begins, ends=ends, decree=decree,
    )  # fmt: skip
    return assignment


@transaction.atomic
def end_assignment(assignment: Assignment, *, last: date, by: Any, reason: str) -> Assignment:
    """End a post or an acting post; `last` is the last day it is held."""
    check_day(last)
    reason = required(reason, _("Alasan"), 60)
    assignment = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("person", "position__unit")
        .get(pk=assignment.pk)
    )
    if last < assignment.during.lower:
        raise WrongDay(
            _(
                "Penugasan ini baru mulai %(day)s. Pilih tanggal sesudahnya, atau batalkan penugasan bila keliru."
            )
            % {"day": in_words(assignment.during.lower)}
        )
    until = last_day(assignment.during)
    if until is not None and last >= until:
        raise WrongDay(
            _("Penugasan ini sudah berakhir %(day)s. Tidak ada yang berubah.") % {"day": in_words(until)}
        )
    assignment.during = days(assignment.during.lower, last)
    assignment.save(update_fields=["during"])
    note(
        assignment.person,
        _field(assignment),
        _post(assignment.position),
        "",
        on=last + ONE_DAY,
        by=by,
        source=reason,
    )
    recording.record(
        verbs.ASSIGNMENT_ENDED, assignment.person, by=by, also=assignment.position,
        topics=[topics.person(assignment.person_id), topics.unit(assignment.unit_id)], last_day=last, reason=reason,
    )  # fmt: skip
    return assignment


@transaction.atomic
def withdraw_assignment(assignment: Assignment, *, by: Any, reason: str) -> None:
    """Take back an assignment that was entered by mistake; the post that it ended goes on as if nothing had been.

    The history keeps both: the `Change` rows of then and of now, and two ledger entries.
    """
    reason = required(reason, _("Alasan pembatalan"), 60)
    assignment = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("person", "position__unit")
        .get(pk=assignment.pk)
    )
    person, begins = assignment.person, assignment.during.lower
    upper, position = assignment.during.upper, assignment.position
    kind, definitive = _field(assignment), assignment.kind == Assignment.Kind.DEFINITIVE
    assignment.delete()
    before = (
        Assignment.objects.definitive()
        .filter(person=person, during__endswith=begins)
        .select_related("position__unit")
        .first()
    )
    if definitive and before is not None:
        before.during = DateRange(before.during.lower, upper)
        with said_plainly(_sentences(person, before.position)):
            before.save(update_fields=["during"])
    note(
        person,
        kind,
        _post(position),
        before and definitive and _post(before.position) or _("dibatalkan"),
        on=begins,
        by=by,
        source=reason,
    )
    recording.record(
        verbs.ASSIGNMENT_WITHDRAWN, person, by=by, also=position,
        topics=[topics.person(person.pk), topics.unit(position.unit_id)], during=f"{begins}/{upper or ''}", reason=reason,
    )  # fmt: skip


def _locked(person: Person, position: Position) -> tuple[Person, Position]:
    """Both rows, locked: closing a unit or a post, and a second appointment, wait for this one."""
    position = (
        Position.objects.select_related("unit").select_for_update(of=("self", "unit")).get(pk=position.pk)
    )
    return Person.objects.select_for_update().get(pk=person.pk), position


def _post(position: Position) -> str:
    return f"{position.title}, {position.unit.name}"


def _field(assignment: Assignment) -> str:
    return "position" if assignment.kind == Assignment.Kind.DEFINITIVE else "acting"


def _sentences(person: Person, position: Position) -> dict[str, str]:
    return {
        "organization_assignment_one_post": _(
            "%(name)s sudah memegang jabatan lain pada hari-hari itu. Muat ulang halaman, lalu periksa riwayat jabatannya."
        ) % {"name": person.full_name},
        "organization_assignment_one_seat": _(
            "Jabatan %(post)s sudah dipegang orang lain pada hari-hari itu. Muat ulang halaman, lalu periksa pemegangnya."
        ) % {"post": _post(position)},
    }  # fmt: skip


def _refuse_gone(person: Person, day: date) -> None:
    if person.left_on is not None and person.left_on <= day:
        raise OrganizationRefusal(
            _(
                "%(name)s berhenti bertugas mulai %(day)s. Catat dahulu bahwa yang bersangkutan kembali bertugas."
            )
            % {"name": person.full_name, "day": in_words(person.left_on)}
        )


def _refuse_closed(position: Position, day: date) -> None:
    period = position.unit.periods.on(day).first()
    if period is None or period.during.upper is not None and not _still_there(position, period.during.upper):
        raise WrongDay(
            _("Unit %(unit)s tidak ada pada atau sesudah %(day)s. Pilih jabatan di unit lain.")
            % {"unit": position.unit.name, "day": in_words(day)}
        )
    if position.closed_on is not None:
        raise OrganizationRefusal(
            _("Jabatan %(title)s ditutup mulai %(day)s. Pilih jabatan lain.")
            % {"title": position.title, "day": in_words(position.closed_on)}
        )


def _still_there(position: Position, day: date) -> bool:
    return bool(position.unit.periods.on(day).exists())


def _refuse_taken_seat(person: Person, position: Position, on: date) -> None:
    if not position.is_head:
        return
    holder = (
        Assignment.objects.definitive().after(on).filter(position=position).exclude(person=person)
        .select_related("person").first()
    )  # fmt: skip
    if holder is not None:
        raise OrganizationRefusal(
            _(
                "%(name)s sudah memegang jabatan %(post)s sejak %(day)s. Akhiri penugasannya atau pindahkan lebih dahulu."
            )
            % {"name": holder.person.full_name, "post": _post(position), "day": in_words(holder.during.lower)}
        )


def _end_previous(person: Person, position: Position, on: date) -> Assignment | None:
    """End the definitive post held on `on`, the day before it."""
    held = list(
        Assignment.objects.definitive()
        .after(on)
        .filter(person=person)
        .select_related("position__unit")
        .order_by("during")
    )
    for later in held:
        if later.during.lower >= on:
            raise OrganizationRefusal(
                _("%(name)s sudah memegang jabatan %(post)s sejak %(day)s. Pilih tanggal sesudahnya, "
                  "atau batalkan penugasan itu bila keliru.")
                % {"name": person.full_name, "post": _post(later.position), "day": in_words(later.during.lower)}
            )  # fmt: skip
    if not held:
        return None
    previous = held[0]
    if previous.position_id == position.pk and previous.during.upper is None:
        raise OrganizationRefusal(
            _("%(name)s memang sudah memegang jabatan %(post)s sejak %(day)s. Tidak ada yang berubah.")
            % {"name": person.full_name, "post": _post(position), "day": in_words(previous.during.lower)}
        )
    previous.during = DateRange(previous.during.lower, on)
    previous.save(update_fields=["during"])
    return previous


def _refuse_acting_conflicts(person: Person, position: Position, kind: str, during: DateRange) -> None:
    others = list(
        Assignment.objects.filter(position=position, during__overlap=during).select_related("person")
    )
    for other in others:
        mine = other.person_id == person.pk
        definitive = other.kind == Assignment.Kind.DEFINITIVE
        facts = {
            "name": other.person.full_name, "post": _post(position), "kind": Assignment.Kind(other.kind).label,
            "day": in_words(other.during.lower),
        }  # fmt: skip
        if mine and definitive:
            raise OrganizationRefusal(_("%(name)s sudah pemegang definitif jabatan %(post)s.") % facts)
        if definitive and kind == Assignment.Kind.PLT:
            raise OrganizationRefusal(
                _("Jabatan %(post)s masih dipegang %(name)s sejak %(day)s. Pilih Plh. bila pemegangnya berhalangan sementara, "
                  "atau akhiri penugasannya lebih dahulu.") % facts
            )  # fmt: skip
        if not definitive:
            raise OrganizationRefusal(
                _(
                    "%(name)s sudah ditunjuk sebagai %(kind)s jabatan %(post)s sejak %(day)s. Akhiri penunjukan itu lebih dahulu."
                )
                % facts
            )
