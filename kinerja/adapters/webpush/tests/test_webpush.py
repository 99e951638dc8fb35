"""Web Push against a push service of the tests: sealed, signed, and nothing in it but a count."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.exceptions import ImproperlyConfigured

from kinerja.adapters.webpush.channel import WebPush
from kinerja.adapters.webpush.sealing import decoded, seal
from kinerja.adapters.webpush.tests.device import Device, verified
from kinerja.base.inbox.channels import BadAddress, DeadAddress, Notice, Rejected, TryLater
from kinerja.base.inbox.models import Occasion
from kinerja.base.inbox.tests.web import Reply, Web, web

KEY = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA"
NOTICE = Notice(
    Occasion.DAILY, 3, "https://k.id/kotak-masuk/", "0123456789abcdef0123456789abcdef", stop="https://k.id/s"
)


def channel(**more: object) -> WebPush:
    return WebPush(
        KEY, "mailto:operator@example.go.id", **{"services": ("127.0.0.1",), "scheme": "http"} | more
    )  # type: ignore[arg-type]


def send(server: Web, device: Device) -> None:
    ours = channel()
    with ours.session() as sent:
        sent(ours.clean(device.subscription(f"{server.url}/push/abc")), NOTICE)


def test_the_vector_of_rfc_8291() -> None:
    """Appendix A: the whole body, byte for byte."""
    private = decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")
    own = ec.derive_private_key(int.from_bytes(private, "big"), ec.SECP256R1())
    device = decoded(
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
    )
    body = seal(
        b"When I grow up, I want to be a watermelon", device, decoded("BTBZMqHH6r4Tts7J_aSIgg"), own=own,
        salt=decoded("DGv6ra1nlYgDCS1FRnbzlw"),
    )  # fmt: skip

    assert body == decoded(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_"
        "yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


def test_what_arrives_is_verified_opened_and_holds_a_count_alone() -> None:
    device = Device()
    with web() as server:
        server.decide = lambda asked: Reply(201)
        send(server, device)
    [asked] = server.asked

    assert verified(asked, server.url)["sub"] == "mailto:operator@example.go.id"
    assert json.loads(device.open(asked.body)) == {"count": 3}
    assert asked.headers["content-encoding"] == "aes128gcm"
    assert asked.headers["ttl"] == "86400"
    assert asked.headers["topic"] == NOTICE.key
    assert len(asked.headers["topic"]) <= 32


def test_each_message_is_sealed_anew() -> None:
    device = Device()
    with web() as server:
        send(server, device)
        send(server, device)
    first, second = server.asked

    assert first.body[:86] != second.body[:86]


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        *((status, DeadAddress) for status in (404, 410)),
        *((status, Rejected) for status in (400, 403, 413, 302)),
        *((status, TryLater) for status in (429, 503)),
    ],
)
def test_answers(status: int, trouble: type[Exception]) -> None:
    with web() as server:
        server.decide = lambda asked: Reply(status, headers={"Retry-After": "12"})
        with pytest.raises(trouble) as met:
            send(server, Device())
    assert "/push/abc" not in str(met.value)


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/x",
        "https://127.0.0.1/x",
        "https://evil.example/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://evilfcm.googleapis.com@evil.example/x",
        "https://user@fcm.googleapis.com/x",
        "file:///etc/passwd",
    ],
)
def test_only_push_services_are_ever_called(endpoint: str) -> None:
    with pytest.raises(BadAddress):
        WebPush(KEY, "mailto:a@b.id").clean(Device().subscription(endpoint))


@pytest.mark.parametrize(
    "host", ["fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com"]
)
def test_push_services_of_the_browsers_are_taken(host: str) -> None:
    ours = WebPush(KEY, "mailto:a@b.id")

    assert ours.shown(ours.clean(Device().subscription(f"https://{host}/x"))) == host


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x",
        "[]",
        "{}",
        '{"endpoint": "https://fcm.googleapis.com/x", "p256dh": "AAAA", "auth": "AAAA"}',
        "null",
    ],
)
def test_what_is_no_subscription_is_refused(typed: str) -> None:
    with pytest.raises(BadAddress):
        WebPush(KEY, "mailto:a@b.id").clean(typed)


@pytest.mark.parametrize(
    ("key", "contact"), [("short", "mailto:a@b.id"), ("", "mailto:a@b.id"), (KEY, "a@b.id")]
)
def test_a_wrong_setting_stops_the_start(key: str, contact: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="KINERJA_VAPID"):
        WebPush(key, contact)
