"""Rows of the personnel file."""

import tracemalloc
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kinerja.adapters.siasn.columns import PEOPLE
from kinerja.adapters.siasn.people import KnownUnit, PeopleReader, PersonRow, government, read_people
from kinerja.adapters.siasn.rows import Read
from kinerja.tools.tables.columns import lay_out
from kinerja.tools.tables.problem import Problem
from kinerja.tools.tables.reading import open_table

from .factories import BUDI, PEOPLE_HEADER, PEOPLE_LAYOUT, csv_file, people_rows, person

TODAY = date(2026, 3, 2)
PUSKESMAS, SEKSI = UUID(int=3), UUID(int=4)
UNITS = {
    "U3": KnownUnit(PUSKESMAS, "Kepala Puskesmas", ""),
    "U4": KnownUnit(SEKSI, "", "IV.a"),
    "U5": KnownUnit(UUID(int=5), "Kepala Bidang", "III.b"),
    "U6": KnownUnit(UUID(int=6), "", ""),
}


def read(header: list[str] = PEOPLE_HEADER, **changed: Any) -> Read:
    reader = PeopleReader(lay_out(PEOPLE, header), today=TODAY, units=UNITS, instansi="Kota Jambi")
    row = person(**changed)
    return reader.read(7, [row.get(name, "") for name in header])


def only_problem(**changed: Any) -> Problem:
    (problem,) = read(**changed).problems
    return problem


def taken(**changed: Any) -> PersonRow:
    found = read(**changed).row
    assert isinstance(found, PersonRow)
    return found


def test_a_whole_row_is_taken_without_a_word() -> None:
    found = read()
    assert found.problems == ()
    assert found.row == PersonRow(
        number=7,
        nip="199003152015031901",
        name="Budi Santoso",
        title_before="Ns.",
        title_after="S.Kep",
        birth_date=date(1990, 3, 15),
        sex="L",
        nik="1571011503900000",
        phone="+6281200000000",
        email="budi@example.org",
        status="PNS",
        standing="Aktif",
        cpns_since=date(2015, 3, 1),
        golongan="III/b",
        golongan_since=date(2021, 4, 1),
        position_kind="FUNGSIONAL",
        position="PERAWAT AHLI PERTAMA",
        jenjang="AHLI_PERTAMA",
        position_since=date(2021, 5, 1),
        education="S-1/Sarjana",
        unit=PUSKESMAS,
        is_head=False,
        siasn_id="A1",
    )


def test_the_nik_is_in_no_representation() -> None:
    assert "1571011503900000" not in repr(taken())


@pytest.mark.parametrize(
    "column", ["NIP BARU", "NAMA", "JENIS JABATAN NAMA", "JABATAN NAMA", "TMT JABATAN", "UNOR ID"]
)
def test_an_empty_required_cell_keeps_the_row_out_and_is_named(column: str) -> None:
    found = read(**{column.replace(" ", "_"): " - "})
    assert found.row is None
    assert [(p.row, p.column, p.reason, p.blocking) for p in found.problems] == [
        (7, column, "wajib diisi, tetapi kosong", True)
    ]


def test_everything_wrong_in_a_row_is_told_at_once() -> None:
    found = read(NIP_BARU="123", NAMA="", TMT_JABATAN="31-02-2020", UNOR_ID="U9", JENIS_KELAMIN="?")
    assert {problem.column for problem in found.problems} == {
        "NIP BARU", "NAMA", "TMT JABATAN", "UNOR ID", "JENIS KELAMIN",
    }  # fmt: skip


def test_the_column_is_named_as_the_file_writes_it() -> None:
    header = [name.title().replace(" ", "_") for name in PEOPLE_HEADER]
    reader = PeopleReader(lay_out(PEOPLE, header), today=TODAY, units=UNITS)
    cells = [person(NAMA="")[name] for name in PEOPLE_HEADER]
    assert [problem.column for problem in reader.read(2, cells).problems] == ["Nama"]


@pytest.mark.parametrize(
    ("nip", "said"),
    [
        ("19900315201503190", "18 angka"),
        ("1990031520150319O1", "18 angka"),
        ("199013152015031901", "tanggal lahir"),
        ("199003152015035901", "Angka ke-15"),
        ("199003152015131901", "Angka ke-13 dan 14"),
        (1.99003152015032e17, "angka Excel"),
    ],
)
def test_a_wrong_nip_keeps_the_row_out_with_its_reason(nip: str | float, said: str) -> None:
    problem = only_problem(NIP_BARU=nip)
    assert problem.blocking
    assert said in problem.reason
    assert problem.remedy


def test_a_nip_is_read_through_blanks_and_an_apostrophe() -> None:
    assert taken(NIP_BARU="'19900315 201503 1 901").nip == "199003152015031901"


def test_birth_and_sex_come_from_the_nip_when_the_file_has_none() -> None:
    found = taken(TANGGAL_LAHIR="", JENIS_KELAMIN="")
    assert (found.birth_date, found.sex) == (date(1990, 3, 15), "L")


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"TANGGAL_LAHIR": "16-03-1990", "NIK": ""}, "NIP BARU"),
        ({"JENIS_KELAMIN": "F", "NIK": ""}, "NIP BARU"),
        ({"NIK": "1571015503900000"}, "NIK"),
        ({"NIK": "1571011503910000"}, "NIK"),
        ({"STATUS_CPNS_PNS": "PPPK"}, "NIP BARU"),
        ({"EMAIL": "budi"}, "EMAIL"),
        ({"NOMOR_HP": "12"}, "NOMOR HP"),
    ],
)
def test_a_doubt_is_told_and_the_row_is_taken(changed: dict[str, str], column: str) -> None:
    found = read(**changed)
    assert found.row is not None
    assert [(problem.column, problem.blocking) for problem in found.problems] == [(column, False)]


@pytest.mark.parametrize(
    "nik",
    ["157101150390000", "15710115039000000", "157101150390000A", "1571013213900000", 1571011503900000.0],
)
def test_a_nik_that_cannot_be_one_keeps_the_row_out_masked(nik: str | float) -> None:
    problem = only_problem(NIK=nik)
    assert problem.blocking
    assert problem.column == "NIK"
    digits = "".join(sign for sign in problem.value + problem.reason + problem.remedy if sign.isdigit())
    assert "1571011" not in digits
    assert "•" in problem.value


@pytest.mark.parametrize(
    ("status", "kind", "nip", "expected"),
    [
        ("P", "PNS Daerah", BUDI["NIP BARU"], "PNS"),
        ("C", "PNS Daerah", BUDI["NIP BARU"], "CPNS"),
        ("", "", BUDI["NIP BARU"], ""),
        ("P", "PPPK Daerah", "199003152022211901", "PPPK"),
        ("PPPK", "PPPK Paruh Waktu", "199003152025211901", "PPPK_PW"),
    ],
)
def test_the_status_comes_from_two_columns(status: str, kind: str, nip: str, expected: str) -> None:
    assert taken(STATUS_CPNS_PNS=status, JENIS_PEGAWAI_NAMA=kind, NIP_BARU=nip).status == expected


def test_whoever_is_called_as_the_head_is_the_head_whatever_the_kind_and_case() -> None:
    found = taken(JABATAN_NAMA="KEPALA PUSKESMAS")
    assert (found.position_kind, found.is_head) == ("FUNGSIONAL", True)


@pytest.mark.parametrize(
    ("unit", "echelon", "title", "kind", "is_head"),
    [
        ("U4", "", "Kepala Seksi", "PENGAWAS", True),
        ("U4", "II.b", "Kepala Dinas", "JPT_PRATAMA", True),
        ("U5", "", "KEPALA BIDANG", "ADMINISTRATOR", True),
    ],
)
def test_a_structural_post_is_named_by_its_echelon_and_heads_its_unit(
    unit: str, echelon: str, title: str, kind: str, is_head: bool
) -> None:
    found = taken(
        UNOR_ID=unit, ESELON_NAMA=echelon, JABATAN_NAMA=title, JENIS_JABATAN_NAMA="Jabatan Struktural"
    )
    assert (found.position_kind, found.is_head) == (kind, is_head)


@pytest.mark.parametrize(
    ("unit", "said"), [("U5", "bukan jabatan pimpinan unitnya (Kepala Bidang)"), ("U6", "Pengawas")]
)
def test_a_doubtful_structural_post_is_told(unit: str, said: str) -> None:
    found = read(UNOR_ID=unit, JABATAN_NAMA="Kepala Apa", JENIS_JABATAN_NAMA="Jabatan Struktural")
    assert found.row is not None
    assert [said in problem.reason for problem in found.problems] == [True]


def test_a_person_of_another_government_is_kept_out() -> None:
    problem = only_problem(INSTANSI_KERJA_NAMA="Pemerintah Kab. Muaro Jambi")
    assert problem.blocking
    assert "instansi lain" in problem.reason


@pytest.mark.parametrize(
    "name",
    [
        "Pemerintah Kab. Muaro Jambi",
        "KABUPATEN MUARO JAMBI",
        "Pemerintah Kabupaten Muaro  Jambi",
        "Kab Muaro Jambi",
    ],
)
def test_a_government_is_known_by_every_form_of_its_name(name: str) -> None:
    assert government(name) == "KABUPATEN MUARO JAMBI"


def test_a_city_is_not_the_regency_or_province_of_the_same_name() -> None:
    assert (
        len(
            {
                government(name)
                for name in ("Pemerintah Kota Jambi", "Pemerintah Provinsi Jambi", "Kab. Jambi")
            }
        )
        == 3
    )


@pytest.mark.parametrize("surplus", [["lebih"], ["", "lebih"]])
def test_a_row_with_more_cells_than_the_header_is_kept_out(surplus: list[str]) -> None:
    cells = [BUDI.get(name, "") for name in PEOPLE_HEADER] + surplus
    (problem,) = PeopleReader(PEOPLE_LAYOUT, today=TODAY, units=UNITS).read(3, cells).problems
    assert "jumlah kolomnya" in problem.reason


def test_a_row_cut_short_is_kept_out() -> None:
    (problem,) = PeopleReader(PEOPLE_LAYOUT, today=TODAY, units=UNITS).read(3, ["a", "b"]).problems
    assert "jumlah kolomnya 2" in problem.reason


def test_empty_cells_beyond_the_header_do_no_harm() -> None:
    cells = [BUDI.get(name, "") for name in PEOPLE_HEADER] + ["", ""]
    assert PeopleReader(PEOPLE_LAYOUT, today=TODAY, units=UNITS).read(3, cells).row


@pytest.mark.parametrize("when", ["01-01-1949", "01-01-2028", "31-12-2204"])
def test_an_appointment_outside_sensible_years_keeps_the_row_out(when: str) -> None:
    assert "rentang wajar" in only_problem(TMT_JABATAN=when).reason


def test_a_birth_in_the_future_keeps_the_row_out() -> None:
    assert "rentang wajar" in read(TANGGAL_LAHIR="03-03-2026").problems[0].reason


def test_reading_a_file_passes_over_empty_rows(tmp_path: Path) -> None:
    path = csv_file(tmp_path, [*people_rows(person()), [""] * 25, [], *people_rows(person())[1:], [], []])
    with open_table(path, PEOPLE) as table:
        reader = PeopleReader(table.layout, today=TODAY, units=UNITS)
        assert [found.number for found in read_people(table, reader)] == [2, 5]


def test_memory_does_not_grow_with_the_people(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = csv_file(tmp_path, people_rows(*[person(NAMA=f"NAMA {n}") for n in range(count)]))
        tracemalloc.start()
        with open_table(path, PEOPLE) as table:
            reader = PeopleReader(table.layout, today=TODAY, units=UNITS)
            assert sum(found.row is not None for found in read_people(table, reader)) == count
        _now, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(10)
    assert peak(6_000) < peak(1_500) * 1.2 + 100_000
