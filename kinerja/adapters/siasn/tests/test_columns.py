"""Header variants, missing and doubled columns."""

import pytest

from kinerja.adapters.siasn.columns import KINDS, PEOPLE, UNITS
from kinerja.tools.tables.columns import Kind, find_header, lay_out, plain
from kinerja.tools.tables.errors import ColumnsRefused

from .factories import PEOPLE_HEADER, UNITS_HEADER


@pytest.mark.parametrize(
    "written",
    [
        "NIP BARU",
        "nip_baru",
        "Nip.Baru",
        " NIP  BARU ",
        "NIP\u00a0BARU",
        "\ufeffNIP BARU",
        "NIP-BARU*",
        "NIP",
    ],
)
def test_case_blanks_and_punctuation_of_a_header_mean_nothing(written: str) -> None:
    header = [written if name == "NIP BARU" else name for name in PEOPLE_HEADER]
    assert lay_out(PEOPLE, header).at["nip"] == 0


def test_columns_may_stand_in_any_order() -> None:
    layout = lay_out(PEOPLE, list(reversed(PEOPLE_HEADER)))
    assert layout.at["nip"] == len(PEOPLE_HEADER) - 1


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_name_stands_for_two_columns(kind: Kind) -> None:
    names = [plain(name) for column in kind.columns for name in (column.name, *column.also)]
    assert len({plain(column.name) for column in kind.columns}) == len(kind.columns)
    by_column = {
        column.field: {plain(name) for name in (column.name, *column.also)} for column in kind.columns
    }
    assert sum(map(len, by_column.values())) == len(set(names))


def test_the_whole_export_of_siasn_is_understood() -> None:
    """The header of the CSV that SIASN hands out, as public client code reads it (2026)."""
    written = (
        "PNS ID;NIP BARU;NIP LAMA;NAMA;GELAR DEPAN;GELAR BELAKANG;TEMPAT LAHIR ID;TEMPAT LAHIR NAMA;TANGGAL "
        "LAHIR;"
        "JENIS KELAMIN;AGAMA ID;AGAMA NAMA;JENIS KAWIN ID;JENIS KAWIN NAMA;NIK;NOMOR HP;EMAIL;EMAIL "
        "GOV;ALAMAT;"
        "NPWP NOMOR;BPJS;JENIS PEGAWAI ID;JENIS PEGAWAI NAMA;KEDUDUKAN HUKUM ID;KEDUDUKAN HUKUM NAMA;STATUS "
        "CPNS PNS;"
        "KARTU ASN VIRTUAL;NOMOR SK CPNS;TANGGAL SK CPNS;TMT CPNS;NOMOR SK PNS;TANGGAL SK PNS;TMT PNS;GOL "
        "AWAL ID;"
        "GOL AWAL NAMA;GOL AKHIR ID;GOL AKHIR NAMA;TMT GOLONGAN;MK TAHUN;MK BULAN;JENIS JABATAN ID;"
        "JENIS JABATAN NAMA;JABATAN ID;JABATAN NAMA;TMT JABATAN;TINGKAT PENDIDIKAN ID;TINGKAT PENDIDIKAN "
        "NAMA;"
        "PENDIDIKAN ID;PENDIDIKAN NAMA;TAHUN LULUS;KPKN ID;KPKN NAMA;LOKASI KERJA ID;LOKASI KERJA NAMA;UNOR "
        "ID;"
        "UNOR NAMA;INSTANSI INDUK ID;INSTANSI INDUK NAMA;INSTANSI KERJA ID;INSTANSI KERJA NAMA;SATUAN KERJA "
        "INDUK ID;"
        "SATUAN KERJA INDUK NAMA;SATUAN KERJA KERJA ID;SATUAN KERJA KERJA NAMA;IS VALID NIK;NAMA "
        "SEKOLAH;FLAG IKD;"
        "ESELON ID;ESELON NAMA"
    )
    header = written.split(";")
    layout = lay_out(PEOPLE, header)
    assert set(layout.at) == {column.field for column in PEOPLE.columns}
    assert "AGAMA NAMA" in layout.ignored
    assert "NIP LAMA" in layout.ignored
    assert len(layout.ignored) == len(header) - len(PEOPLE.columns)


@pytest.mark.parametrize(
    "header",
    [
        "ID;NAMA UNOR;DIATASAN ID;ESELON ID;NAMA JABATAN;TOTAL KEBUTUHAN",
        "ID;NAMA_UNOR;ID_ATASAN",
        "Unor ID;Nama;Unor Atasan ID;Jabatan Pimpinan;Eselon",
    ],
)
def test_the_unit_lists_found_in_the_wild_are_understood(header: str) -> None:
    assert {"unor_id", "name", "parent_id"} <= set(lay_out(UNITS, header.split(";")).at)


def test_a_missing_required_column_is_refused_by_name() -> None:
    with pytest.raises(ColumnsRefused, match=r"kolom wajib tidak ada: JABATAN NAMA, UNOR ID\."):
        lay_out(PEOPLE, [name for name in PEOPLE_HEADER if name not in ("JABATAN NAMA", "UNOR ID")])


@pytest.mark.parametrize("again", ["NIP BARU", "nip_baru", "NIP"])
def test_a_column_that_comes_twice_is_refused_with_both_places(again: str) -> None:
    with pytest.raises(ColumnsRefused, match=rf"“NIP BARU” \(kolom ke-1\) dan “{again}” \(kolom ke-26\)"):
        lay_out(PEOPLE, [*PEOPLE_HEADER, again])


def test_an_unknown_column_may_come_twice() -> None:
    assert lay_out(UNITS, [*UNITS_HEADER, "CATATAN", "CATATAN"]).ignored == ("CATATAN", "CATATAN")


def test_empty_headers_are_not_named_as_ignored() -> None:
    assert lay_out(UNITS, [*UNITS_HEADER, "", " "]).ignored == ()


def test_swapped_files_are_told() -> None:
    with pytest.raises(ColumnsRefused, match="lebih mirip berkas pegawai: apakah tertukar"):
        lay_out(UNITS, PEOPLE_HEADER, KINDS)


def test_the_header_is_found_under_title_rows() -> None:
    assert find_header(PEOPLE, [["DATA PEGAWAI", "NIP"], [], ["per 1 Maret 2026"], PEOPLE_HEADER]) == 3


def test_no_header_is_no_header() -> None:
    assert find_header(PEOPLE, [["a", "b"], ["NAMA", "NIP"]]) is None
    assert find_header(PEOPLE, []) is None


def test_a_header_too_far_down_is_not_looked_for() -> None:
    assert find_header(UNITS, [["judul"]] * 50 + [UNITS_HEADER]) is None
