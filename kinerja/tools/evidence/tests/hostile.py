"""Files that nobody should be able to keep as they are. Each function returns the bytes of one."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

MARKER = "app.alert('kinerja-marker')"


def picture(size: tuple[int, int] = (64, 48), kind: str = "JPEG", mode: str = "RGB", **options: Any) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, size, 7).save(buffer, kind, **options)
    return buffer.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_bomb(width: int = 50_000, height: int = 50_000) -> bytes:
    """A few kilobytes that would unpack to 2.5 thousand million pixels."""
    rows = zlib.compress(b"\0" * 1_000_000, 9)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg_claiming(width: int, height: int) -> bytes:
    """A small JPEG whose header says it is huge."""
    content = bytearray(picture())
    at = content.index(b"\xff\xc0") + 5
    content[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(content)


def jpeg_with_a_zip_behind() -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as bundle:
        bundle.writestr("evil.html", f"<script>{MARKER}</script>")
    return picture() + archive.getvalue()


def jpeg_with_a_script_inside() -> bytes:
    """A comment segment with a web page: a picture and a page at once."""
    text = f"<html><script>{MARKER}</script></html>".encode()
    return picture()[:2] + b"\xff\xfe" + struct.pack(">H", len(text) + 2) + text + picture()[2:]


def jpeg_with_place() -> bytes:
    """EXIF with a place (GPS), a maker and the orientation of a phone held upright."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "KINERJA-MAKER"
    exif.get_ifd(0x8825).update({1: "S", 2: (1.0, 36.0, 0.0), 3: "E", 4: (103.0, 36.0, 0.0)})
    return picture((64, 48), exif=exif)


SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><script>{MARKER}</script></svg>'.encode()
HTML = f"<!doctype html><script>{MARKER}</script>".encode()
GIF_AND_SCRIPT = b"GIF89a/*" + b"\0" * 20 + b"*/=1;" + MARKER.encode()
PROGRAM = b"MZ\x90\0\x03\0\0\0" + b"\0" * 200
ELF = b"\x7fELF\x02\x01\x01" + b"\0" * 200
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 64
WORD = b"PK\x03\x04" + b"\0" * 200


def pdf_with(arm: Callable[[pikepdf.Pdf], None], **options: Any) -> bytes:
    """One blank page and whatever `arm` adds."""
    buffer = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        arm(document)
        document.save(buffer, **options)
    return buffer.getvalue()


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String(MARKER))


def annotate(document: pikepdf.Pdf, subtype: str, **keys: Any) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=Array([0, 0, 9, 9]), **keys)
    document.pages[0].obj.Annots = Array([document.make_indirect(note)])


def on_open(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = script()


def in_names(document: pikepdf.Pdf) -> None:
    document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("x"), script()])))


def on_page(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.AA = Dictionary(O=script())


def in_a_note(document: pikepdf.Pdf) -> None:
    annotate(document, "/Text", A=script(), AA=Dictionary(E=script()))


def in_a_form(document: pikepdf.Pdf) -> None:
    field = document.make_indirect(Dictionary(FT=Name.Tx, T=String("x"), AA=Dictionary(C=script())))
    document.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=document.make_stream(MARKER.encode()))


def in_an_outline(document: pikepdf.Pdf) -> None:
    item = document.make_indirect(Dictionary(Title=String("x"), A=script()))
    document.Root.Outlines = document.make_indirect(Dictionary(First=item, Last=item, Count=1))


def launching(document: pikepdf.Pdf) -> None:
    command = Dictionary(S=Name.Launch, F=String(MARKER), Win=Dictionary(F=String("cmd.exe")))
    annotate(document, "/Link", A=command)


def chained(document: pikepdf.Pdf) -> None:
    """A harmless jump whose next action is a script."""
    annotate(document, "/Text", A=Dictionary(S=Name.GoTo, D=Array([0]), Next=script()))


def with_a_file(document: pikepdf.Pdf) -> None:
    document.attachments["evil.exe"] = pikepdf.AttachedFileSpec(
        document, MARKER.encode(), filename="evil.exe"
    )


def with_an_attachment_note(document: pikepdf.Pdf) -> None:
    content = document.make_stream(MARKER.encode())
    annotate(document, "/FileAttachment", FS=Dictionary(Type=Name.Filespec, EF=Dictionary(F=content)))


def with_author(document: pikepdf.Pdf) -> None:
    document.docinfo["/Author"] = MARKER


ARMED_PDFS = [
    on_open, in_names, on_page, in_a_note, in_a_form, in_an_outline, launching, chained,
    with_a_file, with_an_attachment_note, with_author,
]  # fmt: skip
