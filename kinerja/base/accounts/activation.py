"""Single-use codes and links: how a person comes in the first time, and how an operator lets one in.

A code is printed on a sheet and typed with the NIP (14 days, five failures lock it). A link opens once, within ten
minutes. Of both only the hash is kept, and a new one makes the older ones void.
"""

import hashlib
import secrets
from datetime import timedelta

from kinerja.base.accounts.models import Activation, User
from kinerja.tools import clock

ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
CODE_DAYS = 14
LINK_MINUTES = 10
MAX_FAILURES = 5


def _hash(kind: str, owner: str, secret: str) -> str:
    return hashlib.sha256(f"{kind}|{owner}|{secret}".encode()).hexdigest()


def normal(code: str) -> str:
    """A code as it is compared: capitals, without spaces and hyphens."""
    return "".join(character for character in code.upper() if character.isalnum())


def issue_code(user: User) -> str:
    """A fresh activation code, shown once: `K7QM-3XHD-9RTA`. Older ones of this person are void."""
    code = "".join(secrets.choice(ALPHABET) for _digit in range(12))
    _replace(user, Activation.Kind.CODE, _hash("code", str(user.pk), code), timedelta(days=CODE_DAYS))
    return "-".join((code[:4], code[4:8], code[8:]))


def issue_link(user: User) -> str:
    """A fresh secret for a sign-in link. Older ones of this person are void."""
    secret = secrets.token_urlsafe(32)
    _replace(user, Activation.Kind.LINK, _hash("link", "", secret), timedelta(minutes=LINK_MINUTES))
    return secret


def _replace(user: User, kind: str, secret_hash: str, lasts: timedelta) -> None:
    user.activations.filter(kind=kind, used_at__isnull=True).delete()
    Activation.objects.create(
        user=user, kind=kind, secret_hash=secret_hash, expires_at=clock.real_now() + lasts
    )


def use_code(nip: str, code: str) -> User | None:
    """The person whose code this is; the code is spent. None: wrong, spent, expired, or locked by failures."""
    open_codes = (
        Activation.objects.select_for_update(of=("self",))
        .select_related("user")
        .filter(
            user__nip=nip,
            user__is_active=True,
            kind=Activation.Kind.CODE,
            used_at__isnull=True,
            expires_at__gt=clock.real_now(),
            failures__lt=MAX_FAILURES,
        )
    )
    activation = open_codes.first()
    if activation is None:
        return None
    if not secrets.compare_digest(
        activation.secret_hash, _hash("code", str(activation.user_id), normal(code))
    ):
        activation.failures += 1
        activation.save(update_fields=["failures"])
        return None
    return _spend(activation)


def use_link(secret: str) -> User | None:
    """The person whose link this is; the link is spent. None: unknown, spent or expired."""
    activation = (
        Activation.objects.select_for_update(of=("self",))
        .select_related("user")
        .filter(
            secret_hash=_hash("link", "", secret),
            kind=Activation.Kind.LINK,
            used_at__isnull=True,
            expires_at__gt=clock.real_now(),
            user__is_active=True,
        )
        .first()
    )
    return _spend(activation) if activation else None


def link_is_open(secret: str) -> bool:
    """Whether a link could still be used; looking does not spend it (mail scanners look)."""
    return Activation.objects.filter(
        secret_hash=_hash("link", "", secret), used_at__isnull=True, expires_at__gt=clock.real_now()
    ).exists()


def _spend(activation: Activation) -> User:
    activation.used_at = clock.real_now()
    activation.save(update_fields=["used_at"])
    return activation.user
