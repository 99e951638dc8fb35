"""What acts wake: each thing once while its job waits, and what comes in the same moment together where a job takes sets."""

from uuid import UUID, uuid4

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from kinerja.config import wiring
from kinerja.tools.live.dispatcher import Wake

pytestmark = pytest.mark.django_db
INSTANSI = uuid4()


def act(job: str, subject: UUID | None = None) -> Wake:
    return Wake(job, INSTANSI, "a.verb", "reporting.Report", subject or uuid4())


def waiting(job: str) -> list[dict]:
    return [each.args for each in ProcrastinateJob.objects.filter(task_name=job, status="todo")]


def test_the_same_thing_twice_while_its_job_waits_is_one_job() -> None:
    one = act("monitoring.reported")

    wiring.wake([one])
    wiring.wake([one])

    assert [args["subject_id"] for args in waiting("monitoring.reported")] == [str(one.subject_id)]


def test_a_rush_is_one_job_for_many_and_never_too_many() -> None:
    acts = [act("monitoring.reported") for _act in range(wiring.MOST_SUBJECTS + 50)]

    wiring.wake(acts)

    sizes = [len(args["subject_ids"]) for args in waiting("monitoring.reported")]
    assert sizes == [wiring.MOST_SUBJECTS, 50]
    found = {subject for args in waiting("monitoring.reported") for subject in args["subject_ids"]}
    assert found == {str(each.subject_id) for each in acts}


def test_a_job_that_takes_one_is_woken_for_each() -> None:
    wiring.wake([act("reporting.feed_skp"), act("reporting.feed_skp")])

    assert len(waiting("reporting.feed_skp")) == 2
