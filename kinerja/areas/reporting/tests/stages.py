"""A stage of its own for tests that need real connections: an instansi written for good, in a copy of the template.

What is written here is really written, and the application's role can empty no table: so the tests work on a copy of
the template, which is dropped afterwards.
"""

import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import uuid4

import psycopg
from django.db import DatabaseError, connection

from conftest import cluster
from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.actions import Entry
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.tests.factories import make_patients, make_report
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.factories import make_head, make_instansi, make_member, make_unit
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi
from kinerja.tools import clock
from kinerja.tools.refusals import Refusal


class Stage:
    """An instansi of its own with a nurse, her superior and an indicator, written for good."""

    moment = date(2026, 7, 1)

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
        return Entry(uuid4(), self.indicator.pk, self.moment, Decimal(value))

    def by_hand(self, statement: str, *parameters: Any) -> None:
        """What somebody does who is stronger than the application."""
        with psycopg.connect(cluster()._admin(connection.settings_dict["NAME"]), autocommit=True) as found:
            found.execute(statement, parameters)

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
                with clock.at(self.moment):
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
