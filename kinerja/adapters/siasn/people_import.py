"""A personnel file against what is stored: what it would change (`examine`), and changing it (`write`)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kinerja.base.tenancy.models import Instansi
from kinerja.tools.tables import problems_xlsx
from kinerja.tools.tables.reading import Table, open_table

from . import checking, posts, staging, writing
from .columns import KINDS, PEOPLE
from .outcome import Outcome, Progress
from .people import KnownUnit, PeopleReader, PersonRow, read_people
from .rows import Read
from .staging import Blocked


def examine(path: Path, instansi: Instansi, today: date, progress: Progress | None = None) -> Outcome:
    """Read the file into the staging table of this transaction and lay what is stored beside it."""
    with open_table(path, PEOPLE, KINDS) as table:
        outcome = Outcome(described=table.described, ignored=table.layout.ignored, progress=progress)
        staging.stage(_counted(table, reader_of(table, instansi, today), outcome))
    with staging.in_sets():
        checking.settle(outcome, table.layout, today)
        checking.summarise(outcome)
    return outcome


def reader_of(table: Table, instansi: Instansi, today: date) -> PeopleReader:
    """A reader that knows this government's units."""
    units = {
        row["siasn_id"]: KnownUnit(row["id"], row["head_title"], row["echelon"])
        for row in posts.known_units()
    }
    return PeopleReader(table.layout, today=today, units=units, instansi=instansi.name)


def _counted(table: Table, reader: PeopleReader, outcome: Outcome) -> Iterator[PersonRow | Blocked]:
    at = table.layout.at["nip"]
    for read in read_people(table, reader):
        outcome.count(read)
        if isinstance(read.row, PersonRow):
            yield read.row
        else:
            yield Blocked(read.number, str(read.cells[at])[:18] if at < len(read.cells) else "")


def write_problems(path: Path, instansi: Instansi, today: date, outcome: Outcome, to: Path) -> int:
    """Read the file once more and write each row that has a problem, as it was, into a workbook."""

    def faulty(table: Table) -> Iterator[Read]:
        for read in read_people(table, reader_of(table, instansi, today)):
            if read.problems or read.number in outcome.late:
                yield outcome.with_late(read)

    with open_table(path, PEOPLE, KINDS) as table:
        return problems_xlsx.write(to, table.layout.header, faulty(table))


def write(today: date, by_id: object) -> Iterator[bytes]:
    """Change what is stored, in sets, from the staging table that `examine` filled. Yields a digest per row
    that changed something, in the order of the file, for the ledger.
    """
    with staging.in_sets():
        posts.make_missing()
        staging.plan(today)
        writing.tell_changes(today, by_id)
        writing.accounts_and_people()
        writing.assignments()
    return writing.digests()
