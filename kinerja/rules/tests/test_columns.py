"""The columns of the tables of regulations, in words of their own."""

import importlib
from collections import defaultdict

from kinerja.rules import catalogue, columns, parameters
from kinerja.rules.coded import Coded

TABLES = [table for versions in parameters.tables().values() for table in versions]


def test_every_column_of_every_table_has_a_heading_and_every_heading_a_column() -> None:
    used = set()
    for table in TABLES:
        for column in columns.of(table):
            assert columns.heading(table, column)
            own = f"{columns.family(table.name)}.{column}"
            used.add(own if own in columns.COLUMNS else column)

    assert used == set(columns.COLUMNS)


def test_two_columns_of_a_table_are_never_called_the_same() -> None:
    for table in TABLES:
        headings = [columns.heading(table, column) for column in columns.of(table)]
        assert len(set(headings)) == len(headings), table.name


def test_no_cell_shows_a_code() -> None:
    codes = {member.value for kind in Coded.__subclasses__() for member in kind if "_" in member.value}
    for table in TABLES:
        told = {cell for row in columns.cells(table) for cell in row}
        assert not told & codes, table.name


def test_the_same_name_means_what_its_table_means() -> None:
    def named(name: str, column: str) -> str:
        return columns.heading(parameters.tables()[name][0], column)

    assert named("allowance.example.jambi_2019.ladder", "days") == "Hari tidak masuk"
    assert named("complaint.days", "days") == "Diselesaikan dalam (hari kerja)"
    assert named("retention.defaults", "days") == "Lama (hari)"
    assert named("complaint.days", "kind") == "Jenis pengaduan"
    assert named("regions.jambi", "kind") == "Jenis daerah"


def test_a_cell_is_told_in_words() -> None:
    boxes, hours = parameters.tables()["nine_box.boxes"][0], parameters.tables()["ip_asn.competence"][0]

    assert columns.cells(boxes)[2] == [
        "di atas ekspektasi", "tinggi", "9", "ya",
        "promosikan dan pertahankan; rencana suksesi instansi dan nasional; penghargaan",
    ]  # fmt: skip
    assert columns.cells(hours)[2] == ["pelaksana", "0", "22,5", "17,5"]
    assert columns.cells(boxes, str.upper)[0][0] == "DI ATAS EKSPEKTASI"


def test_rooms_do_not_contradict_each_other_about_a_label() -> None:
    """The last one would win, and a form of the other room would ask for something else."""
    said: dict[str, set[str]] = defaultdict(set)
    for room in sorted({rule.room for rule in catalogue.RULES}):
        try:
            found = importlib.import_module(f"kinerja.rules.{room}.labels").LABELS
        except ModuleNotFoundError:
            continue
        for key, words in found.items():
            said[key].add(words)

    assert {key: words for key, words in said.items() if len(words) > 1} == {}
