"""What a web worker loads: the WSGI application named by KINERJA_WSGI, in a process that ends with its server.

An application may answer before it has read a body (an upload after the session ended). The server would then close
the connection while the front still sends, and the answer would be lost; so what is left is read first.

A Unix socket has no address, and limits on sign-in count by address: the browser's own is the one the front wrote, which
no browser can write itself (forwarding.py).
"""

import os
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from kinerja.tools.serving.lifeline import end_at_once_with_parent

_PIECE = 64 * 1024

end_at_once_with_parent()
_module, _, _attribute = os.environ["KINERJA_WSGI"].partition(":")
_inner: Callable[..., Iterable[bytes]] = getattr(import_module(_module), _attribute)


def application(request: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The application, told the browser's address, with every body read to its end."""
    request["REMOTE_ADDR"] = request.get("HTTP_X_FORWARDED_FOR") or request.get("REMOTE_ADDR", "")
    answer = _inner(request, start_response)
    if request.get("CONTENT_LENGTH") not in (None, "", "0"):
        while request["wsgi.input"].read(_PIECE):
            pass
    return answer
