"""The dispatcher: reads the outbox several times a second, tells the streams, wakes the jobs.

One notification per round instead of one per act: notifying in every commit costs three quarters of the
writes. Any number of dispatchers may run; the one that holds an advisory lock works, the others wait for
its connection to end.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from uuid import UUID

import psycopg
from psycopg.rows import class_row
from psycopg.sql import SQL, Identifier

from kinerja.tools.live.channel import CHANNEL, payloads
from kinerja.tools.live.topics import name

ROUND = 0.15
BATCH = 500
#: the advisory lock of the one that works; any number that nobody else in this database uses
LOCK = 0x6B696E65726A61
#: seconds before an act whose job could not be enqueued is tried again
RETRY = 30.0
LONGEST_PAUSE = 10.0

_log = logging.getLogger("kinerja.dispatcher")

# only the holder of the lock takes, so no row has to be locked (which would ask for the right to change it)
_TAKE = SQL(
    """
    DELETE FROM {table} WHERE id IN (
      SELECT id FROM {table} WHERE id <> ALL(%(postponed)s) ORDER BY id LIMIT %(limit)s
    ) RETURNING id, instansi_id, topics, verb, subject_type, subject_id
    """
)


@dataclass(frozen=True)
class Change:
    """A row of the outbox: what somebody did, and which topics it changed."""

    id: int
    instansi_id: UUID
    topics: Sequence[str]
    verb: str
    subject_type: str
    subject_id: UUID


@dataclass(frozen=True)
class Wake:
    """A job to wake; equal ones of a round are one."""

    job: str
    instansi_id: UUID
    verb: str
    subject_type: str
    subject_id: UUID


class Dispatcher:
    """One worker on the outbox `table`, connected by `database` (role kinerja_dispatch).

    `subscriptions`: verb → names of the jobs it wakes. `wake` enqueues those of a round; when it raises, the
    acts stay in the outbox and are tried one by one, again after `RETRY` seconds, so a job may be woken twice
    but is never forgotten.
    """

    def __init__(
        self,
        key: bytes,
        database: str,
        subscriptions: Mapping[str, Sequence[str]],
        wake: Callable[[Sequence[Wake]], None],
        *,
        table: str = "ledger_outbox",
    ) -> None:
        self.key = key
        self.database = database
        self.subscriptions = subscriptions
        self.wake = wake
        self._take = _TAKE.format(table=Identifier(table))
        self._postponed: dict[int, float] = {}

    def run(self, stop: Event) -> None:
        """Work until `stop` is set; a lost database is waited for."""
        pause = 0.1
        while not stop.is_set():
            try:
                with psycopg.connect(self.database, autocommit=True) as connection:
                    self._work(connection, stop)
                    pause = 0.1
            except psycopg.Error as broken:
                _log.warning("Basis data tidak terjangkau, dicoba lagi: %s", str(broken).split("\n")[0])
                stop.wait(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    def _work(self, connection: psycopg.Connection, stop: Event) -> None:
        while not stop.is_set():
            row = connection.execute("SELECT pg_try_advisory_lock(%s)", [LOCK]).fetchone()
            if row and row[0]:
                break
            stop.wait(1)
        while not stop.is_set():
            if self.round(connection) < BATCH:
                stop.wait(ROUND)

    def round(self, connection: psycopg.Connection) -> int:
        """Handle one batch; returns how many acts were in it."""
        try:
            return self._handle(connection, BATCH)
        except psycopg.Error:
            raise
        except Exception:
            _log.exception("Satu putaran gagal; catatan ditangani satu per satu.")
            return self._one_by_one(connection)

    def _one_by_one(self, connection: psycopg.Connection) -> int:
        handled = 0
        while handled < BATCH:
            current: list[int] = []
            try:
                if not self._handle(connection, 1, current):
                    break
            except psycopg.Error:
                raise
            except Exception:
                _log.exception("Pekerjaan untuk catatan %s tidak dapat dijadwalkan.", current)
                self._postponed.update(dict.fromkeys(current, time.monotonic() + RETRY))
            handled += 1
        return handled

    def _handle(self, connection: psycopg.Connection, limit: int, seen: list[int] | None = None) -> int:
        """Take, wake and tell in one transaction: an act leaves the outbox only when its jobs are enqueued."""
        now = time.monotonic()
        self._postponed = {number: due for number, due in self._postponed.items() if due > now}
        with connection.transaction(), connection.cursor(row_factory=class_row(Change)) as cursor:
            changes = cursor.execute(
                self._take, {"postponed": list(self._postponed), "limit": limit}
            ).fetchall()
            if seen is not None:
                seen.extend(change.id for change in changes)
            if wakes := self._wakes(changes):
                self.wake(wakes)
            words = [name(self.key, topic) for change in changes for topic in change.topics]
            for payload in payloads(words):
                connection.execute("SELECT pg_notify(%s, %s)", [CHANNEL, payload])
        return len(changes)

    def _wakes(self, changes: Iterable[Change]) -> list[Wake]:
        """Equal wakes once, in the order of the acts."""
        wanted = [
            Wake(job, change.instansi_id, change.verb, change.subject_type, change.subject_id)
            for change in sorted(changes, key=lambda change: change.id)
            for job in self.subscriptions.get(change.verb, ())
        ]
        return list(dict.fromkeys(wanted))
