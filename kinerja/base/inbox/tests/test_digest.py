"""The digest: one notice on a working day with how many are unread, none when there is nothing."""

from datetime import datetime, timedelta

import pytest

from kinerja.adapters.mail.tests.server import Post
from kinerja.base.calendar.models import FreeDay
from kinerja.base.inbox import addresses
from kinerja.base.inbox.kinds import Group
from kinerja.base.inbox.models import Delivery, Message, NoticeRule, When
from kinerja.base.inbox.notifying import digest
from kinerja.base.inbox.tests.listening import listen, told, work
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock

#: the Thursday after WORKDAY
SEVEN = datetime(2026, 4, 9, 7, 0, tzinfo=clock.WIB)


def made(moment: datetime) -> int:
    with clock.at(moment):
        count = digest()
        work()
    return count


def test_it_counts_what_is_unread(on: Cast, post: Post) -> None:
    listen(on.budi)
    for _number in range(3):
        told(on.budi)
    Message.objects.filter(pk=told(on.budi).pk).update(read_at=clock.now())

    assert made(SEVEN) == 1
    assert "yang belum Anda baca: 3." in post.texts()[0]


def test_it_comes_once_and_tells_nothing_twice(on: Cast, post: Post) -> None:
    listen(on.budi)
    told(on.budi)

    assert [made(SEVEN), made(SEVEN), made(SEVEN + timedelta(hours=1)), made(SEVEN + timedelta(days=1))] == [
        1,
        0,
        0,
        0,
    ]
    assert len(post.letters) == 1


def test_nothing_unread_is_no_digest(on: Cast) -> None:
    listen(on.budi)

    assert made(SEVEN) == 0


def test_what_came_after_its_hour_waits_for_tomorrow(on: Cast) -> None:
    listen(on.budi)
    with clock.at(SEVEN + timedelta(minutes=5)):
        told(on.budi)

    assert made(SEVEN + timedelta(hours=2)) == 0
    assert made(SEVEN + timedelta(days=1)) == 1


def test_not_before_its_hour(on: Cast) -> None:
    listen(on.budi)
    told(on.budi)

    assert made(SEVEN - timedelta(minutes=1)) == 0


@pytest.mark.parametrize("days", [2, 3], ids=["Saturday", "Sunday"])
def test_not_on_a_free_weekday(on: Cast, days: int) -> None:
    listen(on.budi)
    told(on.budi)

    assert made(SEVEN + timedelta(days=days)) == 0


def test_not_on_a_day_that_an_official_made_free(on: Cast) -> None:
    listen(on.budi)
    told(on.budi)
    FreeDay.objects.create(day=SEVEN.date(), name="Hari jadi", kind=FreeDay.Kind.OWN, decree="SK 1")

    assert made(SEVEN) == 0
    assert made(SEVEN + timedelta(days=1)) == 1


def test_one_that_was_missed_is_made_up_for_the_same_day(on: Cast) -> None:
    listen(on.budi)
    told(on.budi)

    assert made(SEVEN + timedelta(hours=9)) == 1


def test_groups_that_are_off_or_at_once_are_not_counted(on: Cast) -> None:
    listen(on.budi)
    addresses.choose("mail", {Group.TASK: When.OFF, Group.RESULT: When.NOW}, by=on.budi)
    told(on.budi, "reporting.sent_back")
    told(on.budi, "planning.skp_agreed")
    Delivery.objects.all().delete()

    assert made(SEVEN) == 0


def test_an_own_hour_is_kept(on: Cast) -> None:
    NoticeRule.objects.update(digest_at=15 * 60)
    listen(on.budi)
    told(on.budi)

    assert made(SEVEN) == 0
    assert made(SEVEN.replace(hour=15)) == 1


def test_each_hears_of_his_own(on: Cast, post: Post) -> None:
    listen(on.budi)
    listen(on.sari, "sari@example.go.id")
    told(on.budi)
    told(on.sari)
    told(on.sari)

    assert made(SEVEN) == 2
    assert {letter["To"]: letter.get_content()[39] for letter in post.letters} == {
        "budi@example.go.id": "1",
        "sari@example.go.id": "2",
    }
