"""The queue of the test database, and a real worker that empties it."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from kinerja.tools.jobs import rescue, schedule
from kinerja.tools.jobs.queue import later
from kinerja.tools.jobs.registry import RETRY
from kinerja.tools.jobs.tests import probes

ONE, OTHER = uuid4(), uuid4()


@pytest.fixture(autouse=True)
def _real_queue(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Committed rows, since a worker has connections of its own; the queue is emptied afterwards."""
    probes.done.clear()
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM procrastinate_events")
            cursor.execute("DELETE FROM procrastinate_jobs")


def work() -> None:
    """Run a worker until the queue is empty."""
    with app.replace_connector(app.connector.get_worker_connector()):
        app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def waiting() -> list[str]:
    return list(ProcrastinateJob.objects.filter(status="todo").values_list("task_name", flat=True))


def test_a_job_runs_inside_the_instansi_of_its_first_argument() -> None:
    assert later(probes.note, ONE, word="selesai")
    work()
    assert probes.done == [(ONE, ONE, "selesai")]


def test_a_job_may_be_asked_for_by_name() -> None:
    later("tests.note", OTHER)
    work()
    assert probes.done == [(OTHER, OTHER, "")]


def test_one_waiting_job_with_a_key_is_enough() -> None:
    assert later(probes.note, ONE, debounce="budi")
    assert not later(probes.note, ONE, debounce="budi")
    assert later(probes.note, ONE, debounce="sari")
    assert later(probes.note, OTHER, debounce="budi")
    work()
    assert len(probes.done) == 3


def test_a_key_is_free_again_once_its_job_has_run() -> None:
    later(probes.note, ONE, debounce="budi")
    work()
    assert later(probes.note, ONE, debounce="budi")


def test_a_refused_second_call_leaves_the_callers_transaction_whole() -> None:
    with transaction.atomic():
        later(probes.note, ONE, debounce="budi")
        later(probes.note, ONE, debounce="budi")
        later(probes.note, ONE, word="after")
    assert len(waiting()) == 2


def test_a_job_of_a_transaction_that_fails_does_not_exist() -> None:
    def act() -> None:
        with transaction.atomic():
            later(probes.note, ONE)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act()
    assert waiting() == []


def test_a_job_for_later_waits() -> None:
    later(probes.note, ONE, wait=timedelta(hours=1))
    work()
    assert probes.done == []
    assert waiting() == ["tests.note"]


def test_a_job_that_fails_is_tried_again_later() -> None:
    later(probes.fail, ONE)
    work()
    job = ProcrastinateJob.objects.get()
    assert (job.status, job.attempts) == ("todo", 1)
    assert job.scheduled_at is not None


def test_failures_are_given_up_after_about_a_day() -> None:
    assert RETRY.max_attempts == 8


def test_jobs_of_a_killed_worker_are_run_again() -> None:
    later(probes.note, ONE)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL")
    rescue.rescue.defer(timestamp=0)
    work()
    work()
    assert [done[0] for done in probes.done] == [ONE]


def test_a_schedule_wakes_the_job_of_every_instansi(monkeypatch: pytest.MonkeyPatch) -> None:
    row = schedule.Scheduled("tests.note", "0 20 * * *", "at night nobody waits")
    monkeypatch.setattr(settings, "JOBS_EVERY_INSTANSI", f"{__name__}.two_instansi")
    schedule._register(app, row)
    app.configure_task("schedule.tests.note").defer(timestamp=0)
    work()
    work()
    assert {done[0] for done in probes.done} == {ONE, OTHER}


def two_instansi() -> list[UUID]:
    return [ONE, OTHER]


def test_every_scheduled_job_exists_and_says_why_then() -> None:
    for row in schedule.table():
        assert row.job in app.tasks
        assert row.why
