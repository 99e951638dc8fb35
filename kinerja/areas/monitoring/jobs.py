"""What follows by itself: forecasts after reports and every night, warnings, and what silence brings."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from kinerja.areas.monitoring import actions
from kinerja.areas.monitoring.models import Alert
from kinerja.areas.planning.models import Skp
from kinerja.areas.reporting import verbs as reporting
from kinerja.areas.reporting.models import Report
from kinerja.base.ledger.verbs import subscribe
from kinerja.tools import clock
from kinerja.tools.jobs.queue import later
from kinerja.tools.jobs.registry import job

#: people of one job of the night: its transaction stays short
CHUNK = 200
#: several reports in a row are one reckoning
PAUSE = timedelta(seconds=10)


@job("monitoring.reported", in_sets=True)
def reported(
    instansi_id: UUID, *, subject_type: str = "", subject_id: str = "", subject_ids: Sequence[str] = ()
) -> None:
    """Reports came, changed or went: their people's lines are reckoned anew, once for several reports in a row of one person.

    Of a rush, people who reported in the same moment are one reckoning.
    """
    subjects = subject_ids or [subject_id]
    found = Report.objects.filter(pk__in=subjects).values_list("person_id", flat=True)
    people = sorted({str(person_id) for person_id in found})
    if len(people) == 1:
        later("monitoring.forecast", instansi_id, debounce=people[0], wait=PAUSE, people=people)
    elif people:
        later("monitoring.forecast", instansi_id, wait=PAUSE, people=people)


@job("monitoring.forecast")
def forecast(instansi_id: UUID, *, people: list[str]) -> None:
    """Reckon the lines of these people, and let warnings follow."""
    actions.watch([UUID(each) for each in people])


@job("monitoring.pass_on")
def pass_on(instansi_id: UUID) -> None:
    """Warnings that nobody answered in time reach the level above, once."""
    actions.pass_on_silence()


@job("monitoring.nightly")
def nightly(instansi_id: UUID) -> None:
    """Everybody with an SKP in force or an open warning, in chunks: a day has passed, and silence too says something."""
    people = set(Skp.objects.agreed_on(clock.today()).values_list("person_id", flat=True))
    people |= set(Alert.objects.open().values_list("person_id", flat=True))
    for chunk in _chunks(sorted(str(each) for each in people)):
        later("monitoring.forecast", instansi_id, debounce=f"night:{chunk[0]}", people=chunk)


def _chunks(ids: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


for _verb in (
    reporting.SUBMITTED,
    reporting.CORRECTED,
    reporting.WITHDRAWN,
    reporting.ACCEPTED,
    reporting.ACCEPTED_TOGETHER,
    reporting.SENT_BACK,
):
    subscribe(_verb.name, "monitoring.reported")
