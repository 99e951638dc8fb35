"""What happens by itself: tasks pass on, messages go outside, digests are made, what is old or orphaned goes."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from uuid import UUID

from kinerja.base.inbox import records
from kinerja.base.inbox.addresses import forget
from kinerja.base.inbox.delivering import empty
from kinerja.base.inbox.escalating import escalate_overdue
from kinerja.base.inbox.models import Address
from kinerja.base.inbox.notifying import digest, notify
from kinerja.base.inbox.queueing import DELIVER, enqueue
from kinerja.tools import clock
from kinerja.tools.jobs.registry import job, job_in_steps


@job("inbox.escalate")
def escalate(instansi_id: UUID) -> None:
    """Pass on every task whose due date is gone."""
    escalate_overdue()


@job("inbox.notify")
def notify_outside(instansi_id: UUID, subject_type: str, subject_id: str) -> None:
    """Somebody with a channel was told something."""
    notify(UUID(subject_id))


@job_in_steps(DELIVER)
def deliver(instansi_id: UUID, step: Callable[[], AbstractContextManager[None]], channel: str) -> None:
    """Send what is due on a channel."""
    empty(channel, step)


@job("inbox.digest")
def make_digests(instansi_id: UUID) -> None:
    """Every hour: the digest, once its hour is there; and channels whose job was lost."""
    digest()
    for channel in records.overdue_channels():
        enqueue(channel)


@job("inbox.forget")
def forget_person(instansi_id: UUID, subject_type: str, subject_id: str) -> None:
    """Somebody left."""
    forget(UUID(subject_id))


@job("inbox.tidy")
def tidy(instansi_id: UUID) -> None:
    """Every night: records that are old, addresses of people who left."""
    records.tidy()
    left = Address.objects.filter(person__left_on__lte=clock.today()).values_list("person_id", flat=True)
    for person_id in set(left):
        forget(person_id)
