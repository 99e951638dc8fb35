"""After any number of reorganisations the superior's list and everybody's own line say the same, on every day."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.base.organization import actions, lines
from kinerja.base.organization.actions.units import above
from kinerja.base.organization.models import Assignment, Person, Position, Unit, UnitPeriod
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_head, make_member, make_unit
from kinerja.tools import clock
from kinerja.tools.refusals import Refusal

START = date(2026, 1, 1)
KINDS = ("move", "appoint", "plt", "plh", "end", "leave", "override", "close")
STEP = st.tuples(st.sampled_from(KINDS), st.integers(0, 9), st.integers(0, 9), st.integers(0, 60))


def act(kota: Cast, kind: str, one: int, two: int, on: date) -> None:
    units, people = list(Unit.objects.order_by("pk")), list(Person.objects.order_by("pk"))
    posts, held = list(Position.objects.order_by("pk")), list(Assignment.objects.order_by("pk"))
    unit, person, post = units[one % len(units)], people[one % len(people)], posts[two % len(posts)]
    if kind == "move":
        actions.move_unit(unit, parent=units[two % len(units)], on=on, by=kota.ratna)
    elif kind == "appoint":
        actions.appoint(person, post, on=on, by=kota.ratna)
    elif kind in ("plt", "plh"):
        ends = on + timedelta(days=20)
        actions.appoint_acting(
            person, post, kind=kind.upper(), begins=on, ends=ends, by=kota.ratna, decree="SP"
        )
    elif kind == "end":
        actions.end_assignment(held[two % len(held)], last=on, by=kota.ratna, reason="x")
    elif kind == "leave":
        actions.person_leaves(person, on=on, by=kota.ratna, reason="x")
    elif kind == "override":
        actions.override_rater(
            person, people[two % len(people)], begins=on, ends=None, by=kota.ratna, reason="x"
        )
    else:
        actions.close_unit(unit, on=on, by=kota.ratna, reason="x")


def check(day: date) -> None:
    everybody = {line.person_id: line for line in lines.all_lines(day)}
    for person in Person.objects.all():
        expected = {key for key, line in everybody.items() if line.rater_id == person.pk}
        assert {line.person_id for line in lines.rated_by(person.pk, day)} == expected
        assert lines.line_of(person.pk, day) == everybody.get(person.pk)
    assert all(line.rater_id != line.person_id for line in everybody.values())
    for unit_id in UnitPeriod.objects.on(day).values_list("unit_id", flat=True):
        assert len(above(unit_id, day)) < 20, "the tree bites its own tail"


@pytest.fixture
def larger(kota: Cast) -> Cast:
    seksi = make_unit("Seksi tanpa pimpinan", kota.puskesmas)
    make_member(seksi, "Rina")
    make_head(make_unit("UPTD", seksi), "Tono")
    return kota


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, min_size=3, max_size=10))
def test_lists_and_lines_agree_after_random_reorganisations(larger: Cast, steps: list) -> None:
    with suppress(_Undo), transaction.atomic():
        with clock.at(START + timedelta(days=30)):
            for kind, one, two, days in steps:
                with suppress(Refusal):
                    act(larger, kind, one, two, START + timedelta(days=days))
        for days in (0, 15, 30, 61, 90):
            check(START + timedelta(days=days))
        raise _Undo


class _Undo(Exception):
    """Each example begins with the same people."""
