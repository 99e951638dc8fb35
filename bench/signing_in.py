"""People of the demonstration with a session each. Imported after `demonstration.prepare()`."""

from datetime import date
from typing import Any

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402

from kinerja.areas.planning.models import Indicator  # noqa: E402
from kinerja.base.accounts.models import User  # noqa: E402
from kinerja.base.organization.models import Person  # noqa: E402
from kinerja.base.tenancy.context import inside  # noqa: E402
from kinerja.base.tenancy.models import Instansi  # noqa: E402


def session_of(person_id: Any) -> str:
    """The key of a fresh session of a person."""
    user = User.objects.get(pk=person_id)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "kinerja.base.accounts.backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def reporters(count: int, day: date) -> list[tuple[str, Any, str]]:
    """(session, indicator, day) of employees of Kota Jambi."""
    with inside(Instansi.objects.get(code="kota-jambi").pk):
        rows = list(
            Indicator.objects.filter(
                consolidation="SUM", rhk__skp__state="DISETUJUI", rhk__skp__is_head=False
            )
            .order_by("rhk__skp__person__nip")
            .values_list("rhk__skp__person_id", "pk")[:count]
        )
    return [(session_of(person), indicator, day.isoformat()) for person, indicator in rows]


def all_reporters(most: int) -> list[tuple[str, str, Any]]:
    """(person, session, indicator) of people of all governments who may report today, one indicator each, `most` at most."""
    pairs: list[tuple[Any, Any]] = []
    for instansi in Instansi.objects.order_by("code"):
        with inside(instansi.pk):
            agreed = Indicator.objects.filter(
                rhk__skp__state="DISETUJUI", rhk__skp__period__state="DIBUKA", service=None
            )
            rows = agreed.order_by("rhk__skp__person_id", "pk").distinct("rhk__skp__person_id")
            pairs += rows.values_list("rhk__skp__person_id", "pk")[: most - len(pairs)]
    return [(str(person), session_of(person), indicator) for person, indicator in pairs]


def with_lines(count: int) -> list[tuple[str, list[Any]]]:
    """(session, his indicators that are typed) of employees of Kota Jambi."""
    lines: dict[Any, list[Any]] = {}
    with inside(Instansi.objects.get(code="kota-jambi").pk):
        agreed = Indicator.objects.filter(rhk__skp__state="DISETUJUI", rhk__skp__is_head=False, service=None)
        rows = agreed.order_by("rhk__skp__person__nip", "pk").values_list("rhk__skp__person_id", "pk")
        for person, indicator in rows:
            lines.setdefault(person, []).append(indicator)
    return [(session_of(person), lines[person]) for person in list(lines)[:count]]


def teams() -> dict[Any, list[tuple[Any, Any]]]:
    """Of every superior in all governments: (member, a counting indicator of his), heads of units left out."""
    found: dict[Any, list[tuple[Any, Any]]] = {}
    for instansi in Instansi.objects.order_by("code"):
        with inside(instansi.pk):
            agreed = Indicator.objects.filter(
                consolidation="SUM", rhk__skp__state="DISETUJUI", rhk__skp__is_head=False, service=None
            )
            rows = agreed.order_by("rhk__skp__rater_id", "pk")
            for rater, person, indicator in rows.values_list(
                "rhk__skp__rater_id", "rhk__skp__person_id", "pk"
            ):
                found.setdefault(rater, []).append((person, indicator))
    return found


def sizes_of_teams(code: str) -> dict[Any, int]:
    """How many people each superior of a government rates."""
    from kinerja.base.organization.lines import all_lines

    counts: dict[Any, int] = {}
    with inside(Instansi.objects.get(code=code).pk):
        for line in all_lines(date.today()):
            if line.rater_id:
                counts[line.rater_id] = counts.get(line.rater_id, 0) + 1
    return counts


def head_of_largest_unit() -> tuple[str, int]:
    """(session, size) of the head who rates most people."""
    from kinerja.base.organization.lines import all_lines

    with inside(Instansi.objects.get(code="kota-jambi").pk):
        counts: dict[Any, int] = {}
        for line in all_lines(date.today()):
            if line.rater_id:
                counts[line.rater_id] = counts.get(line.rater_id, 0) + 1
        rater = max(counts, key=lambda key: counts[key])
        assert Person.objects.filter(pk=rater).exists()
    return session_of(rater), counts[rater]
