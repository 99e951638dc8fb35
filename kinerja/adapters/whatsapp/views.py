"""What WhatsApp calls: the handshake, somebody's first message, STOP."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kinerja.adapters.whatsapp.channel import START
from kinerja.base.inbox import addresses, channels
from kinerja.base.tenancy.exits import public


@public("WhatsApp calls it; each call is signed with the application's secret")
@csrf_exempt
@require_http_methods(["GET", "POST"])
def hook(request: HttpRequest) -> HttpResponse:
    """GET is the handshake, POST is news. News that is not for us is answered 200 as well: it would come again."""
    channel: Any = channels.get("whatsapp")
    if channel is None:
        raise Http404
    if request.method == "GET":
        if not constant_time_compare(request.GET.get("hub.verify_token", ""), channel.hook_key):
            raise Http404
        return HttpResponse(request.GET.get("hub.challenge", "")[:100], content_type="text/plain")
    signature = hmac.new(channel.app_key.encode(), request.body, hashlib.sha256).hexdigest()
    if not constant_time_compare(request.headers.get("X-Hub-Signature-256", ""), f"sha256={signature}"):
        raise Http404
    for sender, text in _messages(request.body):
        if text.upper().startswith(f"{START} "):
            addresses.confirm_by("whatsapp", text[len(START) :].strip(), sender)
        elif text.upper() in addresses.STOP_WORDS:
            addresses.stop_address("whatsapp", sender)
    return HttpResponse()


def _messages(body: bytes) -> Iterator[tuple[str, str]]:
    """(number, text) of each message in a call."""
    try:
        for entry in json.loads(body)["entry"]:
            for change in entry["changes"]:
                for message in change["value"].get("messages", ()):
                    if message.get("type") == "text":
                        yield str(message["from"]), str(message["text"]["body"]).strip()
    except (ValueError, KeyError, TypeError, AttributeError):
        return
