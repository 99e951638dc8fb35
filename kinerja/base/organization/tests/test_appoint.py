"""A definitive appointment ends the post held before, the day before."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from kinerja.base.ledger.models import Entry
from kinerja.base.organization import actions, lines
from kinerja.base.organization.changing import said_plainly
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay
from kinerja.base.organization.models import Assignment, Change, Position
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import assign, make_person, make_position, make_unit

DAY = date(2026, 3, 3)
EVE = DAY - timedelta(days=1)


@pytest.fixture
def post(kota: Cast) -> Position:
    return make_position(kota.bkpsdm, "Analis SDM Ahli Pertama", jenjang="AHLI_PERTAMA")


def test_the_post_before_ends_the_day_before(kota: Cast, post: Position) -> None:
    actions.appoint(kota.budi, post, on=DAY, by=kota.ratna, decree="SK 3/2026")

    held = {on: Assignment.objects.on(on).get(person=kota.budi).unit_id for on in (EVE, DAY)}
    assert held == {EVE: kota.puskesmas.pk, DAY: kota.bkpsdm.pk}
    change = Change.objects.get(subject_id=kota.budi.pk)
    assert (change.old, change.new) == (
        "Perawat Ahli Pertama, Puskesmas 01", "Analis SDM Ahli Pertama, BKPSDM",
    )  # fmt: skip
    assert Entry.objects.get(subject_id=kota.budi.pk, verb="organization.appointed").also == post.pk


def test_the_line_follows_the_new_post(kota: Cast, post: Position) -> None:
    actions.appoint(kota.budi, post, on=DAY, by=kota.ratna)

    line = lines.line_of(kota.budi.pk, DAY)
    assert line is not None
    assert line.rater_id == kota.walikota.pk  # BKPSDM has no head: the line climbs


def test_the_same_post_again_is_refused(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="memang sudah memegang jabatan .* sejak 1 Januari 2020"):
        actions.appoint(kota.budi, make_position(kota.puskesmas), on=DAY, by=kota.ratna)


def test_a_day_before_the_present_post_is_refused(kota: Cast, post: Position) -> None:
    actions.appoint(kota.budi, post, on=DAY, by=kota.ratna)

    with pytest.raises(
        OrganizationRefusal, match="Budi Santoso sudah memegang jabatan .* sejak 3 Maret 2026"
    ):
        actions.appoint(kota.budi, make_position(kota.dinkes, "Perawat"), on=EVE, by=kota.ratna)


def test_a_taken_seat_is_refused_and_its_holder_named(kota: Cast) -> None:
    head = Position.objects.get(unit=kota.puskesmas, is_head=True)

    with pytest.raises(
        OrganizationRefusal, match="Sari Wulandari sudah memegang jabatan Kepala Puskesmas 01"
    ):
        actions.appoint(kota.budi, head, on=DAY, by=kota.ratna)


def test_a_unit_that_is_not_there_that_day_is_refused(kota: Cast, post: Position) -> None:
    person = make_person("Rina")

    with pytest.raises(WrongDay, match="BKPSDM tidak ada pada"):
        actions.appoint(person, post, on=date(2019, 12, 31), by=kota.ratna)


def test_nobody_is_appointed_into_a_unit_that_is_about_to_close(kota: Cast) -> None:
    seksi = make_unit("Seksi", kota.dinkes)
    post = make_position(seksi, "Pelaksana", "PELAKSANA")
    actions.close_unit(seksi, on=date(2026, 12, 1), by=kota.ratna, reason="Digabung")

    with pytest.raises(OrganizationRefusal, match="tidak ada pada atau sesudah"):
        actions.appoint(kota.budi, post, on=DAY, by=kota.ratna)


def test_somebody_who_left_is_not_appointed(kota: Cast, post: Position) -> None:
    actions.person_leaves(kota.budi, on=DAY, by=kota.ratna, reason="Pensiun")

    with pytest.raises(OrganizationRefusal, match="berhenti bertugas mulai 3 Maret 2026"):
        actions.appoint(kota.budi, post, on=DAY, by=kota.ratna)


def test_a_refused_appointment_leaves_everything_as_it_was(kota: Cast) -> None:
    before = list(Assignment.objects.values_list("pk", "during"))

    with pytest.raises(OrganizationRefusal):
        actions.appoint(
            kota.budi, Position.objects.get(unit=kota.puskesmas, is_head=True), on=DAY, by=kota.ratna
        )

    assert list(Assignment.objects.values_list("pk", "during")) == before
    assert not Entry.objects.filter(verb="organization.appointed").exists()


def test_two_people_acting_at_the_same_moment_read_a_sentence_not_a_crash(kota: Cast, post: Position) -> None:
    with (
        pytest.raises(OrganizationRefusal, match="sudah ada"),
        said_plainly({"organization_assignment_one_post": "sudah ada"}),
    ):
        assign(kota.budi, post, DAY)
    with pytest.raises(IntegrityError), transaction.atomic(), said_plainly({}):
        assign(kota.budi, post, DAY)


def test_an_entry_made_by_mistake_is_taken_back_and_the_old_post_goes_on(kota: Cast, post: Position) -> None:
    wrong = actions.appoint(kota.budi, post, on=DAY, by=kota.ratna)

    actions.withdraw_assignment(wrong, by=kota.ratna, reason="Salah orang")

    held = Assignment.objects.get(person=kota.budi)
    assert (held.unit_id, held.during.upper) == (kota.puskesmas.pk, None)
    assert Change.objects.filter(subject_id=kota.budi.pk).count() == 2
    assert Entry.objects.filter(subject_id=kota.budi.pk, verb="organization.assignment_withdrawn").exists()


def test_an_old_post_whose_seat_is_taken_meanwhile_does_not_come_back(kota: Cast, post: Position) -> None:
    head = Position.objects.get(unit=kota.puskesmas, is_head=True)
    wrong = actions.appoint(kota.sari, post, on=DAY, by=kota.ratna)
    actions.appoint(kota.budi, head, on=DAY, by=kota.ratna)

    with pytest.raises(OrganizationRefusal, match="sudah dipegang orang lain"):
        actions.withdraw_assignment(wrong, by=kota.ratna, reason="Salah orang")
    assert Assignment.objects.on(DAY).get(person=kota.sari).unit_id == kota.bkpsdm.pk
