"""What is kept of a good file."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kinerja.tools.evidence.intake import accept, clean_name
from kinerja.tools.evidence.tests import hostile


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_large_photo_becomes_a_jpeg_of_1600_pixels_with_a_small_preview() -> None:
    kept = accept(SimpleUploadedFile("IMG_001.PNG", hostile.picture((4000, 3000), "PNG")))

    assert (opened(kept.content).format, opened(kept.content).size) == ("JPEG", (1600, 1200))
    assert (opened(kept.preview).format, opened(kept.preview).size) == ("WEBP", (320, 240))
    assert (kept.kind, kept.name, kept.size) == ("photo", "IMG_001.jpg", len(kept.content))


def test_a_small_photo_keeps_its_size() -> None:
    assert opened(accept(SimpleUploadedFile("a.webp", hostile.picture((90, 60), "WEBP"))).content).size == (
        90,
        60,
    )


def test_transparent_paper_is_white() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(buffer, "PNG")

    kept = accept(SimpleUploadedFile("a.png", buffer.getvalue()))

    assert opened(kept.content).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK"])
def test_grey_palette_and_print_colours_are_taken(mode: str) -> None:
    kind = "JPEG" if mode in ("L", "CMYK") else "PNG"

    assert accept(SimpleUploadedFile("a", hostile.picture(mode=mode, kind=kind))).kind == "photo"


def test_a_pdf_is_kept_as_a_pdf() -> None:
    kept = accept(SimpleUploadedFile("SK Tugas.pdf", hostile.pdf_with(lambda document: None)))

    assert (kept.kind, kept.name, kept.preview) == ("pdf", "SK Tugas.pdf", b"")
    assert kept.content.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("rekap juli.jpg", "rekap juli.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\budi\\foto.png", "foto.jpg"),
        ('a"; filename="b.exe', "a ; filename= b.jpg"),
        ("evil\u202egpj.exe", "evil gpj.jpg"),
        ("baris\r\nX-Header: 1.jpg", "baris X-Header 1.jpg"),
        ("", "bukti.jpg"),
        (".jpg", "jpg.jpg"),
        ("n" * 300 + ".jpg", "n" * 120 + ".jpg"),
    ],
)
def test_names_are_cleaned(sent: str, kept: str) -> None:
    assert clean_name(sent, ".jpg") == kept
