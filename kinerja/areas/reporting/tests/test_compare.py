"""compare(): new evidence beside earlier evidence; a hint to both sides, and nothing else follows."""

from datetime import timedelta

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.actions import remove_evidence
from kinerja.areas.reporting.actions.comparing import compare
from kinerja.areas.reporting.models import Evidence, Likeness, NotePrint, PhotoPrint, Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.factories import make_evidence, make_patients, make_report
from kinerja.areas.reporting.tests.resembling import a_pair, colleague, day_before, shown
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock
from kinerja.tools.evidence.tests.drawings import drawing

NOTE = "Hari ini melayani 31 pasien poli umum, menata arsip tahun 2024, dan rapat gizi bersama bidan desa sampai sore."


def test_a_part_of_a_colleagues_photo_is_found(kota: Cast) -> None:
    earlier, report = a_pair(kota)

    found = Likeness.objects.get()
    assert (found.report_id, found.other_id, found.kind) == (report.pk, earlier.pk, Likeness.Kind.PHOTO)
    assert (found.evidence, found.other_evidence) == (report.evidence.get(), earlier.evidence.get())


def test_the_owner_reads_it_first_and_the_report_goes_on_counting(kota: Cast) -> None:
    _earlier, report = a_pair(kota)

    message = Message.objects.get(kind="reporting.resembles")
    assert (message.person_id, message.link) == (kota.budi.pk, f"/laporan/{report.pk}/kemiripan/")
    assert "hanya petunjuk" in message.body
    assert Report.objects.get(pk=report.pk).state == ReportState.SUBMITTED
    assert Entry.objects.get(verb="reporting.resembles").by_id is None


def test_the_same_file_on_another_day_is_found(kota: Cast, patients: Indicator) -> None:
    shown(patients, drawing(1), day=day_before(3), sent_at=clock.now() - timedelta(days=3))
    shown(patients, drawing(1))

    assert list(Likeness.objects.values_list("kind", "percent")) == [(Likeness.Kind.FILE, 100)]


def test_one_photo_may_prove_two_figures_of_a_day(kota: Cast, patients: Indicator) -> None:
    shown(patients, drawing(1))
    shown(patients, drawing(1))

    assert not Likeness.objects.exists()


def test_another_photo_is_not_found(kota: Cast, patients: Indicator) -> None:
    shown(make_patients(colleague(kota)), drawing(1))
    shown(patients, drawing(2))

    assert not Likeness.objects.exists()


def test_a_copied_note_is_found_whoever_wrote_it_first(kota: Cast, patients: Indicator) -> None:
    first = shown(make_patients(colleague(kota)), None, note=NOTE, sent_at=clock.now() - timedelta(hours=1))
    second = shown(patients, None, note=NOTE.replace("31", "29"))

    found = Likeness.objects.get()
    assert (found.kind, found.report_id, found.other_id) == (Likeness.Kind.NOTE, second.pk, first.pk)


def test_routine_notes_are_compared_with_nothing(kota: Cast, patients: Indicator) -> None:
    for day in (1, 0):
        shown(patients, None, note="Pelayanan berjalan lancar.", day=day_before(day))

    assert not Likeness.objects.exists()
    assert [each.words for each in NotePrint.objects.all()] == [[], []]


def test_what_was_withdrawn_is_used_by_nobody(kota: Cast) -> None:
    earlier, _report = a_pair(kota)

    Report.objects.filter(pk=earlier.pk).update(state=ReportState.WITHDRAWN)

    assert not Likeness.objects.standing().exists()


def test_comparing_again_finds_and_tells_nothing_again(kota: Cast) -> None:
    a_pair(kota)

    assert compare([kota.budi.pk]) == 0
    assert Message.objects.filter(kind="reporting.resembles").count() == 1


def test_removed_as_personal_data_its_print_is_gone_and_the_hash_stays(kota: Cast) -> None:
    earlier, _report = a_pair(kota)
    evidence = Evidence.objects.for_door().get(report=earlier)

    remove_evidence(evidence, reason="nama pasien", by=kota.sari)

    assert not PhotoPrint.objects.filter(sha256=evidence.sha256).exists()
    assert Evidence.objects.get(pk=evidence.pk).sha256 == evidence.sha256
    again = shown(make_patients(kota.kadis), drawing(1).resize((500, 375)))
    assert again.likenesses.get().other.person == kota.budi  # whose part of it is still kept


def test_a_file_that_is_not_in_the_store_stops_nothing(kota: Cast, patients: Indicator) -> None:
    report = make_report(patients, note=NOTE)
    make_evidence(report)

    assert compare([kota.budi.pk]) == 0
    assert Evidence.objects.get().compared_at is not None
