"""The files an agency sends: four units and the people in them, with numbers that are impossible on purpose."""

from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from kinerja.adapters.siasn.tests.factories import (
    PEOPLE_HEADER,
    csv_file,
    people_rows,
    person,
    units_rows,
    xlsx_file,
)

UNITS = [
    ("U1", "Pemerintah Kota Jambi", "", "Wali Kota", ""),
    ("U2", "Dinas Kesehatan", "U1", "Kepala Dinas Kesehatan", "II.b"),
    ("U3", "Puskesmas Contoh 1", "U2", "Kepala Puskesmas Contoh 1", "IV.a"),
    ("U4", "BKPSDM", "U1", "Kepala BKPSDM", "II.b"),
]
RATNA = person(
    NIP_BARU="198811202012012904", NAMA="RATNA DEWANTI", GELAR_DEPAN="", GELAR_BLK="S.E.", TANGGAL_LAHIR="20-11-1988",
    JENIS_KELAMIN="F", NIK="1571016011880000", EMAIL="ratna@example.org", TMT_CPNS="01-01-2012", UNOR_ID="U4",
    UNOR_NAMA="BKPSDM", JABATAN_NAMA="ANALIS SDM APARATUR AHLI MUDA", PNS_ID="A4",
)  # fmt: skip
HASAN = person(
    NIP_BARU="197002051996031903", NAMA="HASAN BASRI", GELAR_DEPAN="dr.", GELAR_BLK="M.Kes.", TANGGAL_LAHIR="05-02-1970",
    NIK="1571010502700000", EMAIL="hasan@example.org", TMT_CPNS="01-03-1996", GOL_AKHIR_NAMA="IV/c", UNOR_ID="U2",
    UNOR_NAMA="DINAS KESEHATAN", JENIS_JABATAN_NAMA="Jabatan Struktural", JABATAN_NAMA="KEPALA DINAS KESEHATAN",
    ESELON_NAMA="II.b", PNS_ID="A3",
)  # fmt: skip
SARI = person(
    NIP_BARU="198407122010032902", NAMA="SARI WULANDARI", GELAR_DEPAN="dr.", GELAR_BLK="", TANGGAL_LAHIR="12-07-1984",
    JENIS_KELAMIN="F", NIK="1571015207840000", EMAIL="sari@example.org", TMT_CPNS="01-03-2010", GOL_AKHIR_NAMA="III/d",
    UNOR_NAMA="PUSKESMAS CONTOH 1", JENIS_JABATAN_NAMA="Jabatan Struktural", JABATAN_NAMA="KEPALA PUSKESMAS CONTOH 1",
    ESELON_NAMA="IV.a", PNS_ID="A2",
)  # fmt: skip
BUDI = person(UNOR_NAMA="PUSKESMAS CONTOH 1")
PEOPLE = [RATNA, HASAN, SARI, BUDI]


def units_file(folder: Path, *, broken: bool = False) -> Path:
    """The tree; broken, the puskesmas stands below a unit that exists nowhere."""
    rows = [(*unit[:2], "U9", *unit[3:]) if broken and unit[0] == "U3" else unit for unit in UNITS]
    return csv_file(folder, units_rows(*rows), name="unit-rusak.csv" if broken else "unit.csv")


def people_file(folder: Path) -> Path:
    """The people, Sari with a day that does not exist and Budi in a unit that does not."""
    planted = [RATNA, HASAN, SARI | {"TMT JABATAN": "31-02-2021"}, BUDI | {"UNOR ID": "U99"}]
    return csv_file(folder, people_rows(*planted), name="pegawai.csv", encoding="cp1252")


def mended(workbook: Path, folder: Path) -> Path:
    """The workbook of problems with the cells put right, its other columns left as they came."""
    rows: list[list[Any]] = CalamineWorkbook.from_path(str(workbook)).get_sheet_by_index(0).to_python()
    columns = {title: rows[0].index(title) for title in PEOPLE_HEADER}
    right = {someone["NIP BARU"]: someone for someone in PEOPLE}
    for row in rows[1:]:
        someone = right[str(row[columns["NIP BARU"]])]
        row[columns["TMT JABATAN"]], row[columns["UNOR ID"]] = someone["TMT JABATAN"], someone["UNOR ID"]
    return xlsx_file(folder, {"Pegawai": rows}, name="pegawai-diperbaiki.xlsx")
