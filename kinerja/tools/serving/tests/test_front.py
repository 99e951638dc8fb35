"""What browsers, good and bad, get through the front."""

import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from kinerja.tools.serving.tests.conftest import LIMITS, House, wait_until

Build = Callable[..., House]
GET = "GET {} HTTP/1.1\r\nHost: kinerja\r\n{}\r\n"
POST = "POST {} HTTP/1.1\r\nHost: kinerja\r\nContent-Length: {}\r\n{}\r\n"


def get(target: str = "/", fields: str = "") -> str:
    return GET.format(target, fields)


def test_a_page_comes_through_with_its_body(house: House) -> None:
    answer = house.ask(get("/halaman?a=1"))
    assert answer.status == 200
    assert answer.json()["head"].startswith("GET /halaman?a=1 HTTP/1.1\r\n")


def test_a_form_comes_through_whole(house: House) -> None:
    answer = house.ask(POST.format("/", 11, "") + "nilai=85,50")
    assert answer.json()["body"] == "nilai=85,50"


def test_a_big_body_is_kept_on_disk_and_comes_through(house: House) -> None:
    assert house.ask(POST.format("/", 200_000, "") + "x" * 200_000).json()["size"] == 200_000


def test_a_body_in_chunks_gets_a_length(house: House) -> None:
    head = "POST / HTTP/1.1\r\nHost: k\r\nTransfer-Encoding: chunked\r\n\r\n"
    answer = house.ask(head + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
    assert answer.json()["body"] == "abcde"
    assert "content-length: 5" in answer.json()["head"]
    assert "transfer-encoding" not in answer.json()["head"]


def test_one_connection_carries_many_requests(house: House) -> None:
    visit = house.visit()
    for number in range(5):
        visit.send(get(f"/{number}"))
        assert visit.answer().json()["head"].startswith(f"GET /{number} ")
    assert len(house.web.seen) == 5


def test_requests_sent_at_once_are_answered_in_order(house: House) -> None:
    visit = house.visit()
    visit.send(get("/1") + POST.format("/2", 2, "") + "ab" + get("/3"))
    assert [visit.answer().json()["head"].split(" ")[1] for _ in range(3)] == ["/1", "/2", "/3"]


def test_an_answer_in_pieces_comes_in_pieces(house: House) -> None:
    answer = house.ask(get("/pieces"))
    assert answer.body == b"one two"
    assert answer.field("server") is None


def test_an_answer_without_a_length_is_closed_for_old_browsers(house: House) -> None:
    answer = house.ask("GET /pieces HTTP/1.0\r\n\r\n")
    assert answer.body == b"one two"
    assert answer.field("connection") == "close"


def test_an_answer_that_ends_with_its_connection_is_whole(house: House) -> None:
    assert house.ask(get("/open")).body == b"until the end"


@pytest.mark.parametrize("method", ["HEAD /", "GET /empty"])
def test_answers_without_a_body_leave_the_connection_usable(house: House, method: str) -> None:
    visit = house.visit()
    visit.send(f"{method} HTTP/1.1\r\nHost: k\r\n\r\n")
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += visit.file.readline()
    visit.send(get("/next"))
    assert visit.answer().json()["head"].startswith("GET /next")


def test_a_stream_goes_to_its_own_process_and_ends_when_the_browser_leaves(house: House) -> None:
    visit = house.visit()
    visit.send(get("/stream/?t=x"))
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += visit.file.readline()
    assert visit.file.readline() == b"4\r\n"
    assert house.stream.seen
    assert not house.web.seen
    visit.file.close()
    visit.socket.close()
    wait_until(lambda: not house.front.open)


def test_the_browser_is_named_truthfully(house: House) -> None:
    lies = (
        "X-Forwarded-For: 10.0.0.1\r\nX-Forwarded-Proto: https\r\nX-Real-IP: 10.0.0.1\r\nForwarded: for=x\r\n"
    )
    head = house.ask(get("/", lies + "X_Forwarded_For: 10.0.0.1\r\nX-Forwarded-Host: evil\r\n")).json()[
        "head"
    ]
    assert "x-forwarded-for: 127.0.0.1\r\n" in head
    assert "x-forwarded-proto: http\r\n" in head
    assert "10.0.0.1" not in head
    assert "evil" not in head


def test_a_trusted_proxy_is_believed_about_its_last_hop_only(build: Build) -> None:
    house = build(trusted=frozenset({"127.0.0.1"}))
    fields = "X-Forwarded-For: 6.6.6.6, 36.68.1.2\r\nX-Forwarded-Proto: https\r\n"
    head = house.ask(get("/", fields)).json()["head"]
    assert "x-forwarded-for: 36.68.1.2\r\n" in head
    assert "x-forwarded-proto: https\r\n" in head


def test_what_is_for_one_hop_stays_there(house: House) -> None:
    fields = (
        "Connection: keep-alive, X-Secret\r\nX-Secret: 1\r\nKeep-Alive: 5\r\nTE: trailers\r\nProxy: x\r\n"
    )
    head = house.ask(get("/", fields)).json()["head"].lower()
    for word in ("x-secret", "keep-alive", "te:", "proxy:"):
        assert word not in head


@pytest.mark.parametrize(
    "text",
    [
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET http://other/ HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -3\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
        "nonsense\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(house: House, text: str) -> None:
    visit = house.visit()
    visit.send(text)
    answer = visit.answer()
    assert answer.status == 400
    assert "Muat ulang" in answer.body.decode()
    assert visit.closed()
    assert house.web.seen == []


def test_an_endless_head_is_refused(house: House) -> None:
    assert house.ask("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x" * 40_000 + "\r\n\r\n").status == 431


@pytest.mark.parametrize("announced", [True, False])
def test_too_big_a_body_is_refused(house: House, announced: bool) -> None:
    head = (
        POST.format("/", 400_000, "")
        if announced
        else "POST / HTTP/1.1\r\nHost: k\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    body = "" if announced else "61A80\r\n" + "x" * 400_000 + "\r\n"
    answer = house.ask(head + body)
    assert answer.status == 413
    assert "terlalu besar" in answer.body.decode()
    assert house.web.seen == []


def test_leave_to_send_is_given_only_for_what_may_come(house: House) -> None:
    visit = house.visit()
    visit.send(POST.format("/", 3, "Expect: 100-continue\r\n"))
    assert visit.answer().status == 100
    visit.send("abc")
    assert visit.answer().json()["body"] == "abc"
    assert house.ask(POST.format("/", 400_000, "Expect: 100-continue\r\n")).status == 413


def test_slow_heads_and_bodies_are_sent_away(house: House) -> None:
    assert house.ask("GET / HTTP/1.1\r\nHo").status == 408
    answer = house.ask(POST.format("/", 10, "") + "abc")
    assert answer.status == 408
    assert answer.field("retry-after") == "5"
    assert house.web.seen == []


def test_a_browser_that_says_nothing_is_left_without_an_answer(build: Build) -> None:
    house = build(replace(LIMITS, idle_seconds=0.2))
    assert house.visit().closed()


def test_slow_bodies_hold_nobody_up(house: House) -> None:
    slow = [house.visit() for _ in range(20)]
    for visit in slow:
        visit.send(POST.format("/", 10, "") + "abc")
    began = time.monotonic()
    assert house.ask(get()).status == 200
    assert time.monotonic() - began < 0.3


def test_all_bodies_together_are_limited(build: Build) -> None:
    house = build(replace(LIMITS, held_bytes=1000))
    assert house.ask(POST.format("/", 2000, "") + "x" * 2000).status == 503
    assert house.ask(POST.format("/", 900, "") + "x" * 900).status == 200
    wait_until(lambda: house.front.held == 0)


def test_a_process_that_is_being_restarted_is_waited_for(house: House) -> None:
    house.do(house.web.close())
    timer = threading.Timer(0.5, lambda: house.do(house.web.open()))
    timer.start()
    assert house.ask(POST.format("/", 3, "") + "abc").json()["body"] == "abc"
    timer.join()


def test_a_process_that_stays_away_is_told_with_when_to_come_back(house: House) -> None:
    house.do(house.web.close())
    answer = house.ask(get())
    assert (answer.status, answer.field("retry-after")) == (503, "5")
    assert "sebentar lagi" in answer.body.decode()


def test_what_was_sent_is_never_sent_again(house: House) -> None:
    answer = house.ask(POST.format("/die", 3, "") + "abc")
    assert answer.status == 502
    assert "tersimpan" in answer.body.decode()
    assert len(house.web.seen) == 1


def test_a_page_on_an_old_connection_is_asked_for_once_more(house: House) -> None:
    assert house.ask(get("/")).status == 200
    assert house.ask(get("/die")).status == 502
    assert [head.split(b" ")[1] for head in house.web.seen] == [b"/", b"/die", b"/die"]


def test_half_an_answer_does_not_look_whole(house: House) -> None:
    visit = house.visit()
    visit.send(get("/half"))
    with pytest.raises((ConnectionError, AssertionError)):
        assert len(visit.answer().body) == 100


def test_an_answer_that_never_comes_is_given_up(house: House) -> None:
    assert house.ask(get("/hang")).status == 504


def test_more_than_fits_inside_waits_a_little_and_is_then_sent_away(house: House) -> None:
    inside = [house.visit() for _ in range(LIMITS.inside)]
    for visit in inside:
        visit.send(get("/wait"))
    wait_until(lambda: len(house.web.seen) == LIMITS.inside)
    late = house.ask(get("/"))
    assert late.status == 503
    assert 5 <= int(late.field("retry-after") or 0) <= 15
    house.call(house.web.release.set)
    assert [visit.answer().status for visit in inside] == [200] * LIMITS.inside
    assert house.ask(get("/")).status == 200


def test_health_says_which_process_answers(house: House) -> None:
    assert house.ask(get("/healthz")).json() == {"web": True, "stream": True}
    house.do(house.stream.close())
    answer = house.ask(get("/healthz"))
    assert (answer.status, answer.json()) == (503, {"web": True, "stream": False})


def test_stopping_lets_running_requests_end_and_idle_ones_go(house: House) -> None:
    idle, busy = house.visit(), house.visit()
    busy.send(get("/wait"))
    wait_until(lambda: len(house.web.seen) == 1)
    stopping = threading.Thread(target=lambda: house.do(house.front.drain()))
    stopping.start()
    assert idle.closed()
    house.call(house.web.release.set)
    answer = busy.answer()
    assert (answer.status, answer.field("connection")) == (200, "close")
    stopping.join()


def test_a_browser_that_leaves_in_the_middle_leaves_nothing_behind(house: House) -> None:
    visit = house.visit()
    visit.send(POST.format("/", 100_000, "") + "x" * 50_000)
    visit.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    visit.file.close()
    visit.socket.close()
    wait_until(lambda: not house.front.open)
    wait_until(lambda: house.front.held == 0)
