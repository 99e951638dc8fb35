"""The first person of an installation: operator and personnel agency in one, until there are others."""

from dataclasses import dataclass

from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from kinerja.base.access import verbs
from kinerja.base.access.errors import OperatorRefused
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import Role
from kinerja.base.accounts import activation
from kinerja.base.accounts.models import User
from kinerja.base.ledger import recording
from kinerja.base.organization.changing import required
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi
from kinerja.rules.codes import NumberKind
from kinerja.rules.identity import nip as numbers
from kinerja.tools import clock


@dataclass(frozen=True, slots=True)
class Operator:
    """Who was made, where, and the secret of the link by which he chooses a password (ten minutes, once)."""

    person: Person
    instansi: Instansi
    secret: str


@transaction.atomic
def make_operator(
    *, nip: str, name: str, instansi: str, instansi_name: str = "", kind: str = "", another: bool = False
) -> Operator:
    """Make an operator; the instansi, the account and the person when missing. With one already: only if `another`.

    `instansi` is the code. Called outside of any instansi, by the command alone.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('access.operators', 0))")
    number = _number(nip)
    clean_name = required(name, _("Nama"), 150)
    if not another and _operator_exists():
        raise OperatorRefused(
            _("Pemasangan ini sudah mempunyai operator. Masuklah sebagai operator itu; untuk menambah seorang lagi, "
              "ulangi perintah ini dengan --tambah.")
        )  # fmt: skip
    government = _government(instansi, instansi_name, kind)
    with inside(government.pk):
        person = _person(number, clean_name, government)
        _grants(person)
        secret = activation.issue_link(User.objects.get(pk=person.pk))
        recording.record(verbs.OPERATOR_MADE, person, by=None, nip=number.text, instansi=government.code)
    return Operator(person, government, secret)


def _number(text: str) -> numbers.EmployeeNumber:
    verdict = numbers.parse(text)
    if verdict.value is None:
        raise OperatorRefused(verdict.steps[-1].sentence(_))
    return verdict.value


def _operator_exists() -> bool:
    for instansi_id in Instansi.objects.values_list("pk", flat=True):
        with inside(instansi_id):
            if RoleGrant.objects.on(clock.today()).filter(role=Role.OPERATOR).exists():
                return True
    return False


def _government(code: str, name: str, kind: str) -> Instansi:
    found = Instansi.objects.filter(code=code).first()
    if found is not None:
        return found
    if not name.strip() or kind not in Instansi.Kind.values:
        raise OperatorRefused(
            _("Instansi “%(code)s” belum ada. Sebutkan --nama-instansi dan --jenis (%(kinds)s) agar dibuat.")
            % {"code": code, "kinds": ", ".join(Instansi.Kind.values)}
        )
    if not code.replace("-", "").isalnum() or not code.isascii() or code != code.lower() or len(code) > 40:
        raise OperatorRefused(
            _("Kode instansi hanya huruf kecil, angka dan tanda hubung, misalnya kota-jambi.")
        )
    return Instansi.objects.create(code=code, name=required(name, _("Nama instansi"), 120), kind=kind)


def _person(number: numbers.EmployeeNumber, name: str, government: Instansi) -> Person:
    user = User.objects.filter(nip=number.text).first()
    if user is not None:
        person = Person.objects.serving(clock.today()).filter(pk=user.pk).first()
        if user.instansi_id != government.pk or person is None or not user.is_active:
            raise OperatorRefused(
                _(
                    "NIP %(nip)s sudah tercatat di instansi lain, sudah berhenti, atau akunnya ditutup. Pakai NIP lain."
                )
                % {"nip": number.text}
            )
        return person
    user = User.objects.create_user(number.text, government)
    status = Person.Status.PNS if number.kind is NumberKind.NIP else Person.Status.PPPK
    return Person.objects.create(
        id=user.pk, nip=number.text, name=name, status=status, birth_date=number.born, sex=number.sex.value
    )


def _grants(person: Person) -> None:
    today = clock.today()
    for role in (Role.OPERATOR, Role.AGENCY):
        held = RoleGrant.objects.after(today).filter(person=person, role=role)
        if not held.exists():
            RoleGrant.objects.create(
                person=person, role=role, during=DateRange(today, None), decree=_("Operator pemasangan")
            )
