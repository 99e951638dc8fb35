"""sweep_evidence: only old files that nobody names go."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from kinerja.areas.reporting.tests.factories import make_evidence, make_patients, make_report
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.evidence import store


@pytest.mark.parametrize(
    ("named", "hours", "stays"), [(True, 48, True), (False, 48, False), (False, 1, True)]
)
def test_a_file_goes_when_it_is_old_and_nobody_names_it(
    named: bool, hours: int, stays: bool, cast: Cast, evidence_folder: Path
) -> None:
    sha256 = store.keep(cast.kota.pk, b"isi", b"kecil")
    moment = clock.real_now().timestamp() - hours * 3600
    for path in evidence_folder.rglob(f"{sha256}*"):
        os.utime(path, (moment, moment))
    if named:
        with inside(cast.kota.pk):
            make_evidence(make_report(make_patients(cast.budi)), sha256)

    call_command("sweep_evidence", "kota-jambi", verbosity=0)

    assert store.is_kept(cast.kota.pk, sha256) is stays


def test_each_instansi_is_named_with_its_count(cast: Cast, capsys: Any) -> None:
    call_command("sweep_evidence")

    said = capsys.readouterr().out
    assert "Pemerintah Kota Jambi: 0 berkas dihapus." in said
    assert "Muaro Jambi: 0 berkas dihapus." in said
