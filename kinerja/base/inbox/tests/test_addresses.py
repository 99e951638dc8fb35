"""A person's own channels: nothing but a code goes out before it came back; what is off is gone."""

import re
from datetime import timedelta

import pytest

from kinerja.adapters.mail.tests.server import Post
from kinerja.base.inbox import addresses
from kinerja.base.inbox.addresses import ChannelRefused
from kinerja.base.inbox.channels import BadAddress
from kinerja.base.inbox.models import Address, Delivery, NoticeRule
from kinerja.base.inbox.records import tidy
from kinerja.base.inbox.tests.conftest import WORKDAY
from kinerja.base.inbox.tests.listening import listen, states, told, work
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.actions.people import person_leaves
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.refusals import NotYours


def test_a_code_goes_to_the_address_and_back(on: Cast, post: Post) -> None:
    addresses.ask("mail", " budi@example.go.id ", by=on.budi)
    work()
    [letter] = post.letters
    code = re.search(r"\b\d{6}\b", letter.get_content())

    assert letter["To"] == "budi@example.go.id"
    assert "List-Unsubscribe" not in letter
    assert code
    assert addresses.confirm("mail", code.group(), by=on.budi).confirmed_at
    assert Entry.objects.newest_first().first().verb == "inbox.channel_confirmed"  # type: ignore[union-attr]


def test_before_the_code_came_back_nothing_else_goes_there(on: Cast, post: Post) -> None:
    addresses.ask("mail", "budi@example.go.id", by=on.budi)
    told(on.budi, "access.link_issued")
    work()

    assert len(post.letters) == 1


def test_a_wrong_code_counts_and_five_are_enough(on: Cast) -> None:
    row = addresses.ask("mail", "budi@example.go.id", by=on.budi)
    wrong = f"{(int(addresses.code_of(row)) + 1) % 1_000_000:06d}"
    for _try in range(addresses.MOST_TRIES):
        assert addresses.confirm("mail", wrong, by=on.budi).confirmed_at is None

    with pytest.raises(ChannelRefused, match="tidak berlaku"):
        addresses.confirm("mail", addresses.code_of(row), by=on.budi)


def test_a_code_lives_half_an_hour(on: Cast) -> None:
    row = addresses.ask("mail", "budi@example.go.id", by=on.budi)

    with clock.at(WORKDAY + timedelta(minutes=31)), pytest.raises(ChannelRefused, match="tidak berlaku"):
        addresses.confirm("mail", addresses.code_of(row), by=on.budi)


def test_codes_of_two_addresses_differ_and_anothers_fits_nobody(on: Cast) -> None:
    mine = addresses.ask("mail", "budi@example.go.id", by=on.budi)
    hers = addresses.ask("mail", "sari@example.go.id", by=on.sari)

    assert addresses.code_of(mine) != addresses.code_of(hers)
    assert addresses.confirm("mail", addresses.code_of(hers), by=on.budi).confirmed_at is None


def test_nobodys_mailbox_is_filled_with_codes(on: Cast) -> None:
    for _time in range(addresses.MOST_CODES):
        addresses.ask("mail", "korban@example.go.id", by=on.budi)

    with pytest.raises(ChannelRefused, match="besok"):
        addresses.ask("mail", "korban@example.go.id", by=on.budi)


@pytest.mark.parametrize(
    "typed", ["", "budi", "budi@", "budi@example.go.id\nBcc: x@y.id", "a b@example.go.id"]
)
def test_what_is_no_address_is_refused(on: Cast, typed: str) -> None:
    with pytest.raises(BadAddress):
        addresses.ask("mail", typed, by=on.budi)
    assert not Address.objects.exists()


def test_a_channel_that_is_off_cannot_be_had(on: Cast) -> None:
    NoticeRule.objects.update(channels=[])

    with pytest.raises(ChannelRefused, match="tidak dinyalakan"):
        addresses.ask("mail", "budi@example.go.id", by=on.budi)


def test_a_new_address_takes_the_place_of_the_old(on: Cast) -> None:
    listen(on.budi)
    addresses.ask("mail", "lain@example.go.id", by=on.budi)

    assert [row.address for row in Address.objects.all()] == ["lain@example.go.id"]


def test_what_is_switched_off_is_deleted_and_what_waits_is_dropped(on: Cast, post: Post) -> None:
    row = listen(on.budi)
    told(on.budi, "access.link_issued")
    addresses.remove(row, by=on.budi)
    work()

    assert not Address.objects.exists()
    assert states() == [("BATAL", "DIMATIKAN")]
    assert post.letters == []


def test_nobody_switches_off_anothers(on: Cast) -> None:
    with pytest.raises(NotYours):
        addresses.remove(listen(on.budi), by=on.sari)


def test_who_leaves_is_forgotten(on: Cast, post: Post) -> None:
    listen(on.budi)
    told(on.budi, "access.link_issued")
    person_leaves(on.budi, on=clock.today(), by=on.ratna, reason="Pensiun")
    work()

    assert post.letters == []
    assert addresses.forget(on.budi.pk) == 1
    assert not Address.objects.exists()


def test_another_government_sees_no_address(cast: Cast, post: Post) -> None:
    with inside(cast.kota.pk), clock.at(WORKDAY):
        NoticeRule.objects.create(channels=["mail"], set_at=clock.now())
        listen(cast.budi)
        told(cast.budi, "access.link_issued")

    with inside(cast.muaro.pk):
        assert not Address.objects.exists()
        assert not Delivery.objects.exists()
        assert not NoticeRule.objects.exists()


def test_addresses_reach_neither_ledger_nor_records(on: Cast) -> None:
    row = listen(on.budi)
    told(on.budi, "access.link_issued")
    addresses.remove(row, by=on.budi)

    kept = [*Entry.objects.values(), *Delivery.objects.values()]
    assert kept
    assert "budi@example" not in repr(kept)


def test_what_is_old_or_never_proved_goes(on: Cast) -> None:
    addresses.ask("mail", "sari@example.go.id", by=on.sari)
    with clock.at(WORKDAY + timedelta(days=91)):
        assert tidy() == 1
    assert not Delivery.objects.exists()
    assert not Address.objects.exists()


def test_a_token_in_the_message_ends_it_without_signing_in(on: Cast) -> None:
    token = addresses.stop_token(listen(on.budi))

    assert addresses.stop_by(token)
    assert addresses.stop_by(token)
    assert not Address.objects.exists()
    assert not addresses.stop_by(token[:-2] + "xx")
