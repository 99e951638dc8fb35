import threading
import time
from collections.abc import Iterator, Sequence
from uuid import UUID, uuid4

import psycopg
import pytest

from kinerja.tools.live.channel import CHANNEL, names_in
from kinerja.tools.live.dispatcher import BATCH, Dispatcher, Wake
from kinerja.tools.live.tests.conftest import INSTANSI, KEY, Outbox, wait_until
from kinerja.tools.live.topics import name

SUBSCRIPTIONS = {
    "report.submitted": ["monitoring.forecast"],
    "skp.agreed": ["inbox.tell", "monitoring.forecast"],
}


class Running:
    """A dispatcher in a thread, with the jobs it woke and the names it told."""

    def __init__(self, outbox: Outbox) -> None:
        self.woken: list[Wake] = []
        self.refuse: set[UUID] = set()
        self.stop = threading.Event()
        self.dispatcher = Dispatcher(KEY, outbox.url("kinerja_dispatch"), SUBSCRIPTIONS, self.wake)
        self.thread = threading.Thread(target=self.dispatcher.run, args=(self.stop,))
        self.thread.start()

    def wake(self, calls: Sequence[Wake]) -> None:
        if any(call.subject_id in self.refuse for call in calls):
            raise RuntimeError("the queue does not take it")
        self.woken += calls

    def end(self) -> None:
        self.stop.set()
        self.thread.join()


@pytest.fixture
def running(outbox: Outbox) -> Iterator[Running]:
    made = Running(outbox)
    yield made
    made.end()


class Ear:
    """Hears what is told on the channel."""

    def __init__(self, outbox: Outbox) -> None:
        self.connection = psycopg.connect(outbox.url("kinerja_app"), autocommit=True)
        self.connection.execute(f"LISTEN {CHANNEL}")

    def hear(self, seconds: float = 2) -> list[str]:
        notices = self.connection.notifies(timeout=seconds, stop_after=1)
        return [word for notice in notices for word in names_in(notice.payload)]


@pytest.fixture
def ear(outbox: Outbox) -> Iterator[Ear]:
    made = Ear(outbox)
    yield made
    made.connection.close()


def test_an_act_is_told_by_opaque_names_and_leaves_the_outbox(
    outbox: Outbox, running: Running, ear: Ear
) -> None:
    outbox.act("unit:a", "person:b")
    assert ear.hear() == [name(KEY, "unit:a"), name(KEY, "person:b")]
    wait_until(lambda: outbox.left() == 0)


def test_an_act_is_told_within_a_moment(outbox: Outbox, running: Running, ear: Ear) -> None:
    outbox.act("unit:warm")
    ear.hear()
    began = time.monotonic()
    outbox.act("unit:a")
    assert ear.hear()
    assert time.monotonic() - began < 1


def test_a_verb_wakes_its_jobs(outbox: Outbox, running: Running) -> None:
    outbox.act("unit:a", verb="skp.agreed")
    wait_until(lambda: len(running.woken) == 2)
    assert [call.job for call in running.woken] == ["inbox.tell", "monitoring.forecast"]
    assert {call.instansi_id for call in running.woken} == {INSTANSI}


def test_a_verb_nobody_wants_wakes_nothing(outbox: Outbox, running: Running) -> None:
    outbox.act("unit:a", verb="unit.renamed")
    wait_until(lambda: outbox.left() == 0)
    assert running.woken == []


def test_many_acts_on_one_thing_wake_a_job_once_a_round(outbox: Outbox, running: Running) -> None:
    outbox.act("unit:a", times=300)
    wait_until(lambda: outbox.left() == 0)
    assert len(running.woken) < 5


def test_more_than_a_batch_is_emptied_at_once(outbox: Outbox, running: Running) -> None:
    outbox.act("unit:a", times=BATCH * 4 + 1)
    wait_until(lambda: outbox.left() == 0, seconds=3)


def test_thousands_of_topics_are_told_in_pieces(outbox: Outbox, running: Running, ear: Ear) -> None:
    topics = [f"person:{number}" for number in range(1500)]
    outbox.act(*topics)
    heard: set[str] = set()
    wait_until(lambda: heard.update(ear.hear(0.2)) or len(heard) == 1500)
    assert heard == {name(KEY, topic) for topic in topics}


def test_a_job_that_cannot_be_enqueued_stays_and_holds_nobody_up(outbox: Outbox, running: Running) -> None:
    bad, good = uuid4(), uuid4()
    running.refuse = {bad}
    outbox.act("unit:a", subject=bad)
    outbox.act("unit:b", subject=good)
    wait_until(lambda: any(call.subject_id == good for call in running.woken))
    wait_until(lambda: outbox.left() == 1)
    running.refuse = set()
    running.dispatcher._postponed.clear()
    wait_until(lambda: outbox.left() == 0)
    assert {call.subject_id for call in running.woken} == {bad, good}


def test_only_one_works_and_the_other_takes_over(outbox: Outbox) -> None:
    first, second = Running(outbox), Running(outbox)
    try:
        outbox.act("unit:a", subject=uuid4())
        wait_until(lambda: outbox.left() == 0)
        one, other = (first, second) if first.woken else (second, first)
        assert (len(one.woken), len(other.woken)) == (1, 0)
        one.end()
        outbox.act("unit:a", subject=uuid4())
        wait_until(lambda: len(other.woken) == 1)
    finally:
        first.end()
        second.end()


def test_a_restarted_database_is_waited_for(outbox: Outbox, running: Running) -> None:
    outbox.act("unit:a", subject=uuid4())
    wait_until(lambda: len(running.woken) == 1)
    outbox.end_connections("kinerja_dispatch")
    outbox.act("unit:a", subject=uuid4())
    wait_until(lambda: len(running.woken) == 2)


def test_the_dispatchers_role_may_read_and_delete_only(outbox: Outbox) -> None:
    with (
        psycopg.connect(outbox.url("kinerja_dispatch")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("UPDATE ledger_outbox SET verb = 'x'")
