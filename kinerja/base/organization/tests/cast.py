"""One cast for all tests: Budi (nurse), Sari (his superior), Ratna (agency), Joko (inspectorate), Dewi (Muaro Jambi)."""

from dataclasses import dataclass

from django.db.backends.postgresql.psycopg_any import DateRange

from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import Role
from kinerja.base.organization.models import Person, Unit
from kinerja.base.organization.tests.factories import SINCE, make_head, make_instansi, make_member, make_unit
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi

PASSWORD = "nasi gemuk pagi hari"


@dataclass
class Cast:
    """Kota Jambi with a wali kota, Dinas Kesehatan and a puskesmas; beside it Muaro Jambi, which must see nothing."""

    kota: Instansi
    muaro: Instansi
    pemda: Unit
    dinkes: Unit
    puskesmas: Unit
    bkpsdm: Unit
    inspektorat: Unit
    walikota: Person
    kadis: Person
    sari: Person
    budi: Person
    ratna: Person
    joko: Person
    dewi: Person
    dewi_unit: Unit


def grant(person: Person, role: Role, unit: Unit | None = None) -> RoleGrant:
    return RoleGrant.objects.create(person=person, role=role, unit=unit, during=DateRange(SINCE, None))


def make_cast() -> Cast:
    kota, muaro = (
        make_instansi(),
        make_instansi("muaro-jambi", "Pemerintah Kabupaten Muaro Jambi", "KABUPATEN"),
    )
    with inside(kota.pk):
        pemda = make_unit("Pemerintah Kota Jambi", kind=Unit.Kind.PEMERINTAH_DAERAH)
        dinkes = make_unit("Dinas Kesehatan", pemda, kind=Unit.Kind.DINAS)
        puskesmas = make_unit("Puskesmas 01", dinkes, kind=Unit.Kind.PUSKESMAS)
        bkpsdm, inspektorat = make_unit("BKPSDM", pemda), make_unit("Inspektorat", pemda)
        walikota = make_head(
            pemda, "Wali Kota", "Wali Kota", "KEPALA_DAERAH", status="NON_ASN", password=PASSWORD
        )
        kadis = make_head(dinkes, "Hasan Basri", "Kepala Dinas Kesehatan", "JPT_PRATAMA", password=PASSWORD)
        sari = make_head(
            puskesmas, "Sari Wulandari", "Kepala Puskesmas 01", "FUNGSIONAL", password=PASSWORD, sex="P"
        )
        budi = make_member(puskesmas, "Budi Santoso", password=PASSWORD, sex="L")
        ratna = make_member(bkpsdm, "Ratna Dewanti", "Analis SDM Aparatur", password=PASSWORD, sex="P")
        joko = make_member(inspektorat, "Joko Purnomo", "Auditor Ahli Muda", password=PASSWORD, sex="L")
        grant(ratna, Role.AGENCY)
        grant(joko, Role.INSPECTORATE)
        grant(walikota, Role.LEADERSHIP)
    with inside(muaro.pk):
        dewi_unit = make_unit("BKPSDM Muaro Jambi")
        dewi = make_head(dewi_unit, "Dewi Lestari", password=PASSWORD, sex="P")
        grant(dewi, Role.AGENCY)
    return Cast(
        kota, muaro, pemda, dinkes, puskesmas, bkpsdm, inspektorat,
        walikota, kadis, sari, budi, ratna, joko, dewi, dewi_unit,
    )  # fmt: skip
