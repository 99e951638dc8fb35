"""How long a form took: coarse seconds its page was visible, sent with the form itself; nothing else is measured.

Kept a week at a time for a person and a form, so that he can see his own and others only sums of five people or more.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponse

from kinerja.base.access.models import Effort
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock

FIELD = "_spent"
#: an hour on one form is a page that was left open
LONGEST = 1_800
KEPT = timedelta(weeks=26)
_pending: ContextVar[tuple[UUID, str, int] | None] = ContextVar("effort", default=None)
_INSERT = """
INSERT INTO access_effort (instansi_id, person_id, week, form, seconds, times) VALUES (%s, %s, %s, %s, %s, 1)
    ON CONFLICT (instansi_id, person_id, week, form)
    DO UPDATE SET seconds = access_effort.seconds + excluded.seconds, times = access_effort.times + 1
"""


@contextmanager
def measured(request: HttpRequest, person_id: UUID) -> Iterator[Callable[[HttpResponse], None]]:
    """Around an act: what its form took is kept with it, and forgotten when the act is refused."""
    _begin(request, person_id)
    try:
        yield _settle
    finally:
        _pending.set(None)


def _begin(request: HttpRequest, person_id: UUID) -> None:
    """Note what a form says it took; what cannot be read is nothing."""
    text = request.POST.get(FIELD, "")
    match = request.resolver_match
    readable = text.isdecimal() and len(text) < 6 and match is not None
    _pending.set((person_id, match.view_name[:60], min(int(text), LONGEST)) if readable else None)  # type: ignore[union-attr]


def ahead_of(statement: str) -> tuple[str, list[Any]]:
    """The statement an act writes anyway, with the effort kept by the same round trip; its parameters come first."""
    pending = _pending.get()
    if pending is None:
        return statement, []
    _pending.set(None)
    return f"WITH effort AS ({_INSERT}) {statement}", _parameters(pending)


def _settle(response: HttpResponse) -> None:
    """Keep the effort of a form that was taken, unless its act did."""
    pending = _pending.get()
    _pending.set(None)
    if pending is not None and response.status_code < 400:
        with connection.cursor() as cursor:
            cursor.execute(_INSERT, _parameters(pending))


def forget_old() -> int:
    """Delete what is older than half a year."""
    return Effort.objects.filter(week__lt=clock.today() - KEPT).delete()[0]


def _parameters(pending: tuple[UUID, str, int]) -> list[Any]:
    person_id, form, seconds = pending
    today = clock.today()
    return [current_id(), person_id, today - timedelta(days=today.weekday()), form, seconds]
