"""Which instansi this work is for. The database enforces it; Python only says it.

The instansi comes from the session (pages), from the address (public pages), or from the first argument (jobs,
commands). It is set for one transaction only, so a pooled connection can never carry it to somebody else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection, transaction

_current: ContextVar[UUID | None] = ContextVar("instansi", default=None)


class NoInstansi(RuntimeError):
    """A tenant table was written outside `inside(instansi)`."""


def current_id() -> UUID:
    """The id of the instansi this work is for."""
    instansi_id = _current.get()
    if instansi_id is None:
        raise NoInstansi(
            "No instansi is set: wrap the work in kinerja.base.tenancy.context.inside(instansi_id)."
        )
    return instansi_id


def current_or_none() -> UUID | None:
    """The id of the instansi, or None outside of any."""
    return _current.get()


@contextmanager
def inside(instansi_id: UUID | str) -> Iterator[None]:
    """One transaction for one instansi. Nested: the same instansi joins, another one is refused."""
    instansi_id = instansi_id if isinstance(instansi_id, UUID) else UUID(str(instansi_id))
    outer = _current.get()
    if outer == instansi_id and connection.in_atomic_block:
        yield
        return
    if outer is not None and connection.in_atomic_block:
        raise NoInstansi("Work for one instansi may not open another one inside its transaction.")
    nested = connection.in_atomic_block
    with transaction.atomic():
        token = _current.set(instansi_id)
        try:
            _tell_database(str(instansi_id))
            yield
            if nested:  # an outer transaction goes on (tests): it must not keep the setting of this block
                _tell_database("")
        finally:
            _current.reset(token)


def _tell_database(instansi_id: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kinerja.instansi', %s, true)", [instansi_id])
