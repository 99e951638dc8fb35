"""Tell a person something. Called inside the act that causes it, before its ledger entry."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.base.inbox import verbs
from kinerja.base.inbox.models import Message
from kinerja.tools import clock

_COLUMNS = [field.attname for field in Message._meta.local_concrete_fields]
#: one round trip: the message, and for whoever confirmed an address outside, a word to the dispatcher
_TELL = f"""
WITH told AS (
  INSERT INTO inbox_message ({", ".join(_COLUMNS)})
  VALUES ({", ".join(f"%({name})s" for name in _COLUMNS)})
)
INSERT INTO ledger_outbox (instansi_id, topics, verb, subject_type, subject_id, at)
SELECT %(instansi_id)s, '{{}}', %(verb)s, 'inbox.message', %(id)s, %(sent_at)s
 WHERE EXISTS (
   SELECT 1 FROM inbox_address a
    WHERE a.instansi_id = %(instansi_id)s AND a.person_id = %(person_id)s AND a.confirmed_at IS NOT NULL
 )
"""  # noqa: S608


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
    message = Message(
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
    with connection.cursor() as cursor:
        cursor.execute(_TELL, {name: getattr(message, name) for name in _COLUMNS} | {"verb": verbs.TOLD})
    message._state.adding = False
    return message


def settle(subject_id: UUID, kind: str | None = None, *, person: Any = None) -> int:
    """Mark what was asked about a thing as done, of `person` only when one is named. Returns how many it settled."""
    waiting = Message.objects.filter(subject_id=subject_id, done_at__isnull=True)
    if kind:
        waiting = waiting.filter(kind=kind)
    if person is not None:
        waiting = waiting.filter(person_id=getattr(person, "pk", person))
    return waiting.update(done_at=clock.now())
