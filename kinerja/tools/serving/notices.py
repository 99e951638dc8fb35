"""What the front says itself, when no page can: short, plain, in Indonesian, with what to do now."""

from http import HTTPStatus

NOTICES: dict[int, str] = {
    400: "Permintaan ini tidak dapat dibaca. Muat ulang halaman lalu coba lagi.",
    408: "Kiriman terlalu lama. Periksa sambungan internet Anda, lalu kirim lagi.",
    413: "Berkas atau kiriman terlalu besar. Perkecil berkasnya, lalu kirim lagi.",
    431: "Permintaan ini terlalu panjang. Hapus kuki situs ini, lalu muat ulang halaman.",
    501: "Cara meminta ini tidak didukung.",
    502: "Layanan terputus di tengah jalan. Periksa apakah kiriman Anda tersimpan; ulangi bila belum.",
    503: "Layanan sedang sibuk atau sedang dimulai. Halaman boleh dimuat ulang sebentar lagi.",
    504: "Jawaban terlalu lama. Periksa apakah kiriman Anda tersimpan; ulangi bila belum.",
}
RETRY_AFTER = {503: 5, 408: 5}

_PAGE = """<!doctype html>
<html lang="id"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kinerja</title></head><body><main><h1>Kinerja</h1><p>{sentence}</p></main></body></html>
"""


def answer(status: int, *, close: bool, content: str | None = None) -> bytes:
    """A whole HTTP/1.1 answer; `content` instead of the notice makes it plain text."""
    plain = content is not None
    body = (content if content is not None else _PAGE.format(sentence=NOTICES[status])).encode()
    lines = [
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
        f"Content-Type: text/{'plain' if plain else 'html'}; charset=utf-8",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
    ]
    if status in RETRY_AFTER:
        lines.append(f"Retry-After: {RETRY_AFTER[status]}")
    lines.append(f"Connection: {'close' if close else 'keep-alive'}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
