"""Which screen a link belongs to."""

import hmac
from uuid import UUID

from kinerja.areas.monitoring.models import Display
from kinerja.base.access.actions.systems import hashed
from kinerja.tools import clock

_HEX = 32


def parts(token: str) -> tuple[UUID, UUID, str] | None:
    """Government, screen and secret that a link names; None for what is no link of ours."""
    try:
        return UUID(hex=token[:_HEX]), UUID(hex=token[_HEX : 2 * _HEX]), token[2 * _HEX :]
    except ValueError:
        return None


def display_of(pk: UUID, secret: str) -> Display | None:
    """The screen, when the secret fits and the link was not taken back; seen today. Asked inside its government."""
    display = Display.objects.valid().for_door().filter(pk=pk).first()
    fits = hmac.compare_digest(display.secret_hash if display else hashed(""), hashed(secret))
    if display is None or not fits:
        return None
    if display.last_seen_on != clock.today():
        Display.objects.filter(pk=display.pk).update(last_seen_on=clock.today())
    return display


def displays_of(unit_id: UUID) -> list[Display]:
    """The screens of a unit whose link still works, the newest first."""
    return list(Display.objects.valid().for_door().filter(unit_id=unit_id))
