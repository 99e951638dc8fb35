"""record(): the one way into the ledger. The last statement of an action, since it locks the end of the chain."""

import hashlib
import json
import secrets
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.base.ledger.verbs import UnknownVerb, Verb
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.keys import uuid7

BATCH = 5_000

_INSERT = """
WITH entry AS (
  INSERT INTO ledger_entry
    (id, instansi_id, at, verb, subject_type, subject_id, by_id, also, rule_version, rows, content_hash, salt)
  VALUES (%(id)s, %(instansi)s, %(at)s, %(verb)s, %(type)s, %(subject)s, %(by)s, %(also)s, %(rule)s, %(rows)s,
          %(hash)s, %(salt)s)
)
INSERT INTO ledger_outbox (instansi_id, topics, verb, subject_type, subject_id, at)
VALUES (%(instansi)s, %(topics)s, %(verb)s, %(type)s, %(subject)s, %(at)s)
"""


def canonical(content: Any) -> bytes:
    """The bytes that are hashed: JSON with sorted keys, no spaces; dates and decimals as their text."""
    return json.dumps(
        content, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
    ).encode()


def content_hash(content: Any, salt: bytes) -> bytes:
    """SHA-256 over salt and canonical content."""
    return hashlib.sha256(salt + canonical(content)).digest()


def subject_type_of(subject: Any) -> str:
    """How the ledger names the kind of a thing: app.model."""
    return str(subject._meta.label_lower)


def record(
    verb: Verb,
    subject: Any,
    *,
    by: Any,
    topics: Iterable[str] = (),
    also: Any = None,
    rule_version: str = "",
    rows: int = 1,
    **content: Any,
) -> UUID:
    """Write one act.

    `subject` is the thing acted on, `by` the person (None: the installation itself), `also` a second person or thing
    concerned, `topics` the names of what changed on open screens (`topics.py` of the rooms), `content` exactly the keys
    the verb lists: only their salted hash is kept. Returns the entry's id.
    """
    if set(content) != set(verb.keys):
        raise UnknownVerb(
            f"{verb.name} is recorded with {sorted(content)}, its verbs.py lists {sorted(verb.keys)}."
        )
    salt = secrets.token_bytes(16)
    entry_id = uuid7()
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            {
                "id": entry_id,
                "instansi": current_id(),
                "at": clock.now(),
                "verb": verb.name,
                "type": subject_type_of(subject),
                "subject": subject.pk,
                "by": getattr(by, "pk", by),
                "also": getattr(also, "pk", also),
                "rule": rule_version,
                "rows": rows,
                "hash": content_hash(content, salt),
                "salt": salt,
                "topics": list(topics),
            },
        )
    return entry_id


def record_batches(
    verb: Verb, subject: Any, *, by: Any, digests: Iterable[bytes], topics: Iterable[str] = ()
) -> int:
    """A bulk act: one entry per batch of up to 5,000 rows, each with the count and the root hash of its rows.

    `digests` are the rows' own hashes in a stable order. `verb` lists the keys `root` and `count`.
    Returns the number of rows.
    """
    batch: list[bytes] = []
    total = 0
    for digest in digests:
        batch.append(digest)
        if len(batch) == BATCH:
            total += _flush(verb, subject, by, batch, topics)
            batch = []
    if batch:
        total += _flush(verb, subject, by, batch, topics)
    return total


def _flush(verb: Verb, subject: Any, by: Any, batch: list[bytes], topics: Iterable[str]) -> int:
    root = hashlib.sha256(b"".join(batch)).hexdigest()
    record(verb, subject, by=by, topics=topics, rows=len(batch), root=root, count=len(batch))
    return len(batch)
