"""Asking another service: silence, 429 and 5xx are "later", a redirect is not followed."""

from datetime import timedelta
from email.utils import format_datetime

import pytest

from kinerja.base.inbox.calling import post
from kinerja.base.inbox.channels import TryLater
from kinerja.base.inbox.tests.web import Reply, web
from kinerja.tools import clock


@pytest.mark.parametrize(
    ("reply", "seconds"),
    [
        (Reply(429, headers={"Retry-After": "17"}), 17),
        (Reply(429, b'{"parameters": {"retry_after": 9}}'), 9),
        (Reply(429), None),
        (Reply(503, headers={"Retry-After": "5"}), 5),
        (Reply(500), None),
        (Reply(429, headers={"Retry-After": "soon"}), None),
    ],
)
def test_later_is_when_the_other_side_says(reply: Reply, seconds: float | None) -> None:
    with web() as server:
        server.decide = lambda asked: reply
        with pytest.raises(TryLater) as met:
            post(f"{server.url}/x", b"", {})
    assert met.value.seconds == seconds
    assert met.value.whole


def test_a_date_to_come_back_is_understood() -> None:
    with web() as server:
        server.decide = lambda asked: Reply(
            429, headers={"Retry-After": format_datetime(clock.real_now() + timedelta(seconds=90))}
        )
        with pytest.raises(TryLater) as met:
            post(f"{server.url}/x", b"", {})
    assert met.value.seconds is not None
    assert 80 < met.value.seconds <= 90


def test_silence_ends() -> None:
    with web() as server:
        server.decide = lambda asked: Reply(pause=0.6)
        with pytest.raises(TryLater):
            post(f"{server.url}/x", b"", {}, timeout=0.1)


def test_nobody_there_is_later() -> None:
    with pytest.raises(TryLater):
        post("http://127.0.0.1:1/x", b"", {})


def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    with web() as server:
        server.decide = lambda asked: Reply(302, headers={"Location": f"{server.url}/elsewhere"})
        assert post(f"{server.url}/x?y=1", b"", {}).status == 302
        assert [asked.path for asked in server.asked] == ["/x?y=1"]
