"""A device as a browser makes it, and the push service's look at what comes: verified and opened by other code than ours."""

import json
import os
import time
from typing import Any

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kinerja.adapters.webpush.sealing import decoded, encoded
from kinerja.base.inbox.tests.web import Asked


def _hmac(key: bytes, text: bytes) -> bytes:
    digest = hmac.HMAC(key, hashes.SHA256())
    digest.update(text)
    return digest.finalize()


class Device:
    """Keys of one browser. `auth` and the private key never leave it."""

    def __init__(self, private: bytes | None = None, auth: bytes | None = None) -> None:
        curve = ec.SECP256R1()
        self.key = (
            ec.derive_private_key(int.from_bytes(private, "big"), curve)
            if private
            else ec.generate_private_key(curve)
        )
        self.auth = auth or os.urandom(16)
        self.point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def subscription(self, endpoint: str) -> str:
        return json.dumps({"endpoint": endpoint, "p256dh": encoded(self.point), "auth": encoded(self.auth)})

    def open(self, body: bytes) -> bytes:
        """RFC 8291, section 3.4, written out with HMAC alone."""
        salt, size = body[:16], body[20]
        theirs = body[21 : 21 + size]
        shared = self.key.exchange(
            ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs)
        )
        secret = _hmac(_hmac(self.auth, shared), b"WebPush: info\x00" + self.point + theirs + b"\x01")
        pseudo = _hmac(salt, secret)
        key = _hmac(pseudo, b"Content-Encoding: aes128gcm\x00\x01")[:16]
        nonce = _hmac(pseudo, b"Content-Encoding: nonce\x00\x01")[:12]
        text = AESGCM(key).decrypt(nonce, body[21 + size :], None).rstrip(b"\x00")
        assert text.endswith(b"\x02")
        return text[:-1]


def verified(asked: Asked, origin: str) -> dict[str, Any]:
    """The claims of VAPID, after its signature was checked as a push service does. Raises InvalidSignature."""
    scheme, _space, rest = asked.headers["authorization"].partition(" ")
    parts = dict(part.strip().split("=", 1) for part in rest.split(","))
    signed, _dot, signature = parts["t"].rpartition(".")
    raw = decoded(signature)
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decoded(parts["k"]))
    r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
    key.verify(encode_dss_signature(r, s), signed.encode(), ec.ECDSA(hashes.SHA256()))
    claims: dict[str, Any] = json.loads(decoded(signed.split(".")[1]))
    assert scheme == "vapid"
    assert claims["aud"] == origin
    assert 0 < claims["exp"] - time.time() <= 24 * 3600
    return claims
