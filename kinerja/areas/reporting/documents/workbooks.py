"""The workbook an import begins with: one's own indicators to choose from, the working days of the month to fill in."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Indicator

HEADER = ("TANGGAL", "INDIKATOR", "ANGKA", "SATUAN", "CATATAN")
#: rows that offer the list of indicators
OFFERED = 1_000


def report_workbook(indicators: Sequence[Indicator], days: Iterable[date]) -> bytes:
    """A sheet "Laporan" with a row for each day and indicator, figures empty; "Indikator" with the names to copy."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet, names = book.add_worksheet("Laporan"), book.add_worksheet("Indikator")
        bold = book.add_format({"bold": True, "bottom": 1})
        day_format = book.add_format({"num_format": "dd-mm-yyyy", "align": "left"})
        _head(sheet, HEADER, bold, (14, 60, 12, 16, 50))
        _head(names, ("INDIKATOR", "SATUAN"), bold, (70, 20))
        for row, indicator in enumerate(indicators, 1):
            names.write_string(row, 0, indicator.name)
            names.write_string(row, 1, indicator.unit_of_measure)
        row = 0
        for day in days:
            for indicator in indicators:
                row += 1
                sheet.write_datetime(row, 0, day, day_format)
                sheet.write_string(row, 1, indicator.name)
                sheet.write_string(row, 3, indicator.unit_of_measure)
        sheet.set_column(0, 0, 14, day_format)
        sheet.data_validation(
            1, 1, OFFERED, 1, {"validate": "list", "source": f"=Indikator!$A$2:$A${len(indicators) + 1}"}
        )
        sheet.write_comment(
            0, 2, _("Tulis seperti 1.234,5. Baris yang angka dan catatannya kosong dilewati.")
        )
    return buffer.getvalue()


def _head(sheet: Any, header: Sequence[str], bold: Any, widths: Sequence[int]) -> None:
    sheet.freeze_panes(1, 0)
    for column, (name, width) in enumerate(zip(header, widths, strict=True)):
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, width)
