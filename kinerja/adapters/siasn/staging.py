"""The people of a file in a temporary table of this transaction, beside what is stored about them.

Rows are validated one by one in Python and copied in; everything that needs more than one row (a NIP twice, a
seat twice, who is new, who changed, who is missing) is asked of the database in sets. The table vanishes with
the transaction; a NIK enters it only as HMAC and last four digits.
"""

import hmac
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from psycopg.pq import TransactionStatus

from kinerja.base.tenancy.context import current_id
from kinerja.tools.keys import uuid7

from .people import PersonRow

#: text columns that a person has under the same name; an empty value in the file changes nothing
TEXTS = (
    "name", "title_before", "title_after", "sex", "status", "standing", "golongan", "education", "phone",
    "email",
    "siasn_id", "nik_hmac", "nik_last4",
)  # fmt: skip
DAYS = ("birth_date", "golongan_since", "cpns_since")

_COLUMNS = (
    "row", "person_id", "seat_id", "nip", *TEXTS, *DAYS,
    "unit_id", "position", "kind", "jenjang", "is_head", "since",
)  # fmt: skip
_COPY = f"COPY siasn_row ({', '.join(_COLUMNS)}) FROM STDIN"
_TABLE = f"""
CREATE TEMPORARY TABLE siasn_row (
  row int NOT NULL, person_id uuid, seat_id uuid, nip varchar(18),
  {", ".join(f"{name} text" for name in TEXTS)}, {", ".join(f"{name} date" for name in DAYS)},
  unit_id uuid, position text, kind text, jenjang text, is_head boolean, since date
) ON COMMIT DROP
"""  # noqa: S608
_DIFFERS = " OR ".join(
    [f"(s.{name} <> '' AND s.{name} <> p.{name})" for name in TEXTS]
    + [f"(s.{name} IS NOT NULL AND s.{name} IS DISTINCT FROM p.{name})" for name in DAYS]
)
#: per row: who it is, which post that is, what he holds now. `begins`: from when a new post counts
_PLAN = f"""
CREATE TEMPORARY TABLE siasn_plan ON COMMIT DROP AS
SELECT s.row, s.nip, coalesce(p.id, u.id, s.person_id) AS person_id, p.id IS NULL AS is_new,
       u.id IS NULL AS needs_account, p.left_on, s.seat_id, s.unit_id, s.is_head, q.id AS position_id,
       a.id AS held_id, a.position_id AS held_position_id, lower(a.during) AS held_since,
       p.id IS NOT NULL AND ({_DIFFERS}) AS differs,
       p.left_on IS NULL AND (q.id IS NULL OR a.position_id IS DISTINCT FROM q.id) AS moves,
       CASE WHEN p.id IS NULL THEN s.since
            WHEN a.id IS NULL THEN greatest(s.since, (
              SELECT max(upper(x.during)) FROM organization_assignment x
               WHERE x.instansi_id = %(instansi)s AND x.person_id = p.id AND x.kind = 'DEFINITIF'))
            WHEN s.since > lower(a.during) THEN s.since
            ELSE greatest(%(today)s, lower(a.during)) END AS begins
  FROM siasn_row s
  LEFT JOIN organization_person p ON p.instansi_id = %(instansi)s AND p.nip = s.nip
  LEFT JOIN accounts_user u ON u.nip = s.nip AND u.instansi_id = %(instansi)s
  LEFT JOIN (SELECT DISTINCT ON (unit_id, lower(title)) id, unit_id, lower(title) AS title
               FROM organization_position WHERE instansi_id = %(instansi)s
              ORDER BY unit_id, lower(title), closed_on DESC NULLS FIRST, id) q
         ON q.unit_id = s.unit_id AND q.title = lower(s.position)
  LEFT JOIN organization_assignment a
         ON a.instansi_id = %(instansi)s AND a.person_id = p.id AND a.kind = 'DEFINITIF' AND upper_inf(a.during)
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Blocked:
    """A row that is kept out, with the NIP it seems to be about."""

    number: int
    nip: str


def stage(rows: Iterable[PersonRow | Blocked]) -> None:
    """Copy the rows into the temporary table, one at a time. Of blocked rows the NIP is remembered, so that
    their people do not count as missing.
    """
    key, instansi = settings.NIK_KEY.encode(), current_id().bytes
    run("DROP TABLE IF EXISTS siasn_row, siasn_plan, siasn_seen")
    run(_TABLE)
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        for row in rows:
            copy.write_row(_packed(row, key, instansi) if isinstance(row, PersonRow) else _bare(row))
    run("CREATE TEMPORARY TABLE siasn_seen ON COMMIT DROP AS SELECT nip FROM siasn_row")
    run("DELETE FROM siasn_row WHERE person_id IS NULL")
    run("ANALYZE siasn_row")


def _packed(row: PersonRow, key: bytes, instansi: bytes) -> tuple[Any, ...]:
    """In the order of _COLUMNS. The key of the hash is this installation's, its message this government's."""
    sealed = hmac.digest(key, instansi + row.nik.encode(), "sha256").hex() if row.nik else ""
    return (
        row.number, uuid7(), uuid7(), row.nip,
        row.name, row.title_before, row.title_after, row.sex, row.status, row.standing, row.golongan, row.education,
        row.phone, row.email, row.siasn_id, sealed, row.nik[-4:],
        row.birth_date, row.golongan_since, row.cpns_since,
        row.unit, row.position, row.position_kind, row.jenjang, row.is_head, row.position_since,
    )  # fmt: skip


def _bare(row: Blocked) -> tuple[Any, ...]:
    return (row.number, None, None, row.nip, *[None] * (len(_COLUMNS) - 4))


def plan(today: date) -> None:
    """Lay what is stored beside each row."""
    run("DROP TABLE IF EXISTS siasn_plan")
    run(_PLAN, today=today)
    run("CREATE INDEX ON siasn_plan (person_id)")
    run("ANALYZE siasn_plan")


def drop(numbers: Iterable[int]) -> None:
    """Leave these rows out."""
    run("DELETE FROM siasn_row WHERE row = ANY(%(rows)s)", rows=list(numbers))


@contextmanager
def in_sets() -> Iterator[None]:
    """Statements over a whole government inside: no nested loops, whatever the planner believes.

    Tables that were filled a moment ago have no statistics, and the application may not gather them: without
    this a second import within the same minute took 55 s for 20,000 people instead of one.
    """
    run("SELECT set_config('enable_nestloop', 'off', true)")
    try:
        yield
    finally:
        if not connection.needs_rollback and not _broken():
            run("SELECT set_config('enable_nestloop', 'on', true)")


def _broken() -> bool:
    """Whether the transaction has failed, so that no statement is taken any more (and the setting goes
    with it).
    """
    return bool(connection.connection.info.transaction_status == TransactionStatus.INERROR)


def run(sql: str, **values: Any) -> int:
    """One statement over the instansi of the context; returns how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, {"instansi": current_id(), **values})
        return int(cursor.rowcount)


def ask(sql: str, **values: Any) -> list[dict[str, Any]]:
    """The rows of a question, as dicts. For answers that are small by nature."""
    with connection.cursor() as cursor:
        cursor.execute(sql, {"instansi": current_id(), **values})
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def stream(sql: str, **values: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a question that may be long, a few thousand at a time."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, {"instansi": current_id(), **values})
        while rows := cursor.fetchmany(5_000):
            yield from rows
