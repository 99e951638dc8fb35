"""Files as agencies send them, written to a folder of the test."""

import csv
from pathlib import Path
from typing import Any

import xlsxwriter

from kinerja.adapters.siasn.columns import PEOPLE, UNITS
from kinerja.tools.tables.columns import lay_out

PEOPLE_HEADER = [column.name for column in PEOPLE.columns]
UNITS_HEADER = ["UNOR ID", "NAMA", "ATASAN UNOR ID", "JABATAN PIMPINAN", "ESELON"]
#: Budi, nurse; the number is impossible on purpose (serial 901, NIK serial 0000)
BUDI: dict[str, Any] = {
    "NIP BARU": "199003152015031901",
    "NAMA": "BUDI SANTOSO",
    "GELAR DEPAN": "Ns.",
    "GELAR BLK": "S.Kep",
    "TANGGAL LAHIR": "15-03-1990",
    "JENIS KELAMIN": "M",
    "NIK": "1571011503900000",
    "NOMOR HP": "081200000000",
    "EMAIL": "budi@example.org",
    "STATUS CPNS PNS": "P",
    "JENIS PEGAWAI NAMA": "PNS Daerah Kab./Kota",
    "KEDUDUKAN HUKUM NAMA": "Aktif",
    "TMT CPNS": "01-03-2015",
    "GOL AKHIR NAMA": "III/b",
    "TMT GOLONGAN": "01-04-2021",
    "JENIS JABATAN NAMA": "Jabatan Fungsional",
    "JABATAN NAMA": "PERAWAT AHLI PERTAMA",
    "TMT JABATAN": "01-05-2021",
    "ESELON NAMA": "",
    "TINGKAT PENDIDIKAN NAMA": "S-1/Sarjana",
    "UNOR ID": "U3",
    "UNOR NAMA": "PUSKESMAS 1",
    "INSTANSI INDUK NAMA": "Pemerintah Kota Jambi",
    "INSTANSI KERJA NAMA": "Pemerintah Kota Jambi",
    "PNS ID": "A1",
}


def person(**changed: Any) -> dict[str, Any]:
    """Budi's row with some cells changed: `person(NAMA="", TMT_JABATAN="x")`; `_` stands for a blank."""
    return BUDI | {name.replace("_", " "): value for name, value in changed.items()}


def nip(number: int) -> str:
    """The impossible NIP of the n-th invented man born on Budi's day (n below 12,000)."""
    serial, month = 900 + number % 100, number // 100
    return f"19900315{2010 + month // 12:04}{month % 12 + 1:02}1{serial}"


def people_rows(*people: dict[str, Any]) -> list[list[Any]]:
    return [PEOPLE_HEADER, *([someone.get(name, "") for name in PEOPLE_HEADER] for someone in people)]


def units_rows(*units: tuple[str, ...]) -> list[list[str]]:
    return [UNITS_HEADER, *(list(unit) + [""] * (5 - len(unit)) for unit in units)]


#: three units, one under the other
TREE = (
    ("U1", "Pemerintah Kota Jambi", "", "Wali Kota", ""),
    ("U2", "Dinas Kesehatan", "U1", "Kepala Dinas", "II.b"),
    ("U3", "Puskesmas 1", "U2", "Kepala Puskesmas", "IV.a"),
)


def csv_file(
    folder: Path,
    rows: list[list[Any]],
    *,
    separator: str = ";",
    encoding: str = "utf-8",
    name: str = "berkas.csv",
) -> Path:
    path = folder / name
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)
    return path


def raw_file(folder: Path, content: bytes, name: str = "berkas.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def xlsx_file(folder: Path, sheets: dict[str, list[list[Any]]], name: str = "berkas.xlsx") -> Path:
    """Dates get a date format, numbers stay numbers, everything else is text."""
    path = folder / name
    with xlsxwriter.Workbook(
        path, {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}
    ) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
    return path


PEOPLE_LAYOUT = lay_out(PEOPLE, PEOPLE_HEADER)
UNITS_LAYOUT = lay_out(UNITS, UNITS_HEADER)
