"""Volumes over HTTP, for connected systems: what may be filled, sending many days at once, reading them back."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import Router

from kinerja.areas.service_quality import actions
from kinerja.areas.service_quality.errors import NeedsReason
from kinerja.areas.service_quality.intake import Reader, Row
from kinerja.areas.service_quality.models import Service, Volume
from kinerja.base.access import openapi
from kinerja.base.access.openapi import WORDS, told
from kinerja.base.access.principal import subtree
from kinerja.base.access.systems import SystemToken, answer, errors, system_door
from kinerja.tools import clock
from kinerja.tools.tables.problem import Problem

#: rows of one sending, and of one answer
MOST_ROWS = 2_000
_FIELDS = ("service", "day", "served", "to_standard", "nip")

_ERROR = openapi.refusals(row={"type": "integer"})
_VOLUME = {
    "type": "object",
    "properties": {
        "service": WORDS | {"description": "Code of the service, as in its catalogue"},
        "day": WORDS | {"format": "date"},
        "served": {"type": "integer", "minimum": 0},
        "to_standard": {
            "type": ["integer", "null"],
            "minimum": 0,
            "description": "Where the service counts it",
        },
        "nip": WORDS | {"description": "The officer, when the day's figure is of one officer"},
    },
    "required": ["service", "day", "served"],
}
_COUNTS = {
    "type": "object",
    "properties": {
        "delivery": WORDS | {"format": "uuid"},
        **{name: {"type": "integer"} for name in ("rows", "new", "changed", "unchanged")},
    },
}


_REFUSED = (
    told(401, "The token is unknown, expired or revoked", _ERROR)
    | told(403, "The token does not hold this right", _ERROR)
    | told(429, "Too many calls; see Retry-After", _ERROR)
)
_LIST = {"type": "object", "properties": {"volumes": {"type": "array", "items": _VOLUME}}}
_SENDING = {
    "parameters": [
        {"name": "Idempotency-Key", "in": "header", "required": True, "schema": WORDS | {"format": "uuid"},
         "description": "A new UUID for each sending. Sent again with the same body, it is answered alike and counts once."}
    ],
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "reason": WORDS | {"description": "Why stored figures change; required when any does"},
                        "volumes": {"type": "array", "items": _VOLUME, "maxItems": MOST_ROWS},
                    },
                    "required": ["volumes"],
                }
            }
        },
    },
    "responses": told(200, "Stored: how many rows are new, changed, unchanged", _COUNTS)
    | told(422, "Nothing is stored: each wrong value with its row, counted from 1", _ERROR)
    | told(413, "The body is too large", _ERROR)
    | _REFUSED,
}  # fmt: skip

router = Router(tags=["services"], auth=SystemToken())


@router.get("", url_name="list_services", summary="The services this system may read or fill",
            openapi_extra={"responses": _REFUSED})  # fmt: skip
@system_door("service.read")
def list_services(request: HttpRequest) -> HttpResponse:
    found = _services(request).given_on(clock.today()).select_related("unit")
    return _json(
        {
            "services": [
                {
                    "code": each.code, "name": each.name, "unit": each.unit.name, "unit_of_measure": each.unit_of_measure,
                    "spm": each.spm or None, "counts_standard": each.has_standard,
                }
                for each in found
            ]
        }
    )  # fmt: skip


@router.get("/volumes", url_name="list_volumes", summary="Volumes of a span of days, at most 2,000 rows",
            openapi_extra={"responses": told(200, "The volumes, oldest first", _LIST) | _REFUSED})  # fmt: skip
@system_door("service.read")
def list_volumes(request: HttpRequest, since: str, until: str, service: str = "") -> HttpResponse:
    try:
        begin, end = date.fromisoformat(since), date.fromisoformat(until)
    except ValueError:
        return answer(422, _("Tanggal ditulis seperti 2026-11-24. Periksa since dan until."))
    services = _services(request)
    rows = Volume.objects.filter(service__in=services.filter(code=service) if service else services)
    rows = (
        rows.between(begin, end).select_related("service", "officer").order_by("day", "service__code", "id")
    )
    return _json({"volumes": [_volume(each) for each in rows[:MOST_ROWS]]})


@router.put("/volumes", url_name="put_volumes", openapi_extra=_SENDING,
            summary="Set the day's figures of services; all rows or none")  # fmt: skip
@system_door("volume.write")
def put_volumes(request: HttpRequest) -> HttpResponse:
    """Without a CSRF token: the token in the header is no cookie, so nobody's browser can be made to send it."""
    try:
        key, body = _key(request), request.body
    except RequestDataTooBig:
        return answer(413, _("Kiriman terlalu besar. Bagi menjadi beberapa kiriman."))
    sent = _sent(body)
    if key is None or sent is None:
        return _unreadable(key)
    reader = Reader(_services(request), clock.today())
    found = [reader.row(number, cells) for number, cells in enumerate(sent["volumes"], start=1)]
    wrong = [problem for each in found if not isinstance(each, Row) for problem in each]
    if wrong:
        return errors(422, [_problem(each) for each in wrong])
    rows = [each for each in found if isinstance(each, Row)]
    digest = hashlib.sha256(body).hexdigest()
    try:
        done = actions.deliver(request.system, rows, key=key, sha256=digest, reason=sent["reason"])  # type: ignore[attr-defined]
    except NeedsReason as refused:
        message = refused.sentence
        return errors(
            422,
            [
                {"row": each["row"], "field": "reason", "value": "", "message": message}
                for each in refused.changes
            ],
        )
    counts = {name: done.result[name] for name in ("rows", "new", "changed", "unchanged")}
    return _json({"delivery": str(done.pk)} | counts)


def _services(request: HttpRequest) -> Any:
    """The services the system's token reaches."""
    unit_id = request.system.unit_id  # type: ignore[attr-defined]
    rows = Service.objects.all()
    return rows if unit_id is None else rows.of_units(subtree([unit_id]))


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.headers.get("Idempotency-Key", ""))
    except ValueError:
        return None


def _sent(body: bytes) -> dict[str, Any] | None:
    """Rows and reason of a body; None for anything else than the documented shape."""
    try:
        told = json.loads(body)
    except ValueError:
        return None
    rows = told.get("volumes") if isinstance(told, dict) else None
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_ROWS:
        return None
    if not all(isinstance(row, dict) and not set(row) - set(_FIELDS) for row in rows):
        return None
    plain = all(
        value is None or isinstance(value, str | int | float) for row in rows for value in row.values()
    )
    reason = told.get("reason", "")
    return {"volumes": rows, "reason": reason} if plain and isinstance(reason, str) else None


def _unreadable(key: UUID | None) -> JsonResponse:
    if key is None:
        return answer(
            422, _("Tajuk Idempotency-Key tidak ada atau bukan UUID. Kirim UUID baru untuk tiap kiriman.")
        )
    return answer(
        422,
        _(
            "Isi kiriman tidak dapat dibaca. Kirim JSON seperti "
            '{"volumes": [{"service": "PKM01-RJ", "day": "2026-11-24", "served": 41}]}, paling banyak 2.000 baris.'
        ),
    )


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "row": problem.row, "field": problem.column, "value": problem.value,
        "message": f"{problem.reason}; {problem.remedy}",
    }  # fmt: skip


def _volume(each: Volume) -> dict[str, Any]:
    return {
        "service": each.service.code, "day": each.day.isoformat(), "served": each.served,
        "to_standard": each.to_standard, "nip": each.officer.nip if each.officer else None,
    }  # fmt: skip


def _json(content: dict[str, Any]) -> JsonResponse:
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False})
