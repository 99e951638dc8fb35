"""A real stream process, heard over its socket."""

import asyncio
import http.client
import socket
from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest

from kinerja.tools import clock
from kinerja.tools.live.channel import CHANNEL
from kinerja.tools.live.stream import MOST_PER_PERSON, EventStream, Listener
from kinerja.tools.live.tests.conftest import KEY, Outbox, wait_until
from kinerja.tools.live.topics import LIFETIME, Ticket, name, sign


class Browser:
    """One open event stream."""

    def __init__(self, path: str, *tickets: str) -> None:
        self.connection = http.client.HTTPConnection("localhost", timeout=10)
        self.connection.sock = socket.socket(socket.AF_UNIX)
        self.connection.sock.settimeout(10)
        self.connection.sock.connect(path)
        self.connection.request("GET", "/stream/?" + "&".join(f"t={ticket}" for ticket in tickets))
        self.answer = self.connection.getresponse()

    def lines(self) -> Iterator[str]:
        while line := self.answer.readline():
            yield line.decode().rstrip("\n")

    def event(self) -> str:
        """The next thing told, without heartbeats; "missed" comes first here, since the process has just begun to listen."""
        told = (line for line in self.lines() if line.startswith(("data: ", "event: ")))
        return next(line for line in told if line != "event: missed")

    def looks_for_itself(self) -> bool:
        """Waits until the browser is told to fetch everything."""
        return any(line == "event: missed" for line in self.lines())

    def close(self) -> None:
        self.connection.close()


def ticket(*topics: str, person: str = "sari", minutes: float = 15) -> str:
    return sign(KEY, topics, person, clock.real_now() + timedelta(minutes=minutes))


def tell(outbox: Outbox, *topics: str) -> None:
    with psycopg.connect(outbox.url("kinerja_dispatch"), autocommit=True) as connection:
        words = " ".join(name(KEY, topic) for topic in topics)
        connection.execute("SELECT pg_notify(%s, %s)", [CHANNEL, words])


def listening(outbox: Outbox) -> bool:
    with psycopg.connect(outbox.url("postgres")) as connection:
        query = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND query LIKE 'LISTEN%%'"
        return connection.execute(query, [outbox.name]).fetchone() == (1,)


@pytest.fixture
def ready(stream: str, outbox: Outbox) -> str:
    wait_until(lambda: listening(outbox))
    return stream


def test_a_browser_hears_the_names_of_its_ticket_only(ready: str, outbox: Outbox) -> None:
    browser = Browser(ready, ticket("unit:a"))
    assert browser.answer.status == 200
    assert browser.answer.getheader("content-type") == "text/event-stream; charset=utf-8"
    assert browser.answer.getheader("cache-control") == "no-store"
    assert next(browser.lines()) == "retry: 2000"
    tell(outbox, "unit:b")
    tell(outbox, "unit:a", "unit:c")
    assert browser.event() == f"data: {name(KEY, 'unit:a')}"
    browser.close()


def test_several_tickets_of_one_page_share_a_stream(ready: str, outbox: Outbox) -> None:
    browser = Browser(ready, ticket("unit:a"), ticket("unit:b"))
    next(browser.lines())
    tell(outbox, "unit:b")
    assert browser.event() == f"data: {name(KEY, 'unit:b')}"
    browser.close()


def test_a_quiet_stream_shows_that_it_lives(ready: str) -> None:
    browser = Browser(ready, ticket("unit:a"))
    assert ":" in [next(browser.lines()) for _ in range(7)]
    browser.close()


@pytest.mark.parametrize("tickets", [(), ("nonsense",), ("",)])
def test_without_a_valid_ticket_nothing_is_told(ready: str, tickets: tuple[str, ...]) -> None:
    assert Browser(ready, *tickets).answer.status == 403


def test_an_old_ticket_is_refused(ready: str) -> None:
    assert Browser(ready, ticket("unit:a", minutes=-1)).answer.status == 403


def test_tickets_of_two_people_do_not_mix(ready: str) -> None:
    assert Browser(ready, ticket("unit:a"), ticket("unit:b", person="dewi")).answer.status == 403


def test_a_stream_ends_with_its_ticket_and_says_so(ready: str) -> None:
    browser = Browser(ready, ticket("unit:a", minutes=2 / 60))
    assert browser.event() == "event: expired"
    assert not [line for line in browser.lines() if line.startswith("event")]


def test_one_person_cannot_take_all_streams(ready: str) -> None:
    browsers = [Browser(ready, ticket("unit:a")) for _ in range(MOST_PER_PERSON)]
    assert Browser(ready, ticket("unit:a")).answer.status == 429
    assert Browser(ready, ticket("unit:a", person="budi")).answer.status == 200
    browsers.pop().close()
    wait_until(lambda: Browser(ready, ticket("unit:a")).answer.status == 200)


def test_after_a_broken_database_connection_everybody_looks_once(ready: str, outbox: Outbox) -> None:
    browser = Browser(ready, ticket("unit:a"))
    assert browser.looks_for_itself()  # the process has just begun
    outbox.end_connections("kinerja_app")
    assert browser.looks_for_itself()
    tell(outbox, "unit:a")
    assert browser.event() == f"data: {name(KEY, 'unit:a')}"


def test_other_methods_are_refused(ready: str) -> None:
    connection = http.client.HTTPConnection("localhost")
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.connect(ready)
    connection.request("POST", "/stream/?t=x", body=b"x")
    assert connection.getresponse().status == 405


def test_a_browser_that_takes_nothing_keeps_only_names() -> None:
    """However much happens, an unread stream holds each of its names once."""

    async def scene() -> set[str]:
        stream = EventStream(KEY, "")
        listener = Listener("sari", frozenset({"a", "b"}), clock.real_now())
        stream._by_name["a"].add(listener)
        for _ in range(10_000):
            stream.tell(["a", "z"])
        return listener.news

    assert asyncio.run(scene()) == {"a"}


def test_who_opens_a_stream_hears_what_changed_since_his_page_was_made() -> None:
    stream, now = EventStream(KEY, ""), clock.real_now()
    stream._memory.begin(now - timedelta(minutes=1))
    stream.tell(["a", "z"])
    fresh = Ticket("sari", frozenset({"a", "b"}), now + LIFETIME)
    late = stream._enter([fresh])
    assert (late.news, late.missed, late.bell.is_set()) == ({"a"}, False, True)
    quiet = stream._enter([Ticket("sari", frozenset({"b"}), now + LIFETIME)])
    assert (quiet.news, quiet.missed, quiet.bell.is_set()) == (set(), False, False)
    older = stream._enter([Ticket("sari", frozenset({"b"}), now + LIFETIME - timedelta(minutes=2))])
    assert older.missed
