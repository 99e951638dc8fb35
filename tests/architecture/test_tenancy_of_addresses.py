"""Dewi of Muaro Jambi, with every role there is, finds nothing of Kota Jambi at any address."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kinerja.adapters.siasn.models import ImportRun
from kinerja.areas.assessment.models import CurveNote
from kinerja.areas.assessment.tests.factories import AFTER, lay_the_table, sign_budi
from kinerja.areas.monitoring.models import Feedback
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import GRANTABLE
from kinerja.base.calendar.models import FreeDay
from kinerja.base.inbox.sending import tell
from kinerja.base.organization.models import Person, RaterDispute, RaterOverride, Team, TeamMember
from kinerja.base.organization.tests.cast import Cast, grant
from kinerja.base.organization.tests.factories import SINCE
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi
from kinerja.tools import clock
from kinerja.tools.keys import uuid7

ClientOf = Callable[[Person], Client]


def keyed(patterns: list[Any] | None = None, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every named address of the house that takes a key."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from keyed(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space)
        elif hasattr(pattern.callback, "door") and any("uuid" in str(part) for part in [pattern.pattern]):
            yield f"{space}{pattern.name}", pattern


ADDRESSES = dict(keyed())
#: not there in Kota Jambi either: the workbook of problems is a file on the disk, and the example has none
NEED_MORE = {"siasn:problems"}


def addresses_without_key(patterns: list[Any] | None = None, space: str = "") -> Iterator[str]:
    """Every named address of the house that takes nothing: lists, first pages, empty forms."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from addresses_without_key(pattern.url_patterns, inner)
        elif hasattr(pattern.callback, "door") and pattern.name and not pattern.pattern.converters:
            yield f"{space}{pattern.name}"


def rows_of_kota(cast: Cast) -> dict[str, Any]:
    """The whole example with something of each kind; what a converter may be named → a key of Kota Jambi."""
    now, ever = clock.now(), DateRange(SINCE, None)
    with clock.at(AFTER):
        table = lay_the_table(cast)
        sign_budi(table)
    Feedback.objects.create(person=cast.budi, by=cast.sari, text="x", at=now)
    CurveNote.objects.create(review=table.review, unit=cast.puskesmas, text="x", by=cast.sari, at=now)
    tell(cast.budi, "x", "x")
    team = Team.objects.create(name="Tim", leader=cast.sari, unit=cast.puskesmas, during=ever)
    TeamMember.objects.create(team=team, person=cast.budi, during=ever)
    RaterOverride.objects.create(person=cast.budi, rater=cast.ratna, during=ever, reason="SK")
    RaterDispute.objects.create(
        person=cast.budi, owner=cast.ratna, explanation="x", due_on=AFTER, filed_at=now
    )
    FreeDay.objects.create(day=AFTER, name="Hari jadi kota", kind=FreeDay.Kind.OWN, decree="SK 1")
    ImportRun.objects.create(
        kind=ImportRun.Kind.PEOPLE, uploaded_by=cast.ratna, uploaded_at=now, file_name="kota.csv", size=1,
        sha256="0" * 64,
    )  # fmt: skip
    return {
        "person": cast.budi.pk,
        "review": table.review.pk,
        "period": table.example.period.pk,
        "unit": cast.puskesmas.pk,
    }


def key_of(model: Any) -> Any:
    row = model._default_manager.first()
    assert row is not None, f"Make a row of {model.__name__} in rows_of_kota: an address takes its key."
    return row.pk


def arguments(pattern: URLPattern, keys: dict[str, Any]) -> dict[str, Any]:
    _action, model, param = pattern.callback.door  # type: ignore[attr-defined]
    named = keys | ({param: keys.get(model._meta.model_name) or key_of(model)} if model else {})
    return {name: named.get(name) or uuid7() for name in pattern.pattern.converters}


def test_addresses_with_keys_were_found() -> None:
    assert len(ADDRESSES) > 60


@pytest.fixture
def asked(cast: Cast) -> dict[str, str]:
    """Each address with keys of Kota Jambi."""
    with inside(cast.kota.pk):
        keys = rows_of_kota(cast)
        return {name: reverse(name, kwargs=arguments(each, keys)) for name, each in ADDRESSES.items()}


@pytest.fixture
def dewi(cast: Cast, client_of: ClientOf) -> Client:
    """Dewi with every role that can be granted."""
    give_every_role(cast.dewi, cast.muaro)
    return client_of(cast.dewi)


def give_every_role(person: Person, instansi: Instansi) -> None:
    with inside(instansi.pk):
        held = set(RoleGrant.objects.filter(person=person).values_list("role", flat=True))
        for role in set(GRANTABLE) - held:
            grant(person, role)


def test_dewi_gets_404_at_every_address_of_kota_jambi(asked: dict[str, str], dewi: Client) -> None:
    answers = {
        name: {dewi.get(address).status_code, dewi.post(address).status_code}
        for name, address in asked.items()
    }

    assert {name: told for name, told in answers.items() if not {404} <= told <= {404, 405}} == {}


def test_the_same_addresses_are_there_for_people_of_kota_jambi(
    asked: dict[str, str], cast: Cast, client_of: ClientOf
) -> None:
    give_every_role(cast.ratna, cast.kota)
    people = [client_of(each) for each in (cast.ratna, cast.sari, cast.kadis, cast.budi)]

    hidden = {
        name
        for name, address in asked.items()
        if all(each.get(address).status_code == 404 for each in people)
    }

    assert hidden <= NEED_MORE, "Dewi's 404 proves nothing where nobody of Kota Jambi is let in."


def test_no_page_of_dewi_names_anything_of_kota_jambi(
    asked: dict[str, str], cast: Cast, dewi: Client
) -> None:
    people = (cast.budi, cast.sari, cast.ratna, cast.joko, cast.kadis, cast.walikota)
    names = {
        cast.kota.name,
        cast.puskesmas.name,
        "kota.csv",
        "Hari jadi kota",
        *(each.name for each in people),
    }
    pages = {name: dewi.get(reverse(name), follow=True) for name in sorted(set(addresses_without_key()))}

    opened = {name: page.content.decode() for name, page in pages.items() if page.status_code == 200}

    assert len(opened) > 25
    assert {name: found for name, text in opened.items() if (found := {n for n in names if n in text})} == {}


def test_a_stranger_is_sent_to_sign_in_and_nowhere_else(asked: dict[str, str], client: Client) -> None:
    answers = {name: client.get(address) for name, address in asked.items()}

    let_in = {
        name
        for name, answer in answers.items()
        if answer.status_code not in {404, 405}
        and not answer.headers.get("Location", "").startswith("/akun/login/")
    }
    assert let_in == set()
