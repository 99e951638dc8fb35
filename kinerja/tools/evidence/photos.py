"""Photos: decoded under a limit of pixels, turned upright, made anew without EXIF, with a small preview."""

import io
import struct
import zlib

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from kinerja.tools.evidence.errors import FileRefused

LONGEST = 1600
PREVIEW = 320
#: a phone's camera has 12 to 50 million; JPEG is read at a reduced size, the others must be unpacked whole
MOST_PIXELS = {"JPEG": 64_000_000, "MPO": 64_000_000, "PNG": 25_000_000, "WEBP": 25_000_000}
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    struct.error,
    zlib.error,
    MemoryError,
    KeyError,
    IndexError,
)


def remade(content: bytes) -> tuple[bytes, bytes]:
    """A JPEG of at most 1600 pixels and its WebP preview of at most 320. Nothing of the old file's bytes is left.

    Raises FileRefused for what does not decode, or would unpack to too many pixels.
    """
    try:
        picture = _decode(content)
        return _saved(picture, "JPEG", quality=82, optimize=True, progressive=True), _preview(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except _BROKEN as error:
        raise FileRefused(
            _(
                "Foto ini rusak atau tidak lengkap, jadi tidak dapat dibuka. Ambil ulang fotonya, lalu kirim lagi."
            )
        ) from error


def _decode(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as source:
        width, height = source.size
        if width * height > MOST_PIXELS.get(source.format or "", 0):
            raise _too_large()
        source.draft("RGB", (LONGEST, LONGEST))
        source.load()
        upright = ImageOps.exif_transpose(source)
    upright.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS, reducing_gap=2)
    return _on_white(upright)


def _on_white(picture: Image.Image) -> Image.Image:
    """Without transparency, palette or colour profile; a new picture that carries no information but its pixels."""
    coloured = picture.convert("RGBA")
    paper = Image.new("RGB", coloured.size, "white")
    paper.paste(coloured, mask=coloured.getchannel("A"))
    return paper


def _preview(picture: Image.Image) -> bytes:
    small = picture.copy()
    small.thumbnail((PREVIEW, PREVIEW), Image.Resampling.LANCZOS)
    return _saved(small, "WEBP", quality=60, method=4)


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def _too_large() -> FileRefused:
    return FileRefused(
        _(
            "Foto ini terlalu besar: ukuran gambarnya melebihi yang dapat dibuka dengan aman. Kirim foto yang lebih kecil."
        )
    )
