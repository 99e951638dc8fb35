"""SKP Bawahan and Matriks Peran Hasil."""

from collections.abc import Callable
from datetime import date

from django.test import Client
from django.urls import reverse

from kinerja.areas.planning import actions
from kinerja.areas.planning.models import Skp
from kinerja.areas.planning.queries import matrix, team
from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.areas.planning.tests.conftest import Ask
from kinerja.areas.planning.tests.factories import (
    DAY,
    Example,
    make_agreement,
    make_iku,
    make_period,
    make_rhk,
    make_skp,
)
from kinerja.base.access import principal
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock


def test_who_waits_comes_first_then_who_wrote_nothing(kota: Cast, draft: Skp, example: Example) -> None:
    actions.propose(draft, by=draft.person)
    make_member(kota.puskesmas, "Tono")
    make_skp(make_member(kota.puskesmas, "Maya"), state=SkpState.RETURNED)

    rows = team.rows(principal.load(kota.sari.pk, DAY), example.period)

    assert [row.person.name for row in rows] == ["Rina Amelia", "Tono", "Maya", "Budi Santoso"]
    assert team.counts(rows) == {"waiting": 1, "missing": 1, "in_work": 1, "agreed": 1}


def test_a_version_in_work_is_shown_beside_the_one_in_force(kota: Cast, example: Example) -> None:
    new = actions.start_version(example.budi_skp, by=kota.budi, kind="ANGGARAN", reason="Poli sore")

    row = team.rows(principal.load(kota.sari.pk, DAY), example.period)[0]

    assert (row.skp, row.has_agreed) == (new, True)


def test_the_page_says_who_has_not_filled(cast: Cast, ask: Ask, draft: Skp) -> None:
    with inside(cast.kota.pk):
        make_member(cast.puskesmas, "Tono")

    text = ask(cast.sari, "team").content.decode()

    assert "1 belum dibuat" in text
    assert "Belum dibuat" in text


def test_somebody_without_subordinates_hears_whom_to_ask(cast: Cast, ask: Ask, example: Example) -> None:
    assert "tidak ada pegawai yang Anda nilai" in ask(cast.budi, "team").content.decode()


def test_before_any_period_the_page_says_so(cast: Cast, ask: Ask) -> None:
    assert "Periode SKP belum dibuka" in ask(cast.sari, "team").content.decode()


def test_the_matrix_names_empty_rows_and_columns(kota: Cast, example: Example) -> None:
    orphan = make_rhk(example.sari_skp, "Imunisasi dasar lengkap", order=5)
    idle = make_member(kota.puskesmas, "Tono")

    found = matrix.of_superior(example.sari_skp, DAY)

    assert [row.rhk for row in found.empty_rows] == [orphan]
    assert [column.person for column in found.empty_columns] == [idle]
    assert found.rows[0].cells[0].rhks == [example.budi_rhk]


def test_a_head_supports_through_the_iku_of_the_unit(kota: Cast, example: Example) -> None:
    own = make_iku(make_agreement(kota.puskesmas), "Kunjungan sehat", supports=example.dinkes_iku)
    result = make_rhk(make_skp(kota.kadis), "Layanan kesehatan membaik", supports_iku=example.dinkes_iku)
    through = make_rhk(example.sari_skp, "Layanan unit", order=7, supports_iku=own)
    make_rhk(example.sari_skp, "Urusan lain", order=8, supports_iku=make_iku(own.agreement, "Tanpa induk"))

    found = matrix.of_superior(result.skp, DAY)

    cells = [each for row in found.rows for cell in row.cells for each in cell.rhks]
    assert cells == [example.sari_rhk, through]


def test_many_idle_people_are_folded_under_their_number(cast: Cast, ask: Ask, example: Example) -> None:
    with inside(cast.kota.pk):
        for name in ("Tono", "Maya", "Lina", "Agus", "Rudi", "Wati"):
            make_member(cast.puskesmas, name)

    text = ask(cast.sari, "matrix", example.sari_skp.pk).content.decode()

    assert "<summary>6 pegawai belum berperan</summary>" in text
    assert "Tono belum membuat SKP." in text


def test_assigned_work_stands_apart(kota: Cast, example: Example) -> None:
    assigned = make_rhk(example.budi_skp, "Posko mudik", kind="TAMBAHAN", assigned_from="PIMPINAN")

    column = matrix.of_superior(example.sari_skp, DAY).columns[0]

    assert (column.others, column.is_empty) == ([assigned], False)


def test_a_new_version_of_the_superior_keeps_the_cells(kota: Cast, example: Example) -> None:
    new = actions.start_version(example.sari_skp, by=kota.sari, kind="STRATEGI", reason="Renstra berubah")

    assert matrix.of_superior(new, DAY).rows[0].cells[0].rhks == [example.budi_rhk]


def test_the_superior_sees_the_matrix_with_gaps_in_words(cast: Cast, ask: Ask, example: Example) -> None:
    with inside(cast.kota.pk):
        make_rhk(example.sari_skp, "Imunisasi dasar lengkap", order=5)
        make_member(cast.puskesmas, "Tono")

    text = ask(cast.sari, "matrix", example.sari_skp.pk).content.decode()

    assert "RHK “Imunisasi dasar lengkap” belum didukung siapa pun." in text
    assert "Tono belum membuat SKP." in text


def test_an_employee_sees_only_his_own_column_under_the_superior(
    cast: Cast, ask: Ask, draft: Skp, example: Example
) -> None:
    text = ask(cast.budi, "matrix", example.budi_skp.pk).content.decode()

    assert "Pasien poli umum dilayani sesuai standar" in text
    assert "Rina Amelia" not in text


def test_a_head_reads_the_skp_of_a_closed_year(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    with inside(cast.kota.pk):
        make_period()
        days = {"begins": date(2025, 1, 1), "ends": date(2025, 12, 31), "fill_until": date(2025, 1, 31)}
        closed = make_period("SKP 2025", state=PeriodState.CLOSED, **days)
        skp = make_skp(cast.budi, closed, begins=days["begins"], ends=days["ends"])
    sari, address = client_of(cast.sari), reverse("planning:team")
    with clock.at(date(2026, 6, 30)):
        now = sari.get(address).content.decode()
        then = sari.get(address, {"periode": str(closed.pk)}).content.decode()
        elsewhere = client_of(cast.dewi).get(address, {"periode": str(closed.pk)}).content.decode()

        assert sari.get(reverse("planning:skp", args=[skp.pk])).status_code == 200
    assert f"?periode={closed.pk}" in now
    assert reverse("planning:skp", args=[skp.pk]) not in now
    assert reverse("planning:skp", args=[skp.pk]) in then
    assert "SKP 2025" not in elsewhere
