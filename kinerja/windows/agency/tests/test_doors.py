"""Who may open what: the agency acts, the auditor and the inspectorate read, everybody else finds nothing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse

from kinerja.areas.assessment.models import Review
from kinerja.areas.planning.models import Period
from kinerja.base.access.actions import connect_system
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import Role
from kinerja.base.calendar.models import FreeDay, Outage
from kinerja.base.organization.models import (
    Assignment,
    Person,
    Position,
    RaterDispute,
    RaterOverride,
    Team,
    TeamMember,
)
from kinerja.base.organization.tests.cast import Cast, grant
from kinerja.base.organization.tests.factories import SINCE
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.windows.agency.urls import urlpatterns

Browser = Callable[[Person], Client]
LISTS = [
    "home", "people", "units", "posts", "acting", "teams", "roles", "calendar", "periods", "receipts", "ledger", "disputes",
]  # fmt: skip
OF_PERSON = {"person", "appointment", "data", "leaving", "returning", "rater", "code", "account"}
OF_UNIT = {"unit", "rename", "move", "unit_closing", "plan_withdrawal", "position_new", "codes"}
OF_POST = {"post", "holder", "acting_new", "job_class", "post_closing"}

OF_READ = {"person", "unit", "post", "team", "receipts_of"}


def _keys(cast: Cast) -> dict[str, UUID]:
    """A real thing of Kota Jambi for every address with a key."""
    during = DateRange(SINCE, None)
    post = Position.objects.get(unit=cast.puskesmas, is_head=True)
    team = Team.objects.create(name="Tim", leader=cast.sari, unit=cast.dinkes, decree="SK", during=during)
    member = TeamMember.objects.create(team=team, person=cast.budi, during=during)
    override = RaterOverride.objects.create(person=cast.budi, rater=cast.kadis, during=during, reason="SK")
    dispute = RaterDispute.objects.create(
        person=cast.budi, explanation="Salah", owner=cast.ratna, due_on=clock.today(), filed_at=clock.now()
    )
    period = Period.objects.create(name="SKP", begins=SINCE, ends=clock.today(), fill_until=clock.today())
    free_day = FreeDay.objects.create(day=SINCE, name="Libur", kind="DAERAH", decree="SK")
    held = Assignment.objects.get(person=cast.budi)
    keys = dict.fromkeys(OF_PERSON, cast.budi.pk) | dict.fromkeys(OF_UNIT, cast.puskesmas.pk)
    keys |= dict.fromkeys(OF_POST, post.pk) | dict.fromkeys(
        ["assignment_end", "assignment_withdrawal"], held.pk
    )
    keys |= dict.fromkeys(["team", "member_new", "team_closing"], team.pk) | {"member_end": member.pk}
    review = Review.objects.create(
        period=period, name="TW 1", begins=SINCE, ends=clock.today(), fill_until=clock.today()
    )
    keys |= dict.fromkeys(
        ["period_change", "period_opening", "period_closing", "period_reopening", "review_new"], period.pk
    )
    keys |= dict.fromkeys(["review_closing", "review_reopening", "receipts_of"], review.pk)
    keys |= {"rater_end": override.pk, "dispute": dispute.pk, "day_withdrawal": free_day.pk}
    noon = datetime(SINCE.year, SINCE.month, SINCE.day, 12, tzinfo=clock.WIB)
    outage = Outage.objects.create(during=(noon, noon + timedelta(hours=1)), reason="Padam")
    keys |= {"outage_withdrawal": outage.pk}
    system, _token = connect_system(
        name="SIMPUS", rights=["volume.write"], expires_on=clock.today(), by=cast.ratna
    )
    keys |= {"system_end": system.pk}
    return keys | {"role_end": RoleGrant.objects.get(person=cast.ratna).pk}


def addresses(cast: Cast) -> dict[str, str]:
    """Every address of this window."""
    with inside(cast.kota.pk):
        keys = _keys(cast)
    return {
        str(pattern.name): reverse(
            f"agency:{pattern.name}", args=[keys[pattern.name]] if "<" in str(pattern.pattern) else []
        )
        for pattern in urlpatterns
    }


def answers(browser: Client, places: dict[str, str]) -> dict[str, int]:
    return {name: browser.get(address).status_code for name, address in places.items()}


def test_ratna_opens_every_page(cast: Cast, client_of: Browser) -> None:
    assert set(answers(client_of(cast.ratna), addresses(cast)).values()) == {200}


def test_a_stranger_is_asked_to_sign_in_everywhere(cast: Cast, client: Client) -> None:
    assert set(answers(client, addresses(cast)).values()) == {302}


@pytest.mark.parametrize("who", ["budi", "sari", "kadis"])
def test_an_employee_and_a_superior_find_nothing(cast: Cast, client_of: Browser, who: str) -> None:
    assert set(answers(client_of(getattr(cast, who)), addresses(cast)).values()) == {404}


def test_dewi_finds_nothing_of_kota_jambi(cast: Cast, client_of: Browser) -> None:
    keyed = addresses_with_keys(addresses(cast))

    assert len(keyed) > 30
    assert set(answers(client_of(cast.dewi), keyed).values()) == {404}
    browser = client_of(cast.dewi)
    assert {browser.post(address).status_code for name, address in keyed.items() if name not in OF_READ} == {
        404
    }


def addresses_with_keys(places: dict[str, str]) -> dict[str, str]:
    return {
        name: address
        for name, address in places.items()
        if any(len(part) == 36 for part in address.split("/"))
    }


def test_dewis_lists_hold_nobody_of_kota_jambi(cast: Cast, client_of: Browser) -> None:
    browser = client_of(cast.dewi)
    pages = "".join(browser.get(reverse(f"agency:{name}")).content.decode() for name in LISTS)

    assert "Dewi Lestari" in pages
    for name in ("Budi Santoso", "Sari Wulandari", "Ratna Dewanti", "Puskesmas 01"):
        assert name not in pages


def test_an_auditor_reads_everything_and_changes_nothing(cast: Cast, client_of: Browser) -> None:
    with inside(cast.kota.pk):
        grant(cast.budi, Role.AUDITOR)
    found = answers(client_of(cast.budi), addresses(cast))

    assert {name for name, status in found.items() if status == 200} == {*LISTS, *OF_READ}


def test_the_inspectorate_reads_people_units_and_ledger(cast: Cast, client_of: Browser) -> None:
    found = answers(client_of(cast.joko), addresses(cast))

    assert {name for name, status in found.items() if status == 200} == {
        "people", "person", "units", "unit", "posts", "post", "acting", "teams", "team", "ledger", "receipts", "receipts_of",
    }  # fmt: skip
