"""Two hands at the same moment, on real connections: one act is done, the other is told why not."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from kinerja.areas.reporting.tests.stages import Stage as ReportingStage
from kinerja.base.access import actions
from kinerja.base.access.errors import DisputeRefused
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import Role
from kinerja.base.accounts import activation
from kinerja.base.accounts.models import Activation, User
from kinerja.base.calendar import actions as calendar
from kinerja.base.calendar.errors import CalendarRefused
from kinerja.base.calendar.models import FreeDay
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import RaterDispute
from kinerja.base.organization.tests.cast import grant
from kinerja.base.organization.tests.factories import make_head, make_instansi, make_member, make_unit
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.refusals import Refusal


class Office(ReportingStage):
    """A government of its own with two people of the personnel agency."""

    def __init__(self) -> None:
        self.instansi = make_instansi(f"lomba-{uuid4().hex[:12]}", "Instansi untuk lomba")
        with inside(self.instansi.pk):
            unit = make_unit("BKPSDM lomba")
            self.rater = make_head(unit, "Sari Lomba")
            self.nurse, self.ratna, self.rudi = (
                make_member(unit, name) for name in ("Budi", "Ratna", "Rudi")
            )
            for officer in (self.ratna, self.rudi):
                grant(officer, Role.AGENCY)

    def entries(self, verb: str) -> int:
        with inside(self.instansi.pk):
            return Entry.objects.filter(verb=verb).count()


@pytest.fixture
def office(own_database: None) -> Office:
    return Office()


def one_of(results: list[Any], made: type, refused: type[Refusal]) -> None:
    assert sorted((type(each) for each in results), key=lambda kind: kind is made) == [refused, made]


def test_two_statements_of_one_person_become_one_task(office: Office) -> None:
    results = office.race(
        *[lambda: actions.dispute_rater(office.nurse, explanation="Pindah ruangan", by=office.nurse)] * 2
    )

    one_of(results, RaterDispute, DisputeRefused)
    with inside(office.instansi.pk):
        assert Message.objects.filter(kind="access.rater_disputed").count() == 1
    assert office.entries("access.rater_disputed") == 1


def test_two_people_at_once_reach_two_officers(office: Office) -> None:
    def say(person: Any) -> Callable[[], Any]:
        return lambda: actions.dispute_rater(person, explanation="Pindah ruangan", by=person)

    results = office.race(say(office.nurse), say(office.rater))

    assert {each.owner_id for each in results} == {office.ratna.pk, office.rudi.pk}


def test_one_answer_settles_a_statement(office: Office) -> None:
    with inside(office.instansi.pk):
        said = actions.dispute_rater(office.nurse, explanation="Pindah ruangan", by=office.nurse)

    results = office.race(
        lambda: actions.settle_dispute(said, answer="Sudah diperbaiki", by=office.ratna),
        lambda: actions.settle_dispute(said, answer="Tetap seperti semula", by=office.rudi),
    )

    one_of(results, RaterDispute, DisputeRefused)
    assert office.entries("access.dispute_settled") == 1


def test_one_role_is_given_once(office: Office) -> None:
    given = {"role": Role.AUDITOR, "begins": clock.today(), "ends": None, "decree": "SK 1"}

    results = office.race(
        lambda: actions.grant_role(person=office.nurse, by=office.ratna, **given),
        lambda: actions.grant_role(person=office.nurse, by=office.rudi, **given),
    )

    assert len([each for each in results if isinstance(each, RoleGrant)]) == 1
    assert len([each for each in results if isinstance(each, Refusal)]) == 1
    assert office.entries("access.role_granted") == 1


def test_the_last_two_of_the_agency_cannot_take_the_role_from_each_other(office: Office) -> None:
    with inside(office.instansi.pk):
        held = {each.person_id: each for each in RoleGrant.objects.filter(role=Role.AGENCY)}
    yesterday = clock.today() - timedelta(days=1)

    def take(officer: Any, by: Any) -> Callable[[], Any]:
        return lambda: actions.revoke_role(held[officer.pk], last=yesterday, by=by, reason="Mutasi")

    office.race(take(office.ratna, office.rudi), take(office.rudi, office.ratna))

    with inside(office.instansi.pk):
        assert RoleGrant.objects.on(clock.today()).filter(role=Role.AGENCY).count() == 1


def test_one_day_is_declared_free_once(office: Office) -> None:
    day = clock.today() + timedelta(days=40)

    results = office.race(
        *[lambda: calendar.add_own_day(day=day, name="Hari jadi", decree="Perwal 1", by=office.ratna)] * 2
    )

    one_of(results, FreeDay, CalendarRefused)
    assert office.entries("calendar.own_day_added") == 1


def test_one_day_is_taken_back_once(office: Office) -> None:
    with inside(office.instansi.pk):
        free = FreeDay.objects.create(
            day=clock.today() + timedelta(days=50), name="Libur", kind=FreeDay.Kind.OWN, decree="SK"
        )

    results = office.race(*[lambda: calendar.withdraw_day(free, by=office.ratna, reason="Keliru")] * 2)

    one_of(results, FreeDay, CalendarRefused)
    assert office.entries("calendar.day_withdrawn") == 1


def test_a_code_lets_one_browser_in(office: Office) -> None:
    code = activation.issue_code(User.objects.get(pk=office.nurse.pk))

    results = office.race(*[lambda: activation.use_code(office.nurse.nip, code)] * 3)

    assert [each.pk for each in results if each is not None] == [office.nurse.pk]


def test_a_link_opens_for_one_browser(office: Office) -> None:
    secret = activation.issue_link(User.objects.get(pk=office.nurse.pk))

    results = office.race(*[lambda: activation.use_link(secret)] * 3)

    assert [each.pk for each in results if each is not None] == [office.nurse.pk]


def test_wrong_codes_at_one_moment_are_all_counted(office: Office) -> None:
    activation.issue_code(User.objects.get(pk=office.nurse.pk))

    office.race(*[lambda: activation.use_code(office.nurse.nip, "AAAA-BBBB-CCCC")] * 5)

    assert Activation.objects.get(user=office.nurse.pk).failures == 5
