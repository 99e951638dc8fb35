"""accept(): a file as it was sent becomes a file that may be kept, or a sentence why not."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

import filetype
from django.utils.translation import gettext as _

from kinerja.tools.evidence import pdfs, photos
from kinerja.tools.evidence.errors import FileRefused

MOST_BYTES = 8 * 1024 * 1024
LONGEST_NAME = 120
_PHOTOS = frozenset({"image/jpeg", "image/png", "image/webp"})
_HEIC = frozenset({"image/heic", "image/heif", "image/avif"})
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f"<>:|?*\\/\u200e\u200f\u202a-\u202e\u2066-\u2069]+')


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file made anew: its kind, bytes, small picture (photos only), cleaned name and hash."""

    kind: Literal["photo", "pdf"]
    content: bytes
    preview: bytes
    name: str
    sha256: str

    @property
    def size(self) -> int:
        return len(self.content)


def accept(upload: Any) -> Accepted:
    """Check a file by its content, whatever its name or type says, and make it anew.

    `upload` has `name`, `size` and `read()` (a Django upload). Raises FileRefused.
    """
    if upload.size > MOST_BYTES:
        raise FileRefused(
            _(
                "Berkas ini %(size)d MB, paling besar %(most)d MB. Perkecil fotonya atau bagi PDF-nya, lalu kirim lagi."
            )
            % {"size": -(-upload.size // (1024 * 1024)), "most": MOST_BYTES // (1024 * 1024)}
        )
    content = upload.read(MOST_BYTES + 1)
    if not content:
        raise FileRefused(_("Berkas ini kosong (0 bita). Pilih berkas yang berisi."))
    found = filetype.guess(content)
    mime = found.mime if found else ""
    if mime in _PHOTOS:
        picture, preview = photos.remade(content)
        return _accepted("photo", picture, preview, upload.name)
    if mime == "application/pdf":
        return _accepted("pdf", pdfs.remade(content), b"", upload.name)
    raise _wrong_kind(mime)


def _wrong_kind(mime: str) -> FileRefused:
    if mime in _HEIC:
        return FileRefused(
            _(
                "Foto ini berformat HEIC yang belum dapat dibuka semua peramban. "
                "Pilih format JPEG (Paling Kompatibel) di pengaturan kamera, lalu kirim lagi."
            )
        )
    return FileRefused(
        _("Isi berkas ini bukan foto (JPEG, PNG, WebP) atau PDF, apa pun namanya. Pilih foto atau PDF.")
    )


def _accepted(kind: Literal["photo", "pdf"], content: bytes, preview: bytes, name: str | None) -> Accepted:
    ending = ".jpg" if kind == "photo" else ".pdf"
    return Accepted(
        kind, content, preview, clean_name(name or "", ending), hashlib.sha256(content).hexdigest()
    )


def clean_name(name: str, ending: str) -> str:
    """The last part of a file's name without anything that could mislead, with the ending of what it is."""
    stem = PurePath(name.replace("\\", "/")).name
    stem = _UNSAFE.sub(" ", stem.rsplit(".", 1)[0] if "." in stem[1:] else stem)
    stem = " ".join(stem.split()).strip(". ")[:LONGEST_NAME]
    return f"{stem or 'bukti'}{ending}"
