"""VAPID, RFC 8292: who sends, signed for each push service."""

import json
from datetime import timedelta

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from kinerja.adapters.webpush.sealing import decoded, encoded, point
from kinerja.tools import clock

LIFE = timedelta(hours=12)


def private_key(text: str) -> ec.EllipticCurvePrivateKey:
    """The key of the installation: 32 bytes as base64url. Raises ValueError."""
    data = decoded(text)
    if len(data) != 32:
        raise ValueError("32 bytes")
    return ec.derive_private_key(int.from_bytes(data, "big"), ec.SECP256R1())


def public_text(key: ec.EllipticCurvePrivateKey) -> str:
    """What browsers subscribe with."""
    return encoded(point(key.public_key()))


def authorization(key: ec.EllipticCurvePrivateKey, origin: str, contact: str) -> str:
    """The header for the push service at `origin`."""
    expires = int((clock.real_now() + LIFE).timestamp())
    claims = {"aud": origin, "exp": expires, "sub": contact}
    head = encoded(b'{"typ":"JWT","alg":"ES256"}')
    signed = f"{head}.{encoded(json.dumps(claims, separators=(',', ':')).encode())}"
    r, s = decode_dss_signature(key.sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
    signature = encoded(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
    return f"vapid t={signed}.{signature}, k={public_text(key)}"
