"""Ask for the job that empties a channel: one waiting job for each moment is enough."""

from datetime import datetime

from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.jobs.queue import later

DELIVER = "inbox.deliver"


def enqueue(channel: str, due: datetime | None = None) -> None:
    """Now, or not before `due`."""
    wait = due - clock.now() if due else None
    if wait is None or wait.total_seconds() <= 0:
        later(DELIVER, current_id(), debounce=channel, channel=channel)
    else:
        assert due is not None
        later(DELIVER, current_id(), debounce=f"{channel}:{due:%Y%m%d%H%M}", wait=wait, channel=channel)
