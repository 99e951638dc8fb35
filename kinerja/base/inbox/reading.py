"""What a person does with his messages: read them, and say that a task is done."""

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.inbox import verbs
from kinerja.base.inbox.models import Message
from kinerja.base.ledger import recording, topics
from kinerja.base.organization.models import Person
from kinerja.tools import clock
from kinerja.tools.refusals import NotYours, Refusal


class AlreadyDone(Refusal):
    """Nothing waits any more."""


def _own(message: Message, by: Person) -> None:
    if message.person_id != by.pk:
        raise NotYours(_("Pesan ini ditujukan kepada orang lain, jadi hanya ia yang dapat menandainya."))


@transaction.atomic
def mark_read(message: Message, *, by: Person) -> Message:
    """Note that it was seen, the first time only. No decision, so nothing is written into the ledger."""
    _own(message, by)
    Message.objects.filter(pk=message.pk).unread().update(read_at=clock.now())
    message.refresh_from_db(fields=["read_at"])
    return message


@transaction.atomic
def mark_all_read(*, by: Person) -> int:
    """Note everything as seen. Returns how many were new."""
    return Message.objects.filter(person=by).unread().update(read_at=clock.now())


@transaction.atomic
def mark_done(message: Message, *, by: Person) -> Message:
    """Say that a task with a due date is done: nobody is reminded of it any more."""
    _own(message, by)
    now = clock.now()
    if not Message.objects.filter(pk=message.pk).waiting().update(done_at=now):
        raise AlreadyDone(
            _("Tugas ini sudah selesai atau tidak berbatas waktu. Tidak ada yang perlu ditandai.")
        )
    Message.objects.filter(pk=message.pk).unread().update(read_at=now)
    recording.record(verbs.DONE, message, by=by, topics=[topics.inbox(by.pk)], kind=message.kind)
    return message
