"""Import: a file of one's own reports is looked at, mended, and written whole or not at all."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from uuid import UUID, uuid5

from django.db import connection, transaction
from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.queries import indicators_of
from kinerja.areas.reporting import queries, verbs
from kinerja.areas.reporting.actions.import_rows import (
    REPORTS,
    Faulty,
    Reading,
    ReadRow,
    RowReader,
    read_all,
    text_of,
)
from kinerja.areas.reporting.actions.submitting import submit
from kinerja.areas.reporting.actions.writing import Entry
from kinerja.areas.reporting.errors import ImportRefused
from kinerja.areas.reporting.models import Report, ReportImport
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.tools import clock
from kinerja.tools.tables.problem import Problem
from kinerja.tools.tables.reading import open_table
from kinerja.tools.ui import formats

MOST_ROWS = 2_000
_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended('reporting_import:' || %s, 0))"


@transaction.atomic
def receive_file(name: str, chunks: Iterable[bytes], *, by: Person) -> ReportImport:
    """Look at a file: which reports it would add, which rows have to be mended. Nothing of it counts yet.

    What the same person looked at before and did not import goes. Raises UnreadableFile, ColumnsRefused, ImportRefused.
    """
    today = clock.today()
    indicators = indicators_of(by.pk, today)
    if not indicators:
        raise ImportRefused(
            _("Belum ada indikator yang dapat dilaporkan. Impor dapat dipakai setelah SKP Anda disetujui.")
        )
    with NamedTemporaryFile(suffix=".upload") as file:
        digest = hashlib.sha256()
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        run = _read(Path(file.name), indicators, by, today)
    ReportImport.objects.of(by.pk).unfinished().delete()
    run.file_name, run.sha256 = name[-150:], digest.hexdigest()
    run.save()
    record(verbs.IMPORT_READ, run, by=by, topics=[topics.person(by.pk)], sha256=run.sha256)
    return run


@transaction.atomic
def apply_import(run: ReportImport, *, by: Person, late_reason: str = "") -> int:
    """Write every row of a file that has no fault, as `submit` does. Returns how many are new.

    Rows that were reported meanwhile are found again and stay as they are. Done twice, it is one import. Raises
    ImportRefused for a file with faults, and what `submit` raises: then nothing was written.
    """
    with connection.cursor() as cursor:  # two windows, one import after the other
        cursor.execute(_ALONE, [str(by.pk)])
    run = ReportImport.objects.select_for_update().get(pk=run.pk)
    if run.is_done:
        return 0
    if not run.is_ready:
        raise ImportRefused(
            _("Tidak ada yang diimpor karena %(n)s baris bermasalah. Perbaiki barisnya, lalu unggah lagi.")
            % {"n": formats.number(run.faulty)}
        )
    rows = [_row(stored) for stored in run.rows]
    fresh = _without_known(rows, by.pk)
    if fresh.faults:
        raise ImportRefused(
            _(
                "Tidak ada yang diimpor: sementara itu ada laporan lain untuk hari yang sama. "
                "Unggah lagi berkasnya untuk melihat barisnya."
            )
        )
    if fresh.rows:
        entries = [
            Entry(
                uuid5(run.pk, str(row.number)),
                row.indicator_id,
                row.day,
                row.value,
                row.note,
                late_reason=late_reason,
            )
            for row in fresh.rows
        ]
        submit(entries, by=by)
    run.state, run.rows = ReportImport.State.DONE, []
    run.new, run.unchanged = len(fresh.rows), run.unchanged + fresh.unchanged
    run.save()
    record(
        verbs.IMPORT_DONE, run, by=by, topics=[topics.person(by.pk)], sha256=run.sha256, count=len(fresh.rows)
    )
    return len(fresh.rows)


def _read(path: Path, indicators: list[Indicator], by: Person, today: date) -> ReportImport:
    lines = queries.lines_for_update([each.pk for each in indicators])
    with open_table(path, REPORTS) as table:
        reader = RowReader(table.layout, indicators, lines, today)
        cells = dict(table.rows)
        if len(cells) > MOST_ROWS:
            raise ImportRefused(
                _("Berkas ini berisi %(rows)s baris, paling banyak %(most)s. Bagi menjadi beberapa berkas.")
                % {"rows": formats.number(len(cells)), "most": formats.number(MOST_ROWS)}
            )
        reading = read_all(cells.items(), reader)
        described, layout = table.described, table.layout
    fresh = _without_known(reading.rows, by.pk, reader, cells)
    faults = sorted([*reading.faults, *fresh.faults], key=lambda fault: fault.number)
    return ReportImport(
        person=by, state=ReportImport.State.FAULTY if faults else ReportImport.State.READY,
        uploaded_at=clock.now(), described=described[:200], ignored=list(layout.ignored), header=list(layout.header),
        rows=[] if faults else [asdict(row) for row in fresh.rows],
        faults=[asdict(problem) for fault in faults for problem in fault.problems],
        content=[[number, [text_of(cell) for cell in row]] for number, row in cells.items()] if faults else [],
        read=len(reading.rows) + len(reading.faults), new=len(fresh.rows), unchanged=fresh.unchanged,
        faulty=len(faults),
    )  # fmt: skip


def _without_known(
    rows: list[ReadRow], person_id: UUID, reader: RowReader | None = None, cells: Any = None
) -> Reading:
    """The rows without those that were reported before; a day with another figure is a fault: it would count twice."""
    if not rows:
        return Reading()
    days = [row.day for row in rows]
    stored = (
        Report.objects.of(person_id)
        .counting()
        .between(min(days), max(days))
        .values_list("indicator__lineage", "day", "value", "note")
    )
    known: dict[tuple[UUID, date], list[tuple[Decimal, str]]] = {}
    for lineage, day, value, note in stored:
        known.setdefault((lineage, day), []).append((value, note))
    named = Indicator.objects.filter(pk__in={row.indicator_id for row in rows})
    lineages = dict(named.values_list("pk", "lineage"))
    fresh = Reading()
    for row in rows:
        there = known.get((lineages[row.indicator_id], row.day))
        if there is None:
            fresh.rows.append(row)
        elif (row.value, row.note) in there:
            fresh.unchanged += 1
        else:
            fresh.faults.append(_clash(row, there, reader, cells))
    return fresh


def _clash(row: ReadRow, there: list[tuple[Decimal, str]], reader: RowReader | None, cells: Any) -> Faulty:
    if reader is None:
        return Faulty(row.number, [], ())
    figures = ", ".join(formats.in_full(value) for value, _note in there)
    return reader.fault(
        row.number,
        cells[row.number],
        "value",
        _("hari ini sudah dilaporkan dengan angka %(figures)s") % {"figures": figures},
        _("hapus barisnya; bila angkanya keliru, perbaiki laporan yang ada lewat Kalender"),
    )


def rows_to_mend(run: ReportImport) -> list[Faulty]:
    """Every row of a file with faults, as it was, with what is wrong with it."""
    problems: dict[int, list[Problem]] = {}
    for stored in run.faults:
        problems.setdefault(stored["row"], []).append(Problem(**stored))
    return [Faulty(number, cells, tuple(problems.get(number, ()))) for number, cells in run.content]


def _row(stored: dict[str, Any]) -> ReadRow:
    return ReadRow(
        stored["number"],
        UUID(stored["indicator_id"]),
        date.fromisoformat(stored["day"]),
        Decimal(stored["value"]),
        stored["note"],
    )
