"""The set-based statements that change people, accounts and assignments to what the staged rows say."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from django.db import connection

from kinerja.tools import clock
from kinerja.tools.keys import uuid7
from kinerja.tools.ui import formats

from . import staging
from .staging import DAYS, TEXTS

SOURCE = "siasn"
#: the NIK is no part of what the ledger hashes, not even sealed
_TOLD = tuple(name for name in TEXTS if not name.startswith("nik"))
_DIGESTS = f"""
SELECT sha256(convert_to(concat_ws('|', s.nip, {", ".join(f"s.{name}" for name in (*_TOLD, *DAYS))},
                                   s.unit_id, s.position, s.since), 'UTF8'))
  FROM siasn_plan pl JOIN siasn_row s ON s.row = pl.row
 WHERE pl.is_new OR pl.differs OR pl.moves ORDER BY pl.row
"""  # noqa: S608
#: no account has a password until its owner sets one: `!` is Django's mark of an unusable one
_ACCOUNTS = """
INSERT INTO accounts_user (id, nip, instansi_id, is_active, email, password, is_superuser)
SELECT person_id, nip, %(instansi)s, true, '', '!' || replace(gen_random_uuid()::text, '-', ''), false
  FROM siasn_plan WHERE needs_account ORDER BY row
"""
#: where the file is silent, the form of the number tells PNS from PPPK (regulations, 9.1)
_STATUS = (
    "coalesce(nullif(s.status, ''), CASE WHEN substr(s.nip, 13, 2) BETWEEN '21' AND '29' THEN 'PPPK' ELSE "
    "'PNS' END)"
)
_NEW_PEOPLE = f"""
INSERT INTO organization_person (id, instansi_id, nip, {", ".join((*TEXTS, *DAYS))})
SELECT pl.person_id, %(instansi)s, s.nip,
       {", ".join(_STATUS if name == "status" else f"s.{name}" for name in TEXTS)},
       {", ".join(f"s.{name}" for name in DAYS)}
  FROM siasn_plan pl JOIN siasn_row s ON s.row = pl.row WHERE pl.is_new ORDER BY pl.row
"""  # noqa: S608
_SETS = ", ".join(
    [f"{name} = coalesce(nullif(s.{name}, ''), p.{name})" for name in TEXTS]
    + [f"{name} = coalesce(s.{name}, p.{name})" for name in DAYS]
)
_CHANGED_PEOPLE = f"""
UPDATE organization_person p SET {_SETS} FROM siasn_plan pl JOIN siasn_row s ON s.row = pl.row
 WHERE pl.differs AND p.instansi_id = %(instansi)s AND p.id = pl.person_id
"""  # noqa: S608
_OLD_AND_NEW = f"""
SELECT pl.person_id, {", ".join(f"p.{name}, s.{name}" for name in (*TEXTS, *DAYS))}
  FROM siasn_plan pl JOIN siasn_row s ON s.row = pl.row
  JOIN organization_person p ON p.instansi_id = %(instansi)s AND p.id = pl.person_id
 WHERE pl.differs ORDER BY pl.row
"""  # noqa: S608
_MOVES = """
SELECT pl.person_id, coalesce(oq.title || ', ' || ou.name, ''), nq.title || ', ' || nu.name, pl.begins
  FROM siasn_plan pl
  JOIN organization_position nq ON nq.instansi_id = %(instansi)s AND nq.id = pl.position_id
  JOIN organization_unit nu ON nu.instansi_id = %(instansi)s AND nu.id = nq.unit_id
  LEFT JOIN organization_position oq ON oq.instansi_id = %(instansi)s AND oq.id = pl.held_position_id
  LEFT JOIN organization_unit ou ON ou.instansi_id = %(instansi)s AND ou.id = oq.unit_id
 WHERE pl.moves AND NOT pl.is_new ORDER BY pl.row
"""
_CHANGE_TABLE = """
CREATE TEMPORARY TABLE IF NOT EXISTS siasn_change (
  id uuid, person_id uuid, field text, old text, new text, effective_on date) ON COMMIT DROP
"""
#: COPY may not pass row-level security: the rows go through a temporary table
_CHANGES = """
INSERT INTO organization_change
  (id, instansi_id, subject_type, subject_id, field, old, new, effective_on, at, by_id, source)
SELECT id, %(instansi)s, 'organization.person', person_id, field, old, new, effective_on,
       %(at)s, %(by)s, %(source)s FROM siasn_change ORDER BY id
"""
_END = """
UPDATE organization_assignment a SET during = daterange(lower(a.during), pl.begins) FROM siasn_plan pl
 WHERE a.instansi_id = %(instansi)s AND a.id = pl.held_id AND pl.moves AND pl.begins > pl.held_since
"""
#: what would begin on the day the old one began (today or later) never was otherwise
_CORRECT = """
UPDATE organization_assignment a SET position_id = q.id, unit_id = q.unit_id, single_seat = q.is_head
  FROM siasn_plan pl JOIN organization_position q ON q.instansi_id = %(instansi)s AND q.id = pl.position_id
 WHERE a.instansi_id = %(instansi)s AND a.id = pl.held_id AND pl.moves AND pl.begins <= pl.held_since
"""
_BEGIN = """
INSERT INTO organization_assignment
  (id, instansi_id, person_id, position_id, unit_id, kind, single_seat, during, decree)
SELECT pl.seat_id, %(instansi)s, pl.person_id, q.id, q.unit_id, 'DEFINITIF', q.is_head,
       daterange(CASE WHEN NOT q.is_head THEN pl.begins ELSE greatest(pl.begins, (
         SELECT max(upper(x.during)) FROM organization_assignment x WHERE x.instansi_id = %(instansi)s
            AND x.position_id = q.id AND x.kind = 'DEFINITIF' AND x.single_seat)) END, NULL), ''
  FROM siasn_plan pl JOIN organization_position q ON q.instansi_id = %(instansi)s AND q.id = pl.position_id
 WHERE pl.moves AND (pl.held_id IS NULL OR pl.begins > pl.held_since) ORDER BY pl.row
"""


def digests() -> Iterator[bytes]:
    """A hash of each row that changed something, in the order of the file. Read while the ledger is
    written.
    """
    for (digest,) in staging.stream(_DIGESTS):
        yield bytes(digest)


def accounts_and_people() -> None:
    """New accounts and people; changed people. An empty value of the file leaves what is stored."""
    staging.run(_ACCOUNTS)
    staging.run(_NEW_PEOPLE)
    staging.run(_CHANGED_PEOPLE)


def assignments() -> None:
    """Posts end the day before the new one begins; acting posts (Plt., Plh.) are not touched."""
    staging.run(_END)
    staging.run(_CORRECT)
    staging.run(_BEGIN)


def tell_changes(today: date, by_id: object) -> None:
    """A row of history for each field that changes, and for each new post. Asked before anything is
    written.
    """
    staging.run(_CHANGE_TABLE)
    staging.run("TRUNCATE siasn_change")
    rows = _changes(today)
    while chunk := list(islice(rows, 5_000)):
        with connection.cursor() as cursor, cursor.copy("COPY siasn_change FROM STDIN") as copy:
            for change in chunk:
                copy.write_row((uuid7(), *change))
    staging.run(_CHANGES, at=clock.now(), by=by_id, source=SOURCE)


def _changes(today: date) -> Iterator[tuple[Any, ...]]:
    """(person, field, old, new, from which day)."""
    names = (*TEXTS, *DAYS)
    for person_id, *values in staging.stream(_OLD_AND_NEW):
        facts = dict(zip(names, zip(values[::2], values[1::2], strict=True), strict=True))
        since = facts["golongan_since"][1]
        for name, (old, new) in facts.items():
            if new and new != old and name != "nik_hmac":
                on = since if name.startswith("golongan") and since else today
                yield person_id, name, _words(old), _words(new), min(on, today)
    for person_id, old, new, begins in staging.stream(_MOVES):
        yield person_id, "position", old, new, begins


def _words(value: Any) -> str:
    return formats.day(value) if isinstance(value, date) else str(value or "")
