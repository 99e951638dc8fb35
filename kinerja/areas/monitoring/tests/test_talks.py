"""Dialog kinerja: the superior sets the day and the subject, both see it, it is moved or held."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.areas.monitoring.actions import hold_talk, plan_talk
from kinerja.areas.monitoring.errors import NotYourSubordinate, TalkOver
from kinerja.areas.monitoring.models import Talk
from kinerja.areas.monitoring.states import TalkState
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.budgets.checking import assert_as_written

TODAY, DAY = date(2026, 6, 30), date(2026, 7, 6)
SUBJECT = "Hambatan di poli umum"
ClientOf = Callable[[Person], Client]


def planned(cast: Cast, day: date = DAY, by: Person | None = None) -> Talk:
    with clock.at(TODAY):
        return plan_talk(cast.budi, by=by or cast.sari, day=day, subject=SUBJECT)


def test_both_are_told_and_the_superior_is_reminded_on_the_day(kota: Cast) -> None:
    talk = planned(kota)

    told = {row.person_id: row for row in Message.objects.filter(subject_id=talk.pk)}
    assert told[kota.budi.pk].title == "Dialog kinerja pada 6 Juli 2026"
    assert told[kota.sari.pk].due_on == DAY
    assert Entry.objects.get(verb="talk.planned").subject_id == talk.pk


def test_a_second_date_moves_the_talk_and_the_old_reminder_is_gone(kota: Cast) -> None:
    first, moved = planned(kota), planned(kota, date(2026, 7, 9))

    assert (moved.pk, Talk.objects.get().day) == (first.pk, date(2026, 7, 9))
    waiting = Message.objects.waiting().get(person=kota.sari)
    assert waiting.due_on == date(2026, 7, 9)
    assert Entry.objects.filter(verb="talk.moved", subject_id=first.pk).count() == 1


def test_what_was_agreed_is_kept_and_told_and_the_next_can_be_planned(kota: Cast) -> None:
    talk = planned(kota)
    with clock.at(DAY):
        hold_talk(talk, by=kota.sari, outcome="Budi dibantu satu perawat mulai Senin")
        with pytest.raises(TalkOver, match="sudah dicatat"):
            hold_talk(talk, by=kota.sari, outcome="Sekali lagi saja")
    planned(kota, date(2026, 8, 3))

    assert sorted(Talk.objects.values_list("state", flat=True)) == [TalkState.PLANNED, TalkState.HELD]
    assert Talk.objects.get(pk=talk.pk).held_on == DAY
    assert Message.objects.get(kind="talk.held").person_id == kota.budi.pk
    assert not Message.objects.waiting().filter(subject_id=talk.pk).exists()


@pytest.mark.parametrize("who", ["budi", "kadis", "ratna"])
def test_only_the_rater_of_today_sets_or_holds_it(kota: Cast, who: str) -> None:
    other = getattr(kota, who)
    talk = planned(kota)
    with pytest.raises(NotYourSubordinate, match="bukan penilai"):
        planned(kota, by=other)
    with pytest.raises(NotYourSubordinate):
        hold_talk(talk, by=other, outcome="Disepakati bersama")

    assert Talk.objects.get().state == TalkState.PLANNED


def test_from_the_board_to_the_list_of_both(cast: Cast, client_of: ClientOf) -> None:
    sari, budi = client_of(cast.sari), client_of(cast.budi)
    form, lists = reverse("monitoring:talk", args=[cast.budi.pk]), reverse("monitoring:talks")
    with clock.at(TODAY):
        assert form in sari.get(reverse("monitoring:team")).content.decode()
        past = sari.post(form, {"day": "2026-06-29", "subject": SUBJECT})
        sent = sari.post(form, {"day": "2026-06-30", "subject": SUBJECT})
        row = sari.get(reverse("monitoring:row", args=[cast.budi.pk])).content.decode()
        seen = [each.get(lists).content.decode() for each in (sari, budi)]
        with inside(cast.kota.pk):
            pk = Talk.objects.get().pk
        held = sari.post(
            reverse("monitoring:talk_held", args=[pk]), {"outcome": "Satu perawat membantu tiap Selasa"}
        )
        after = budi.get(lists).content.decode()

    assert past.status_code == 422
    assert "Pilih hari ini atau sesudahnya" in past.content.decode()
    assert (sent.status_code, held.status_code) == (302, 302)
    assert "30 Jun 2026" in row
    assert all(SUBJECT in page for page in seen)
    assert "Catat hasilnya" in seen[0]
    assert "Catat hasilnya" not in seen[1]
    assert "Satu perawat membantu tiap Selasa" in after


def test_a_talk_whose_day_has_passed_is_said_to_be_late(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        planned(cast)
    with clock.at(date(2026, 7, 10)):
        row = client_of(cast.sari).get(reverse("monitoring:row", args=[cast.budi.pk])).content.decode()

    assert "talk-late" in row


@pytest.mark.parametrize("stranger", ["budi", "kadis", "ratna", "dewi"])
def test_a_stranger_gets_404(cast: Cast, client_of: ClientOf, stranger: str) -> None:
    with inside(cast.kota.pk):
        talk = planned(cast)
    client = client_of(getattr(cast, stranger))

    for name, key in (("talk", cast.budi.pk), ("talk_held", talk.pk)):
        assert client.get(reverse(f"monitoring:{name}", args=[key])).status_code == 404


def test_the_list_takes_the_queries_that_are_written(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.kota.pk):
        planned(cast)

    assert_as_written(client_of(cast.sari), "monitoring:talks")
