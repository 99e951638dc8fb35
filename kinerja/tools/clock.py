"""The hour. Nobody else in the house may read it (ruff enforces this).

The clock can be moved in tests and in a demonstration installation, so that deadlines can be shown "as of 31 January".
All days are days in Jambi: WIB, Asia/Jakarta, UTC+7 without daylight saving time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

WIB = ZoneInfo("Asia/Jakarta")

_shift: ContextVar[timedelta] = ContextVar("clock_shift", default=timedelta(0))


def now() -> datetime:
    """This moment, in UTC, with the shift of a moved clock."""
    return datetime.now(UTC) + _shift.get()


def today() -> date:
    """Today's date in WIB."""
    return now().astimezone(WIB).date()


def real_now() -> datetime:
    """The machine's own moment, untouched by a moved clock: for expiry of links and sessions."""
    return datetime.now(UTC)


def shift() -> timedelta:
    """How far the clock of this context is moved; zero outside of tests and demonstrations."""
    return _shift.get()


@contextmanager
def shifted(by: timedelta) -> Iterator[None]:
    """Inside the block, the clock is moved by `by`."""
    token = _shift.set(by)
    try:
        yield
    finally:
        _shift.reset(token)


@contextmanager
def at(moment: datetime | date) -> Iterator[None]:
    """Inside the block, `now()` starts at `moment` (a date means 08.00 WIB of that day)."""
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, 8, tzinfo=WIB)
    token = _shift.set(moment - datetime.now(UTC))
    try:
        yield
    finally:
        _shift.reset(token)
