"""A recap as PDF, set by Typst: archivable (PDF/A-2a) and accessible."""

import json
from dataclasses import asdict
from pathlib import Path

import typst
from django.utils.translation import get_language

from kinerja.areas.reporting.documents.written import Written
from kinerja.areas.reporting.queries.recap import Recap

_PAGE = Path(__file__).with_name("recap.typ").read_bytes()


def write(recap: Recap, said: Written) -> bytes:
    """PDF/A-2a with tags; about 0.1 s."""
    data = asdict(said) | {"author": recap.person.full_name, "lang": get_language() or "id"}
    answer: bytes = typst.compile(
        _PAGE, format="pdf", sys_inputs={"data": json.dumps(data)}, pdf_standards=["a-2a"]
    )
    return answer
