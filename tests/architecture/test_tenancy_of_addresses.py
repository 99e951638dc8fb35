"""Dewi of Muaro Jambi, with every role there is, finds nothing of Kota Jambi at any address."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kinerja.areas.assessment.models import Review
from kinerja.areas.monitoring.models import Feedback
from kinerja.areas.planning.tests.factories import agreed_example
from kinerja.areas.reporting.tests.factories import make_evidence, make_report
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import GRANTABLE
from kinerja.base.inbox.sending import tell
from kinerja.base.organization.models import Person, RaterOverride, Team, TeamMember
from kinerja.base.organization.tests.cast import Cast, grant
from kinerja.base.organization.tests.factories import SINCE
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.keys import uuid7

ClientOf = Callable[[Person], Client]
#: models whose rows this test does not make; a random key is asked for instead
WITHOUT_ROW = {"Assessment", "CurveNote", "FreeDay", "ImportRun", "Outage", "RaterDispute", "UnitPredicate"}


def keyed(patterns: list[Any] | None = None, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every named address of the house that takes a key."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from keyed(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space)
        elif hasattr(pattern.callback, "door") and any("uuid" in str(part) for part in [pattern.pattern]):
            yield f"{space}{pattern.name}", pattern


ADDRESSES = dict(keyed())


def rows_of_kota(cast: Cast) -> dict[str, Any]:
    """The whole example with something of each kind; what a converter may be named → a key of Kota Jambi."""
    example = agreed_example(cast)
    report = make_report(example.quantity, day=date(2026, 3, 3), value=3)
    make_evidence(report)
    Feedback.objects.create(person=cast.budi, by=cast.sari, text="x", at=clock.now())
    tell(cast.budi, "x", "x")
    team = Team.objects.create(
        name="Tim", leader=cast.sari, unit=cast.puskesmas, during=DateRange(SINCE, None)
    )
    TeamMember.objects.create(team=team, person=cast.budi, during=DateRange(SINCE, None))
    RaterOverride.objects.create(
        person=cast.budi, rater=cast.ratna, during=DateRange(SINCE, None), reason="SK"
    )
    review = Review.objects.create(
        period=example.period, name="TW I", begins=date(2026, 1, 1), ends=date(2026, 3, 31),
        fill_until=date(2026, 4, 30),
    )  # fmt: skip
    return {
        "person": cast.budi.pk,
        "review": review.pk,
        "period": example.period.pk,
        "unit": cast.puskesmas.pk,
    }


def key_of(model: Any) -> Any:
    row = model._default_manager.exclude(pk=None).first()
    if row is None:
        assert model.__name__ in WITHOUT_ROW, f"Make a row of {model.__name__} in rows_of_kota, or list it."
        return uuid7()
    return row.pk


def arguments(pattern: URLPattern, keys: dict[str, Any]) -> dict[str, Any]:
    _action, model, param = pattern.callback.door  # type: ignore[attr-defined]
    names = pattern.pattern.converters
    return {
        name: key_of(model) if model is not None and name == param else keys.get(name, uuid7())
        for name in names
    }


def test_addresses_with_keys_were_found() -> None:
    assert len(ADDRESSES) > 60


@pytest.mark.parametrize("method", ["get", "post"])
def test_dewi_gets_404_at_every_address_of_kota_jambi(cast: Cast, client_of: ClientOf, method: str) -> None:
    with inside(cast.kota.pk):
        keys = rows_of_kota(cast)
        asked = {name: arguments(pattern, keys) for name, pattern in ADDRESSES.items()}
    with inside(cast.muaro.pk):
        held = set(RoleGrant.objects.filter(person=cast.dewi).values_list("role", flat=True))
        for role in GRANTABLE:
            if role not in held:
                grant(cast.dewi, role)
    client = client_of(cast.dewi)

    answers = {
        name: getattr(client, method)(reverse(name, kwargs=given)).status_code
        for name, given in asked.items()
    }

    assert {name: status for name, status in answers.items() if status not in {404, 405}} == {}


def test_a_stranger_without_an_account_is_sent_to_sign_in(cast: Cast, client: Client) -> None:
    with inside(cast.kota.pk):
        keys = rows_of_kota(cast)
        asked = {name: arguments(pattern, keys) for name, pattern in ADDRESSES.items()}

    answers = {name: client.get(reverse(name, kwargs=given)) for name, given in asked.items()}

    let_in = {name for name, answer in answers.items() if answer.status_code == 200}
    assert let_in == set()
