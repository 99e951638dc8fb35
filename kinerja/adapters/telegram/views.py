"""What Telegram calls: somebody pressed Start, or said STOP."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kinerja.base.inbox import addresses, channels
from kinerja.base.tenancy.exits import public


@public("Telegram calls it; the secret in the header says that it is Telegram")
@csrf_exempt
@require_POST
def hook(request: HttpRequest) -> HttpResponse:
    """One update. Whatever it is, the answer is 200: Telegram would send it again."""
    channel: Any = channels.get("telegram")
    given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
    if channel is None or not constant_time_compare(given, channel.hook_key):
        raise Http404
    try:
        message = json.loads(request.body)["message"]
        chat, text = str(message["chat"]["id"]), str(message["text"]).strip()
    except (ValueError, KeyError, TypeError):
        return HttpResponse()
    if text.startswith("/start "):
        addresses.confirm_by("telegram", text.removeprefix("/start ").strip(), chat)
    elif text.lstrip("/").upper() in addresses.STOP_WORDS:
        addresses.stop_address("telegram", chat)
    return HttpResponse()
