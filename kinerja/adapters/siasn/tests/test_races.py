"""Imports at the same moment, on real connections, in a database of their own."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from kinerja.adapters.siasn import actions
from kinerja.adapters.siasn.errors import ImportClosed
from kinerja.adapters.siasn.models import ImportRun
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.factories import make_instansi, make_unit
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi
from kinerja.tools.refusals import Refusal

from .factories import csv_file, nip, people_rows, person

PEOPLE = [person(NIP_BARU=nip(number), NIK="", INSTANSI_KERJA_NAMA="") for number in range(200)]


@pytest.fixture
def kota(own_database: None) -> Instansi:
    free_numbers()
    return government()


def government() -> Instansi:
    made = make_instansi(f"lomba-{uuid4().hex[:12]}", "Instansi untuk lomba")
    with inside(made.pk):
        make_unit("Puskesmas", siasn_id="U3")
    return made


def sent(instansi: Instansi, folder: Path) -> ImportRun:
    content = csv_file(folder, people_rows(*PEOPLE)).read_bytes()
    with inside(instansi.pk):
        return actions.receive(kind="PEGAWAI", file_name="x", chunks=[content], by=None)


def race(*acts: tuple[Instansi, Callable[[], Any]]) -> list[Any]:
    """Run the acts at once, each on its own connection; what each returned or was refused with."""
    gate, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number: int, instansi: Instansi, act: Callable[[], Any]) -> None:
        gate.wait()
        try:
            with inside(instansi.pk):
                results[number] = act()
        except Refusal as refused:
            results[number] = refused
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number, *act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def test_one_import_applied_three_times_at_once_is_applied_once(kota: Instansi, tmp_path: Path) -> None:
    run = sent(kota, tmp_path)
    results = race(*[(kota, lambda: actions.apply(run, by=None))] * 3)
    assert sorted(type(result).__name__ for result in results) == [
        "ImportClosed",
        "ImportClosed",
        "ImportRun",
    ]
    assert all(isinstance(result, ImportRun | ImportClosed) for result in results)
    with inside(kota.pk):
        assert Person.objects.count() == 200
        assert Entry.objects.filter(verb="siasn.people_imported").count() == 1


def test_the_same_people_sent_twice_at_once_come_in_once(kota: Instansi, tmp_path: Path) -> None:
    runs = [sent(kota, tmp_path) for _twice in range(2)]
    results = race(*((kota, lambda run=run: actions.apply(run, by=None)) for run in runs))
    assert sorted(result.result["new"] for result in results) == [0, 200]
    assert sorted(result.result["unchanged"] for result in results) == [0, 200]


def test_two_governments_that_claim_the_same_people_at_once(own_database: None, tmp_path: Path) -> None:
    free_numbers()
    both = [government(), government()]
    runs = [(one, sent(one, tmp_path)) for one in both]
    results = race(*((one, lambda run=run: actions.apply(run, by=None)) for one, run in runs))
    assert sorted(isinstance(result, ImportRun) for result in results) == [False, True]
    (refused,) = [result for result in results if isinstance(result, Refusal)]
    assert refused.sentence.endswith(".")


def free_numbers() -> None:
    """Give the accounts of earlier races other numbers, since a number is one person's in the whole
    installation.
    """
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET nip = left(md5(nip || clock_timestamp()), 18)")
