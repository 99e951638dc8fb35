"""Two requests at the same moment, on real connections, in a database of their own.

What is written here is really written, and the application's role can empty no table: so the tests work on a copy of
the template, which is dropped afterwards.
"""

import threading
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection

from conftest import cluster, template
from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.actions import Entry, accept, correct, submit, withdraw
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_patients, make_report
from kinerja.base.ledger.models import Entry as Act
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.factories import make_head, make_instansi, make_member, make_unit
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi
from kinerja.tools import clock
from kinerja.tools.refusals import Refusal

AT_ONCE = 4


class Stage:
    """An instansi of its own with a nurse, her superior and an indicator, written for good."""

    def __init__(self) -> None:
        self.instansi: Instansi = make_instansi(f"lomba-{uuid4().hex[:12]}", "Instansi untuk lomba")
        with inside(self.instansi.pk):
            unit = make_unit("Puskesmas lomba")
            self.rater: Person = make_head(unit, "Sari Lomba")
            self.nurse: Person = make_member(unit, "Budi Lomba")
            self.indicator: Indicator = make_patients(self.nurse)

    def report(self) -> Report:
        with inside(self.instansi.pk):
            return Report.objects.for_door().get(pk=make_report(self.indicator).pk)

    def entry(self, value: int = 5) -> Entry:
        return Entry(uuid4(), self.indicator.pk, TODAY, Decimal(value))

    def race(self, *acts: Callable[[], Any]) -> list[Any]:
        """Run the acts at once, each in one transaction on its own connection; what each returned or raised."""

        def whole(act: Callable[[], Any]) -> Any:
            with inside(self.instansi.pk):
                return act()

        return self.apart(*[partial(whole, act) for act in acts])

    def apart(self, *acts: Callable[[], Any]) -> list[Any]:
        """Run the acts at once, each on its own connection with transactions of its own."""
        gate, results = threading.Barrier(len(acts)), [None] * len(acts)

        def run(number: int, act: Callable[[], Any]) -> None:
            gate.wait()
            try:
                with clock.at(TODAY):
                    results[number] = act()
            except (Refusal, DatabaseError, threading.BrokenBarrierError) as refused:
                results[number] = refused
            finally:
                connection.close()  # this thread's own

        threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        return results


@pytest.fixture(scope="module")
def own_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Every connection of this module leads to a fresh copy of the template."""
    usual, own = connection.settings_dict["NAME"], f"{connection.settings_dict['NAME']}_races"
    cluster().create_database(own, template=template())
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = own
        yield
        connection.close()
        connection.settings_dict["NAME"] = usual
    cluster().drop_database(own)


@pytest.fixture
def stage(own_database: None) -> Stage:
    return Stage()


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
