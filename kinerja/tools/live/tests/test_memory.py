"""What a stream remembers for pages that come a little later."""

from datetime import UTC, datetime, timedelta

import pytest

from kinerja.tools.live import memory
from kinerja.tools.live.memory import KEPT, SLACK, Memory

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def heard(since: timedelta = timedelta(minutes=20)) -> Memory:
    found = Memory()
    found.begin(NOON - since)
    return found


def test_only_what_was_told_since_the_page_was_made_is_news() -> None:
    found = heard()
    found.note(["a"], NOON - SLACK - SECOND)
    found.note(["b"], NOON - SLACK)
    found.note(["c"], NOON)
    assert found.since(NOON, ["a", "b", "d"]) == {"b"}


def test_a_name_told_again_counts_with_its_last_time() -> None:
    found = heard()
    found.note(["a", "b"], NOON - timedelta(minutes=1))
    found.note(["a"], NOON)
    assert found.since(NOON, ["a", "b"]) == {"a"}


def test_what_was_before_the_first_word_is_not_known() -> None:
    found = heard(since=SLACK)
    assert found.since(NOON, ["a"]) == set()
    assert found.since(NOON - SECOND, ["a"]) is None


def test_while_the_database_is_away_nothing_is_known() -> None:
    found = heard()
    found.end()
    assert found.since(NOON, ["a"]) is None
    found.begin(NOON)
    assert found.since(NOON + SLACK, ["a"]) == set()


def test_nothing_is_kept_longer_than_a_ticket_lives() -> None:
    found = heard()
    found.note(["a"], NOON)
    found.note(["b"], NOON + KEPT + SECOND)
    assert found.since(NOON + SLACK, ["a", "b"]) == {"b"}
    assert found.since(NOON - SECOND, ["a"]) is None


def test_more_names_than_fit_make_older_pages_look_for_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 2)
    found = heard()
    for number in range(4):
        found.note([str(number)], NOON + number * SECOND)
    assert found.since(NOON + SLACK + 2 * SECOND, ["2", "3"]) == {"2", "3"}
    assert found.since(NOON + SLACK, ["0"]) is None
