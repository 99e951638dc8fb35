"""Ways in: activation codes, single-use links, and closing an account at once."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.access import verbs
from kinerja.base.access.errors import AccountRefused
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import Role
from kinerja.base.accounts import activation
from kinerja.base.accounts.models import User
from kinerja.base.accounts.sessions import close_account, open_account
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger import recording, topics
from kinerja.base.organization.changing import note, required
from kinerja.base.organization.models import Person
from kinerja.tools import clock

MOST_CODES = 500


@transaction.atomic
def issue_codes(people: Iterable[Person], *, by: Any, subject: Any = None) -> list[tuple[Person, str]]:
    """Fresh activation codes for the sheet, each shown once. `subject` is what the entry is about (a unit).

    People who have left and closed accounts are passed over; whoever had a code gets a new one and the old is void.
    """
    chosen = list(people)
    if len(chosen) > MOST_CODES:
        raise AccountRefused(
            _(
                "%(count)d orang terlalu banyak untuk satu lembar, paling banyak %(most)d. Pilih unit yang lebih kecil."
            )
            % {"count": len(chosen), "most": MOST_CODES}
        )
    users = User.objects.filter(is_active=True).in_bulk([person.pk for person in chosen])
    serving = [person for person in chosen if person.pk in users and _serves(person)]
    if not serving:
        raise AccountRefused(
            _(
                "Tidak ada yang dapat diberi kode: semuanya sudah pernah masuk, berhenti, atau akunnya ditutup."
            )
        )
    officers = _tell_officers(serving, by)
    sheet = [(person, activation.issue_code(users[person.pk])) for person in serving]
    for person in serving:
        if users[person.pk].has_usable_password() and person not in officers:
            tell(
                person, "access.code_issued", _("Kode aktivasi baru dicetak untuk akun Anda"),
                body=_("Bila Anda tidak memintanya, segera beri tahu pengelola kepegawaian."),
            )  # fmt: skip
    recording.record(
        verbs.CODES_ISSUED, subject or serving[0], by=by, rows=len(serving),
        topics=[topics.inbox(person.pk) for person in serving[:1]], people=[str(person.pk) for person in serving],
    )  # fmt: skip
    for officer in officers:
        recording.record(
            verbs.OFFICER_CODE_ISSUED,
            officer,
            by=by,
            topics=[topics.inbox(officer.pk)],
            person=str(officer.pk),
        )
    return sheet


def _tell_officers(people: list[Person], by: Any) -> list[Person]:
    """A code for an officer of the agency is a way to become him: he and all his colleagues hear of it, each time."""
    day = clock.today()
    officers = set(RoleGrant.objects.on(day).filter(role=Role.AGENCY).values_list("person_id", flat=True))
    concerned = [person for person in people if person.pk in officers]
    for person in concerned:
        for officer in officers - {getattr(by, "pk", by)}:
            tell(
                officer, "access.officer_code", _("Kode aktivasi dicetak untuk pengelola %(name)s") % {"name": person.full_name},
                body=_("Dicetak oleh %(by)s. Bila tidak ada yang memintanya, tutup akun itu sekarang juga.")
                % {"by": getattr(by, "full_name", by)}, subject=person,
            )  # fmt: skip
    return concerned


@transaction.atomic
def sign_in_link(person: Person, *, by: Any) -> str:
    """The secret of a link that opens once, within ten minutes. The person is told; the ledger knows."""
    user = User.objects.filter(pk=person.pk, is_active=True).first()
    if user is None or not _serves(person):
        raise AccountRefused(
            _(
                "%(name)s tidak dapat masuk: akunnya ditutup atau ia sudah berhenti bertugas. Buka akunnya lebih dahulu."
            )
            % {"name": person.full_name}
        )
    secret = activation.issue_link(user)
    tell(
        person, "access.link_issued", _("Tautan masuk sekali pakai dibuat untuk akun Anda"),
        body=_("Berlaku %(minutes)d menit. Bila Anda tidak memintanya, segera beri tahu operator.")
        % {"minutes": activation.LINK_MINUTES},
    )  # fmt: skip
    recording.record(
        verbs.LINK_ISSUED, person, by=by, topics=[topics.inbox(person.pk)], minutes=activation.LINK_MINUTES
    )
    return secret


@transaction.atomic
def deactivate_account(person: Person, *, by: Any, reason: str) -> None:
    """Close an account: its sessions end at once, its codes and links are void."""
    reason = required(reason, _("Alasan"), 60)
    if getattr(by, "pk", by) == person.pk:
        raise AccountRefused(
            _("Anda tidak dapat menutup akun sendiri. Mintalah pengelola kepegawaian lain melakukannya.")
        )
    if not close_account(person.pk):
        raise AccountRefused(_("Akun %(name)s memang sudah ditutup.") % {"name": person.full_name})
    note(person, "account", _("terbuka"), _("ditutup"), on=clock.today(), by=by, source=reason)
    recording.record(verbs.ACCOUNT_CLOSED, person, by=by, topics=[topics.person(person.pk)], reason=reason)


@transaction.atomic
def reactivate_account(person: Person, *, by: Any, reason: str) -> None:
    """Open a closed account again; nobody is signed in by it."""
    reason = required(reason, _("Alasan"), 60)
    if not _serves(person):
        raise AccountRefused(
            _("%(name)s sudah berhenti bertugas. Catat dahulu bahwa yang bersangkutan kembali bertugas.")
            % {"name": person.full_name}
        )
    if not open_account(person.pk):
        raise AccountRefused(_("Akun %(name)s memang sudah terbuka.") % {"name": person.full_name})
    note(person, "account", _("ditutup"), _("terbuka"), on=clock.today(), by=by, source=reason)
    recording.record(verbs.ACCOUNT_OPENED, person, by=by, topics=[topics.person(person.pk)], reason=reason)


def _serves(person: Person) -> bool:
    return person.left_on is None or person.left_on > clock.today()
