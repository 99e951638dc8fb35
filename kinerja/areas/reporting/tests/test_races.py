"""Two requests at the same moment, on real connections, in a database of their own."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from kinerja.areas.planning.actions import close_period
from kinerja.areas.planning.models import Period
from kinerja.areas.reporting.actions import Entry, accept, correct, send_back, submit, withdraw
from kinerja.areas.reporting.errors import NotReportable
from kinerja.areas.reporting.management.commands.check_tallies import wrong_tallies
from kinerja.areas.reporting.models import Report, Tally
from kinerja.areas.reporting.tests.stages import Stage
from kinerja.base.ledger.models import Entry as Act
from kinerja.base.tenancy.context import inside
from kinerja.tools.refusals import Refusal

AT_ONCE = 4


def counted(stage: Stage, verb: str) -> tuple[int, int]:
    """Reports and acts of a verb."""
    with inside(stage.instansi.pk):
        return Report.objects.count(), Act.objects.filter(verb=verb).count()


def test_the_copy_is_what_the_threads_write_to(stage: Stage) -> None:
    (name,) = stage.race(lambda: connection.settings_dict["NAME"])

    assert name.endswith("_races")


def test_the_same_report_sent_four_times_at_once_is_one(stage: Stage) -> None:
    entry = stage.entry()

    results = stage.race(*[lambda: submit([entry], by=stage.nurse)] * AT_ONCE)

    assert results == [[entry.id]] * AT_ONCE
    assert counted(stage, "reporting.submitted") == (1, 1)


def test_however_often_a_report_is_sent_twice_at_once_nobody_meets_an_error(stage: Stage) -> None:
    """The key is unique twice, (id) and (instansi, id); a race for the second one must not surface."""
    entries = [stage.entry() for _number in range(60)]
    gate = threading.Barrier(AT_ONCE)

    def send_all() -> int:
        sent = 0
        for entry in entries:
            gate.wait(20)
            with inside(stage.instansi.pk):
                sent += len(submit([entry], by=stage.nurse))
        return sent

    assert stage.apart(*[send_all] * AT_ONCE) == [60] * AT_ONCE
    assert counted(stage, "reporting.submitted") == (60, 60)


def test_sheets_with_the_same_rows_in_another_order_do_not_block_each_other(stage: Stage) -> None:
    first, second = stage.entry(1), stage.entry(2)

    results = stage.race(
        lambda: submit([first, second], by=stage.nurse), lambda: submit([second, first], by=stage.nurse)
    )

    assert [sorted(each) for each in results] == [sorted([first.id, second.id])] * 2
    assert counted(stage, "reporting.submitted") == (2, 2)


def test_the_same_id_with_two_figures_at_once_keeps_one_and_refuses_the_other(stage: Stage) -> None:
    entry, other = stage.entry(5), stage.entry(6)
    other = Entry(entry.id, other.indicator_id, other.day, other.value)

    results = stage.race(lambda: submit([entry], by=stage.nurse), lambda: submit([other], by=stage.nurse))

    assert sum(isinstance(each, Refusal) for each in results) == 1
    assert counted(stage, "reporting.submitted") == (1, 1)


def test_the_same_correction_sent_twice_at_once_is_one(stage: Stage) -> None:
    report, entry = stage.report(), stage.entry(9)

    results = stage.race(*[lambda: correct(report, entry, reason="angka", by=stage.nurse)] * 2)

    assert results == [entry.id] * 2
    assert counted(stage, "reporting.corrected") == (2, 1)


def test_of_accepting_and_withdrawing_at_once_nothing_is_lost(stage: Stage) -> None:
    report, second = stage.report(), stage.report()

    stage.race(
        lambda: accept(report, by=stage.rater), lambda: withdraw(second, reason="keliru", by=stage.nurse)
    )

    with inside(stage.instansi.pk):
        assert set(Report.objects.values_list("state", flat=True)) == {"DITERIMA", "DITARIK"}


def test_two_accepts_at_once_are_one(stage: Stage) -> None:
    report = stage.report()

    results = stage.race(*[lambda: accept(Report.objects.for_door().get(pk=report.pk), by=stage.rater)] * 2)

    assert sum(isinstance(each, Refusal) for each in results) <= 1
    assert counted(stage, "reporting.accepted") == (1, 1)


def test_reports_on_one_indicator_at_once_are_all_in_its_tally(stage: Stage) -> None:
    def send() -> None:
        for value in range(1, 11):
            with inside(stage.instansi.pk):
                submit([stage.entry(value)], by=stage.nurse)

    stage.apart(*[send] * AT_ONCE)

    with inside(stage.instansi.pk):
        assert wrong_tallies() == []
        assert Tally.objects.get().total == AT_ONCE * 55


def test_sending_and_withdrawing_on_one_indicator_at_once_keeps_its_tally(stage: Stage) -> None:
    earlier = [stage.report() for _number in range(12)]

    def send() -> None:
        for value in range(1, 13):
            with inside(stage.instansi.pk):
                submit([stage.entry(value)], by=stage.nurse)

    def take_back() -> None:
        for report in earlier:
            with inside(stage.instansi.pk):
                withdraw(report, reason="keliru", by=stage.nurse)

    results = stage.apart(send, take_back)

    with inside(stage.instansi.pk):
        assert results == [None, None]
        assert wrong_tallies() == []
        assert Tally.objects.get().total == 78


def test_a_withdrawal_that_waits_for_a_report_counts_it(stage: Stage) -> None:
    """What is counted anew is counted after the wait, not before it."""
    earlier, has_sent = stage.report(), threading.Event()

    def send() -> None:
        with inside(stage.instansi.pk):
            submit([stage.entry(7)], by=stage.nurse)
            has_sent.set()
            time.sleep(0.4)

    def take_back() -> None:
        has_sent.wait(20)
        with inside(stage.instansi.pk):
            withdraw(earlier, reason="keliru", by=stage.nurse)

    stage.apart(send, take_back)

    with inside(stage.instansi.pk):
        assert wrong_tallies() == []
        assert Tally.objects.get().total == 7


def _closing(stage: Stage) -> Callable[[], Any]:
    return lambda: close_period(Period.objects.get(), by=stage.rater)


def _acts(stage: Stage) -> dict[str, Callable[[], Any]]:
    report = stage.report()
    return {
        "submit": lambda: submit([stage.entry()], by=stage.nurse),
        "correct": lambda: correct(report, stage.entry(9), reason="angka", by=stage.nurse),
        "withdraw": lambda: withdraw(report, reason="keliru", by=stage.nurse),
        "send_back": lambda: send_back(report, comment="Angkanya?", by=stage.rater),
    }


ACTS = ["submit", "correct", "withdraw", "send_back"]


@pytest.mark.parametrize("name", ACTS)
def test_what_comes_while_a_period_is_being_closed_waits_and_is_refused(stage: Stage, name: str) -> None:
    """The closing has not committed when the act begins: the state it reads first is still open."""
    act, has_closed = _acts(stage)[name], threading.Event()

    def close() -> None:
        with inside(stage.instansi.pk):
            _closing(stage)()
            has_closed.set()
            time.sleep(0.4)  # the act meets an open transaction

    def come() -> Any:
        has_closed.wait(20)
        with inside(stage.instansi.pk):
            return act()

    _closed, answer = stage.apart(close, come)

    assert isinstance(answer, NotReportable)
    with inside(stage.instansi.pk):
        assert list(Report.objects.values_list("state", flat=True)) == ["DIKIRIM"]


def test_a_period_is_closed_only_after_the_reports_that_came_before(stage: Stage) -> None:
    order: list[str] = []
    has_sent = threading.Event()

    def send() -> None:
        with inside(stage.instansi.pk):
            submit([stage.entry()], by=stage.nurse)
            has_sent.set()
            time.sleep(0.4)
            order.append("sent")

    def close() -> None:
        has_sent.wait(20)
        with inside(stage.instansi.pk):
            _closing(stage)()
            order.append("closed")

    results = stage.apart(send, close)

    assert results == [None, None]
    assert order == ["sent", "closed"]
    assert counted(stage, "reporting.submitted") == (1, 1)


def test_a_stream_of_reports_does_not_keep_the_period_open(stage: Stage) -> None:
    """Who waits for a period alone comes before those who ask for it later: some always hold it here."""
    until = time.monotonic() + 20
    closed = threading.Event()

    def send() -> int:
        for number in range(2_000):
            if closed.is_set() or time.monotonic() > until:
                return number
            try:
                with inside(stage.instansi.pk):
                    submit([stage.entry()], by=stage.nurse)
                    time.sleep(0.01)
            except NotReportable:
                return number
        return 2_000

    def close() -> bool:
        time.sleep(0.2)
        with inside(stage.instansi.pk):
            _closing(stage)()
        closed.set()
        return time.monotonic() < until

    *_sent, in_time = stage.apart(*[send] * AT_ONCE, close)

    assert in_time is True
