"""The rules over HTTP, for anybody's program: list, description, answer. Reads no session, changes nothing, keeps nothing."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from ninja import Router

from kinerja.base.access.openapi import refusals, told
from kinerja.base.tenancy.exits import public
from kinerja.rules import asking, catalogue, described, inputs
from kinerja.rules.inputs import BadInput, Mistake

#: `ACCOUNT_RATE_LIMITS` in the settings: questions, shared with the form of the pages, and readings, which cost less
LIMIT, READING = "rules", "rules_read"
SECONDS = 60
OPEN = "the rules are law, and open to everybody's programs"

_ERRORS = refusals()
_UNKNOWN = told(404, "No rule has this name", _ERRORS)
_TOO_MANY = told(429, "Too many requests from this address; see Retry-After", _ERRORS)
_ASKED = {
    "requestBody": {
        "required": True,
        "description": "The arguments, as the JSON Schema in the description of the rule says (`functions[].inputs`)",
        "content": {"application/json": {"schema": {"type": "object"}}},
    },
    "responses": {
        **told(200, "Value, steps, citations, nearest change", {"type": "object"}),
        **_UNKNOWN,
        **told(413, "The question is larger than a million bytes", _ERRORS),
        **told(422, "The question is refused: field, value, and what is allowed", _ERRORS),
        **_TOO_MANY,
    },
}

router = Router(tags=["rules"])


@router.get("", url_name="list_rules", openapi_extra={"responses": _TOO_MANY},
            summary="Every rule with its citations, tags and versions")  # fmt: skip
@public(OPEN)
def list_rules(request: HttpRequest) -> JsonResponse:
    if late := _too_many(request, READING):
        return late
    return _json({"rules": [described.listed(each, _) for each in catalogue.RULES]})


@router.get("/{name}", url_name="show_rule", openapi_extra={"responses": _UNKNOWN | _TOO_MANY},
            summary="One rule: JSON Schema of the inputs, citations, figures and tables")  # fmt: skip
@public(OPEN)
def show_rule(request: HttpRequest, name: str) -> JsonResponse:
    if late := _too_many(request, READING):
        return late
    try:
        return _json(described.described(asking.named(name).rule, _))
    except asking.NoRule as unknown:
        return _refused(404, "name", unknown.name, unknown.sentence(_))


@router.post(
    "/{name}",
    url_name="ask_rule",
    openapi_extra=_ASKED,
    summary="Ask a rule: value, steps, citations, nearest change",
)
@public(OPEN)
def ask_rule(request: HttpRequest, name: str) -> JsonResponse:
    """Without a CSRF token: no cookie is read and nothing is changed, so nobody's session can be abused by it."""
    if late := _too_many(request, LIMIT):
        return late
    try:
        question = asking.named(name)
        return _json(asking.ask(question, inputs.parse(_body(request))).to_json(_))
    except asking.NoRule as unknown:
        return _refused(404, "name", unknown.name, unknown.sentence(_))
    except BadInput as wrong:
        status = 413 if isinstance(wrong, inputs.TooLarge) else 422
        return _json({"errors": asking.mistakes_json(wrong.mistakes, _)}, status)


def _too_many(request: HttpRequest, limit: str) -> JsonResponse | None:
    """The refusal, when this address has used up the minute; counted in the database, for all processes together."""
    if ratelimit.consume_or_429(request, action=limit, limit_get=True) is None:
        return None
    words = _("Terlalu banyak pertanyaan dari alamat ini. Tunggu satu menit, lalu coba lagi.")
    answer = _refused(429, "", None, words)
    answer["Retry-After"] = str(SECONDS)
    return answer


def _body(request: HttpRequest) -> bytes:
    """What was sent; one larger than any question is not even read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdigit() and int(length) <= inputs.LARGEST_FILE:
        try:
            return request.body
        except RequestDataTooBig:
            pass
    raise inputs.TooLarge


def _json(content: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})


def _refused(status: int, field: str, value: Any, sentence: str) -> JsonResponse:
    return _json({"errors": [Mistake(field, value, "{sentence}", {"sentence": sentence}).to_json()]}, status)
