"""The corpus: what strangers may send, and what is left of it."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kinerja.tools.evidence.errors import FileRefused
from kinerja.tools.evidence.intake import MOST_BYTES, Accepted, accept
from kinerja.tools.evidence.tests import hostile


def send(content: bytes, name: str = "bukti.jpg", mime: str = "image/jpeg") -> Accepted:
    return accept(SimpleUploadedFile(name, content, mime))


@pytest.mark.parametrize(
    "content",
    [hostile.SVG, hostile.HTML, hostile.GIF_AND_SCRIPT, hostile.PROGRAM, hostile.ELF, hostile.WORD, b"halo"],
)
def test_what_is_neither_photo_nor_pdf_is_refused_whatever_its_name(content: bytes) -> None:
    with pytest.raises(FileRefused, match="bukan foto"):
        send(content)


def test_heic_is_refused_with_the_setting_to_change() -> None:
    with pytest.raises(FileRefused, match="Paling Kompatibel"):
        send(hostile.HEIC)


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(FileRefused, match="kosong"):
        send(b"")


def test_a_large_file_is_refused_with_its_size() -> None:
    with pytest.raises(FileRefused, match="9 MB, paling besar 8 MB"):
        send(hostile.picture() + b"\0" * MOST_BYTES)


@pytest.mark.parametrize(
    "content",
    [hostile.png_bomb(), hostile.jpeg_claiming(60_000, 60_000), hostile.jpeg_claiming(9_000, 9_000)],
)
def test_a_picture_that_would_unpack_to_too_much_is_refused_unpacked(content: bytes) -> None:
    assert len(content) < 20_000
    with pytest.raises(FileRefused, match="terlalu besar"):
        send(content)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_truncated_picture_is_refused(kind: str, part: float) -> None:
    noise = io.BytesIO()
    Image.effect_noise((300, 200), 90).save(noise, kind)
    content = noise.getvalue()

    with pytest.raises(FileRefused, match="rusak"):
        send(content[: int(len(content) * part)])


@pytest.mark.parametrize("head", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x10\0\0\0WEBPVP8 "])
def test_the_first_bytes_of_a_picture_do_not_make_one(head: bytes) -> None:
    with pytest.raises(FileRefused):
        send(head + hostile.HTML * 20)


@pytest.mark.parametrize("make", [hostile.jpeg_with_a_zip_behind, hostile.jpeg_with_a_script_inside])
def test_a_polyglot_loses_its_other_half(make: Callable[[], bytes]) -> None:
    kept = send(make())

    assert b"kinerja-marker" not in kept.content + kept.preview
    assert b"PK\x03\x04" not in kept.content
    assert kept.content.endswith(b"\xff\xd9")


def test_a_pdf_hidden_behind_a_picture_is_a_picture() -> None:
    kept = send(hostile.picture() + hostile.pdf_with(hostile.on_open))

    assert kept.kind == "photo"
    assert b"%PDF" not in kept.content


def test_a_photo_loses_its_place_and_stands_upright() -> None:
    kept = send(hostile.jpeg_with_place())

    with Image.open(io.BytesIO(kept.content)) as picture:
        assert picture.size == (48, 64)
        assert dict(picture.getexif()) == {}
    assert b"KINERJA-MAKER" not in kept.content
    assert b"Exif" not in kept.content


@pytest.mark.parametrize("arm", hostile.ARMED_PDFS)
def test_a_pdf_loses_everything_that_acts(arm: Callable[[pikepdf.Pdf], None]) -> None:
    plain = {"compress_streams": False, "object_stream_mode": pikepdf.ObjectStreamMode.disable}
    sent = hostile.pdf_with(arm, **plain)
    assert b"kinerja-marker" in sent

    kept = send(sent, "surat.pdf", "application/pdf")

    with pikepdf.open(io.BytesIO(kept.content)) as document:
        unpacked = io.BytesIO()
        document.save(unpacked, stream_decode_level=pikepdf.StreamDecodeLevel.all, **plain)
        assert len(document.pages) == 1
    for word in (b"kinerja-marker", b"JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/AA"):
        assert word not in unpacked.getvalue()


@pytest.mark.parametrize("password", ["", "rahasia"])
def test_an_encrypted_pdf_is_refused(password: str) -> None:
    locked = pikepdf.Encryption(owner="pemilik", user=password)

    with pytest.raises(FileRefused, match="dienkripsi"):
        send(hostile.pdf_with(hostile.on_open, encryption=locked), "surat.pdf")


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_truncated_pdf_is_refused(part: float) -> None:
    content = hostile.pdf_with(hostile.with_a_file)

    with pytest.raises(FileRefused, match="rusak"):
        send(content[: int(len(content) * part)], "surat.pdf")


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    def many(document: pikepdf.Pdf) -> None:
        for _page in range(100):
            document.add_blank_page()

    with pytest.raises(FileRefused, match="100 halaman"):
        send(hostile.pdf_with(many), "buku.pdf")


def test_words_behind_the_mark_of_a_pdf_are_refused() -> None:
    with pytest.raises(FileRefused, match="rusak"):
        send(b"%PDF-1.7\n" + hostile.HTML * 50, "surat.pdf")


def test_the_same_file_twice_has_the_same_hash() -> None:
    paper = hostile.pdf_with(hostile.with_author)

    assert send(paper, "a.pdf").sha256 == send(paper, "b.pdf").sha256
    assert send(hostile.picture()).sha256 == send(hostile.picture()).sha256
