"""Tell a person something. Called inside the act that causes it, before its ledger entry."""

from datetime import date
from typing import Any
from uuid import UUID

from kinerja.base.inbox.models import Message
from kinerja.tools import clock


def tell(
    person: Any,
    kind: str,
    title: str,
    *,
    body: str = "",
    link: str = "",
    due_on: date | None = None,
    escalates_to: Any = None,
    subject: Any = None,
) -> Message:
    """Send one message to `person` (a Person or its id). Returns it."""
    return Message.objects.create(
        person_id=getattr(person, "pk", person),
        kind=kind,
        title=title,
        body=body,
        link=link,
        due_on=due_on,
        sent_at=clock.now(),
        escalates_to_id=getattr(escalates_to, "pk", escalates_to),
        subject_id=getattr(subject, "pk", subject),
    )


def settle(subject_id: UUID, kind: str | None = None, *, person: Any = None) -> int:
    """Mark what was asked about a thing as done, of `person` only when one is named. Returns how many it settled."""
    waiting = Message.objects.filter(subject_id=subject_id, done_at__isnull=True)
    if kind:
        waiting = waiting.filter(kind=kind)
    if person is not None:
        waiting = waiting.filter(person_id=getattr(person, "pk", person))
    return waiting.update(done_at=clock.now())
