"""The door for other systems: a token in the header `Authorization: Bearer …`, its government, its rights, its limits.

The token names government and system, so both are looked up inside that government's walls; nothing is readable before.
"""

import hmac
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from kinerja.base.access.actions.systems import hashed
from kinerja.base.access.models import ConnectedSystem
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.exits import public
from kinerja.tools import clock
from kinerja.tools.refusals import Refusal

#: names of limits in the settings: calls of one system, and tokens from one address that were not taken
CALLS, FAILURES = "systems", "system_failures"
SECONDS = 60
View = Callable[..., HttpResponse]


class SystemRequest(HttpRequest):
    """A request that came through the door: which system calls is known."""

    system: ConnectedSystem


class SystemToken(HttpBearer):
    """Says in the description of the API that a token is needed. The door looks at it."""

    def authenticate(self, request: HttpRequest, token: str) -> str:
        return token


def system_door(right: str) -> Callable[[View], View]:
    """Let in a system whose token holds `right`. The view runs in one transaction of its government, with `request.system`."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            parts = _parts(str(getattr(request, "auth", "")))
            if parts is None or not ratelimit.consume(request, action=FAILURES, dry_run=True):
                return _stranger(request)
            with inside(parts[0]):
                system = _system(parts)
            if system is None:
                return _stranger(request)
            if right not in system.rights:
                return answer(403, _("Token ini tidak memuat hak “%(right)s”.") % {"right": right})
            # counted outside of any transaction, so that a refused call counts too and nobody waits for a lock
            if not ratelimit.consume(request, action=CALLS, key=str(system.pk)):
                return _slow(_("Sistem ini memanggil terlalu sering. Tunggu satu menit, lalu lanjutkan."))
            request.system = system  # type: ignore[attr-defined]
            try:
                with inside(parts[0]):
                    return view(request, *args, **kwargs)
            except Refusal as refusal:
                return answer(refusal.status, f"{refusal.sentence} {refusal.helper}".strip())

        return public("a connected system shows its token")(guarded)

    return decorate


def answer(status: int, sentence: str) -> JsonResponse:
    """A refusal as all answers of the API have it."""
    return errors(status, [{"field": "", "value": None, "message": sentence}])


def errors(status: int, found: list[dict[str, Any]]) -> JsonResponse:
    return JsonResponse({"errors": found}, status=status, json_dumps_params={"ensure_ascii": False})


def _parts(token: str) -> tuple[UUID, UUID, str] | None:
    """Government, system and secret of a token, None for what is no token of ours."""
    pieces = token.split(".")
    if len(pieces) != 4 or pieces[0] != "kinerja":
        return None
    try:
        return UUID(hex=pieces[1]), UUID(hex=pieces[2]), pieces[3]
    except ValueError:
        return None


def _system(parts: tuple[UUID, UUID, str]) -> ConnectedSystem | None:
    """The system a token belongs to; None when unknown, wrong, expired or revoked, without saying which."""
    system = ConnectedSystem.objects.select_related("unit").filter(pk=parts[1]).first()
    fits = hmac.compare_digest(system.secret_hash if system else hashed(""), hashed(parts[2]))
    if system is None or not fits or not system.is_valid_on(clock.today()):
        return None
    if system.last_used_on != clock.today():
        ConnectedSystem.objects.filter(pk=system.pk).update(last_used_on=clock.today())
    return system


def _stranger(request: HttpRequest) -> JsonResponse:
    if not ratelimit.consume(request, action=FAILURES):
        return _slow(_("Terlalu banyak token yang salah dari alamat ini. Tunggu satu menit, lalu coba lagi."))
    return answer(
        401,
        _(
            "Token tidak dikenal, kedaluwarsa, atau sudah dicabut. Minta token baru kepada pengelola kepegawaian."
        ),
    )


def _slow(sentence: str) -> JsonResponse:
    response = answer(429, sentence)
    response["Retry-After"] = str(SECONDS)
    return response
