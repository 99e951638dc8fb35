"""Roles are given between dates, by decree, and never to oneself."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.access import verbs
from kinerja.base.access.errors import GrantNotYours, GrantRefused, WrongGrant
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import GRANTABLE, Role
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger import recording, topics
from kinerja.base.organization.changing import (
    ONE_DAY,
    check_day,
    check_period,
    days,
    last_day,
    note,
    queue,
    required,
)
from kinerja.base.organization.models import Person, Unit
from kinerja.tools import clock
from kinerja.tools.ui.formats import day as in_words

#: roles that reach a unit and all below it; every other granted role reaches the whole instansi
UNIT_ROLES = frozenset({Role.PERFORMANCE_CLERK})
#: without a holder nobody could give these roles again
NEVER_EMPTY = frozenset({Role.AGENCY, Role.OPERATOR})
QUEUE = "access.grants"


@transaction.atomic
def grant_role(
    person: Person,
    role: str,
    *,
    begins: date,
    ends: date | None,
    by: Any,
    decree: str,
    unit: Unit | None = None,
) -> RoleGrant:
    """Give a role to somebody else, between two days, with its decree. `unit` only for roles that reach a unit."""
    queue(QUEUE)
    check_period(begins, ends)
    decree = required(decree, _("Dasar penunjukan"), 150)
    _check_role(role, unit)
    _refuse_unfit(person, role, begins, by)
    other = RoleGrant.objects.filter(
        person=person, role=role, unit=unit, during__overlap=days(begins, ends)
    ).first()
    if other is not None:
        raise GrantRefused(
            _(
                "%(name)s sudah memegang peran %(role)s sejak %(day)s. Cabut dahulu bila tanggalnya perlu diubah."
            )
            % {"name": person.full_name, "role": other.role_label, "day": in_words(other.during.lower)}
        )
    grant = RoleGrant.objects.create(
        person=person, role=role, unit=unit, during=days(begins, ends), decree=decree
    )
    note(person, "role", "", grant.role_label, on=begins, by=by, source=decree[:60])
    tell(
        person, "access.role_granted", _("Anda diberi peran %(role)s") % {"role": grant.role_label},
        body=_("Berlaku mulai %(day)s. Dasar: %(decree)s.") % {"day": in_words(begins), "decree": decree},
    )  # fmt: skip
    recording.record(
        verbs.ROLE_GRANTED, person, by=by, also=unit, topics=[topics.person(person.pk), topics.inbox(person.pk)],
        role=role, unit=unit and unit.pk, begins=begins, ends=ends, decree=decree,
    )  # fmt: skip
    return grant


@transaction.atomic
def revoke_role(grant: RoleGrant, *, last: date, by: Any, reason: str) -> None:
    """Take a role away; `last` is the last day it is held. One that has not begun is taken back whole."""
    queue(QUEUE)
    check_day(last)
    reason = required(reason, _("Alasan"), 60)
    grant = RoleGrant.objects.select_related("person").get(pk=grant.pk)
    until = last_day(grant.during)
    if until is not None and last >= until:
        raise GrantRefused(
            _("Peran ini sudah berakhir %(day)s. Tidak ada yang berubah.") % {"day": in_words(until)}
        )
    if grant.role == Role.OPERATOR and by is not None and not _is_operator(by):
        raise GrantNotYours(_("Peran operator hanya dapat dicabut oleh operator pemasangan."))
    _refuse_empty(grant, last)
    if last < grant.during.lower:
        grant.delete()
    else:
        grant.during = days(grant.during.lower, last)
        grant.save(update_fields=["during"])
    note(grant.person, "role", grant.role_label, "", on=last + ONE_DAY, by=by, source=reason)
    tell(
        grant.person, "access.role_revoked", _("Peran %(role)s Anda berakhir") % {"role": grant.role_label},
        body=_("Hari terakhir %(day)s. Alasan: %(reason)s.") % {"day": in_words(last), "reason": reason},
    )  # fmt: skip
    recording.record(
        verbs.ROLE_REVOKED, grant.person, by=by,
        topics=[topics.person(grant.person_id), topics.inbox(grant.person_id)],
        role=grant.role, last_day=last, reason=reason,
    )  # fmt: skip


def _check_role(role: str, unit: Unit | None) -> None:
    if role not in {each.value for each in GRANTABLE}:
        raise WrongGrant(_("Peran itu tidak dapat diberikan; ia mengikuti jabatan. Pilih peran dari daftar."))
    if role in UNIT_ROLES and unit is None:
        raise WrongGrant(_("Peran ini berlaku untuk sebuah unit dan unit di bawahnya. Pilih unitnya."))
    if role not in UNIT_ROLES and unit is not None:
        raise WrongGrant(_("Peran ini berlaku untuk seluruh instansi. Kosongkan unitnya."))


def _refuse_unfit(person: Person, role: str, begins: date, by: Any) -> None:
    if getattr(by, "pk", by) == person.pk:
        raise GrantRefused(
            _(
                "Anda tidak dapat memberi peran kepada diri sendiri. Mintalah pengelola kepegawaian lain melakukannya."
            )
        )
    if person.left_on is not None and person.left_on <= begins:
        raise GrantRefused(
            _("%(name)s berhenti bertugas mulai %(day)s. Pilih orang lain.")
            % {"name": person.full_name, "day": in_words(person.left_on)}
        )
    if role == Role.OPERATOR and by is not None and not _is_operator(by):
        raise GrantNotYours(_("Peran operator hanya dapat diberikan oleh operator pemasangan."))


def _is_operator(by: Any) -> bool:
    held = RoleGrant.objects.on(clock.today()).filter(person_id=getattr(by, "pk", by), role=Role.OPERATOR)
    return bool(held.exists())


def _refuse_empty(grant: RoleGrant, last: date) -> None:
    if Role(grant.role) not in NEVER_EMPTY:
        return
    others = RoleGrant.objects.on(last + ONE_DAY).filter(role=grant.role, person__left_on__isnull=True)
    if not others.exclude(pk=grant.pk).exists():
        raise GrantRefused(
            _(
                "%(name)s pemegang terakhir peran %(role)s pada hari itu. Beri peran ini kepada orang lain lebih dahulu."
            )
            % {"name": grant.person.full_name, "role": grant.role_label}
        )
