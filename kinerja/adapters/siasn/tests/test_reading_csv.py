"""CSV files in every dialect and state that has reached an agency's desk."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.adapters.siasn.columns import KINDS, PEOPLE, UNITS
from kinerja.tools.tables.columns import Kind
from kinerja.tools.tables.errors import ColumnsRefused, UnreadableFile
from kinerja.tools.tables.reading import Row, open_table

from .factories import PEOPLE_HEADER, TREE, csv_file, people_rows, person, raw_file, units_rows

HEADER = "UNOR ID;NAMA;ATASAN UNOR ID\n"


def rows_of(path: Path, kind: Kind = UNITS) -> list[Row]:
    with open_table(path, kind, KINDS) as table:
        return list(table.rows)


def refusal(path: Path, kind: Kind = UNITS) -> str:
    with pytest.raises((UnreadableFile, ColumnsRefused)) as refused:
        rows_of(path, kind)
    return refused.value.sentence


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_separator_and_encoding_is_read(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = units_rows(
        ("U1", "Balai Latihan “Café”", "", "Kepala; Balai, utama\tatau | lain"), ("U2", "Seksi Ä", "U1")
    )
    path = csv_file(tmp_path, rows, separator=separator, encoding=encoding)
    with open_table(path, UNITS) as table:
        assert [cells for _number, cells in table.rows] == rows[1:]
        assert table.described.startswith("CSV, pemisah")


def test_the_description_names_separator_and_encoding(tmp_path: Path) -> None:
    with open_table(csv_file(tmp_path, units_rows(*TREE), separator="\t", encoding="utf-16"), UNITS) as table:
        assert table.described == "CSV, pemisah TAB, UTF-16"


def test_the_separator_is_not_the_most_frequent_sign(tmp_path: Path) -> None:
    path = raw_file(
        tmp_path, b"UNOR ID;NAMA;ATASAN UNOR ID;CATATAN\nU1;A;;a,b,c,d,e,f,g,h\nU2;B;U1;a,b,c,d,e,f\n"
    )
    assert rows_of(path)[0] == (2, ["U1", "A", "", "a,b,c,d,e,f,g,h"])


def test_title_rows_above_the_header_are_passed_over_and_counted(tmp_path: Path) -> None:
    path = raw_file(tmp_path, ("sep=;\nDAFTAR UNIT; per 1 Maret\n\n" + HEADER + "U1;Kota;\n").encode())
    with open_table(path, UNITS) as table:
        assert table.header_row == 4
        assert list(table.rows) == [(5, ["U1", "Kota", ""])]


def test_a_line_break_inside_quotes_stays_in_its_cell_and_row(tmp_path: Path) -> None:
    path = raw_file(
        tmp_path, (HEADER + 'U1;"Dinas\nKesehatan; Kota";\r\nU2;"kata ""dalam""";U1\r\n').encode()
    )
    assert rows_of(path) == [(2, ["U1", "Dinas\nKesehatan; Kota", ""]), (3, ["U2", 'kata "dalam"', "U1"])]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_ending_is_read(tmp_path: Path, ending: str) -> None:
    path = raw_file(
        tmp_path, ending.join(["UNOR ID;NAMA;ATASAN UNOR ID", "U1;A;", "U2;B;U1", "", ""]).encode()
    )
    assert [cells for _number, cells in rows_of(path) if any(cells)] == [["U1", "A", ""], ["U2", "B", "U1"]]


def test_a_byte_beyond_the_sniffed_beginning_still_decides_the_encoding(tmp_path: Path) -> None:
    filler = "U1;A;\n" * 300_000
    path = raw_file(tmp_path, (HEADER + filler).encode() + "U9;Café;\n".encode("cp1252"))
    with open_table(path, UNITS) as table:
        assert table.described.endswith("Windows-1252")
        *_rest, last = table.rows
    assert last == (300_002, ["U9", "Café", ""])


@pytest.mark.parametrize("shift", [0, 1])
def test_a_letter_cut_by_the_reading_block_is_not_an_error(tmp_path: Path, shift: int) -> None:
    """The file is decoded in pieces of 256 KiB; a two-byte letter lies across the cut for one of the
    shifts.
    """
    body = "U1;A;\n" * 180_000 + "U2;" + "x" * shift + "é" * 400_000 + ";\n"
    with open_table(raw_file(tmp_path, (HEADER + body).encode()), UNITS) as table:
        assert table.described.endswith("UTF-8")


def test_two_encodings_in_one_file_are_refused(tmp_path: Path) -> None:
    path = raw_file(tmp_path, HEADER.encode() + "U1;Café;\n".encode() + "U2;Café;\n".encode("cp1252"))
    assert "dua pengodean huruf" in refusal(path)


def test_a_nul_byte_is_refused_with_its_line(tmp_path: Path) -> None:
    sentence = refusal(raw_file(tmp_path, (HEADER + "U1;A;\nU2;B\0;\n").encode()))
    assert "NUL" in sentence
    assert "baris 3" in sentence


def test_utf_16_without_its_mark_is_refused_not_guessed(tmp_path: Path) -> None:
    assert "NUL" in refusal(raw_file(tmp_path, (HEADER + "U1;A;\n").encode("utf-16-le")))


def test_a_byte_that_is_no_letter_in_windows_1252_is_refused_with_its_line(tmp_path: Path) -> None:
    assert "baris 2" in refusal(raw_file(tmp_path, HEADER.encode() + b"U1;A\x81;\n"))


def test_broken_utf_8_after_a_mark_is_refused_with_its_line(tmp_path: Path) -> None:
    sentence = refusal(raw_file(tmp_path, b"\xef\xbb\xbf" + HEADER.encode() + b"U1;A;\nU2;\xe9;\n"))
    assert "baris 3 tidak dapat dibaca sebagai UTF-8" in sentence


def test_utf_32_is_refused(tmp_path: Path) -> None:
    assert "UTF-32" in refusal(raw_file(tmp_path, (HEADER + "U1;A;\n").encode("utf-32")))


def test_a_truncated_utf_16_file_is_refused(tmp_path: Path) -> None:
    assert "UTF-16" in refusal(raw_file(tmp_path, (HEADER + "U1;A;\n").encode("utf-16")[:-1]))


@pytest.mark.parametrize("body", ['U1;"Dinas;\nU2;B;U1\n', 'U1;"Dinas"Kota;\n'])
def test_a_quote_that_is_not_closed_is_refused_with_its_row(tmp_path: Path, body: str) -> None:
    sentence = refusal(raw_file(tmp_path, (HEADER + body).encode()))
    assert "baris 2" in sentence
    assert "tanda kutip ganda" in sentence


def test_a_quote_that_swallows_the_rest_of_a_large_file_is_refused(tmp_path: Path) -> None:
    path = raw_file(tmp_path, (HEADER + 'U1;"Dinas;\n' + "U2;B;U1\n" * 50_000).encode())
    assert "tanda kutip ganda" in refusal(path)


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert "Berkas kosong" in refusal(raw_file(tmp_path, content))


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"\x1f\x8b\x08\x00", "GZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"<html><table><tr><td>NIP</td></tr></table></html>", "HTML/XML"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "HTML/XML"),
        (b"<?xml version='1.0'?><Workbook/>", "HTML/XML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Excel lama (.xls) atau dikunci kata sandi"),
    ],
)
def test_other_formats_are_refused_by_their_name_whatever_the_file_is_called(
    tmp_path: Path, content: bytes, named: str
) -> None:
    assert named in refusal(raw_file(tmp_path, content, "pegawai.csv"))


def test_a_file_without_header_is_refused_naming_what_is_needed(tmp_path: Path) -> None:
    sentence = refusal(raw_file(tmp_path, b"1;2;3\n4;5;6\n"), PEOPLE)
    assert "Baris judul kolom tidak ditemukan" in sentence
    assert "NIP BARU, NAMA, JENIS JABATAN NAMA, JABATAN NAMA, TMT JABATAN, UNOR ID" in sentence


def test_a_header_without_rows_is_an_empty_table(tmp_path: Path) -> None:
    assert rows_of(raw_file(tmp_path, HEADER.encode())) == []


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = csv_file(tmp_path, people_rows(*[person()] * count))
        tracemalloc.start()
        with open_table(path, PEOPLE) as table:
            assert sum(1 for _row in table.rows) == count
        _now, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(10)  # whatever is loaded once
    assert peak(40_000) < peak(8_000) * 1.2 + 100_000


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20) | st.just(
    'a\nb;,\t|"c'
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    body=st.lists(st.tuples(CELL, CELL, CELL), max_size=8),
    separator=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_whatever_was_written_is_read_back(
    tmp_path: Path, body: list[tuple[str, str, str]], separator: str, encoding: str
) -> None:
    rows = [["UNOR ID", "NAMA", "ATASAN UNOR ID"], *map(list, body)]
    path = csv_file(tmp_path, rows, separator=separator, encoding=encoding)
    assert [cells for _number, cells in rows_of(path)] == rows[1:]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=400) | st.binary(max_size=200).map(lambda tail: HEADER.encode() + tail))
def test_any_bytes_are_read_or_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    said = ""
    try:
        rows = rows_of(raw_file(tmp_path, content))
    except (UnreadableFile, ColumnsRefused) as refused:
        rows, said = [], refused.sentence
    assert not said or said.endswith((".", "?"))
    assert all(number > 1 and "\0" not in str(cells) for number, cells in rows)


def test_the_header_is_kept_as_the_file_writes_it(tmp_path: Path) -> None:
    path = csv_file(tmp_path, [[name.lower() for name in PEOPLE_HEADER]])
    with open_table(path, PEOPLE) as table:
        assert table.layout.written("nip") == "nip baru"
