"""Real people in real units, every argument optional. Used inside `inside(instansi)`, but for make_instansi."""

import itertools
from datetime import date
from functools import cache
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db.backends.postgresql.psycopg_any import DateRange

from kinerja.base.accounts.models import User
from kinerja.base.organization.models import Assignment, Person, Position, Unit, UnitPeriod
from kinerja.base.tenancy.context import current_id
from kinerja.base.tenancy.models import Instansi

SINCE = date(2020, 1, 1)
_serial = itertools.count(900_000)


@cache
def _hashed(password: str | None) -> str:
    """Hashing a password takes a tenth of a second on purpose: once a run is enough."""
    return make_password(password)


def make_instansi(
    code: str = "kota-jambi", name: str = "Pemerintah Kota Jambi", kind: str = "KOTA"
) -> Instansi:
    return Instansi.objects.get_or_create(code=code, defaults={"name": name, "kind": kind})[0]


def make_nip(sex: int = 1) -> str:
    """A NIP that nobody has: serials 900–999 are never given out."""
    number = next(_serial)
    return f"19{80 + number % 19:02d}0{1 + number % 9}{1 + number % 27:02d}2010{1 + number % 12:02d}{sex}{900 + number % 100}"


def make_unit(name: str = "Dinas Kesehatan", parent: Unit | None = None, **extra: Any) -> Unit:
    unit = Unit.objects.create(
        siasn_id=extra.pop("siasn_id", f"U{next(_serial)}"), name=name, parent=parent, **extra
    )
    UnitPeriod.objects.create(unit=unit, name=name, parent=parent, during=DateRange(SINCE, None))
    return unit


def make_person(
    name: str = "Budi Santoso", *, nip: str | None = None, password: str | None = None, **extra: Any
) -> Person:
    """A person with an account of the same id."""
    nip = nip or make_nip()
    while nip is None or User.objects.filter(nip=nip).exists():
        nip = make_nip()
    user = User.objects.create(nip=nip, instansi_id=current_id(), password=_hashed(password))
    return Person.objects.create(id=user.pk, nip=nip, name=name, status=extra.pop("status", "PNS"), **extra)


def make_position(
    unit: Unit, title: str = "Perawat Ahli Pertama", kind: str = "FUNGSIONAL", **extra: Any
) -> Position:
    return Position.objects.get_or_create(unit=unit, title=title, defaults={"kind": kind, **extra})[0]


def assign(
    person: Person,
    position: Position,
    begins: date = SINCE,
    ends: date | None = None,
    kind: str = "DEFINITIF",
) -> Assignment:
    return Assignment.objects.create(
        person=person,
        position=position,
        unit_id=position.unit_id,
        kind=kind,
        single_seat=position.is_head,
        during=DateRange(begins, ends),
    )


def make_head(unit: Unit, name: str, title: str = "", kind: str = "ADMINISTRATOR", **extra: Any) -> Person:
    """A person who heads the unit."""
    person = make_person(name, **extra)
    assign(person, make_position(unit, title or f"Kepala {unit.name}", kind, is_head=True))
    return person


def make_member(unit: Unit, name: str, title: str = "Perawat Ahli Pertama", **extra: Any) -> Person:
    """A person who works in the unit."""
    person = make_person(name, **extra)
    assign(person, make_position(unit, title))
    return person
