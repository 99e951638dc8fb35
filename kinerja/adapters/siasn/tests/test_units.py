"""The units file: rows and tree."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.adapters.siasn import units
from kinerja.adapters.siasn.columns import UNITS
from kinerja.adapters.siasn.rows import Read
from kinerja.adapters.siasn.units import UnitRow, read_units
from kinerja.tools.tables.errors import UnreadableFile
from kinerja.tools.tables.reading import Table, open_table

from .factories import TREE, UNITS_LAYOUT, csv_file, units_rows


def read(*rows: tuple[str, ...], known: dict[str, str] | None = None) -> list[Read]:
    numbered = ((number, list(cells)) for number, cells in enumerate(units_rows(*rows)[1:], start=2))
    return read_units(Table(UNITS_LAYOUT, 1, numbered, ""), known)


def told(reads: list[Read]) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.reason) for found in reads for problem in found.problems]


def test_a_tree_is_taken() -> None:
    reads = read(*TREE)
    assert told(reads) == []
    assert reads[1].row == UnitRow(3, "U2", "Dinas Kesehatan", "U1", "Kepala Dinas", "II.b")


def test_the_order_of_the_rows_means_nothing() -> None:
    assert told(read(*reversed(TREE))) == []


@pytest.mark.parametrize("missing", ["", "-", "NULL"])
def test_a_unit_without_superior_is_the_top(missing: str) -> None:
    (found,) = read(("U1", "Kota", missing))
    assert isinstance(found.row, UnitRow)
    assert found.row.parent_id == ""


def test_a_top_that_stands_above_itself_is_the_top() -> None:
    (found,) = read(("U1", "Kota", "U1"))
    assert isinstance(found.row, UnitRow)
    assert found.row.parent_id == ""


def test_hyphens_that_indent_a_name_are_taken_away(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path, [["ID", "NAMA UNOR", "DIATASAN ID", "ESELON ID"], ["U1", "--Bidang Ä-B", "", "31"]]
    )
    with open_table(path, UNITS) as table:
        (found,) = read_units(table)
    assert found.row == UnitRow(2, "U1", "Bidang Ä-B", "", "", "III.a")


def test_a_unit_that_comes_twice_is_kept_out_with_the_row_of_the_first() -> None:
    reads = read(*TREE, ("U2", "Dinas lain", "U1"))
    assert told(reads) == [(5, "UNOR ID", "unit ini sudah ada di baris 3 berkas yang sama")]
    assert [found.row is None for found in reads] == [False, False, False, True]


def test_a_superior_that_exists_nowhere_is_told() -> None:
    assert told(read(("U1", "Kota", ""), ("U2", "Dinas", "U9"))) == [
        (3, "ATASAN UNOR ID", "unit atasan ini tidak ada di berkas dan belum terdaftar")
    ]


def test_a_superior_that_was_imported_before_is_known() -> None:
    assert told(read(("U2", "Dinas", "U9"), known={"U9": ""})) == []


def test_a_circle_is_told_to_each_of_its_members_and_to_nobody_else() -> None:
    reads = read(("A", "a", "B"), ("B", "b", "C"), ("C", "c", "A"), ("D", "d", "A"), ("E", "e", ""))
    assert [found.number for found in reads if found.problems] == [2, 3, 4]
    assert "susunan unit melingkar: A → B → C → A" in reads[0].problems[0].reason


def test_a_circle_closed_by_units_that_exist_already_is_told() -> None:
    reads = read(("A", "a", "B"), known={"A": "", "B": "A"})
    assert "A → B → A" in reads[0].problems[0].reason


def test_a_large_circle_is_told_in_few_words() -> None:
    ring = [(f"U{n}", "x", f"U{(n + 1) % 1000}") for n in range(1000)]
    assert "…" in read(*ring)[0].problems[0].reason
    assert len(read(*ring)[0].problems[0].reason) < 100


def test_a_deep_tree_is_neither_slow_nor_recursive() -> None:
    started = time.monotonic()
    chain = [(f"U{n}", "x", f"U{n - 1}" if n else "") for n in range(20_000)]
    assert told(read(*reversed(chain))) == []
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(("row", "column"), [(("", "Kota", ""), "UNOR ID"), (("U1", "", ""), "NAMA")])
def test_an_empty_required_cell_is_told(row: tuple[str, ...], column: str) -> None:
    assert told(read(row)) == [(2, column, "wajib diisi, tetapi kosong")]


def test_a_wrong_echelon_is_told() -> None:
    assert told(read(("U1", "Kota", "", "", "besar"))) == [(2, "ESELON", "eselon tidak dikenali")]


def test_a_row_of_the_wrong_width_is_told() -> None:
    assert "jumlah kolomnya 2" in told(read_units(Table(UNITS_LAYOUT, 1, iter([(2, ["U1", "x"])]), "")))[0][2]


def test_too_many_units_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "MOST_UNITS", 2)
    with pytest.raises(UnreadableFile, match=r"lebih dari 50\.000 baris"):
        read(*TREE)


@given(st.lists(st.integers(-1, 12), min_size=1, max_size=13))
def test_whoever_is_told_of_a_circle_really_stands_above_himself(parents: list[int]) -> None:
    rows = [(f"U{n}", "x", f"U{parent}" if parent >= 0 else "") for n, parent in enumerate(parents)]
    for n, found in enumerate(read(*rows)):
        seen, at = set(), parents[n]
        while 0 <= at < len(parents) and at not in seen and parents[at] != at:
            seen.add(at)
            at = parents[at]
        circular = any("melingkar" in problem.reason for problem in found.problems)
        assert circular == (n in seen and parents[n] != n)
