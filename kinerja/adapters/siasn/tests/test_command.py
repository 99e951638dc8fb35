"""siasn_import on the command line."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from kinerja.adapters.siasn.models import ImportRun
from kinerja.base.organization.models import Person, Unit
from kinerja.base.organization.tests.factories import make_instansi
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi

from .factories import TREE, csv_file, nip, people_rows, person, units_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def bungo() -> Instansi:
    return make_instansi("bungo", "Pemerintah Kota Jambi")


def files(folder: Path, *people: dict[str, Any]) -> tuple[str, str]:
    units = csv_file(folder, units_rows(*TREE), name="unit.csv")
    return str(csv_file(folder, people_rows(*people), name="pegawai.csv")), str(units)


def run(*args: str, **options: Any) -> tuple[dict[str, Any], int]:
    out, status = io.StringIO(), 0
    try:
        call_command("siasn_import", *args, "--instansi", "bungo", "--json", stdout=out, **options)
    except SystemExit as left:
        status = int(left.code or 0)
    return json.loads(out.getvalue()), status


def left_behind(instansi: Instansi) -> list[Path]:
    """Uploads of this government alone: the other test processes share the folder."""
    return list((Path(settings.DATA_DIR) / "imports" / str(instansi.pk)).rglob("*.upload"))


def test_units_and_people_come_in_together(bungo: Instansi, tmp_path: Path) -> None:
    people, units = files(tmp_path, person())
    answer, status = run(people, "--units", units)
    assert (answer["status"], status) == ("done", 0)
    assert [(file["kind"], file["new"]) for file in answer["files"]] == [("UNIT", 3), ("PEGAWAI", 1)]
    with inside(bungo.pk):
        assert (Unit.objects.count(), Person.objects.count()) == (3, 1)
    assert left_behind(bungo) == []


def test_a_dry_run_changes_nothing(bungo: Instansi, tmp_path: Path) -> None:
    people, units = files(tmp_path, person())
    answer, status = run(people, "--units", units, "--dry-run")
    assert (answer["status"], status, answer["files"][1]["new"]) == ("dry-run", 0, 1)
    with inside(bungo.pk):
        assert not Unit.objects.exists()
        assert not ImportRun.objects.exists()


def test_a_faulty_row_keeps_units_and_people_out(bungo: Instansi, tmp_path: Path) -> None:
    people, units = files(tmp_path, person(), person(NIP_BARU=nip(1), NAMA=""))
    answer, status = run(people, "--units", units)
    assert (answer["status"], status) == ("refused", 1)
    assert [(problem["row"], problem["column"]) for problem in answer["problems"]] == [(3, "NAMA")]
    with inside(bungo.pk):
        assert not Unit.objects.exists()


def test_the_good_rows_are_taken_when_asked(bungo: Instansi, tmp_path: Path) -> None:
    people, units = files(tmp_path, person(), person(NIP_BARU=nip(1), NAMA=""))
    answer, status = run(people, "--units", units, "--skip-bad-rows")
    assert (answer["files"][1]["new"], answer["files"][1]["blocked"], status) == (1, 1, 0)


def test_units_alone(bungo: Instansi, tmp_path: Path) -> None:
    assert run("--units", files(tmp_path)[1])[0]["files"][0]["new"] == 3


def test_a_file_that_cannot_be_read_is_refused(bungo: Instansi, tmp_path: Path) -> None:
    bad = tmp_path / "x.csv"
    bad.write_bytes(b"%PDF-1.7")
    answer, status = run(str(bad))
    assert status == 1
    assert "PDF" in answer["sentence"]


def test_words_for_people_name_the_rows_that_are_faulty(bungo: Instansi, tmp_path: Path) -> None:
    people, units = files(tmp_path, person(NAMA=""))
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit):
        call_command("siasn_import", people, "--units", units, "--instansi", "bungo", stdout=out, stderr=err)
    assert "2\tNAMA\t" in err.getvalue()
    assert "Tidak ada yang diimpor" in err.getvalue()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "Tidak ada berkas"),
        (["/tidak/ada.csv"], "tidak ada atau bukan berkas"),
        (["--units", "/"], "tidak ada atau bukan berkas"),
    ],
)
def test_called_wrongly_it_says_what_is_missing(bungo: Instansi, args: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said) as wrong:
        call_command("siasn_import", *args, "--instansi", "bungo")
    assert wrong.value.returncode == 2


def test_an_unknown_government_is_told_with_those_that_exist(bungo: Instansi, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="“atlantis” tidak ada. Yang ada: bungo"):
        call_command("siasn_import", files(tmp_path)[0], "--instansi", "atlantis")
