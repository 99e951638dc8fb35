"""What waits behind the reports that were taken: forecasts, warnings, and what else the worker computes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from kinerja.areas.reporting import verbs
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock

#: a receipt counts no farther: so many take a while in any case, and counting must stay cheap when all ask at once
MOST = 2_000
#: so few are done before anybody reads the page
FEW = 25

_WAITING = """
WITH due AS (
  SELECT id FROM procrastinate_jobs
   WHERE status = 'todo' AND (scheduled_at IS NULL OR scheduled_at <= now() + interval '30 seconds')
   LIMIT %(most)s
)
SELECT count(*), (SELECT min(e.at) FROM procrastinate_events e
                   WHERE e.job_id = (SELECT min(id) FROM due) AND e.type = 'deferred')
  FROM due
"""
#: entries have keys that begin with their time: the key's own index finds a span of time
_BY_MINUTE = """
SELECT date_trunc('minute', at), count(*) FROM ledger_entry
 WHERE instansi_id = %(instansi)s AND id >= %(since)s AND verb = %(verb)s AND at >= %(from)s
 GROUP BY 1
"""


@dataclass(frozen=True, slots=True)
class Behind:
    """How many computations wait (of all governments here), and since when the oldest."""

    waiting: int
    oldest: datetime | None

    @property
    def is_worth_saying(self) -> bool:
        return self.waiting > FEW

    @property
    def is_more(self) -> bool:
        """Whether it was not counted to the end."""
        return self.waiting >= MOST

    def minutes(self, now: datetime) -> int:
        """About how long somebody who comes now waits: as long as the oldest has, a minute at least."""
        waited = (now - self.oldest) if self.oldest else timedelta()
        return max(1, round(waited / timedelta(minutes=1)))


def behind(most: int = MOST) -> Behind:
    """One query, which counts `most` at most."""
    with connection.cursor() as cursor:
        cursor.execute(_WAITING, {"most": most})
        waiting, oldest = cursor.fetchone()
    return Behind(waiting, oldest)


def taken_by_minute(minutes: int) -> dict[datetime, int]:
    """How many reports of this instansi were taken in each of the last minutes that had any. One query."""
    since = clock.real_now() - timedelta(minutes=minutes)
    asked: dict[str, Any] = {
        "instansi": current_id(), "since": _first_key(since), "verb": verbs.SUBMITTED.name,
        "from": clock.now() - timedelta(minutes=minutes),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_BY_MINUTE, asked)
        return dict(cursor.fetchall())


def _first_key(moment: datetime) -> UUID:
    """The least UUIDv7 of a moment."""
    return UUID(int=int(moment.timestamp() * 1000) << 80)


def steps(last: datetime, minutes: int) -> Sequence[datetime]:
    """The beginnings of the last minutes, the newest first."""
    newest = last.replace(second=0, microsecond=0)
    return [newest - timedelta(minutes=n) for n in range(minutes)]
