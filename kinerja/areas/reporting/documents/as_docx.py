"""A recap as a Word file to go on writing in."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from kinerja.areas.reporting.documents.written import Row, Written
from kinerja.areas.reporting.queries.recap import Recap


def write(recap: Recap, said: Written) -> bytes:
    """A Word file, A4 lying, with real headings and tables."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    document.styles["Normal"].font.size = Pt(10)
    document.core_properties.title, document.core_properties.author = said.title, recap.person.full_name
    document.add_heading(said.title, 1)
    _table(document, None, said.facts)
    document.add_paragraph()
    _table(document, said.headers, said.rows)
    document.add_heading(said.sum_title, 2)
    _table(document, said.sum_headers, said.sums)
    document.add_paragraph(said.foot)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _table(document: Any, header: Row | None, rows: Sequence[Iterable[str]]) -> None:
    lines = [*([header] if header else []), *rows]
    table = document.add_table(rows=0, cols=len(tuple(lines[0])) if lines else 1)
    table.style = "Table Grid" if header else "Normal Table"
    for number, line in enumerate(lines):
        for cell, words in zip(table.add_row().cells, line, strict=True):
            cell.text = words
            if header and number == 0:
                cell.paragraphs[0].runs[0].font.bold = True
