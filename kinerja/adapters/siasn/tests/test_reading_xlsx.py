"""XLSX files: well-formed, odd, damaged and hostile."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from kinerja.adapters.siasn.columns import KINDS, PEOPLE, UNITS
from kinerja.tools.tables import xlsx_rows
from kinerja.tools.tables.columns import Kind
from kinerja.tools.tables.errors import ColumnsRefused, UnreadableFile
from kinerja.tools.tables.reading import Row, open_table

from .factories import TREE, people_rows, person, raw_file, units_rows, xlsx_file

WORKBOOK, STRINGS = (PurePosixPath("xl", name).as_posix() for name in ("workbook.xml", "sharedStrings.xml"))
SHEET = PurePosixPath("xl", "worksheets", "sheet1.xml").as_posix()
HEADER = ["UNOR ID", "NAMA", "ATASAN UNOR ID"]


def rows_of(path: Path, kind: Kind = UNITS) -> list[Row]:
    with open_table(path, kind, KINDS) as table:
        return list(table.rows)


def refusal(path: Path, kind: Kind = UNITS) -> str:
    with pytest.raises((UnreadableFile, ColumnsRefused)) as refused:
        rows_of(path, kind)
    return refused.value.sentence


def rewritten(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """The archive again, with one of its parts changed."""
    changed = path.with_name("ubah.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, change(content) if info.filename == part else content)
    return changed


def test_text_numbers_and_dates_arrive_as_what_they_are(tmp_path: Path) -> None:
    rows = people_rows(
        person(TANGGAL_LAHIR=date(1990, 3, 15), NIP_BARU=199003152015031901, NOMOR_HP=81200000000)
    )
    ((number, cells),) = rows_of(xlsx_file(tmp_path, {"Data": rows}), PEOPLE)
    assert number == 2
    assert cells[rows[0].index("TANGGAL LAHIR")] == date(1990, 3, 15)
    assert isinstance(cells[rows[0].index("NIP BARU")], float)
    assert cells[rows[0].index("NOMOR HP")] == 81200000000.0
    assert cells[rows[0].index("NAMA")] == "BUDI SANTOSO"


def test_the_first_sheet_with_the_header_is_taken(tmp_path: Path) -> None:
    path = xlsx_file(
        tmp_path, {"Sampul": [["Data unit"]], "Kosong": [], "Unit": units_rows(*TREE), "Lagi": units_rows()}
    )
    with open_table(path, UNITS) as table:
        assert table.described == "XLSX, lembar Unit"
        assert len(list(table.rows)) == 3


def test_empty_rows_above_and_empty_columns_beside_keep_the_row_numbers_of_excel(tmp_path: Path) -> None:
    rows = [[], ["", "", "Daftar Unit"], [], ["", "", *HEADER], [], ["", "", "U1", "Kota", ""]]
    with open_table(xlsx_file(tmp_path, {"A": rows}), UNITS) as table:
        assert table.header_row == 4
        assert [row for row in table.rows if any(row[1])] == [(6, ["U1", "Kota", ""])]


def test_it_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, {"A": units_rows(*TREE)}, name="unit.csv")
    assert len(rows_of(path)) == 3


def test_a_formula_that_was_never_computed_is_empty_and_runs_nowhere(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, {"A": [HEADER, ["U1", "Kota", ""]]})
    formula = rewritten(
        path,
        SHEET,
        lambda xml: xml.replace(b'<c r="B2" t="s"><v>4</v></c>', b'<c r="B2"><f>1+1</f></c>'),
    )
    assert rows_of(formula) == [(2, ["U1", "", ""])]


def test_no_sheet_with_a_header_is_refused_naming_what_is_needed(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, {"A": [["x", "y"]], "B": []})
    assert "Baris judul kolom tidak ditemukan" in refusal(path)


def test_a_missing_column_is_refused_by_name(tmp_path: Path) -> None:
    assert "ATASAN UNOR ID" in refusal(xlsx_file(tmp_path, {"A": [["UNOR ID", "NAMA"], ["U1", "Kota"]]}))


def test_the_rows_may_be_left_unread(tmp_path: Path) -> None:
    """Whoever stops early leaves no process behind and no error."""
    path = xlsx_file(tmp_path, {"A": units_rows(*[(f"U{n}", "x", "") for n in range(5_000)])})
    with open_table(path, UNITS) as table:
        assert next(table.rows)[0] == 2


# --- damaged
# -------------------------------------------------------------------------------------------------


def test_half_a_file_is_refused(tmp_path: Path) -> None:
    content = xlsx_file(tmp_path, {"A": units_rows(*TREE)}).read_bytes()
    assert "rusak atau tidak lengkap" in refusal(raw_file(tmp_path, content[: len(content) // 2], "x.xlsx"))


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pegawai.csv", "NIP;NAMA")
    assert "arsip ZIP" in refusal(path)


@pytest.mark.parametrize("part", [WORKBOOK, SHEET, STRINGS])
def test_a_part_that_is_no_xml_is_refused(tmp_path: Path, part: str) -> None:
    path = xlsx_file(tmp_path, {"A": units_rows(*TREE)})
    assert refusal(rewritten(path, part, lambda _xml: b"\x00\x01 <<<"))


def test_a_part_cut_short_is_refused_or_read_no_further(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, {"A": units_rows(*TREE)})
    cut = rewritten(path, SHEET, lambda xml: xml[: len(xml) // 2])
    assert refusal(cut)


def test_a_password_is_told(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, {"A": units_rows(*TREE)})
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), bytes(content)):
            content[found.start() + offset] |= 1
    assert "kata sandi" in refusal(raw_file(tmp_path, bytes(content), "x.xlsx"))


# --- too large and hostile
# -----------------------------------------------------------------------------------


def test_more_rows_than_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_rows, "MOST_ROWS", 3)
    assert len(rows_of(xlsx_file(tmp_path, {"A": units_rows(*TREE)}))) == 3
    sentence = refusal(xlsx_file(tmp_path, {"A": units_rows(*TREE, ("U4", "x", "U1"))}))
    assert "paling banyak 200.000 baris" in sentence
    assert "Simpan sebagai CSV" in sentence


def test_an_archive_that_unpacks_to_more_than_the_limit_is_refused_unopened(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, {"A": units_rows(*TREE)})
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/x.bin", "w") as part,
    ):
        for _block in range(1025):
            part.write(bytes(1 << 20))
    assert path.stat().st_size < 2_000_000
    assert "terlalu besar" in refusal(path)


@pytest.mark.parametrize("cell", [b'r="XFD1048576"', b"r='XFD1048576'", b'r="CV900000"'])
def test_one_cell_at_the_far_corner_does_not_take_the_memory(tmp_path: Path, cell: bytes) -> None:
    """A dense table of that size would need gigabytes: the child may not, and the server does not notice."""
    path = xlsx_file(tmp_path, {"A": units_rows(*TREE)})
    bomb = rewritten(path, SHEET, lambda xml: xml.replace(b'r="B4"', cell))
    assert "terlalu besar" in refusal(bomb)


def test_a_long_text_named_by_many_cells_does_not_take_the_memory(tmp_path: Path) -> None:
    """30,000 signs × 100,000 cells: 3 GB from an archive of a few kilobytes."""
    rows = [[*HEADER, "CATATAN"], *[["U1", "Kota", "", "x" * 30_000]] * 100_000]
    path = xlsx_file(tmp_path, {"A": rows})
    assert path.stat().st_size < 3_000_000
    assert "terlalu besar" in refusal(path)


def test_what_xml_entities_would_blow_up_is_refused_or_left_alone(tmp_path: Path) -> None:
    def laugh(xml: bytes) -> bytes:
        entities = b"".join(
            b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha") for n in range(9)
        )
        head, _mark, rest = xml.partition(b"?>\n")
        return head + b"?>\n<!DOCTYPE sst [" + entities + b"]>" + rest.replace(b"Kota Jambi", b"&l8;")

    path = xlsx_file(tmp_path, {"A": units_rows(*TREE)})
    bomb = rewritten(path, STRINGS, laugh)
    try:
        cells = str(rows_of(bomb))
    except UnreadableFile:
        cells = ""
    assert len(cells) < 10_000
