"""The table of what runs when: `settings.JOBS_SCHEDULE` names it, the worker keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.module_loading import import_string
from procrastinate import App

from kinerja.tools.jobs.queue import later


@dataclass(frozen=True)
class Scheduled:
    """A row: the job's name, a cron line in UTC (WIB is seven hours later), and why then."""

    job: str
    cron: str
    why: str


def table() -> Sequence[Scheduled]:
    """The rows of this installation."""
    rows: Sequence[Scheduled] = import_string(settings.JOBS_SCHEDULE)
    return rows


def register(app: App) -> None:
    """Make a periodic task of each row; when due it enqueues the job once for every instansi."""
    for row in table():
        _register(app, row)


def _register(app: App, row: Scheduled) -> None:
    def due(timestamp: int) -> None:
        for instansi_id in import_string(settings.JOBS_EVERY_INSTANSI)():
            later(row.job, instansi_id, debounce="schedule")

    task = app.task(name=f"schedule.{row.job}", queueing_lock=f"schedule.{row.job}", pass_context=False)(due)
    app.periodic(cron=row.cron, periodic_id=row.job)(task)
