"""What stands behind the tools: named in the settings by dotted path, so that no tool knows a room above it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Installation, Instansi
from kinerja.tools import clock
from kinerja.tools.jobs.queue import later
from kinerja.tools.live.dispatcher import Wake


def wake(call: Wake) -> None:
    """Enqueue the job an act woke, once for each thing that was acted on while it waits."""
    later(
        call.job,
        call.instansi_id,
        debounce=f"{call.subject_type}:{call.subject_id}",
        subject_type=call.subject_type,
        subject_id=str(call.subject_id),
    )


def every_instansi() -> Iterable[UUID]:
    """For jobs on a schedule: each instansi of this installation."""
    return Instansi.objects.values_list("pk", flat=True)


@contextmanager
def inside_at_the_moved_hour(instansi_id: UUID) -> Iterator[None]:
    """For the jobs of a demonstration: their clock stands where that of the pages stands."""
    with inside(instansi_id), clock.shifted(timedelta(seconds=Installation.shift_seconds())):
        yield
