from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.tools.live.channel import PAYLOAD_LIMIT, names_in, payloads
from kinerja.tools.live.topics import MOST_NAMES, BadTicket, key_from, name, sign, verify

KEY = key_from("one secret")
NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)
LATER = NOON + timedelta(minutes=15)


def test_a_name_tells_nothing_and_is_always_the_same() -> None:
    first = name(KEY, "unit:dinkes")
    assert first == name(KEY, "unit:dinkes")
    assert len(first) == 16
    assert "unit" not in first


def test_names_differ_between_topics_and_installations() -> None:
    assert name(KEY, "unit:a") != name(KEY, "unit:b")
    assert name(KEY, "unit:a") != name(key_from("another secret"), "unit:a")


def test_a_ticket_says_names_listener_and_end() -> None:
    ticket = verify(KEY, sign(KEY, ["unit:a", "person:b"], "budi", LATER), NOON)
    assert ticket.names == {name(KEY, "unit:a"), name(KEY, "person:b")}
    assert ticket.expires == LATER


def test_a_ticket_hides_topics_and_person() -> None:
    token = sign(KEY, ["unit:dinkes"], "198501012010011001", LATER)
    assert "dinkes" not in token
    assert "1985" not in token


def test_an_old_ticket_is_refused() -> None:
    with pytest.raises(BadTicket, match="expired"):
        verify(KEY, sign(KEY, ["unit:a"], "budi", LATER), LATER)


def test_a_ticket_of_another_installation_is_refused() -> None:
    with pytest.raises(BadTicket):
        verify(key_from("another secret"), sign(KEY, ["unit:a"], "budi", LATER), NOON)


@pytest.mark.parametrize("token", ["", ".", "a.b.c", "ffffffff.x.y.", "\u00e9.\u00e9", "a" * 10_000])
def test_nonsense_is_refused(token: str) -> None:
    with pytest.raises(BadTicket):
        verify(KEY, token, NOON)


@given(st.integers(min_value=0), st.characters(categories=["L", "N"]))
def test_no_changed_letter_passes(position: int, letter: str) -> None:
    token = sign(KEY, ["unit:a"], "budi", LATER)
    position %= len(token)
    changed = token[:position] + letter + token[position + 1 :]
    if changed != token:
        with pytest.raises(BadTicket):
            verify(KEY, changed, NOON)


def test_a_page_cannot_listen_to_everything() -> None:
    with pytest.raises(ValueError, match=str(MOST_NAMES)):
        sign(KEY, [f"person:{number}" for number in range(MOST_NAMES + 1)], "budi", LATER)


def test_equal_topics_count_once() -> None:
    assert len(verify(KEY, sign(KEY, ["unit:a"] * 100, "budi", LATER), NOON).names) == 1


@given(st.lists(st.text("abcdef-_", min_size=1, max_size=16), max_size=2000))
def test_payloads_fit_and_lose_nothing(words: list[str]) -> None:
    made = list(payloads(words))
    assert all(len(payload) <= PAYLOAD_LIMIT for payload in made)
    assert [word for payload in made for word in names_in(payload)] == list(dict.fromkeys(words))
