""" "Atasan saya salah": a named person must settle it by a due date, and whoever leads that person hears when not."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from kinerja.base.access import verbs
from kinerja.base.access.errors import DisputeRefused
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import Role
from kinerja.base.calendar.days import free_days
from kinerja.base.inbox.sending import settle, tell
from kinerja.base.ledger import recording, topics
from kinerja.base.organization import lines
from kinerja.base.organization.changing import queue, required
from kinerja.base.organization.models import Person, RaterDispute
from kinerja.rules.working_days import add_working_days
from kinerja.tools import clock
from kinerja.tools.ui.formats import day as in_words

ASKED = "access.rater_disputed"
Address = Callable[[RaterDispute], str]


def _nowhere(dispute: RaterDispute) -> str:
    return ""


@transaction.atomic
def dispute_rater(
    person: Person, *, explanation: str, by: Any, proposed: Person | None = None, link_of: Address = _nowhere
) -> RaterDispute:
    """Say that the superior shown is the wrong one. `link_of` gives the address where its owner settles it."""
    queue("access.disputes")
    explanation = required(explanation, _("Penjelasan"), 2000)
    if proposed is not None and proposed.pk == person.pk:
        raise DisputeRefused(
            _("Anda tidak dapat menilai diri sendiri. Pilih orang lain, atau kosongkan usulan.")
        )
    earlier = (
        RaterDispute.objects.filter(person=person, state=RaterDispute.State.OPEN)
        .select_related("owner")
        .first()
    )
    if earlier is not None:
        raise DisputeRefused(
            _(
                "Pernyataan Anda sebelumnya masih ditangani %(owner)s, batasnya %(day)s. Tunggu jawabannya lebih dahulu."
            )
            % {"owner": earlier.owner.full_name, "day": in_words(earlier.due_on)}
        )
    today = clock.today()
    line, owner, due_on = lines.line_of(person.pk, today), _owner(person, today), due_day(today)
    dispute = RaterDispute.objects.create(
        person=person, shown_rater_id=line.rater_id if line else None, proposed_rater=proposed, explanation=explanation,
        owner=owner, due_on=due_on, filed_at=clock.now(),
    )  # fmt: skip
    leader = lines.line_of(owner.pk, today)
    tell(
        owner, ASKED, _("%(name)s: atasan saya salah") % {"name": person.full_name}, body=explanation,
        link=link_of(dispute), due_on=due_on, escalates_to=leader and leader.rater_id, subject=dispute,
    )  # fmt: skip
    recording.record(
        verbs.RATER_DISPUTED, dispute, by=by, also=owner,
        topics=[topics.inbox(owner.pk), topics.person(person.pk)], explanation=explanation, due_on=due_on,
    )  # fmt: skip
    return dispute


@transaction.atomic
def settle_dispute(dispute: RaterDispute, *, answer: str, by: Any, link: str = "") -> RaterDispute:
    """Answer it. What had to be corrected (a move, a Plt., a named rater) is an act of its own before this one."""
    answer = required(answer, _("Jawaban"), 2000)
    dispute = RaterDispute.objects.select_for_update(of=("self",)).select_related("person").get(pk=dispute.pk)
    if dispute.state == RaterDispute.State.SETTLED:
        raise DisputeRefused(
            _("Pernyataan ini sudah diselesaikan. Muat ulang halaman untuk melihat jawabannya.")
        )
    if getattr(by, "pk", by) == dispute.person_id:
        raise DisputeRefused(
            _("Pernyataan sendiri tidak dapat diselesaikan sendiri. Rekan pengelola lain yang memutuskan.")
        )
    dispute.state, dispute.answer = RaterDispute.State.SETTLED, answer
    dispute.settled_at, dispute.settled_by_id = clock.now(), getattr(by, "pk", by)
    dispute.save(update_fields=["state", "answer", "settled_at", "settled_by"])
    settle(dispute.pk)
    tell(
        dispute.person, "access.dispute_settled", _("Pernyataan “Atasan saya salah” sudah dijawab"),
        body=answer, link=link, subject=dispute,
    )  # fmt: skip
    recording.record(
        verbs.DISPUTE_SETTLED, dispute, by=by, also=dispute.person_id,
        topics=[topics.inbox(dispute.person_id), topics.person(dispute.person_id)], answer=answer,
    )  # fmt: skip
    return dispute


def due_day(today: date) -> date:
    """The last day for an answer: so many working days after `today`, past the instansi's free days."""
    count = settings.RATER_DISPUTE_WORKING_DAYS
    return add_working_days(today, count, free_days(today, today + timedelta(days=40 + 2 * count)))


def _owner(person: Person, today: date) -> Person:
    """Whoever of the personnel agency has the fewest open disputes; never the person himself."""
    holders = RoleGrant.objects.on(today).filter(role=Role.AGENCY).values("person_id")
    owner = (
        Person.objects.serving(today).filter(pk__in=holders).exclude(pk=person.pk)
        .annotate(waiting=Count("owned_disputes", filter=Q(owned_disputes__state=RaterDispute.State.OPEN)))
        .order_by("waiting", "name", "pk").first()
    )  # fmt: skip
    if owner is None:
        raise DisputeRefused(
            _("Belum ada pengelola kepegawaian yang dapat menanganinya."),
            helper=_("Beri tahu operator pemasangan: ia yang memberi peran pengelola kepegawaian."),
        )
    return owner
