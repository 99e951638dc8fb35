"""People of a file against people stored: new, changed, moved, missing; all or nothing; twice is once."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from kinerja.adapters.siasn import actions, storage
from kinerja.adapters.siasn.errors import ImportBlocked, ImportClosed
from kinerja.adapters.siasn.models import ImportRun
from kinerja.base.accounts.models import User
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Assignment, Change, Person, Position, Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import assign, make_person, make_position
from kinerja.tools import clock

from .factories import csv_file, nip, people_rows, person

TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _march(kota: Cast) -> Any:
    Unit.objects.filter(pk=kota.puskesmas.pk).update(siasn_id="U3")
    with clock.at(TODAY):
        yield


def send(folder: Path, *people: dict[str, Any], by: Person | None = None) -> ImportRun:
    path = csv_file(folder, people_rows(*people))
    return actions.receive(kind="PEGAWAI", file_name="pegawai.csv", chunks=[path.read_bytes()], by=by)


def bring(folder: Path, *people: dict[str, Any], by: Person | None = None, **options: bool) -> ImportRun:
    return actions.apply(actions.preview(send(folder, *people, by=by)), by=by, **options)


def counts(run: ImportRun) -> tuple[int, ...]:
    return tuple(run.result[name] for name in ("rows", "new", "changed", "unchanged", "blocked"))


def test_a_new_person_gets_an_account_a_post_and_a_place(kota: Cast, tmp_path: Path) -> None:
    run = bring(tmp_path, person(), by=kota.ratna)
    assert counts(run) == (1, 1, 0, 0, 0)
    found = Person.objects.get(nip="199003152015031901")
    assert (found.name, found.title_after, found.golongan, found.status) == (
        "Budi Santoso",
        "S.Kep",
        "III/b",
        "PNS",
    )
    assert (found.birth_date, found.phone) == (date(1990, 3, 15), "+6281200000000")
    account = User.objects.get(pk=found.pk)
    assert (account.nip, account.instansi_id, account.has_usable_password()) == (
        found.nip,
        kota.kota.pk,
        False,
    )
    held = Assignment.objects.get(person=found)
    assert (held.unit, held.during.lower, held.during.upper) == (kota.puskesmas, date(2021, 5, 1), None)
    assert (held.position.title, held.position.kind) == ("Perawat Ahli Pertama", "FUNGSIONAL")


def test_the_nik_is_kept_as_a_seal_and_four_digits_and_nowhere_else(kota: Cast, tmp_path: Path) -> None:
    run = bring(tmp_path, person(), by=kota.ratna)
    found = Person.objects.get(nip="199003152015031901")
    assert found.nik_last4 == "0000"
    assert len(found.nik_hmac) == 64
    run.refresh_from_db()
    everything = repr((run.result, list(Change.objects.values()), list(Entry.objects.values())))
    assert "157101150390" not in everything


def test_the_same_file_twice_changes_nothing(kota: Cast, tmp_path: Path) -> None:
    bring(tmp_path, person(), person(NIP_BARU=nip(1), NIK=""), by=kota.ratna)
    before = (list(Person.objects.values()), list(Assignment.objects.values()), Change.objects.count())
    run = bring(tmp_path, person(), person(NIP_BARU=nip(1), NIK=""), by=kota.ratna)
    assert counts(run) == (2, 0, 0, 2, 0)
    assert before == (
        list(Person.objects.values()),
        list(Assignment.objects.values()),
        Change.objects.count(),
    )
    assert Entry.objects.newest_first()[0].verb == "siasn.nothing_changed"


def test_a_changed_person_keeps_a_history_of_each_field(kota: Cast, tmp_path: Path) -> None:
    bring(tmp_path, person())
    run = bring(
        tmp_path,
        person(GOL_AKHIR_NAMA="III/c", TMT_GOLONGAN="01-04-2025", EMAIL="baru@example.org"),
        by=kota.ratna,
    )
    assert counts(run) == (1, 0, 1, 0, 0)
    found = Person.objects.get(nip="199003152015031901")
    assert (found.golongan, found.golongan_since, found.email) == (
        "III/c",
        date(2025, 4, 1),
        "baru@example.org",
    )
    told = Change.objects.filter(subject_id=found.pk).values_list(
        "field", "old", "new", "effective_on", "by_id"
    )
    assert sorted(told) == [
        ("email", "budi@example.org", "baru@example.org", TODAY, kota.ratna.pk),
        ("golongan", "III/b", "III/c", date(2025, 4, 1), kota.ratna.pk),
        ("golongan_since", "1 April 2021", "1 April 2025", date(2025, 4, 1), kota.ratna.pk),
    ]


def test_an_empty_cell_takes_nothing_away(kota: Cast, tmp_path: Path) -> None:
    bring(tmp_path, person())
    run = bring(
        tmp_path, person(EMAIL="", NOMOR_HP="-", GELAR_DEPAN="", TANGGAL_LAHIR="", NIK="", STATUS_CPNS_PNS="")
    )
    assert counts(run) == (1, 0, 0, 1, 0)
    assert Person.objects.get(nip="199003152015031901").email == "budi@example.org"


def test_a_move_with_its_date_ends_the_old_post_on_the_day_before(kota: Cast, tmp_path: Path) -> None:
    bring(tmp_path, person())
    bring(tmp_path, person(JABATAN_NAMA="PERAWAT AHLI MUDA", TMT_JABATAN="01-02-2026"), by=kota.ratna)
    found = Person.objects.get(nip="199003152015031901")
    held = Assignment.objects.filter(person=found).order_by("during").values_list("position__title", "during")
    assert [(title, during.lower, during.upper) for title, during in held] == [
        ("Perawat Ahli Pertama", date(2021, 5, 1), date(2026, 2, 1)),
        ("PERAWAT AHLI MUDA", date(2026, 2, 1), None),
    ]
    (told,) = Change.objects.filter(subject_id=found.pk, field="position")
    assert (told.old, told.new) == ("Perawat Ahli Pertama, Puskesmas 01", "PERAWAT AHLI MUDA, Puskesmas 01")
    assert told.effective_on == date(2026, 2, 1)


def test_a_move_without_a_later_date_counts_from_today(kota: Cast, tmp_path: Path) -> None:
    """SIASN often keeps the old TMT when only the unit changes: the past is not rewritten."""
    bring(tmp_path, person())
    Unit.objects.filter(pk=kota.dinkes.pk).update(siasn_id="U2")
    bring(tmp_path, person(UNOR_ID="U2"))
    found = Person.objects.get(nip="199003152015031901")
    held = [(a.unit, a.during.lower, a.during.upper) for a in found.assignments.order_by("during")]
    assert held == [(kota.puskesmas, date(2021, 5, 1), TODAY), (kota.dinkes, TODAY, None)]


def test_a_second_move_on_the_same_day_corrects_the_first(kota: Cast, tmp_path: Path) -> None:
    bring(tmp_path, person())
    bring(tmp_path, person(JABATAN_NAMA="PERAWAT AHLI MUDA"))
    bring(tmp_path, person(JABATAN_NAMA="PERAWAT AHLI MADYA"))
    found = Person.objects.get(nip="199003152015031901")
    held = [(a.position.title, a.during.lower) for a in found.assignments.order_by("during")]
    assert held == [("Perawat Ahli Pertama", date(2021, 5, 1)), ("PERAWAT AHLI MADYA", TODAY)]


def test_another_date_of_the_same_post_changes_nothing(kota: Cast, tmp_path: Path) -> None:
    bring(tmp_path, person())
    assert counts(bring(tmp_path, person(TMT_JABATAN="01-06-2021"))) == (1, 0, 0, 1, 0)


def test_missing_people_are_listed_and_stay(kota: Cast, tmp_path: Path) -> None:
    run = bring(tmp_path, person())
    assert run.result["missing"] == 5  # kadis, sari, budi, ratna, joko; the wali kota is no civil servant
    assert {"code": kota.ratna.nip, "name": "Ratna Dewanti"} in run.result["missing_sample"]
    assert Person.objects.working().filter(pk=kota.ratna.pk).exists()


def test_a_person_whose_row_is_faulty_is_not_missing(kota: Cast, tmp_path: Path) -> None:
    before = actions.preview(send(tmp_path, person())).result["missing"]
    run = actions.preview(send(tmp_path, person(), person(NIP_BARU=kota.ratna.nip, NAMA="")))
    assert run.result["missing"] == before - 1


def test_one_faulty_row_keeps_everything_out(kota: Cast, tmp_path: Path) -> None:
    run = actions.preview(send(tmp_path, person(), person(NIP_BARU=nip(1), UNOR_ID="?")))
    assert run.state == "BERMASALAH"
    with pytest.raises(ImportBlocked, match="1 baris bermasalah"):
        actions.apply(run, by=kota.ratna)
    assert not Person.objects.filter(nip="199003152015031901").exists()
    assert ImportRun.objects.get(pk=run.pk).is_open


def test_the_good_rows_are_taken_when_asked(kota: Cast, tmp_path: Path) -> None:
    run = bring(tmp_path, person(), person(NIP_BARU=nip(1), UNOR_ID="?"), by=kota.ratna, skip_bad_rows=True)
    assert counts(run) == (2, 1, 0, 0, 1)
    assert Person.objects.filter(nip="199003152015031901").exists()
    assert not Person.objects.filter(nip=nip(1)).exists()


def test_a_nip_twice_is_told_with_both_rows(kota: Cast, tmp_path: Path) -> None:
    run = actions.preview(send(tmp_path, person(), person(NIP_BARU=nip(1)), person(NAMA="LAIN")))
    (problem,) = run.result["problems"]
    assert (problem["row"], problem["column"]) == (4, "NIP BARU")
    assert "sudah ada di baris 2" in problem["reason"]


def test_somebody_of_another_government_is_not_taken_and_not_named(kota: Cast, tmp_path: Path) -> None:
    run = actions.preview(
        send(tmp_path, person(NIP_BARU=kota.dewi.nip, TANGGAL_LAHIR="", NIK="", JENIS_KELAMIN=""))
    )
    (problem,) = run.result["problems"]
    assert "instansi lain" in problem["reason"]
    assert "Dewi" not in repr(run.result)


# --- heads
# ---------------------------------------------------------------------------------------------------


def head_row(**changed: Any) -> dict[str, Any]:
    return person(JABATAN_NAMA="Kepala Puskesmas 01", **changed)


def test_two_heads_of_one_unit_are_told(kota: Cast, tmp_path: Path) -> None:
    kota.sari.assignments.all().delete()
    run = actions.preview(send(tmp_path, head_row(), head_row(NIP_BARU=nip(1))))
    (problem,) = run.result["problems"]
    assert problem["row"] == 3
    assert "sudah diisi baris 2" in problem["reason"]


def test_a_seat_that_is_held_is_not_taken_from_its_holder(kota: Cast, tmp_path: Path) -> None:
    run = actions.preview(send(tmp_path, head_row()))
    (problem,) = run.result["problems"]
    assert "masih dipegang Sari Wulandari" in problem["reason"]


def test_a_seat_passes_on_when_the_file_moves_its_holder(kota: Cast, tmp_path: Path) -> None:
    sari = person(
        NIP_BARU=kota.sari.nip,
        NAMA="SARI",
        TANGGAL_LAHIR="",
        JENIS_KELAMIN="",
        NIK="",
        TMT_JABATAN="01-03-2026",
    )
    run = bring(tmp_path, head_row(TMT_JABATAN="01-02-2026"), sari)
    assert counts(run)[1:3] == (1, 1)
    seat = Position.objects.get(title="Kepala Puskesmas 01")
    held = [(a.person.name, a.during.lower, a.during.upper) for a in seat.assignments.order_by("during")]
    assert held[0][2] == date(2026, 3, 1)
    assert held[1] == ("Budi Santoso", date(2026, 3, 1), None)  # not before it was free


def test_leaving_out_the_holders_row_blocks_the_seat_again(kota: Cast, tmp_path: Path) -> None:
    """The holder's own row is faulty: without it he does not move, so nobody may follow him."""
    sari = person(NIP_BARU=kota.sari.nip, NAMA="SARI", UNOR_ID="?")
    run = bring(tmp_path, head_row(), sari, skip_bad_rows=True)
    assert counts(run) == (2, 0, 0, 0, 2)


def test_acting_posts_are_not_touched(kota: Cast, tmp_path: Path) -> None:
    bring(tmp_path, person())
    found = Person.objects.get(nip="199003152015031901")
    assign(found, make_position(kota.dinkes, "Kasubbag"), date(2026, 1, 1), kind="PLT")
    assert counts(bring(tmp_path, person()))[3] == 1
    assert found.assignments.filter(kind="PLT").count() == 1


def test_somebody_who_left_is_told_and_gets_no_post(kota: Cast, tmp_path: Path) -> None:
    bring(tmp_path, person())
    Person.objects.filter(nip="199003152015031901").update(left_on=date(2026, 1, 1))
    run = bring(tmp_path, person(JABATAN_NAMA="PERAWAT AHLI MUDA"))
    (doubt,) = run.result["doubts"]
    assert "berhenti bertugas mulai 01-01-2026" in doubt["reason"]
    assert Assignment.objects.filter(person__nip="199003152015031901").count() == 1


def test_an_account_without_a_person_is_used(kota: Cast, tmp_path: Path) -> None:
    account = User.objects.create_user("199003152015031901", kota.kota)
    bring(tmp_path, person())
    assert Person.objects.get(nip=account.nip).pk == account.pk


def test_a_post_ended_later_than_the_new_one_begins_delays_it(kota: Cast, tmp_path: Path) -> None:
    someone = make_person("Budi", nip="199003152015031901")
    assign(someone, make_position(kota.dinkes, "Staf"), date(2020, 1, 1), date(2024, 1, 1))
    bring(tmp_path, person())
    assert someone.assignments.get(unit=kota.puskesmas).during.lower == date(2024, 1, 1)


def test_a_closed_post_opens_again_for_its_holder(kota: Cast, tmp_path: Path) -> None:
    post = make_position(kota.puskesmas, "Perawat Ahli Pertama", closed_on=date(2025, 1, 1))
    Position.objects.filter(pk=post.pk).update(closed_on=date(2025, 1, 1))
    bring(tmp_path, person())
    post.refresh_from_db()
    assert post.closed_on is None


# --- the ledger and the files
# --------------------------------------------------------------------------------


def test_the_ledger_has_one_entry_for_a_batch(kota: Cast, tmp_path: Path) -> None:
    run = bring(tmp_path, *(person(NIP_BARU=nip(n), NIK="") for n in range(30)), by=kota.ratna)
    (entry,) = Entry.objects.filter(verb="siasn.people_imported")
    assert (entry.rows, entry.by_id, entry.subject_id) == (30, kota.ratna.pk, run.pk)


def test_a_large_file_is_a_few_entries(kota: Cast, tmp_path: Path) -> None:
    bring(tmp_path, *(person(NIP_BARU=nip(n), NIK="") for n in range(5_001)))
    assert list(
        Entry.objects.filter(verb="siasn.people_imported").order_by("seq").values_list("rows", flat=True)
    ) == [5000, 1]


def test_the_upload_is_deleted_after_the_import(
    kota: Cast, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    run = send(tmp_path, person())
    path = storage.upload_path(run.instansi_id, run.pk)
    assert path.stat().st_mode & 0o777 == 0o600
    with django_capture_on_commit_callbacks(execute=True):
        actions.apply(actions.preview(run), by=kota.ratna)
    assert not path.exists()


def test_an_import_is_applied_once(kota: Cast, tmp_path: Path) -> None:
    run = bring(tmp_path, person())
    with pytest.raises(ImportClosed, match="Selesai"):
        actions.apply(run, by=kota.ratna)


def test_the_temporary_tables_hold_no_nik(kota: Cast, tmp_path: Path) -> None:
    actions.preview(send(tmp_path, person()))
    with connection.cursor() as cursor:
        cursor.execute("SELECT siasn_row::text FROM siasn_row")
        assert "157101150390" not in repr(cursor.fetchall())


def test_preview_changes_nothing(kota: Cast, tmp_path: Path) -> None:
    before = (
        Person.objects.count(),
        Position.objects.count(),
        Assignment.objects.count(),
        User.objects.count(),
    )
    run = actions.preview(send(tmp_path, person()))
    assert (run.state, counts(run)) == ("SIAP", (1, 1, 0, 0, 0))
    assert before == (
        Person.objects.count(),
        Position.objects.count(),
        Assignment.objects.count(),
        User.objects.count(),
    )
