"""later(): ask for a job, in the transaction of the caller."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from kinerja.tools.jobs.registry import Job


def later(
    job: Job | str,
    instansi_id: UUID,
    *,
    debounce: str | None = None,
    wait: timedelta | None = None,
    **arguments: Any,
) -> bool:
    """Enqueue `job` (the function or its name) for the instansi; `arguments` must be JSON: ids go as text.

    With `debounce`, one waiting job with that key is enough: a second call changes nothing and returns
    False. A job that already runs does not count, so nothing that happens meanwhile is missed. `wait`: not
    before this has passed.
    """
    name = job if isinstance(job, str) else str(job.job_name)  # type: ignore[attr-defined]
    options: dict[str, Any] = {"schedule_in": {"seconds": wait.total_seconds()}} if wait else {}
    if debounce is not None:
        options["queueing_lock"] = f"{name}:{instansi_id}:{debounce}"
    task = app.configure_task(name, **options)
    try:
        with transaction.atomic():
            task.defer(instansi_id=str(instansi_id), **arguments)
    except AlreadyEnqueued:
        return False
    return True
