"""Named exceptions to the line of superiors."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.ledger import recording, topics
from kinerja.base.organization import lines, verbs
from kinerja.base.organization.changing import (
    ONE_DAY,
    check_day,
    check_period,
    days,
    last_day,
    note,
    required,
    said_plainly,
)
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay
from kinerja.base.organization.models import Person, RaterOverride
from kinerja.tools.ui.formats import day as in_words


@transaction.atomic
def override_rater(
    person: Person, rater: Person, *, begins: date, ends: date | None, by: Any, reason: str
) -> RaterOverride:
    """Name who rates a person, against the tree, between two days, with the reason or decree."""
    check_period(begins, ends)
    reason = required(reason, _("Alasan atau dasar penetapan"), 300)
    person = Person.objects.select_for_update().get(pk=person.pk)
    _refuse_unfit(person, rater, begins)
    _refuse_second(person, begins, ends)
    before = lines.line_of(person.pk, begins)
    with said_plainly(
        {
            "organization_rateroverride_one": _(
                "%(name)s sudah mempunyai penilai yang ditetapkan khusus pada hari-hari itu. Muat ulang halaman ini."
            )
            % {"name": person.full_name}
        }
    ):
        override = RaterOverride.objects.create(
            person=person, rater=rater, during=days(begins, ends), reason=reason
        )
    old = before and before.rater_id and Person.objects.get(pk=before.rater_id).full_name
    note(person, "rater", old, rater.full_name, on=begins, by=by, source=reason[:60])
    boards = [topics.board(rater.pk)] + (
        [topics.board(before.rater_id)] if before and before.rater_id else []
    )
    recording.record(
        verbs.RATER_NAMED, person, by=by, also=rater, topics=[topics.person(person.pk), *boards],
        begins=begins, ends=ends, reason=reason,
    )  # fmt: skip
    return override


@transaction.atomic
def end_rater_override(override: RaterOverride, *, last: date, by: Any, reason: str) -> None:
    """End a named exception; `last` is its last day. One that has not begun yet is taken away."""
    check_day(last)
    reason = required(reason, _("Alasan"), 60)
    override = (
        RaterOverride.objects.select_for_update(of=("self",))
        .select_related("person", "rater")
        .get(pk=override.pk)
    )
    until = last_day(override.during)
    if until is not None and last >= until:
        raise WrongDay(_("Penetapan ini sudah berakhir %(day)s.") % {"day": in_words(until)})
    if last < override.during.lower:
        override.delete()
    else:
        override.during = days(override.during.lower, last)
        override.save(update_fields=["during"])
    note(
        override.person,
        "rater",
        override.rater.full_name,
        _("menurut susunan unit"),
        on=last + ONE_DAY,
        by=by,
        source=reason,
    )
    recording.record(
        verbs.RATER_EXCEPTION_ENDED, override.person, by=by, also=override.rater,
        topics=[topics.person(override.person_id), topics.board(override.rater_id)], last_day=last, reason=reason,
    )  # fmt: skip


def _refuse_unfit(person: Person, rater: Person, begins: date) -> None:
    if person.pk == rater.pk:
        raise OrganizationRefusal(_("Penilai tidak boleh pegawai itu sendiri. Pilih orang lain."))
    if rater.left_on is not None and rater.left_on <= begins:
        raise OrganizationRefusal(
            _("%(name)s berhenti bertugas mulai %(day)s. Pilih penilai lain.")
            % {"name": rater.full_name, "day": in_words(rater.left_on)}
        )
    opposite = lines.line_of(rater.pk, begins)
    if opposite is not None and opposite.rater_id == person.pk:
        raise OrganizationRefusal(
            _(
                "%(rater)s sendiri dinilai oleh %(person)s pada %(day)s; keduanya tidak boleh saling menilai. Pilih penilai lain."
            )
            % {"rater": rater.full_name, "person": person.full_name, "day": in_words(begins)}
        )


def _refuse_second(person: Person, begins: date, ends: date | None) -> None:
    other = (
        RaterOverride.objects.filter(person=person, during__overlap=days(begins, ends))
        .select_related("rater")
        .first()
    )
    if other is not None:
        raise OrganizationRefusal(
            _(
                "%(name)s sudah ditetapkan dinilai oleh %(rater)s sejak %(day)s. Akhiri penetapan itu lebih dahulu."
            )
            % {"name": person.full_name, "rater": other.rater.full_name, "day": in_words(other.during.lower)}
        )
