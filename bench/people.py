"""100,000 people from a CSV of SIASN, beside a COPY of the resulting rows into the same tables (goal: at most 6 times).

python -m bench people [--people=100000]

The COPY is done by the superuser, since COPY may not pass row-level security; keys, constraints and triggers are the same.
"""

import argparse
import csv
import resource
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.own import own_database
from kinerja.tools.postgres.cluster import Cluster

TABLES = ("accounts_user", "organization_person", "organization_position", "organization_assignment")
UNITS = 1_000


def write_files(folder: Path, people: int) -> tuple[Path, Path]:
    """A tree of 1,000 units, and people spread over them in 40 posts each."""
    units, persons = folder / "unit.csv", folder / "pegawai.csv"
    with units.open("w", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["UNOR ID", "NAMA", "ATASAN UNOR ID", "JABATAN PIMPINAN", "ESELON"])
        for number in range(UNITS):
            above = "" if number == 0 else f"U{(number - 1) // 8}"
            writer.writerow([f"U{number}", f"Unit {number}", above, f"Kepala Unit {number}", "IV.a"])
    with persons.open("w", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        for number in range(people):
            writer.writerow(row_of(number))
    return units, persons


_COLUMNS = (
    "PNS ID,NIP BARU,NAMA,GELAR DEPAN,GELAR BLK,TANGGAL LAHIR,JENIS KELAMIN,NIK,NOMOR HP,EMAIL,STATUS CPNS "
    "PNS,"
    "JENIS PEGAWAI NAMA,KEDUDUKAN HUKUM NAMA,TMT CPNS,GOL AKHIR NAMA,TMT GOLONGAN,JENIS JABATAN "
    "NAMA,JABATAN NAMA,"
    "TMT JABATAN,TINGKAT PENDIDIKAN NAMA,UNOR ID,UNOR NAMA,INSTANSI INDUK NAMA,INSTANSI KERJA NAMA"
)
HEADER = _COLUMNS.split(",")


def row_of(number: int) -> list[str]:
    """An invented person; serials 900–999 are never given out."""
    born = date(1970, 1, 1) + timedelta(days=number % 9_000)
    appointed = date(1995, 1, 1) + timedelta(days=31 * (number // 9_000) + 365 * ((number % 9_000) // 600))
    unit, post = number % UNITS, (number // UNITS) % 40
    return [
        f"ID{number}", f"{born:%Y%m%d}{appointed:%Y%m}1{900 + number % 100}", f"PEGAWAI CONTOH {number}", "", "S.E.",
        f"{born:%d-%m-%Y}", "M", f"157101{born:%d%m%y}0000", f"0812{number:08d}", f"p{number}@example.org", "P",
        "PNS Daerah Kab./Kota", "Aktif", f"{appointed:%d-%m-%Y}", "III/b", "01-04-2021", "Jabatan Fungsional",
        f"ANALIS CONTOH {post} AHLI MUDA", "01-05-2021", "S-1/Sarjana", f"U{unit}", f"Unit {unit}",
        "Pemerintah Kota Jambi", "Pemerintah Kota Jambi",
    ]  # fmt: skip


def measure(cluster: Cluster, people: int) -> dict[str, Any]:
    """Import, import again, and COPY the rows that came of it into the same tables, emptied."""
    from django.db import connection

    from kinerja.adapters.siasn import actions, storage
    from kinerja.base.tenancy.context import inside
    from kinerja.base.tenancy.models import Instansi

    units, persons = write_files(cluster.root, people)
    instansi = Instansi.objects.create(code="kota-jambi", name="Pemerintah Kota Jambi", kind="KOTA")

    def bring(kind: str, path: Path) -> tuple[float, dict[str, Any]]:
        started = time.perf_counter()
        with inside(instansi.pk), path.open("rb") as file:
            run = actions.receive(kind=kind, file_name=path.name, chunks=storage.pieces(file), by=None)
            result = actions.apply(run, by=None).result
        return time.perf_counter() - started, result

    bring("UNIT", units)
    figures: dict[str, Any] = {"people": people, "csv_megabytes": round(persons.stat().st_size / 1e6, 1)}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures["import_seconds"], result = bring("PEGAWAI", persons)
    assert result["new"] == people, result
    figures["memory_grown_megabytes"] = round(
        (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, 1
    )
    figures["again_seconds"], result = bring("PEGAWAI", persons)
    assert result["unchanged"] == people, result
    connection.close()
    figures["copy_seconds"] = copy_again(cluster)
    figures["ratio"] = round(figures["import_seconds"] / figures["copy_seconds"], 2)
    return {name: round(value, 2) if isinstance(value, float) else value for name, value in figures.items()}


def copy_again(cluster: Cluster) -> float:
    """The same rows by COPY into the same tables, with their keys, constraints and triggers. Three
    times, the median.
    """
    import psycopg

    seconds = []
    with psycopg.connect(cluster.url("postgres", "kinerja"), autocommit=True) as connection:
        for table in TABLES:
            with (
                connection.cursor().copy(f"COPY {table} TO STDOUT") as copy,
                (cluster.root / table).open("wb") as file,
            ):
                file.writelines(copy)
        for _round in range(3):
            connection.execute(f"TRUNCATE {', '.join(TABLES)} CASCADE")
            connection.execute("CHECKPOINT")
            started = time.perf_counter()
            with connection.transaction():
                for table in TABLES:
                    with (
                        connection.cursor().copy(f"COPY {table} FROM STDIN") as copy,
                        (cluster.root / table).open("rb") as file,
                    ):
                        while piece := file.read(1 << 18):
                            copy.write(piece)
            seconds.append(time.perf_counter() - started)
    return sorted(seconds)[1]


def show() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    wanted = parser.parse_args()
    with own_database() as cluster:
        for name, value in measure(cluster, wanted.people).items():
            print(f"- {name}: {value}")


if __name__ == "__main__":
    show()
