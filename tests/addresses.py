"""Every address of the house, and rows of Kota Jambi behind those that take a key."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import URLPattern, URLResolver, get_resolver

from kinerja.adapters.siasn.models import ImportRun
from kinerja.areas.assessment.models import CurveNote
from kinerja.areas.assessment.tests.factories import AFTER, lay_the_table, sign_budi
from kinerja.areas.monitoring.models import Alert, Display, Feedback, Talk
from kinerja.areas.reporting.models import ReportImport, Template
from kinerja.areas.service_quality.actions import look_at
from kinerja.areas.service_quality.models import Service
from kinerja.areas.service_quality.tests.factories import make_antenatal, make_volume
from kinerja.base.access.actions import connect_system
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import GRANTABLE
from kinerja.base.calendar.models import FreeDay, Outage
from kinerja.base.inbox.addresses import stop_token
from kinerja.base.inbox.models import Address
from kinerja.base.inbox.sending import tell
from kinerja.base.organization.models import Person, RaterDispute, RaterOverride, Team, TeamMember
from kinerja.base.organization.tests.cast import Cast, grant
from kinerja.base.organization.tests.factories import SINCE
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi
from kinerja.tools import clock
from kinerja.tools.keys import uuid7


def keyed(patterns: list[Any] | None = None, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every named address of the house that takes a key."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from keyed(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space)
        elif hasattr(pattern.callback, "door") and any("uuid" in str(part) for part in [pattern.pattern]):
            yield f"{space}{pattern.name}", pattern


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
    line = table.example.quantity
    Alert.objects.create(
        person=cast.budi, unit=cast.puskesmas, lineage=line.lineage, indicator=line, owner=cast.sari, cause="SENYAP",
        suggested="DIALOG", opened_on=AFTER, due_on=AFTER, margin=-200,
    )  # fmt: skip
    Talk.objects.create(person=cast.budi, by=cast.sari, day=AFTER, subject="x", planned_at=now)
    Display.objects.create(
        name="Lobi", unit=cast.puskesmas, secret_hash="0" * 64, made_by=cast.sari, made_at=now
    )
    CurveNote.objects.create(review=table.review, unit=cast.puskesmas, text="x", by=cast.sari, at=now)
    tell(cast.budi, "x", "x")
    address = Address.objects.create(
        person=cast.budi,
        channel="mail",
        address="budi@example.go.id",
        asked_at=now,
        confirmed_at=now,
        told_until=now,
    )
    team = Team.objects.create(name="Tim", leader=cast.sari, unit=cast.puskesmas, during=ever)
    TeamMember.objects.create(team=team, person=cast.budi, during=ever)
    RaterOverride.objects.create(person=cast.budi, rater=cast.ratna, during=ever, reason="SK")
    RaterDispute.objects.create(
        person=cast.budi, owner=cast.ratna, explanation="x", due_on=AFTER, filed_at=now
    )
    FreeDay.objects.create(day=AFTER, name="Hari jadi kota", kind=FreeDay.Kind.OWN, decree="SK 1")
    Outage.objects.create(during=(now - timedelta(hours=2), now - timedelta(hours=1)), reason="Padam")
    make_volume(make_antenatal(cast.puskesmas), AFTER, 12, 11, cast.budi)
    with clock.at(AFTER):
        look_at(
            b"TANGGAL;KODE LAYANAN;DILAYANI;SESUAI STANDAR\n01-04-2026;PKM01-ANC;3;2\nkapan;PKM01-ANC;1;1",
            file_name="volume.csv",
            services=Service.objects.all(),
            by=cast.ratna,
        )
        connect_system(name="SIMPUS kota", rights=["volume.write"], expires_on=AFTER, by=cast.ratna)
    ImportRun.objects.create(
        kind=ImportRun.Kind.PEOPLE, uploaded_by=cast.ratna, uploaded_at=now, file_name="kota.csv", size=1,
        sha256="0" * 64,
    )  # fmt: skip
    Template.objects.create(owner=cast.budi, name="Shift malam", rows=[{"value": "12", "note": "Poli"}])
    Template.objects.create(
        name="Posyandu", posts="perawat", rows=[{"words": ["balita"], "note": "Posyandu"}]
    )
    ReportImport.objects.create(
        person=cast.budi, state=ReportImport.State.FAULTY, uploaded_at=now, file_name="juni.xlsx", sha256="0" * 64,
        described="XLSX", header=["TANGGAL"], content=[[2, ["kemarin"]]], read=1, faulty=1,
        faults=[{"row": 2, "column": "TANGGAL", "value": "kemarin", "reason": "x", "remedy": "y", "blocking": True}],
    )  # fmt: skip
    return {
        "person": cast.budi.pk,
        "review": table.review.pk,
        "period": table.example.period.pk,
        "unit": cast.puskesmas.pk,
        "date": AFTER.isoformat(),
        "channel": "mail",
        "token": stop_token(address),
    }


def key_of(model: Any) -> Any:
    row = model._default_manager.first()
    assert row is not None, f"Make a row of {model.__name__} in rows_of_kota: an address takes its key."
    return row.pk


def arguments(pattern: URLPattern, keys: dict[str, Any]) -> dict[str, Any]:
    _action, model, param = pattern.callback.door  # type: ignore[attr-defined]
    named = keys | ({param: keys.get(model._meta.model_name) or key_of(model)} if model else {})
    return {name: named.get(name) or uuid7() for name in pattern.pattern.converters}


def give_every_role(person: Person, instansi: Instansi) -> None:
    with inside(instansi.pk):
        held = set(RoleGrant.objects.filter(person=person).values_list("role", flat=True))
        for role in set(GRANTABLE) - held:
            grant(person, role)
