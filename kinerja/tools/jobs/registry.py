"""How a function becomes a job: it runs in the background, inside the tenancy of its first argument."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

#: a job that fails is tried again after 15 s, 1 min, 4 min … and given up after a day or so
RETRY = RetryStrategy(max_attempts=8, wait=15, exponential_wait=4)

Job = Callable[..., None]
Register = Callable[[Job], Job]


#: jobs that take several subjects of one kind at once (`subject_ids`)
_IN_SETS: set[str] = set()


def takes_sets(name: str) -> bool:
    """Whether the job may be woken once for several subjects."""
    return name in _IN_SETS


def job(name: str, *, in_sets: bool = False) -> Register:
    """Register `function(instansi_id, …)` under `name` (`area.verb`, written in full: it is stored in the
    queue).

    It runs inside the instansi's walls (`settings.JOBS_INSIDE`: dotted path of a
    function that takes the id and returns a context manager). It must bear running twice: a killed worker's
    jobs are run again. `in_sets`: woken for several acts at once, it is told `subject_ids` instead of `subject_id`.
    """
    if in_sets:
        _IN_SETS.add(name)

    def register(function: Job) -> Job:
        @wraps(function)
        def run(instansi_id: str, **arguments: Any) -> None:
            inside = import_string(settings.JOBS_INSIDE)
            instansi = UUID(instansi_id)
            with inside(instansi):
                function(instansi, **arguments)

        app.task(name=name, retry=RETRY)(run)
        function.job_name = name  # type: ignore[attr-defined]
        return function

    return register


def job_in_steps(name: str) -> Register:
    """As `job`, for work that asks others and must not hold a transaction meanwhile.

    `function(instansi_id, step, …)`: `with step():` opens a transaction inside the instansi's walls; between two of
    them nothing is held, and what a step wrote stays when a later one fails.
    """

    def register(function: Job) -> Job:
        @wraps(function)
        def run(instansi_id: str, **arguments: Any) -> None:
            instansi = UUID(instansi_id)
            function(instansi, partial(import_string(settings.JOBS_INSIDE), instansi), **arguments)

        app.task(name=name, retry=RETRY)(run)
        function.job_name = name  # type: ignore[attr-defined]
        return function

    return register
