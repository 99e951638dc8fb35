"""A recap in words: title, columns and cells, the same for the page that is printed, the Word file and the workbook."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.queries.recap import Recap
from kinerja.rules.codes import Consolidation
from kinerja.tools import clock
from kinerja.tools.ui import formats

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """Everything a recap says, in the reader's language."""

    title: str
    facts: list[tuple[str, str]]
    headers: Row
    rows: list[Row]
    sum_title: str
    sum_headers: Row
    sums: list[Row]
    foot: str


def written(recap: Recap, post: str, unit: str, instansi: str) -> Written:
    """A recap, ready to be set."""
    title = _("Rekap laporan kinerja %(begin)s sampai %(end)s") % {
        "begin": formats.day(recap.begin),
        "end": formats.day(recap.end),
    }
    facts = [
        (_("Nama"), recap.person.full_name),
        (_("NIP"), recap.person.nip),
        (_("Jabatan"), post),
        (_("Unit"), unit),
        (_("Instansi"), instansi),
        (_("Hari terisi"), formats.number(recap.days)),
    ]
    return Written(
        title,
        [(name, value or formats.NOTHING) for name, value in facts],
        (_("Tanggal"), _("Indikator"), _("Angka"), _("Satuan"), _("Catatan"), _("Status"), _("Bukti")),
        [_row(report) for report in recap.reports],
        _("Jumlah per indikator"),
        (_("Indikator"), _("Cara menghitung"), _("Angka"), _("Satuan"), _("Laporan")),
        [
            (each.name, _HOW[each.how](), formats.number(each.value), each.unit, formats.number(each.reports))
            for each in recap.sums
        ],
        _("Dibuat dari Kinerja pada %(moment)s. Laporan yang dikembalikan tercantum, tetapi belum dihitung.")
        % {"moment": formats.exact(clock.now())},
    )


def _row(report: Report) -> Row:
    files = report.files  # type: ignore[attr-defined]  # for_page counts them
    return (
        formats.day(report.day, short=True),
        report.indicator.name,
        formats.number(report.value),
        report.indicator.unit_of_measure,
        report.note,
        str(report.get_state_display()),
        formats.number(files) if files else formats.NOTHING,
    )


_HOW = {
    Consolidation.SUM: lambda: _("dijumlahkan"),
    Consolidation.AVERAGE: lambda: _("rata-rata"),
    Consolidation.TAKE_LAST_KNOWN: lambda: _("angka terakhir"),
}
