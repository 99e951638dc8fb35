"""What the front says itself, when no page can: short, plain, in Indonesian, with what to do now."""

from dataclasses import dataclass
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
_BUSY_READING = (
    "Server sedang sangat sibuk dan mendahulukan laporan yang dikirim. "
    "Halaman ini dibuka lagi sendiri dalam {seconds} detik."
)
_BUSY_SENDING = (
    "Server sedang sangat sibuk, jadi kiriman ini belum diterima. Laporan yang tersimpan di gawai terkirim sendiri. "
    "Selain itu, kembali ke halaman sebelumnya (isian Anda masih ada), lalu kirim lagi dalam {seconds} detik."
)


@dataclass(frozen=True)
class Words:
    """A sentence, after how many seconds to come again, and whether the page comes by itself."""

    sentence: str
    seconds: int
    reloads: bool


def busy(*, sending: bool, seconds: int) -> Words:
    """What who is refused for lack of room is told."""
    sentence = (_BUSY_SENDING if sending else _BUSY_READING).format(seconds=seconds)
    return Words(sentence, seconds, reloads=not sending)


_PAGE = """<!doctype html>
<html lang="id"><head><meta charset="utf-8">{reload}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kinerja</title></head><body><main><h1>Kinerja</h1><p>{sentence}</p></main></body></html>
"""


def answer(status: int, *, close: bool, content: str | None = None, words: Words | None = None) -> bytes:
    """A whole HTTP/1.1 answer; `content` instead of the notice makes it plain text, `words` say more than the status."""
    plain = content is not None
    if content is None:
        sentence = words.sentence if words else NOTICES[status]
        reload = f'<meta http-equiv="refresh" content="{words.seconds}">' if words and words.reloads else ""
        content = _PAGE.format(sentence=sentence, reload=reload)
    body = content.encode()
    lines = [
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
        f"Content-Type: text/{'plain' if plain else 'html'}; charset=utf-8",
        f"Content-Length: {len(body)}",
        "Cache-Control: no-store",
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
    ]
    again = words.seconds if words else RETRY_AFTER.get(status)
    if again is not None:
        lines.append(f"Retry-After: {again}")
    lines.append(f"Connection: {'close' if close else 'keep-alive'}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
