"""What goes at once: safety always, the rest when its person chose so; at night it waits for the morning, once."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinerja.adapters.mail.tests.server import Post
from kinerja.base.inbox import addresses
from kinerja.base.inbox.kinds import Group
from kinerja.base.inbox.models import Delivery, Message, NoticeRule, When
from kinerja.base.inbox.notifying import notify
from kinerja.base.inbox.sending import tell
from kinerja.base.inbox.tests.conftest import WORKDAY
from kinerja.base.inbox.tests.listening import listen, states, told, work
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock

NIGHT = datetime(2026, 4, 8, 23, 15, tzinfo=clock.WIB)
MORNING = datetime(2026, 4, 9, 6, 0, tzinfo=clock.WIB)


def choose(on: Cast, when: When) -> None:
    addresses.choose("mail", {Group.TASK: when}, by=on.budi)


def test_what_was_chosen_at_once_goes_at_once(on: Cast, post: Post) -> None:
    listen(on.budi)
    choose(on, When.NOW)
    told(on.budi)

    assert work() == 1
    assert states() == [("TERKIRIM", "")]


@pytest.mark.parametrize("when", [When.DAILY, When.OFF])
def test_what_was_not_does_not(on: Cast, post: Post, when: When) -> None:
    listen(on.budi)
    choose(on, when)
    told(on.budi)

    assert work() == 0
    assert not Delivery.objects.exists()


def test_the_usual_is_the_digest(on: Cast) -> None:
    listen(on.budi)
    told(on.budi)

    assert not Delivery.objects.exists()


def test_a_link_into_the_account_is_told_at_night(on: Cast, post: Post) -> None:
    listen(on.budi)
    with clock.at(NIGHT):
        told(on.budi, "access.link_issued")
        work()

    assert len(post.letters) == 1


def test_what_comes_at_night_is_one_notice_in_the_morning(on: Cast, post: Post) -> None:
    listen(on.budi)
    choose(on, When.NOW)
    with clock.at(NIGHT):
        for _number in range(3):
            told(on.budi)
        assert work() == 0
    with clock.at(MORNING - timedelta(minutes=1)):
        assert work() == 0
    with clock.at(MORNING):
        assert work() == 1

    assert "baca: 3." in post.texts()[0]


def test_what_was_read_at_night_is_not_told_in_the_morning(on: Cast, post: Post) -> None:
    listen(on.budi)
    choose(on, When.NOW)
    with clock.at(NIGHT):
        told(on.budi)
        Message.objects.update(read_at=clock.now())
    with clock.at(MORNING):
        assert work() == 0
    assert states() == [("BATAL", "")]


def test_what_was_delayed_into_the_night_waits_too(on: Cast, post: Post) -> None:
    listen(on.budi)
    choose(on, When.NOW)
    told(on.budi)
    with clock.at(NIGHT):
        assert work() == 0
    with clock.at(MORNING):
        assert work() == 1


def test_the_same_wake_twice_is_one_notice(on: Cast, post: Post) -> None:
    listen(on.budi)
    message = told(on.budi, "access.link_issued")
    notify(message.pk)
    work()
    notify(message.pk)
    work()

    assert len(post.letters) == 1


def test_switched_off_by_the_agency_nothing_goes(on: Cast, post: Post) -> None:
    listen(on.budi)
    told(on.budi, "access.link_issued")
    NoticeRule.objects.update(channels=[])
    told(on.budi, "access.code_issued")
    work()

    assert post.letters == []
    assert states() == [("BATAL", "DIMATIKAN")]


def test_telling_takes_one_round_trip_and_wakes_only_for_who_listens(on: Cast) -> None:
    with CaptureQueriesContext(connection) as spent:
        tell(on.budi, "reporting.sent_back", "x")

    assert len(spent) == 1
    assert Message.objects.get().title == "x"


def test_the_hours_of_the_instansi_take_the_place_of_the_usual(on: Cast, post: Post) -> None:
    NoticeRule.objects.update(quiet_from=8 * 60, quiet_until=14 * 60)
    listen(on.budi)
    choose(on, When.NOW)
    told(on.budi)

    assert work() == 0
    with clock.at(WORKDAY.replace(hour=14, minute=0)):
        assert work() == 1
