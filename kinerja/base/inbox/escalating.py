"""A task that nobody did by its due date reaches whoever leads its owner. An outage on that day gives the time back first."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.calendar import outages
from kinerja.base.inbox import verbs
from kinerja.base.inbox.models import Message
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger import recording, topics
from kinerja.tools import clock
from kinerja.tools.ui.formats import day as in_words


@transaction.atomic
def escalate_overdue(day: date | None = None) -> int:
    """Pass on every task whose due date is gone, once each. Returns how many."""
    day = day or clock.today()
    overdue = (
        Message.objects.overdue(day)
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("person")
    )
    late = [each for each in overdue if each.due_on is not None]
    if not late:
        return 0
    earliest = min(each.due_on for each in late if each.due_on) - outages.LOOK_BACK
    spans = outages.spans_of({each.person_id for each in late}, earliest, day)
    late = [
        each for each in late if each.due_on and outages.moved_day(each.due_on, spans[each.person_id]) < day
    ]
    for message in late:
        _escalate(message)
    return len(late)


@transaction.atomic
def _escalate(message: Message) -> None:
    message.escalated_at = clock.now()
    message.save(update_fields=["escalated_at"])
    due_on, leader = message.due_on, message.escalates_to_id
    assert leader is not None, "overdue() gives only tasks somebody else should hear of"
    tell(
        leader, f"{message.kind}.overdue", _("Lewat batas: %(title)s") % {"title": message.title},
        body=_("%(name)s belum menyelesaikannya sampai %(day)s. Ingatkan, atau tunjuk orang lain.")
        % {"name": message.person.full_name, "day": in_words(due_on)},
        link=message.link, subject=message.subject_id,
    )  # fmt: skip
    recording.record(
        verbs.ESCALATED, message, by=None, also=message.escalates_to_id,
        topics=[topics.inbox(leader)], kind=message.kind, due_on=due_on,
    )  # fmt: skip
