"""A program of its own: reads a PDF from standard input, writes it anew without anything that acts.

It runs outside the web server, with little memory and time, since the parser meets whatever strangers send. What goes:
JavaScript, launch and every other action, forms, embedded files, rich media, thumbnails, metadata and private data of
applications. Exit status: 0 written, 3 encrypted, 4 broken, 5 too many pages or objects.
"""

import io
import resource
import sys
from collections.abc import Iterator
from typing import Any

import pikepdf

ENCRYPTED, BROKEN, TOO_MUCH = 3, 4, 5
MOST_PAGES = 100
MOST_OBJECTS = 50_000
MEMORY = 1024 * 1024 * 1024
SECONDS = 20

#: keys that start, hold or hide something; the page itself needs none of them
ACTIVE = frozenset({
    "/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/AF", "/EF", "/RF", "/XFA", "/AcroForm",
    "/RichMediaContent", "/RichMediaSettings", "/Collection", "/Requirements", "/URI", "/Launch", "/PA",
    "/Metadata", "/PieceInfo", "/Thumb", "/DSS", "/Perms", "/Legal", "/LastModified", "/SpiderInfo",
})  # fmt: skip
#: annotations that are nothing but a way to something else
CARRIERS = frozenset(
    {"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D", "/Widget", "/Link"}
)


class Refused(Exception):
    """`status` is the exit status."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def clean(content: bytes) -> bytes:
    """The same pages, and nothing else. Raises Refused."""
    try:
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False, suppress_warnings=True) as document:
            if document.is_encrypted:
                raise Refused(ENCRYPTED)
            if not document.pages or len(document.pages) > MOST_PAGES or len(document.objects) > MOST_OBJECTS:
                raise Refused(TOO_MUCH if document.pages else BROKEN)
            _disarm(document)
            written = _written(document)
        with pikepdf.open(io.BytesIO(written)) as again:
            if any(_is_active(each) for each in dictionaries(again)):
                raise Refused(BROKEN)
    except pikepdf.PasswordError as error:
        raise Refused(ENCRYPTED) from error
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise Refused(BROKEN) from error
    return written


def _disarm(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        if "/Annots" in page.obj:
            page.obj["/Annots"] = pikepdf.Array(
                [each for each in page.obj["/Annots"] if str(each.get("/Subtype")) not in CARRIERS]
            )
    for each in dictionaries(document):
        for key in set(each.keys()) & ACTIVE:
            del each[key]
        if _has_action(each):
            del each["/A"]
    if "/Info" in document.trailer:
        del document.trailer["/Info"]
    document.remove_unreferenced_resources()


def _has_action(each: Any) -> bool:
    """`/A` is an action where it is a dictionary with `/S`; in a structure element it is attributes."""
    action = each.get("/A")
    return isinstance(action, pikepdf.Dictionary) and "/S" in action


def _is_active(each: Any) -> bool:
    return bool(set(each.keys()) & ACTIVE) or _has_action(each)


def dictionaries(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary and stream of a document, also those inside others."""
    waiting: list[Any] = list(document.objects)
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            yield each
            children = [each[key] for key in each.keys()]  # noqa: SIM118
        elif isinstance(each, pikepdf.Array):
            children = list(each)
        else:
            continue
        waiting += [
            child for child in children if isinstance(child, pikepdf.Object) and not child.is_indirect
        ]


def _written(document: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    document.save(
        buffer,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return buffer.getvalue()


def main() -> int:
    """Clean standard input into standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        written = clean(sys.stdin.buffer.read())
    except Refused as refused:
        return refused.status
    except MemoryError:
        return TOO_MUCH
    sys.stdout.buffer.write(written)
    return 0


if __name__ == "__main__":
    sys.exit(main())
