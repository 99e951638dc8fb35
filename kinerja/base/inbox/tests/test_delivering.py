"""What becomes of a notice: sent once, tried again, given up; a dead address pauses; a killed worker loses nothing."""

from datetime import timedelta

import pytest

from kinerja.adapters.mail.channel import Mail
from kinerja.adapters.mail.tests.server import Post
from kinerja.base.inbox import channels
from kinerja.base.inbox.delivering import HELD, MOST_TRIES
from kinerja.base.inbox.models import Address, Delivery, Message, State
from kinerja.base.inbox.records import overdue_channels, totals
from kinerja.base.inbox.tests.conftest import SENDER, WORKDAY
from kinerja.base.inbox.tests.listening import listen, states, told, work
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock

BUDI, SAFETY = "budi@example.go.id", "access.link_issued"


def test_sent_is_sent_once(on: Cast, post: Post) -> None:
    listen(on.budi)
    told(on.budi, SAFETY)

    assert [work(), work()] == [1, 0]
    assert totals() == {"mail": {"TERKIRIM": 1}}


def test_a_dead_address_pauses_and_says_so_inside(on: Cast, post: Post) -> None:
    listen(on.budi)
    post.refuse[BUDI] = "550 5.1.1 no such user budi@example.go.id"
    told(on.budi, SAFETY)
    work()
    told(on.budi, SAFETY)

    assert states() == [("GAGAL", "ALAMAT")]
    assert Address.objects.get().paused_at
    inside = Message.objects.get(kind="inbox.channel_paused")
    assert "dijeda" in inside.title
    assert BUDI not in inside.title + inside.body


def test_a_letter_refused_by_policy_leaves_the_address_alone(on: Cast, post: Post) -> None:
    listen(on.budi)
    post.after_data = ["554 5.7.1 spam"]
    told(on.budi, SAFETY)
    work()

    assert states() == [("GAGAL", "DITOLAK")]
    assert Address.objects.get().paused_at is None


def test_a_busy_server_is_asked_again_later(on: Cast, post: Post) -> None:
    listen(on.budi)
    post.refuse[BUDI] = "451 4.7.1 greylisted"
    told(on.budi, SAFETY)
    work()
    assert states() == [("MENUNGGU", "PUTUS")]
    assert work() == 0
    post.refuse.clear()

    with clock.at(WORKDAY + timedelta(minutes=1)):
        assert work() == 1


def test_one_slow_recipient_does_not_hold_up_the_others(on: Cast, post: Post) -> None:
    listen(on.budi)
    listen(on.sari, "sari@example.go.id")
    post.refuse[BUDI] = "451 4.7.1 greylisted"
    told(on.budi, SAFETY)
    told(on.sari, SAFETY)

    assert work() == 1


def test_it_is_given_up_after_about_a_day(on: Cast, post: Post) -> None:
    listen(on.budi)
    post.refuse[BUDI] = "451 4.7.1 later"
    told(on.budi, SAFETY)
    moment = WORKDAY + timedelta(minutes=1)
    for _try in range(MOST_TRIES):
        with clock.at(moment):
            work()
        moment = Delivery.objects.get().due_at

    assert states() == [("MENYERAH", "PUTUS")]
    assert timedelta(hours=12) < moment - WORKDAY < timedelta(hours=36)


def test_nobody_there_is_tried_again(on: Cast, post: Post) -> None:
    listen(on.budi)
    channels.register(Mail(url="smtp://127.0.0.1:1", sender=SENDER))
    told(on.budi, SAFETY)

    assert work() == 0
    assert states() == [("MENUNGGU", "PUTUS")]


def test_a_server_that_takes_nothing_holds_everything_back(on: Cast, post: Post) -> None:
    listen(on.budi)
    listen(on.sari, "sari@example.go.id")
    post.after_data = ["421 4.3.2 going down"]
    told(on.budi, SAFETY)
    told(on.sari, SAFETY)

    assert work() == 0
    assert work() == 0
    assert post.after_data == []
    assert sorted(Delivery.objects.values_list("tries", flat=True)) == [0, 1]
    with clock.at(WORKDAY + timedelta(minutes=2)):
        assert work() == 2


def test_what_ends_its_worker_every_time_is_given_up(on: Cast, post: Post) -> None:
    listen(on.budi)
    told(on.budi, SAFETY)
    Delivery.objects.update(state=State.SENDING, taken_at=clock.now(), tries=MOST_TRIES)
    with clock.at(WORKDAY + HELD + timedelta(minutes=1)):
        assert work() == 0

    assert states() == [("MENYERAH", "TERPUTUS")]


def test_a_killed_worker_loses_nothing_and_the_letter_has_the_same_number(on: Cast, post: Post) -> None:
    listen(on.budi)
    told(on.budi, SAFETY)
    work()
    Delivery.objects.update(state=State.SENDING, taken_at=clock.now())
    assert work() == 0
    with clock.at(WORKDAY + HELD + timedelta(minutes=1)):
        assert overdue_channels() == ["mail"]
        assert work() == 1

    first, second = post.letters
    assert first["Message-ID"] == second["Message-ID"]


def test_where_two_are_read_twice_it_is_unsure_instead(
    on: Cast, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Mail, "repeats_join", False)
    listen(on.budi)
    told(on.budi, SAFETY)
    Delivery.objects.update(state=State.SENDING, taken_at=clock.now())
    with clock.at(WORKDAY + HELD + timedelta(minutes=1)):
        assert work() == 0

    assert states() == [("TAK_PASTI", "TERPUTUS")]


def test_it_is_written_down_as_being_sent_before_it_is(
    on: Cast, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    listen(on.budi)
    told(on.budi, SAFETY)
    seen: list[str] = []
    monkeypatch.setattr(Mail, "letter", lambda *given: seen.append(Delivery.objects.get().state) or 1 / 0)
    with pytest.raises(ZeroDivisionError):
        work()

    assert seen == ["DIKIRIM"]
