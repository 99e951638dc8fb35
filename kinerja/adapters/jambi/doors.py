"""Governments, people and units come in through the doors any installation has: operator, import, roles, appointment."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from random import Random

from django.core.management import call_command
from django.db import transaction

from kinerja.adapters.jambi import files
from kinerja.adapters.jambi.governments import Government
from kinerja.adapters.jambi.names import People
from kinerja.adapters.jambi.sizes import SMALL
from kinerja.adapters.jambi.structure import FICTITIOUS
from kinerja.base.access.actions.grants import grant_role
from kinerja.base.access.actions.operators import Operator, make_operator
from kinerja.base.access.roles import Role
from kinerja.base.organization.actions import admit_official, appoint
from kinerja.base.organization.models import Person, Position, Unit
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi

#: the cast's roles beyond what follows from their posts: (government, office's key, post) → role
ROLES = {
    ("kota-jambi", "BKPSDM", "Analis SDM Aparatur Ahli Muda"): Role.AGENCY,
    ("kota-jambi", "INSPEKTORAT", "Auditor Ahli Muda"): Role.INSPECTORATE,
    ("muaro-jambi", "BKPSDM", "Analis SDM Aparatur Ahli Muda"): Role.AGENCY,
}
DECREE = "SK contoh"


@dataclass(frozen=True, slots=True)
class Opened:
    """A government that has come in: who operates it and who heads it."""

    instansi: Instansi
    operator: Person
    head: Person


def open_government(government: Government, seed: int, since: date, size: int = SMALL) -> Opened:
    """Make the first operator, import units and people, appoint the head of government, give the cast its roles.

    What an interrupted loading had finished of these two steps is found and left.
    """
    random = Random(f"{seed}/operator/{government.code}")
    number = People(random, government.kemendagri, serials=files.serials(government, size)).invent(sex="L")
    made = make_operator(
        nip=number.nip, name=f"Operator {government.name.removeprefix('Pemerintah ')}", instansi=government.code,
        instansi_name=government.name, kind=government.kind, another=True,
    )  # fmt: skip
    with transaction.atomic():
        return _bring(government, made, seed, since, size)


def _bring(government: Government, made: Operator, seed: int, since: date, size: int) -> Opened:
    """Units, people and roles, once."""
    with inside(made.instansi.pk):
        head = Person.objects.filter(nip=_number(government)).first()
    if head is not None:
        return Opened(made.instansi, made.person, head)
    Instansi.objects.filter(pk=made.instansi.pk).update(
        kemendagri_code=government.kemendagri, bps_code=government.bps, agency_name=government.agency
    )
    with tempfile.TemporaryDirectory() as folder:
        units, people = files.write(government, Path(folder), seed, size)
        # by its command, as an operator would: adapters do not know each other
        call_command("siasn_import", people, units=units, instansi=government.code, stdout=StringIO())
    with inside(made.instansi.pk):
        head = _head(government, made.person, since)
        for person, role in _cast_roles(government):
            grant_role(person, role, begins=since, ends=None, by=made.person, decree=DECREE)
        grant_role(head, Role.LEADERSHIP, begins=since, ends=None, by=made.person, decree=DECREE)
        Unit.objects.filter(name=FICTITIOUS).update(is_fictitious=True)
    return Opened(made.instansi, made.person, head)


def _number(government: Government) -> str:
    return f"KDH{government.bps}"


def _head(government: Government, operator: Person, since: date) -> Person:
    head = admit_official(number=_number(government), name=f"{government.head_title} Contoh", by=operator)
    post = Position.objects.get(unit__siasn_id=files.unit_id(government, "PEMDA"), is_head=True)
    appoint(head, post, on=since, by=operator, decree=DECREE)
    return head


def _cast_roles(government: Government) -> Iterator[tuple[Person, str]]:
    for (code, key, title), role in ROLES.items():
        if code == government.code:
            name = files.CAST[(code, key, title)][0]
            unit = files.unit_id(government, key)
            yield Person.objects.get(name__iexact=name, assignments__unit__siasn_id=unit), role
