"""Units of a file against units stored."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kinerja.adapters.siasn import actions
from kinerja.adapters.siasn.errors import ImportBlocked
from kinerja.adapters.siasn.models import ImportRun
from kinerja.adapters.siasn.units_writing import kind_of
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Change, Position, Unit, UnitPeriod
from kinerja.base.organization.tests.factories import make_instansi
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock

from .factories import TREE, csv_file, units_rows

TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _march(db: None) -> Any:
    with clock.at(TODAY), inside(make_instansi("bungo", "Pemerintah Kabupaten Bungo", "KABUPATEN").pk):
        yield


def look(folder: Path, *units: tuple[str, ...]) -> ImportRun:
    content = csv_file(folder, units_rows(*units)).read_bytes()
    return actions.preview(actions.receive(kind="UNIT", file_name="unit.csv", chunks=[content], by=None))


def bring(folder: Path, *units: tuple[str, ...], **options: bool) -> ImportRun:
    return actions.apply(look(folder, *units), by=None, **options)


def counts(run: ImportRun) -> tuple[int, ...]:
    return tuple(run.result[name] for name in ("rows", "new", "changed", "unchanged", "blocked", "missing"))


def test_a_tree_comes_in_with_its_heads_posts(tmp_path: Path) -> None:
    assert counts(bring(tmp_path, *reversed(TREE))) == (3, 3, 0, 0, 0, 0)
    puskesmas = Unit.objects.get(siasn_id="U3")
    assert (puskesmas.name, puskesmas.parent.siasn_id, puskesmas.kind) == ("Puskesmas 1", "U2", "PUSKESMAS")
    heads = Position.objects.filter(is_head=True).values_list("unit__siasn_id", "title", "kind")
    assert sorted(heads) == [
        ("U1", "Wali Kota", "KEPALA_DAERAH"),
        ("U2", "Kepala Dinas", "JPT_PRATAMA"),
        ("U3", "Kepala Puskesmas", "PENGAWAS"),
    ]


def test_units_of_the_first_import_always_were_and_later_ones_begin_today(tmp_path: Path) -> None:
    bring(tmp_path, *TREE)
    bring(tmp_path, *TREE, ("U4", "Puskesmas 2", "U2"))
    begins = dict(UnitPeriod.objects.values_list("unit__siasn_id", "during"))
    assert begins["U1"].lower == date(1945, 8, 17)
    assert begins["U4"].lower == TODAY


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    bring(tmp_path, *TREE)
    before = (
        list(Unit.objects.values()),
        UnitPeriod.objects.count(),
        Position.objects.count(),
        Change.objects.count(),
    )
    assert counts(bring(tmp_path, *TREE)) == (3, 0, 0, 3, 0, 0)
    after = (
        list(Unit.objects.values()),
        UnitPeriod.objects.count(),
        Position.objects.count(),
        Change.objects.count(),
    )
    assert before == after
    assert Entry.objects.newest_first()[0].verb == "siasn.nothing_changed"


def test_a_new_name_and_superior_begin_today_and_the_past_stays(tmp_path: Path) -> None:
    bring(tmp_path, *TREE)
    bring(tmp_path, *TREE[:2], ("U3", "Puskesmas Utama", "U1", "Kepala Puskesmas", "IV.a"))
    periods = UnitPeriod.objects.filter(unit__siasn_id="U3").order_by("during")
    assert [(p.name, p.parent.siasn_id, p.during.lower, p.during.upper) for p in periods] == [
        ("Puskesmas 1", "U2", date(1945, 8, 17), TODAY),
        ("Puskesmas Utama", "U1", TODAY, None),
    ]
    told = Change.objects.values_list("field", "old", "new")
    assert sorted(told) == [
        ("name", "Puskesmas 1", "Puskesmas Utama"),
        ("parent", "Dinas Kesehatan", "Pemerintah Kota Jambi"),
    ]


def test_a_second_change_on_the_same_day_corrects_the_first(tmp_path: Path) -> None:
    bring(tmp_path, *TREE)
    bring(tmp_path, *TREE[:2], ("U3", "Puskesmas A", "U2", "Kepala Puskesmas", "IV.a"))
    bring(tmp_path, *TREE[:2], ("U3", "Puskesmas B", "U2", "Kepala Puskesmas", "IV.a"))
    names = UnitPeriod.objects.filter(unit__siasn_id="U3").order_by("during").values_list("name", flat=True)
    assert list(names) == ["Puskesmas 1", "Puskesmas B"]


def test_a_new_title_of_the_head_renames_the_post_and_keeps_it(tmp_path: Path) -> None:
    bring(tmp_path, *TREE)
    post = Position.objects.get(title="Kepala Puskesmas")
    assert counts(bring(tmp_path, *TREE[:2], ("U3", "Puskesmas 1", "U2", "Kepala UPTD Puskesmas")))[2] == 1
    post.refresh_from_db()
    assert (post.title, post.is_head) == ("Kepala UPTD Puskesmas", True)
    assert Unit.objects.get(siasn_id="U3").echelon == "IV.a"  # an empty cell takes nothing away


def test_missing_units_are_listed_and_stay_open(tmp_path: Path) -> None:
    bring(tmp_path, *TREE)
    run = bring(tmp_path, TREE[0])
    assert run.result["missing_sample"] == [
        {"code": "U2", "name": "Dinas Kesehatan"},
        {"code": "U3", "name": "Puskesmas 1"},
    ]
    assert Unit.objects.existing().count() == 3


def test_a_part_of_the_tree_may_hang_below_what_is_stored(tmp_path: Path) -> None:
    bring(tmp_path, *TREE)
    assert counts(bring(tmp_path, ("U4", "Puskesmas 2", "U2")))[1] == 1


def test_a_circle_with_what_is_stored_is_refused(tmp_path: Path) -> None:
    bring(tmp_path, *TREE)
    run = look(tmp_path, ("U1", "Pemerintah Kota Jambi", "U3"))
    assert "melingkar" in run.result["problems"][0]["reason"]
    with pytest.raises(ImportBlocked):
        actions.apply(run, by=None)


def test_below_a_faulty_unit_nothing_is_taken(tmp_path: Path) -> None:
    rows = (TREE[0], ("U2", "Dinas", "U1", "", "besar"), ("U3", "Puskesmas", "U2"), ("U4", "Ruang", "U3"))
    run = bring(tmp_path, *rows, skip_bad_rows=True)
    assert counts(run)[:5] == (4, 1, 0, 0, 3)
    assert set(Unit.objects.values_list("siasn_id", flat=True)) == {"U1"}


def test_a_closed_unit_is_told_and_left_alone(tmp_path: Path) -> None:
    bring(tmp_path, *TREE)
    Unit.objects.filter(siasn_id="U3").update(closed_on=date(2026, 1, 1))
    run = bring(tmp_path, *TREE[:2], ("U3", "Lain", "U2"))
    assert "sudah ditutup" in run.result["doubts"][0]["reason"]
    assert Unit.objects.get(siasn_id="U3").name == "Puskesmas 1"


def test_a_planned_change_is_told_and_left_alone(tmp_path: Path) -> None:
    bring(tmp_path, *TREE)
    UnitPeriod.objects.filter(unit__siasn_id="U3").update(during=(date(2020, 1, 1), date(2026, 9, 1)))
    run = bring(tmp_path, *TREE[:2], ("U3", "Lain", "U2"))
    assert "rencana perubahan" in run.result["doubts"][0]["reason"]


def test_a_post_that_is_no_heads_post_does_not_become_one_by_import(tmp_path: Path) -> None:
    bring(tmp_path, ("U1", "Kota", ""))
    Position.objects.create(unit=Unit.objects.get(), title="KEPALA KOTA", kind="PENGAWAS")
    run = bring(tmp_path, ("U1", "Kota", "", "Kepala Kota"))
    assert "jabatan biasa" in run.result["doubts"][0]["reason"]
    assert not Position.objects.filter(is_head=True).exists()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Pemerintah Kota Jambi", "PEMDA"),
        ("UPTD Puskesmas Putri Ayu", "PUSKESMAS"),
        ("SD Negeri 1", "SEKOLAH"),
        ("Dinas Kesehatan", "DINAS"),
        ("Bidang Pelayanan", "BIDANG"),
        ("Sub Bagian Umum", "SEKSI"),
        ("Sekretariat Daerah", "SETDA"),
        ("UPTD Laboratorium", "UPTD"),
        ("Sdikit Lain", "LAIN"),
    ],
)
def test_the_kind_of_a_unit_is_guessed_from_its_name(name: str, kind: str) -> None:
    assert kind_of(name) == kind
