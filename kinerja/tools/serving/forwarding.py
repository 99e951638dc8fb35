"""What the front passes on: nothing that a browser could use to lie about itself."""

from collections.abc import Iterable

from kinerja.tools.serving.requests import Request

#: for one hop only (RFC 9110, 7.6.1), or written anew here
_DROPPED = {
    b"connection", b"keep-alive", b"proxy-connection", b"proxy-authenticate", b"proxy-authorization",
    b"proxy", b"te", b"trailer", b"transfer-encoding", b"upgrade", b"content-length", b"expect", b"http2-settings",
    b"forwarded", b"x-real-ip",
}  # fmt: skip
_DROPPED_ANSWER = {
    b"connection",
    b"keep-alive",
    b"proxy-connection",
    b"transfer-encoding",
    b"upgrade",
    b"server",
}


def _named_by_connection(headers: Iterable[tuple[bytes, bytes]]) -> set[bytes]:
    return {
        word.strip().lower() for name, value in headers if name == b"connection" for word in value.split(b",")
    }


def origin(request: Request, peer: str, trusted: frozenset[str]) -> tuple[str, str]:
    """The browser's address and scheme. Only a trusted proxy is believed, and only its last untrusted hop."""
    if peer not in trusted:
        return peer, "http"
    hops = [
        hop.strip()
        for name, value in request.headers
        if name == b"x-forwarded-for"
        for hop in value.decode("latin-1").split(",")
    ]
    address = next((hop for hop in reversed(hops) if hop and hop not in trusted), peer)
    scheme = (request.header(b"x-forwarded-proto") or b"http").decode("latin-1").strip()
    return address, scheme if scheme in {"http", "https"} else "http"


def head_for_process(request: Request, address: str, scheme: str) -> bytes:
    """The head as the web or stream process receives it."""
    dropped = _DROPPED | _named_by_connection(request.headers)
    lines = [request.method + b" " + request.target + b" HTTP/1.1"]
    for name, value in request.headers:
        if name in dropped or name.startswith(b"x-forwarded-") or b"_" in name:
            continue
        lines.append(name + b": " + value)
    lines.append(b"x-forwarded-for: " + address.encode("latin-1", "ignore"))
    lines.append(b"x-forwarded-proto: " + scheme.encode())
    if request.body is not None or request.method in {b"POST", b"PUT", b"PATCH"}:
        lines.append(b"content-length: %d" % request.size)
    return b"\r\n".join([*lines, b"", b""])


def head_for_browser(
    status: int, reason: bytes, headers: list[tuple[bytes, bytes]], *, chunked: bool, close: bool
) -> bytes:
    """The head of an answer as the browser receives it."""
    lines = [b"HTTP/1.1 %d %s" % (status, reason)]
    lines += [name + b": " + value for name, value in headers if name.lower() not in _DROPPED_ANSWER]
    if chunked:
        lines.append(b"transfer-encoding: chunked")
    lines.append(b"connection: close" if close else b"connection: keep-alive")
    return b"\r\n".join([*lines, b"", b""])
