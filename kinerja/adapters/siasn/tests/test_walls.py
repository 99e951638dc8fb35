"""What one government imports concerns no other."""

from pathlib import Path

import pytest

from kinerja.adapters.siasn import actions
from kinerja.adapters.siasn.models import ImportRun
from kinerja.base.organization.models import Person, Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside

from .factories import csv_file, nip, people_rows, person


def test_the_same_nik_is_sealed_differently_for_each_government(cast: Cast, tmp_path: Path) -> None:
    seals = set()
    for instansi, number in ((cast.kota, 1), (cast.muaro, 2)):
        with inside(instansi.pk):
            Unit.objects.filter(parent=None).update(siasn_id="TOP")
            row = person(NIP_BARU=nip(number), UNOR_ID="TOP", INSTANSI_KERJA_NAMA="")
            content = csv_file(tmp_path, people_rows(row)).read_bytes()
            actions.apply(actions.receive(kind="PEGAWAI", file_name="x", chunks=[content], by=None), by=None)
            seals.add(Person.objects.get(nip=nip(number)).nik_hmac)
    assert len(seals) == 2


def test_another_government_sees_no_import(cast: Cast, tmp_path: Path) -> None:
    content = csv_file(tmp_path, people_rows(person())).read_bytes()
    with inside(cast.kota.pk):
        run = actions.receive(kind="PEGAWAI", file_name="x", chunks=[content], by=cast.ratna)
    with inside(cast.muaro.pk):
        assert not ImportRun.objects.exists()
        with pytest.raises(ImportRun.DoesNotExist):
            actions.apply(run, by=cast.dewi)


def test_units_of_another_government_are_unknown(cast: Cast, tmp_path: Path) -> None:
    with inside(cast.kota.pk):
        Unit.objects.filter(pk=cast.puskesmas.pk).update(siasn_id="U3")
    with inside(cast.muaro.pk):
        content = csv_file(tmp_path, people_rows(person(INSTANSI_KERJA_NAMA=""))).read_bytes()
        run = actions.preview(actions.receive(kind="PEGAWAI", file_name="x", chunks=[content], by=cast.dewi))
        assert [problem["reason"] for problem in run.result["problems"]] == ["unit ini belum terdaftar"]
