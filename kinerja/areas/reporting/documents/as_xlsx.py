"""A recap as a workbook to go on counting in."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from kinerja.areas.reporting.documents.written import Row, Written
from kinerja.areas.reporting.queries.recap import Recap


def write(recap: Recap, said: Written) -> bytes:
    """A workbook: figures as numbers, days as days."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": said.title, "author": recap.person.full_name})
        bold, day = (
            book.add_format({"bold": True, "bottom": 1}),
            book.add_format({"num_format": "dd-mm-yyyy"}),
        )
        sheet, sums = book.add_worksheet("Laporan"), book.add_worksheet("Jumlah")
        _head(sheet, said.headers, bold, (12, 50, 12, 14, 50, 14, 8))
        for at, (report, words) in enumerate(zip(recap.reports, said.rows, strict=True), 1):
            sheet.write_datetime(at, 0, report.day, day)
            for column in (1, 3, 4, 5):
                sheet.write_string(at, column, words[column])
            sheet.write_number(at, 2, float(report.value))
            sheet.write_number(at, 6, report.files)  # type: ignore[attr-defined]
        _head(sums, said.sum_headers, bold, (50, 18, 12, 14, 10))
        for at, (each, words) in enumerate(zip(recap.sums, said.sums, strict=True), 1):
            for column in (0, 1, 3):
                sums.write_string(at, column, words[column])
            sums.write_number(at, 2, float(each.value))
            sums.write_number(at, 4, each.reports)
    return buffer.getvalue()


def _head(sheet: Any, header: Row, bold: Any, widths: Sequence[int]) -> None:
    sheet.freeze_panes(1, 0)
    for column, (name, width) in enumerate(zip(header, widths, strict=True)):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, width)
