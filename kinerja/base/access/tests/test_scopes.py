"""A permission becomes a WHERE: exactly the rows, in the query."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from kinerja.base.access import principal as principals
from kinerja.base.access.matrix import MATRIX, Scope
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import Role
from kinerja.base.access.scopes import NoReach, may, restrict
from kinerja.base.organization.models import Person, Team
from kinerja.base.organization.tests.cast import Cast, grant
from kinerja.base.organization.tests.factories import make_member, make_unit


def seen_by(person: Person, action: str = "skp.read") -> set[str]:
    who = principals.load(person.pk)
    assert who is not None
    return set(restrict(Person.objects.all(), who, action).values_list("name", flat=True))


def test_an_employee_sees_himself(kota: Cast) -> None:
    assert seen_by(kota.budi) == {"Budi Santoso"}


def test_a_superior_sees_himself_and_whom_he_rates(kota: Cast) -> None:
    assert seen_by(kota.sari) == {"Sari Wulandari", "Budi Santoso"}


def test_the_agency_sees_the_whole_government_and_nobody_elses(kota: Cast) -> None:
    assert seen_by(kota.ratna) == set(Person.objects.values_list("name", flat=True))
    assert "Dewi Lestari" not in seen_by(kota.ratna)


def test_a_clerk_of_a_unit_sees_it_and_all_below(kota: Cast) -> None:
    clerk = make_member(kota.bkpsdm, "Tuti")
    make_member(make_unit("Pustu", kota.puskesmas), "Rina")
    grant(clerk, Role.PERFORMANCE_CLERK, kota.puskesmas)

    assert seen_by(clerk) == {"Tuti", "Sari Wulandari", "Budi Santoso", "Rina"}


def test_an_ended_grant_opens_nothing(kota: Cast) -> None:
    RoleGrant.objects.filter(person=kota.ratna).update(during=DateRange(date(2020, 1, 1), date(2021, 1, 1)))

    assert seen_by(kota.ratna) == {"Ratna Dewanti"}


def test_an_action_of_another_role_shows_nothing(kota: Cast) -> None:
    who = principals.load(kota.budi.pk)

    assert who is not None
    assert not may(who, "person.change")
    assert seen_by(kota.budi, "person.change") == set()


def test_a_model_must_say_how_it_reaches_a_person(kota: Cast) -> None:
    who = principals.load(kota.budi.pk)

    assert who is not None
    with pytest.raises(NoReach, match="Team"):
        restrict(Team.objects.all(), who, "skp.write")


def test_the_principal_knows_post_unit_and_what_he_heads(kota: Cast) -> None:
    who = principals.load(kota.sari.pk)

    assert who is not None
    assert (who.unit_name, who.position_title, who.leads) == ("Puskesmas 01", "Kepala Puskesmas 01", True)
    assert who.headed_unit_ids == (kota.puskesmas.pk,)
    assert Role.UNIT_HEAD in who.roles


def test_a_stranger_is_nobody_here(kota: Cast) -> None:
    assert principals.load(kota.dewi.pk) is None


@pytest.mark.parametrize("action", sorted(MATRIX))
def test_only_granted_roles_reach_the_whole_government_except_to_read_goals_and_services(action: str) -> None:
    wide = {role for role, scope in MATRIX[action].items() if scope == Scope.INSTANSI}

    assert action in {"iku.read", "service.read"} or Role.EMPLOYEE not in wide
    assert Role.SUPERIOR not in wide
